"""People who are named with what they are: "role, GIVEN NAME SURNAME", by call signs and roles alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import full_name, given_name, is_adjective, is_oblique, is_plain
from feeds.extraction.lexicons.endings import OF_COUNTRIES
from feeds.extraction.speakers.persons import another_person, is_namesake, may_be_surname
from feeds.extraction.speakers.speakers import Speaker
from feeds.extraction.speakers.wording import (
    in_nominative,
    is_between,
    name_end,
    quoted_end,
    said,
    within_marks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.speakers.subjects import Spoken
    from feeds.extraction.words.tokens import Token

_PERSON_REACH = 16
"""Tokens before a given name that may tell what somebody is."""
_MOST_NAMES = 4


def person(spoken: Spoken, begin: int, limit: int, *, oblique: bool) -> tuple[Speaker, int] | None:
    """Read "role, GIVEN NAME SURNAME", and "role NAME" where the role can only be a person's."""
    stop = name_end(spoken, begin, limit, strict=False)
    row, language = spoken.row, spoken.lexicon.language
    honoured = False
    for at in range(begin, min(stop, begin + _PERSON_REACH)):
        last = _behind_call_sign(spoken, at) or _behind_between(spoken, at + 1)
        first = given_name(row[at], language) is not None or (last > at + 1 and row[at].capital)
        if first and last < stop and may_be_surname(row[last]):
            called_after = any(one.low in spoken.lexicon.roles.honouring for one in row[begin:at])
            if called_after and not honoured:
                honoured = True  # "the brigade named after X": the next is who is meant
                continue
            if (
                not oblique
                and is_oblique(row[at], row[last], language)
                and another_person(row, last + 1, stop, language)
            ):
                continue
            end = last + 1
            while (
                end < stop
                and end - at < _MOST_NAMES
                and row[end].capital
                and given_name(row[end - 1], language)
                and may_be_surname(row[end])
            ):
                end += 1
            return _as_person(spoken, begin, at, end, oblique=oblique), _behind_apposition(spoken, end, limit)
    called = _called(spoken, begin, stop, oblique=oblique)
    if called is not None or any(one.low in spoken.lexicon.roles.honouring for one in row[begin:stop]):
        return called
    return _by_role(spoken, begin, limit, oblique=oblique)


def _behind_call_sign(spoken: Spoken, given: int) -> int | None:
    """Return the last name behind a call sign between marks, NAME «Falcon» SURNAME; else None."""
    row = spoken.row
    last = given + 2
    known = last < len(row) and given_name(row[given], spoken.lexicon.language) is not None
    marked = known and quoted_end(spoken, given + 1, last) == last
    return last if marked and may_be_surname(row[last]) else None


def _behind_between(spoken: Spoken, at: int) -> int:
    """Return the token behind "de" or "von der" that may stand at token ``at`` of a name."""
    row = spoken.row
    while at < len(row) and not row[at].capital and is_between(spoken, at):
        at += 1
    return at


def _called(spoken: Spoken, begin: int, stop: int, *, oblique: bool) -> tuple[Speaker, int] | None:
    """Read "a pilot with the call sign NAME"."""
    row, words = spoken.row, spoken.lexicon.attribution
    for at in range(begin, stop):
        hit = words.callsigns.at(row, at)
        if hit is None or hit[0] >= len(row):
            continue
        name = next((place for place in range(hit[0], min(len(row), hit[0] + 2)) if row[place].capital), None)
        own = at > begin and given_name(row[at - 1], spoken.lexicon.language) is not None
        if name is not None and own and not is_namesake(row, at - 1, spoken.lexicon):
            role = " ".join(in_nominative(spoken, begin, at - 1, oblique=oblique)) or None
            given = (
                full_name(row[at - 1 : at], spoken.lexicon, spoken.cast.known_words)
                if oblique
                else [row[at - 1].said]
            )
            return Speaker(given[0], role, phrase=words_low(row[begin : name + 1])), name + 1
        if name is not None:
            role = " ".join(in_nominative(spoken, begin, at, oblique=oblique)) or None
            end = max(name + 1, quoted_end(spoken, name, len(row)))
            return Speaker(said(spoken, name, end), role, phrase=words_low(row[begin:end])), end
    return None


def _by_role(spoken: Spoken, begin: int, limit: int, *, oblique: bool) -> tuple[Speaker, int] | None:
    """Read "the governor of the region NAME", where words with capitals end the group."""
    row, words = spoken.row, spoken.lexicon
    stop = name_end(spoken, begin, limit, strict=True)
    head = next((at for at in range(begin, stop) if row[at].low in words.roles.words), None)
    if head is None or any(
        row[at].low in words.roles.agents and row[at].low not in words.roles.words
        for at in range(begin, head)
    ):
        return None
    first = stop
    while first > head + 1 and _is_name(spoken, first - 1) and not within_marks(spoken, first - 1):
        first -= 1
    first = max(first, stop - 2)
    country = row[first].low.endswith(OF_COUNTRIES) if stop - first > 1 else False
    if country and not given_name(row[first], words.language):
        first += 1
    if first == stop:
        return None
    return _as_person(spoken, begin, first, stop, oblique=oblique), _behind_apposition(spoken, stop, limit)


def _is_name(spoken: Spoken, at: int) -> bool:
    token, words = spoken.row[at], spoken.lexicon
    kinds = (words.places.never, words.places.features, words.roles.words, words.roles.agents, words.nouns)
    other = any(token.low in kind for kind in kinds) or token.start in spoken.places
    # The case of an acronym: "речник ЦАХАЛу".
    other = other or (sum(sign.isupper() for sign in token.said) > 1 and not token.said.isupper())
    return may_be_surname(token) and token.said[0].isalpha() and len(token.said) > 1 and not other


def _as_person(spoken: Spoken, begin: int, first: int, end: int, *, oblique: bool) -> Speaker:
    row, lexicon = spoken.row, spoken.lexicon
    called = _behind_call_sign(spoken, first)
    words = (row[first], *row[called:end]) if called is not None and called < end else row[first:end]
    name = [token.said for token in words]
    if oblique and not is_plain(row[first], lexicon.language):
        name = full_name(words, lexicon, spoken.cast.known_words)
    kept = begin
    while kept < first and row[kept].low in lexicon.attribution.works:
        kept += 1
    kept = max(kept, _role_begin(spoken, kept, first))
    role = _role(spoken, kept, first, oblique=oblique or kept > begin) or _role_behind(spoken, end)
    phrase = f"{words_low(row[begin:end])} {(role or '').lower()}"
    return Speaker(" ".join(name), role, phrase=phrase)


def _role_begin(spoken: Spoken, begin: int, end: int) -> int:
    """Return where what somebody is begins behind what is spoken of: "recalls that day the commander X"."""
    row, words = spoken.row, spoken.lexicon
    own = (at for at in range(begin, end) if row[at].low in words.roles.words)
    at = next(own, begin)
    if words.nouns.get(row[at].low) != row[at].low:
        return begin
    while at > begin and is_adjective(row[at - 1], words.language):
        at -= 1
    other = any(row[k].word and row[k].low in words.nouns for k in range(begin, at))
    return begin if other else at


def _role(spoken: Spoken, begin: int, end: int, *, oblique: bool) -> str | None:
    """Return what is told of somebody before the name, without ranks behind it."""
    row, ranks = spoken.row, spoken.lexicon.roles.ranks
    while (
        end > begin
        and row[end - 1].low in ranks
        and any(row[at].low not in ranks for at in range(begin, end))
    ):
        end -= 1
    while end > begin and not row[end - 1].word:
        end -= 1
    return " ".join(in_nominative(spoken, begin, end, oblique=oblique)) or None


def _role_behind(spoken: Spoken, end: int) -> str | None:
    """Return the apposition behind a name: "NAME, head of the district,"."""
    row = spoken.row
    if end + 1 >= len(row) or row[end].said != "," or not opens_role(spoken, end + 1):
        return None
    stop = name_end(spoken, end + 1, len(row), strict=True)
    return said(spoken, end + 1, stop) or None


def _behind_apposition(spoken: Spoken, end: int, limit: int) -> int:
    row = spoken.row
    if end + 1 < limit and row[end].said == "," and opens_role(spoken, end + 1):
        return name_end(spoken, end + 1, limit, strict=True)
    return end


def opens_role(spoken: Spoken, at: int) -> bool:
    """Tell whether what somebody is begins at token ``at``, an adjective before it or none."""
    row, roles = spoken.row, spoken.lexicon.roles.words
    behind = at + 1 < len(row) and row[at + 1].low in roles and is_adjective(row[at], spoken.lexicon.language)
    return row[at].low in roles or behind


def words_low(row: Sequence[Token]) -> str:
    """Return the words of a group in lower case, without marks."""
    return " ".join(token.low for token in row if token.word)
