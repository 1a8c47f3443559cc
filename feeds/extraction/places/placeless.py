"""What has a capital and is no place: names of those who speak, acronyms, the first word of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.extraction.places.places import Scan
    from feeds.extraction.words.tokens import Token

_LONGEST_ACRONYM = 5


def is_nobodys(scan: Scan, at: int, end: int) -> bool:
    """Tell whether an unknown name, tokens ``at`` to ``end``, is none of a place."""
    return _speaks(scan, at, end) or _is_acronym(scan, at, end)


def only_opens(scan: Scan, at: int, name: str) -> bool:
    """Tell whether the capital of an adjective before a class is only that of the sentence: "This sector"."""
    ends = tuple(one.partition(" ")[0] for one in scan.lexicon.places.elided.values())
    return at == 0 and bool(ends) and not name.partition(" ")[0].lower().endswith(ends)


def _speaks(scan: Scan, at: int, end: int) -> bool:
    """Tell whether an unknown name is somebody's: behind a rank or role, or of one who speaks in the item."""
    row, roles = scan.row, scan.lexicon.roles.words
    if row[at].low in roles or (at and row[at - 1].low in roles):
        return True
    words = [token.low for token in row[at:end]]
    return any(" ".join(words[first:]) in scan.speaking for first in range(len(words)))


def _is_acronym(scan: Scan, at: int, end: int) -> bool:
    """Tell whether a name is a few capitals that are no place where names have cases: "СОУ"."""
    said = scan.row[at].said
    short = end == at + 1 and 1 < len(said) <= _LONGEST_ACRONYM and said.isupper()
    return short and scan.lexicon.grammar.free_order and not scan.titled


def is_no_name(scan: Scan, token: Token) -> bool:
    """Tell whether an unknown word is for forces, or one in foreign letters, where names have others."""
    free = scan.lexicon.grammar.free_order
    return free and (
        token.low in scan.lexicon.actors.forces or (token.said.isascii() and token.said.isalpha())
    )
