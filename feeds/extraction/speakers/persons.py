"""People that an item names in full, with what they are, in languages with cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import full_name, given_name, is_oblique, is_plain, nominative
from feeds.extraction.words.marks import OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.cast import Cast
    from feeds.extraction.speakers.speakers import Speaker
    from feeds.extraction.words.tokens import Token

_MOST_WORDS = 14
"""Words before a name among which its role is looked for."""
_TITLE = 4
"""Tokens of "named after the ataman of the host" before a name at most."""


def note_person(cast: Cast, row: Sequence[Token], at: int) -> None:
    """Note "GIVEN NAME SURNAME" that ends with token ``at``, and the role in front of it."""
    lexicon, begin = cast.lexicon, at - 1
    while begin and row[begin].low in lexicon.roles.between and not row[begin].capital:
        begin -= 1
    first, last = row[begin], row[at]
    if given_name(first, lexicon.language) is None or not last.capital or last.said.isupper():
        return
    called = cast.text[row[begin + 1].start - 1 : row[begin + 1].start] in OPENING  # NAME «Falcon» SURNAME
    if is_namesake(row, begin, lexicon) or called:
        return
    role = _role(row, begin, lexicon)
    if is_plain(first, lexicon.language) and _declined(role, lexicon):
        role = ()  # "told the correspondent of X NAME"
    oblique = is_oblique(first, last, lexicon.language) or _declined(role, lexicon)
    pair = (first, last)
    words = full_name(pair, lexicon, cast.known_words) if oblique else [token.said for token in pair]
    words[-1:] = [*(token.said for token in row[begin + 1 : at]), words[-1]]
    name = " ".join(words)
    cast.full_names.setdefault(words[-1].lower(), name)
    cast.full_names.setdefault(last.low, name)
    cast.people.append((first.start, name))
    if not oblique:
        cast.subjects.add(first.start)
    if role:
        said = cast.text[role[0].start : role[-1].end].split()
        cast.roles.setdefault(
            name, " ".join(nominative(role, lexicon, cast.known_words) if oblique else said)
        )


def note_called(cast: Cast, speaker: Speaker) -> None:
    """Note the name of a speaker with a role whose first name no list has, where order is free."""
    first, _, last = speaker.name.partition(" ")
    telling = first.istitle() and last.istitle() and " " not in last
    offices = (cast.lexicon.nouns, cast.lexicon.roles.agents)
    if telling and cast.lexicon.grammar.free_order and not any(first.lower() in one for one in offices):
        cast.full_names.setdefault(last.lower(), speaker.name)
        cast.persons |= {speaker.name}


def is_namesake(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a unit is called after who is named at token ``at``: "named after hetman X"."""
    led = row[max(0, at - _TITLE) : at]
    return any(token.low in lexicon.roles.honouring for token in led) and not any(
        given_name(token, lexicon.language) for token in led
    )


def _declined(role: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a role before a name stands in another case than the nominative, as then the name does."""
    return bool(role) and lexicon.nouns.get(role[0].low, role[0].low) != role[0].low


def _role(row: Sequence[Token], end: int, lexicon: Lexicon) -> Sequence[Token]:
    """Return the words before a name from the first that is a role, in the same clause."""
    begin = first = end
    while begin > max(0, end - _MOST_WORDS) and _goes_on(row[begin - 1], lexicon):
        begin -= 1
        first = begin if row[begin].low in lexicon.roles.words else first
    while end > first + 1 and row[end - 1].low in lexicon.roles.ranks:
        end -= 1
    return row[first:end]


def _goes_on(token: Token, lexicon: Lexicon) -> bool:
    words = lexicon.attribution
    parts = (words.verbs, words.denials, words.boundaries, words.about)
    inner = token.word or token.said == "-"
    return inner and not any(token.low in kind for kind in parts)


def may_be_surname(token: Token) -> bool:
    """Tell whether a word may be a last name, or the letter that stands for one."""
    return token.capital and (not token.said.isupper() or len(token.said) == 1)


def another_person(row: Sequence[Token], begin: int, end: int, language: str) -> bool:
    """Tell whether tokens ``begin`` to ``end`` hold a full name in the nominative: "adviser of X Y, A B"."""
    return any(
        given_name(row[at], language) is not None
        and may_be_surname(row[at + 1])
        and not is_oblique(row[at], row[at + 1], language)
        for at in range(begin, end - 1)
    )
