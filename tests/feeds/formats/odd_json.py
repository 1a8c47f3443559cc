"""JSON as it should be but for some parts, and a check of what a format makes of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from feeds.errors import FormatError
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.seeing import is_clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.formats.page import Answer, Page
    from feeds.model import Source

_TRICKS = (
    "",
    "\ud83d",
    "9" * 30,
    "-1",
    "2025-13-45",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
    "20250328T091500Z",
    "http://[",
    "http://a.invalid/?q=\ud83d&utm_source=x",
    "javascript:alert(1)",
    "../../x?y#z",
    "\u202e\x1b[2J",
    "<p><b>x",
)
_PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(_TRICKS)
)
_ANYTHING = st.recursive(
    _PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def bent(draw: st.DrawFn, sound: object) -> object:
    """Return ``sound`` with some of its parts replaced by anything, or left out."""
    fate = draw(st.integers(0, 7))
    if fate == 0:
        return draw(_ANYTHING)
    if fate == 1 and isinstance(sound, str):
        return draw(st.sampled_from(_TRICKS))
    if isinstance(sound, dict):
        kept = {name: value for name, value in sound.items() if draw(st.integers(0, 15))}
        return {name: draw(bent(value)) for name, value in kept.items()}
    if isinstance(sound, list):
        return [draw(bent(value)) for value in sound]
    return sound


def body_of(value: object) -> bytes:
    """Return ``value`` as JSON."""
    return json.dumps(value).encode()


def assert_read_or_refused(
    read: Callable[[Source, Answer], Page], source: Source, body: bytes, *, url: str = "", since: str = ""
) -> None:
    """Check that an answer is read into clean strings, or refused in clean words, and never raises else."""
    said: list[str] = []
    try:
        page = read(source, answer_of(body, url=url, since=since))
    except FormatError as error:
        said.append(str(error))
    else:
        said += (page.cursor, page.more)
        for item in page.items:
            said += (item.key, item.url, item.title, item.text, item.forwarded_from)
            assert item.key
        assert page.more == "" or page.more.startswith("http")
        assert len(page.more) < 4_000
    assert all(map(is_clean, said))
