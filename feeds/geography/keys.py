"""Keys under which a name's Ukrainian, Russian and Latin spellings fall together, as a second line.

A key keeps the consonants and three classes of vowels: it is coarse, so it is asked only where no form
is known, and only behind a word for a settlement. Of 4,957 Ukrainian-Russian pairs of names 89 % fall
together under such a key (measured for the project, November 2026).
"""

from __future__ import annotations

import re

from feeds.geography.folding import fold

SHORTEST = 4
"""Letters of a key; a shorter one fits too much."""

_LATIN = (
    ("shch", "шч"), ("sch", "шч"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"),
    ("sh", "ш"), ("ck", "к"), ("ia", "а"), ("iu", "у"), ("io", "о"), ("ie", "о"), ("a", "а"), ("b", "б"),
    ("c", "к"), ("d", "д"), ("e", "о"), ("f", "ф"), ("g", "г"), ("h", "г"), ("i", "о"), ("k", "к"),
    ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"),
    ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "кс"), ("z", "з"),
)  # fmt: skip
_TO_CYRILLIC = dict(_LATIN)
_LATIN_PART = re.compile("|".join(latin for latin, _ in _LATIN))
_CLASSES = str.maketrans("еєиіїыэйёяю", "ооооооооо" + "ау")
_SILENT = str.maketrans(dict.fromkeys("ьъ'-", ""))
_RUN = re.compile(r"([оау])[оау]*|([^оау])\2+")
_PAIRS = (
    ("мокол", "нокол"), ("олоксандр", "алоксандр"), ("олоксо", "алоксо"), ("чорвон", "красн"),
    ("володомор", "владомор"), ("вугл", "угл"), ("вовч", "волч"), ("жовт", "жолт"), ("костант", "констант"),
    ("кодрат", "кондрат"), ("катор", "окатор"), ("аблун", "аблон"), ("багат", "богат"),
)  # fmt: skip
"""Beginnings that differ between the languages by more than their vowels, as they come out of the classes."""
_PAIR = dict(_PAIRS)
_BEGINNING = re.compile("^(?:" + "|".join(_PAIR) + ")")
_ENDING = re.compile(r"(?:ого|ому|ої|ою|ой|ом|ем|єм|ами|ями|ах|ях|ів|ов|ев|ым|им|ій)$")


def key_of(word: str) -> str:
    """Return the key of a folded word; the same for all its spellings, as far as rules can tell."""
    plain = word.translate(_SILENT)
    if plain.isascii():
        plain = _LATIN_PART.sub(lambda match: _TO_CYRILLIC[match.group()], plain)
    sounds = _RUN.sub(_one, plain.replace("щ", "шч").translate(_CLASSES)).rstrip("оау")
    return _BEGINNING.sub(lambda match: _PAIR[match.group()], sounds)


def keys_of(said: str) -> tuple[str, ...]:
    """Return the keys to try for a word of a text: as it stands, then without the ending of a case."""
    form = fold(said)
    bare = _ENDING.sub("", form)
    return tuple(key for key in dict.fromkeys((key_of(form), key_of(bare))) if len(key) >= SHORTEST)


def _one(match: re.Match[str]) -> str:
    return match.group(1) or match.group(2)
