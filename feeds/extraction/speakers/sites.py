"""Names of outlets, which pass on what others say and say little themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from feeds.extraction.lexicons.lexicon import Lexicon

_ADDRESS = re.compile(r"\w\.(?:ua|com|org|net|info|news|media|tv|eu|pl|ru|ру|рф)$", re.IGNORECASE)
"""The end of a site's name: "texty.org.ua"."""


def is_address(name: str) -> bool:
    """Tell whether a name is a site's."""
    return _ADDRESS.search(name) is not None


def is_outlet_name(name: str, lexicon: Lexicon) -> bool:
    """Tell whether all of a name is that of a well-known outlet, or of a site."""
    row = tokens(name)
    hit = lexicon.attribution.outlets.at(row, 0) if row else None
    return (hit is not None and hit[0] == len(row)) or is_address(name)


def is_press(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name holds that of an outlet, or says that it is one: "the newspaper X"."""
    row, press = tokens(name), lexicon.publishers.outlet
    known = lexicon.attribution.outlets.any(row) or (lexicon.grammar.has_articles and press.any(row))
    return known and not lexicon.publishers.official.any(row)
