"""Source settings as hypothesis makes them: every key, every kind, all that may stand in a file."""

from __future__ import annotations

from hypothesis import strategies as st

from feeds.config import SourceSettings
from feeds.config.addresses import is_printable
from feeds.model import Alignment, SourceClass, SourceKind

_WORDS = st.text(max_size=40).filter(is_printable).map(str.strip)
_NAMES = _WORDS.filter(bool)
_PATHS = st.text(alphabet=st.characters(exclude_characters=" \t", codec="utf-8"), max_size=20).filter(
    lambda text: is_printable(text) and not any(mark.isspace() or mark in "{}" for mark in text)
)


@st.composite
def addresses(draw: st.DrawFn, kind: SourceKind) -> str:
    """Return an address that fits ``kind``."""
    if kind is SourceKind.FOLDER:
        return "/srv/" + draw(_WORDS.filter(lambda text: "://" not in text))
    date = "{month}-{day}-{year}" if kind is SourceKind.DAILY_PAGE else ""
    return f"https://h{draw(st.integers(0, 99))}.example/{date}{draw(_PATHS)}"


@st.composite
def source_settings(draw: st.DrawFn) -> SourceSettings:
    """Return settings with some of their keys left out."""
    kind = draw(st.sampled_from(SourceKind))
    needed = {
        "id": draw(st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True)),
        "title": draw(_NAMES),
        "kind": kind,
        "url": draw(addresses(kind)),
        "class": draw(st.sampled_from(SourceClass)),
        "alignment": draw(st.sampled_from(Alignment)),
        "reliability": draw(st.sampled_from("ABCDEF")),
    }
    optional = st.fixed_dictionaries(
        {},
        optional={
            "why": _WORDS,
            "language": st.sampled_from(["", "en", "uk", "ru"]),
            "interval_minutes": st.integers(60, 10_080) | st.floats(60, 10_080),
            "network": _WORDS,
            "voices": st.lists(_NAMES, max_size=4),
            "oblasts": st.lists(st.sampled_from(["Sumy", "Kyiv City", "Ivano-Frankivsk"]), max_size=3),
            "licence": _WORDS,
            "redistribute": st.booleans(),
            "articles": st.booleans(),
            "paused": st.booleans(),
        },
    )
    return SourceSettings.read({**needed, **draw(optional)})
