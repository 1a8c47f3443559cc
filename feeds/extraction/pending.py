"""Statements asked for, or awaited, and not yet had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.extraction.awaited import awaited
from feeds.extraction.speakers.speakers import speakers
from feeds.extraction.speakers.subjects import HARD_MARKS
from feeds.extraction.speakers.summed_up import behind_summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.subjects import Spoken
    from feeds.extraction.words.tokens import Token


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked, or who is silent; ``by`` None where nobody is said to have asked."""

    asked: str
    by: str | None


def pending_in(spoken: Spoken) -> tuple[Asked, ...]:
    """Return who a sentence says has not answered, each party once; who asked counts where it is told."""
    row, lexicon = spoken.row, spoken.lexicon
    if lexicon.grammar.free_order:
        return tuple(dict.fromkeys(Asked(name, by) for name, by in awaited(spoken)))
    found: list[Asked] = []
    for asked in (*_asked(row, lexicon), *_neither(row, lexicon), *_silent(row, lexicon)):
        if all(one.asked != asked.asked for one in found):
            found.append(asked)
    return tuple(found)


def _asked(row: Sequence[Token], lexicon: Lexicon) -> Iterator[Asked]:
    """Read "X has contacted Y for comment", and "X has reached out to Y" that needs no purpose."""
    words = lexicon.pending
    for begin, end, _ in words.asking.all(row):
        purpose = next((start for start, _, _ in words.purpose.all(row) if start >= end), None)
        if purpose is None and words.requests.at(row, begin) is None:
            continue
        by = [] if _is_own(row, begin, lexicon) else _parties(row[_part_begin(row, begin) : begin], lexicon)
        stop = _part_end(row, end) if purpose is None else purpose
        for party in _parties(_named_part(row[end:stop], lexicon), lexicon):
            yield Asked(party, by[0] if by else None)


def _is_own(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether the item's own outlet asks: "we have asked"."""
    return at > 0 and lexicon.actors.ours.at(row, at - 1) is not None


def _neither(row: Sequence[Token], lexicon: Lexicon) -> Iterator[Asked]:
    """Read "Neither A nor B has confirmed"."""
    words = lexicon.pending
    first = next((at for at, token in enumerate(row) if token.low in words.neither), None)
    if first is None:
        return
    second = next((at for at in range(first + 1, len(row)) if row[at].low in words.nor), None)
    silent = next((at for at in range(first + 1, len(row)) if row[at].low in words.silent), None)
    if second is None or silent is None or silent < second:
        return
    for group in (row[first + 1 : second], row[second + 1 : silent]):
        name = _name(_until_verb(group, lexicon), lexicon)
        if name:
            yield Asked(name, None)


def _silent(row: Sequence[Token], lexicon: Lexicon) -> Iterator[Asked]:
    """Read "X has not commented" and "no immediate comment from X"."""
    words = lexicon.pending
    if any(True for _ in _neither(row, lexicon)):
        return
    floor = 0
    for begin, end, _ in words.unsaid.all(row):
        stop = _before_adverbs(row, begin, lexicon)
        apart = max(_behind_relative(row, stop, lexicon), behind_summary(row, stop, lexicon))
        group = row[max(floor, _part_begin(row, begin), apart) : stop]
        floor = end
        for party in _parties(_behind_join(group, lexicon), lexicon):
            yield Asked(party, None)
    for _, end, _ in words.absent.all(row):
        for party in _parties(_named_part(row[end : _part_end(row, end)], lexicon), lexicon):
            yield Asked(party, None)


def _behind_relative(row: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Return where who is silent begins in ", which X has not confirmed"; else 0."""
    words = lexicon.attribution
    relatives = (
        at + 1 for at in range(end - 1, 0, -1) if row[at].low in words.relatives and row[at - 1].said == ","
    )
    begin = next(relatives, 0)
    return begin if begin < end and all(token.word for token in row[begin:end]) else 0


def _before_adverbs(row: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Return where the name before a verb at token ``end`` ends: "Moscow so far has not"."""
    while end > 0 and _helps(row[end - 1], lexicon):
        end -= 1
    return end


def _helps(token: Token, lexicon: Lexicon) -> bool:
    helping = lexicon.attribution.auxiliaries - lexicon.actors.articles
    return token.low in helping or (not token.capital and token.low.endswith(lexicon.mood.adverb_endings))


def _behind_join(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Return a group without another clause before it, which ends with ", and", or has a verb of its own."""
    joined = [at for at in range(1, len(row) - 1) if row[at].low in lexicon.attribution.joins]
    parted = next((at + 1 for at in joined if row[at - 1].said == ","), 0)
    told = (at for at in range(1, len(row)) if row[at].low in lexicon.mood.modal)
    verb = next(told, len(row))  # "X could not verify it and Y"
    return row[parted or next((at + 1 for at in joined if at > verb), 0) :]


def _part_begin(row: Sequence[Token], end: int) -> int:
    """Return where the part of a sentence begins whose verb stands at ``end``; appositions are part of it."""
    ends = (at + 1 for at in range(end - 1, -1, -1) if row[at].said in HARD_MARKS)
    return next(ends, 0)


def _part_end(row: Sequence[Token], begin: int) -> int:
    return next(
        (at for at in range(begin, len(row)) if not row[at].word and row[at].said not in "-’'."), len(row)
    )


def _until_verb(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    stop = next((at for at, token in enumerate(row) if at and _helps(token, lexicon)), len(row))
    return row[:stop]


def _parties(row: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """Return the parties of a word group by their names; "the Ukrainian and Russian Ministries" are two."""
    groups = _of_two_nations(row, lexicon) or [row]
    return [
        one.name
        for group in groups
        for one in speakers(group, lexicon)
        if not one.name.islower() and one.name.lower() not in lexicon.attribution.pronouns
    ]


def _named_part(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Cut a group before how, or about what, somebody was asked: "the Kremlin via email"."""
    words = lexicon.attribution
    how = words.by | words.at | words.about | (words.auxiliaries - lexicon.actors.articles)
    stops = (
        at for at, token in enumerate(row) if at and (token.low in how or words.via.at(row, at) is not None)
    )
    return row[: next(stops, len(row))]


def _of_two_nations(row: Sequence[Token], lexicon: Lexicon) -> list[Sequence[Token]]:
    """Part a group in which two nations have one noun, which then stands behind each, or before."""
    for at in range(1, len(row) - 1):
        if row[at].low not in lexicon.attribution.joins:
            continue
        if at + 2 < len(row) and _nation(row[at - 1], lexicon) and _nation(row[at + 1], lexicon):
            return [_singular(one, lexicon) for one in ([*row[:at], *row[at + 2 :]], row[at + 1 :])]
        shared = [token.low in lexicon.pending.plural for token in row[: at - 1]]
        of = any(shared) and row[at - 2].low in lexicon.places.of
        if of and _named(row[at - 1], lexicon) and _named(row[at + 1], lexicon):
            return [_singular(one, lexicon) for one in (row[:at], [*row[: at - 1], row[at + 1]])]
    return []


def _singular(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Return a group with the noun that two parties shared as one of them has it."""
    nouns = lexicon.pending.plural
    return [_one_of(token, nouns[token.low]) if token.low in nouns else token for token in row]


def _one_of(token: Token, noun: str) -> Token:
    return token._replace(said=noun.capitalize() if token.capital else noun, low=noun)


def _nation(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word says whose something is: "Russian", "Russia's"."""
    adjective = any(token.low in side.adjectives for side in lexicon.sides.values())
    return adjective or (token.possessive and _named(token, lexicon))


def _named(token: Token, lexicon: Lexicon) -> bool:
    return any(token.low in side.names for side in lexicon.sides.values())


def _name(row: Sequence[Token], lexicon: Lexicon) -> str | None:
    found = _parties(row, lexicon)
    return found[0] if found else None
