"""People that an item names in full, with what they are, in languages where order tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.beside import beside_name
from feeds.extraction.speakers.speakers import bare, without_rank, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.cast import Cast
    from feeds.extraction.words.tokens import Token

_MOST_WORDS = 22
"""Words before a name among which its role is looked for."""
_AGE_REACH = 6
"""Tokens of ", a 26-year-old" behind a first name."""


def note_name(cast: Cast, row: Sequence[Token], at: int) -> None:
    """Note "First Last" before token ``at`` ends, and the role in front of it."""
    first, last = row[at - 1], row[at]
    lexicon = cast.lexicon
    if not (first.capital and last.capital) or first.possessive:
        return
    if not (_given(first, lexicon) and _given(last, lexicon)):
        return
    name = f"{first.said} {last.said[:-2] if last.possessive else last.said}"
    cast.full_names.setdefault(last.low, name)
    cast.people.append((first.start, name))
    begin = at - 1
    while begin > max(0, at - _MOST_WORDS) and row[begin - 1].word and _of_role(row, begin - 1, lexicon):
        begin -= 1
    before = bare(without_rank(row[begin : at - 1], lexicon), lexicon)
    role: Sequence[Token] = before if before and before[-1].low in lexicon.roles.words else ()
    if not role or role[-1].low in lexicon.roles.ranks:
        role = beside_name(row, at, lexicon) or role
    if role:
        cast.roles.setdefault(name, words_of(role))


def _of_role(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word before a name may belong to the role: "Kharkiv regional governor"."""
    token, words = row[at], lexicon.attribution
    if (
        token.capital
        or token.low in words.particles
        or token.low in lexicon.roles.words | lexicon.roles.agents
    ):
        return True
    small = words.verbs | words.auxiliaries | words.boundaries | words.by | lexicon.places.cues
    ends = token.low.endswith(lexicon.mood.verb_endings) or token.low in small
    return not ends and at > 0 and row[at - 1].capital and row[at + 1].low in lexicon.roles.words


def note_first_names(cast: Cast, row: Sequence[Token]) -> None:
    """Note those named by their first name alone, of whom an age is told: "Max, a 26-year-old soldier"."""
    seats = cast.lexicon.attribution.seats
    known = {start for start, _ in cast.people}
    for at in range(1, len(row) - 1):
        if row[at].start in known or row[at - 1].start in known or not _given(row[at], cast.lexicon):
            continue
        behind = row[at + 1 : at + _AGE_REACH] if row[at + 1].said == "," else ()
        numbered = [token.said for token in behind[2:3]] == [","] and behind[1].said.isdecimal()
        aged = any(token.low.endswith(seats) for token in behind) or numbered
        if (aged or row[at - 1].low.endswith(seats)) and not row[at + 1].capital:
            cast.people.append((row[at].start, row[at].said))
    cast.people.sort()


def _given(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token may be part of a person's name."""
    if not token.capital or not token.said[0].isalpha() or any(letter.isdigit() for letter in token.said):
        return False
    words = lexicon.places
    kinds = (words.never, words.features, lexicon.roles.words, lexicon.roles.agents, words.coarse)
    if token.low.endswith(lexicon.attribution.seats):
        return False
    return not any(token.low in kind for kind in kinds)
