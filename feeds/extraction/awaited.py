"""Statements asked for, or awaited, in languages with cases and free word order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import head_of, is_adjective
from feeds.extraction.speakers.naming import named
from feeds.extraction.speakers.subjects import HARD_MARKS
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.extraction.speakers.subjects import Spoken

_SLACK = 5
"""Tokens between who is silent and "has not commented"."""
_MARKS = frozenset({",", ".", "(", ")"})


def awaited(spoken: Spoken) -> Iterator[tuple[str, str | None]]:
    """Yield who a sentence says has not answered, with who asked, None where that is not told."""
    neither = tuple(_neither(spoken))
    if neither:
        yield from ((name, None) for name in neither)
        return
    yield from _asked(spoken)
    yield from _silent(spoken)


def _asked(spoken: Spoken) -> Iterator[tuple[str, str | None]]:
    """Read "X asked Y for comment", and "X sent a request to Y" that needs no purpose."""
    row, words = spoken.row, spoken.lexicon.pending
    for begin, end, _ in words.asking.all(row):
        if words.purpose.any(row[end:]) or words.requests.at(row, begin) is not None:
            party = _party(spoken, end, _part_end(spoken, end), oblique=True)
            if party:
                yield party, _party(spoken, _part_begin(spoken, begin), begin)


def _silent(spoken: Spoken) -> Iterator[tuple[str, str | None]]:
    """Read "X has not commented", in any order, and "no comment came from X"."""
    row, words = spoken.row, spoken.lexicon.pending
    for begin, end, _ in words.unsaid.all(row):
        if spoken.lexicon.attribution.untrue.at(row, begin) is not None:
            continue  # "does not answer to the facts"
        asker, first = _request_before(spoken, _part_begin(spoken, begin), begin)
        for silent in _two_parties(spoken, first, begin) or _one_party(spoken, first, (begin, end)):
            if not spoken.lexicon.publishers.assessor.any(tokens(silent)):  # who assesses, and is not asked
                yield silent, asker or _asker(spoken, end - 1)
    lacks = spoken.lexicon.mood.negation.any(row)  # "wait for official word from X" tells of no silence
    for _, end, _ in words.absent.all(row) if lacks else ():
        party = _party(spoken, end, _part_end(spoken, end), oblique=True)
        if party:
            yield party, None


def _one_party(spoken: Spoken, first: int, verb: tuple[int, int]) -> tuple[str, ...]:
    """Return who is silent: named from token ``first`` on before the verb, else behind it."""
    begin, end = verb
    party = _party(spoken, first, begin)
    party = party or _party(spoken, end, _part_end(spoken, end)) or _late_party(spoken, first, begin)
    party = party or _party_before(spoken, _part_begin(spoken, begin))
    return (party,) if party else ()


def _two_parties(spoken: Spoken, begin: int, end: int) -> tuple[str, ...]:
    """Read "A and B have not commented" as both; () where "and" joins no two parties."""
    joins = spoken.lexicon.attribution.joins
    for at in range(begin + 1, end):
        if spoken.row[at].low not in joins or named(spoken, begin, at).end != at:
            continue
        both = (_party(spoken, begin, at), _party(spoken, at + 1, end))
        if all(both):
            return tuple(one for one in both if one)
    return ()


def _request_before(spoken: Spoken, begin: int, end: int) -> tuple[str | None, int]:
    """Read "to the request of X" before "has not answered".

    Returns X, None where no request is told of or nobody is named, and the token from which on who
    is silent is named: behind X where the request stands first.
    """
    for at in range(begin, end):
        hit = spoken.lexicon.pending.requested.at(spoken.row, at)
        if hit is not None:
            who = named(spoken, hit[0], end, oblique=True)
            asker = who.speakers[0].name if who.speakers else None
            first = at - begin <= 1 and who.end < end
            return asker, (max(who.end, hit[0]) if first else begin)
    return None, begin


def _asker(spoken: Spoken, begin: int) -> str | None:
    """Return whose request is left without an answer: "to the request of X"."""
    row, words = spoken.row, spoken.lexicon.pending
    for at in range(begin, min(len(row), begin + _SLACK)):
        hit = words.requested.at(row, at)
        if hit is not None:
            return _party(spoken, hit[0], _part_end(spoken, hit[0]), oblique=True)
    return None


def _neither(spoken: Spoken) -> Iterator[str]:
    """Read "neither A nor B has confirmed"."""
    row, words = spoken.row, spoken.lexicon.pending
    starts = [at for at, token in enumerate(row) if token.low in words.neither or token.low in words.nor]
    silent = next((at for at, token in enumerate(row) if token.low in words.silent), None)
    if silent is None or len([at for at in starts if at < silent]) <= 1:
        return
    for at in starts:
        if at < silent:
            side = any(token.low in spoken.lexicon.places.origins for token in row[at + 1 : at + 3])
            party = _party(spoken, at + 1, silent, oblique=side)  # "neither from the side of X"
            if party:
                yield party


def _party(spoken: Spoken, begin: int, end: int, *, oblique: bool = False) -> str | None:
    """Return the name of who is named from token ``begin`` on; None where nobody is, or only "he"."""
    found = named(spoken, begin, _before_work(spoken, begin, end), oblique=oblique)
    if not oblique and _is_work(spoken, found.begin):
        return None  # "the claims of X Y does not confirm"
    person = bool(found.speakers) and bool(found.speakers[0].role)
    cut = found.end if person else _without_object(spoken, found.begin, found.end)
    found = (
        named(spoken, found.begin, cut, oblique=oblique or found.begin > begin) if cut < found.end else found
    )
    if not found.speakers or found.speakers[0].name in spoken.lexicon.attribution.pronouns:
        return None
    return found.speakers[0].name


def _late_party(spoken: Spoken, begin: int, end: int) -> str | None:
    """Return who is named behind a few other words: "However, officially X has not"."""
    row, nouns = spoken.row, spoken.lexicon.nouns
    near = range(begin + 1, min(end, begin + _SLACK))
    starts = (at for at in near if nouns.get(row[at].low) == row[at].low)
    return next((party for at in starts if (party := _party(spoken, at, end))), None)


def _party_before(spoken: Spoken, begin: int) -> str | None:
    """Return who the sentence is about whose second part, from token ``begin`` on, begins with "but"."""
    row = spoken.row
    but = 0 < begin < len(row) and row[begin].low in spoken.lexicon.mood.boundaries
    return _party(spoken, 0, begin - 1) if but else None


def _is_work(spoken: Spoken, at: int) -> bool:
    """Tell whether what somebody said, and no party, begins at token ``at``."""
    words = spoken.lexicon
    noun = words.nouns.get(spoken.row[at].low, "") if at < len(spoken.row) else ""
    return noun in words.attribution.works and noun in words.attribution.assertions


def _before_work(spoken: Spoken, begin: int, end: int) -> int:
    """Return where the words on what a party has not commented on begin: "the military THE REPORTS on"."""
    row, words = spoken.row, spoken.lexicon
    for at in range(begin + 1, end):
        work = words.nouns.get(row[at].low) in words.attribution.works
        if work and row[at - 1].low in words.nouns:
            return at
    return end


def _without_object(spoken: Spoken, begin: int, end: int) -> int:
    """Return where a name ends before what it is silent about: "the Kremlin THE WORDS OF has not"."""
    row, words = spoken.row, spoken.lexicon
    works = {at for at in range(begin, end) if words.nouns.get(row[at].low) in words.attribution.works}
    head = head_of(row[begin:end], words)
    kept = begin + (head or 0) + 1
    first = begin + (head or 0)
    called = (side.phrases.at(row, first) for side in words.sides.values() if first < len(row))
    kept = max([kept, *(hit[0] for hit in called if hit is not None)])
    for at in range(kept, end):
        area = words.places.kept.at(row, at) is not None and row[at - 1].capital
        if area or row[at].capital or (row[at].low in words.nouns and at not in works):
            kept = at + 1
        elif row[at].word and (at in works or not is_adjective(row[at], words.language)):
            break
    return min(kept, end)


def _part_begin(spoken: Spoken, end: int) -> int:
    row, begin = spoken.row, end
    while begin > 0 and row[begin - 1].said not in HARD_MARKS and row[begin - 1].said not in _MARKS:
        begin -= 1
    return begin


def _part_end(spoken: Spoken, begin: int) -> int:
    row, end = spoken.row, begin
    while end < len(row) and row[end].said not in HARD_MARKS and row[end].said not in _MARKS:
        end += 1
    return end
