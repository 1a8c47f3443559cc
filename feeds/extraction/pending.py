"""Statements asked for, or awaited, and not yet had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.extraction.awaited import awaited

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.extraction.lexicon import Lexicon
    from feeds.extraction.subjects import Spoken
    from feeds.extraction.tokens import Token

_MOST_WORDS = 14
"""Longer word groups name nobody."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked, or who is silent; ``by`` None where nobody is said to have asked."""

    asked: str
    by: str | None


def pending_in(spoken: Spoken) -> tuple[Asked, ...]:
    """Return who a sentence says has not answered, each party once."""
    row, lexicon = spoken.row, spoken.lexicon
    if lexicon.grammar.free_order:
        return tuple(dict.fromkeys(Asked(name, by) for name, by in awaited(spoken)))
    found: list[Asked] = []
    for asked in (*_asked(row, lexicon), *_neither(row, lexicon), *_silent(row, lexicon)):
        if asked not in found:
            found.append(asked)
    return tuple(found)


def _asked(row: Sequence[Token], lexicon: Lexicon) -> Iterator[Asked]:
    """Read "X has contacted Y for comment"."""
    words = lexicon.pending
    for begin, end, _ in words.asking.all(row):
        purpose = next((start for start, _, _ in words.purpose.all(row) if start >= end), None)
        if purpose is None:
            continue
        by = _name(row[_clause_start(row, begin) : begin], lexicon)
        for party in _parties(row[end:purpose], lexicon):
            yield Asked(party, by)
        return


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
    if any(token.low in words.neither for token in row):
        return
    for begin, _, _ in words.unsaid.all(row):
        group = row[_clause_start(row, begin) : begin]
        for party in _parties(group, lexicon):
            yield Asked(party, None)
    for _, end, _ in words.absent.all(row):
        stop = next((at for at in range(end, len(row)) if not row[at].word), len(row))
        for party in _parties(row[end:stop], lexicon):
            yield Asked(party, None)


def _clause_start(row: Sequence[Token], end: int) -> int:
    marks = [at + 1 for at in range(end) if not row[at].word and row[at].said not in "-’'"]
    return marks[-1] if marks else 0


def _until_verb(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    words = lexicon.attribution
    stop = next((at for at, token in enumerate(row) if at and token.low in words.auxiliaries), len(row))
    return row[:stop]


def _parties(row: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """Return the parties of a word group; "the Ukrainian and Russian Ministries" are two."""
    row = _named_part(row, lexicon)
    joined = next((at for at, token in enumerate(row) if token.low == "and"), None)
    if joined is None or joined in {0, len(row) - 1}:
        name = _name(row, lexicon)
        return [name] if name else []
    one, other = list(row[:joined]), list(row[joined + 1 :])
    if len(one) - _articles(one, lexicon) == 1 and len(other) > 1 and _nation(one[-1], lexicon):
        one += other[1:]
    return [name for name in (_name(one, lexicon), _name(other, lexicon)) if name]


def _named_part(row: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Cut a group before "via email" and the like: at the first small word behind a capital one."""
    kept: list[Token] = []
    for token in row:
        small = not token.capital and token.low not in lexicon.attribution.particles
        agent = token.low in lexicon.roles.agents or token.low in lexicon.actors.articles
        if small and not agent and any(one.capital for one in kept):
            break
        kept.append(token)
    return kept


def _articles(row: Sequence[Token], lexicon: Lexicon) -> int:
    return sum(token.low in lexicon.actors.articles for token in row)


def _nation(token: Token, lexicon: Lexicon) -> bool:
    return any(token.low in side.adjectives for side in lexicon.sides.values())


def _name(row: Sequence[Token], lexicon: Lexicon) -> str | None:
    """Return the words of a name without articles and openings, None where it names nobody."""
    left = [token for token in row if token.word]
    while left and (
        left[0].low in lexicon.attribution.leading or left[0].low in lexicon.attribution.auxiliaries
    ):
        left.pop(0)
    while left and (
        left[-1].low in lexicon.attribution.auxiliaries or left[-1].low in lexicon.attribution.particles
    ):
        left.pop()
    if not left or len(left) > _MOST_WORDS or not any(token.capital for token in left):
        return None
    return " ".join(token.said for token in left)
