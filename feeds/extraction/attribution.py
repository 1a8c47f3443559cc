"""Attribution frames: who a sentence says says what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.extraction.speakers import Speaker, speakers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.dates import Day
    from feeds.extraction.lexicon import Lexicon
    from feeds.extraction.speakers import Cast
    from feeds.extraction.tokens import Token

_OPENING_QUOTES = frozenset('“«"„')
_CLOSING_QUOTES = frozenset('”»"')
_HARD_MARKS = frozenset(':;“”«»"„–—')
_LOOK_BACK = 30
_FEWEST_BEFORE = 4
_SHORT_TAIL = 6
"""Words after "X said" that still leave the statement before it: ", X said on Monday in Kyiv"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The speakers say tokens ``begin`` to ``end``; tokens ``who_begin`` to ``who_end`` name them."""

    speakers: tuple[Speaker, ...]
    begin: int
    end: int
    who_begin: int
    who_end: int
    negated: bool = False
    """Whether they deny it."""
    deniers: tuple[Speaker, ...] = ()
    """Who denies it, where it is told what another claims: "A denied B's claim that"."""
    weak: bool = False
    """Whether it holds the whole sentence, so that any other frame goes before it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence about to be read for frames."""

    row: Sequence[Token]
    lexicon: Lexicon
    cast: Cast
    triggers: Sequence[tuple[int, int]]
    """Begin and end of each trigger."""
    days: Sequence[Day]


def frames(spoken: Spoken) -> tuple[Frame, ...]:
    """Return the frames of a sentence in order; the speakers are told to the cast."""
    found: list[Frame] = []
    heading = _heading(spoken)
    if heading is not None:
        found.append(heading)
    first = _after_heading(spoken)
    for at, token in enumerate(spoken.row):
        frame = _at(spoken, at, found) if token.word and at >= first else None
        if frame is not None:
            found = [*_cut(found, frame), frame]
    return tuple(found)


def _at(spoken: Spoken, at: int, found: Sequence[Frame]) -> Frame | None:
    words = spoken.lexicon.attribution
    low = spoken.row[at].low
    if low in words.verbs or low in words.denials or low in words.shows:
        return _verbal(spoken, at, found)
    if at and spoken.row[at - 1].possessive and low in words.assertions:
        return _verbal(spoken, at, found)
    hit = words.according.at(spoken.row, at)
    return _according(spoken, at, hit[0]) if hit is not None else None


def _heading(spoken: Spoken) -> Frame | None:
    """Read "X, Org, per Outlet:" or "X on March 28:" at the head of a sentence."""
    row, words = spoken.row, spoken.lexicon.attribution
    colon = next((at for at, token in enumerate(row[:_LOOK_BACK]) if token.said == ":"), None)
    if not colon or any(token.low in words.headings for token in row[:colon]):
        return None
    if any(token.low in words.verbs for token in row[:colon]):
        return None
    who, via = row[:colon], None
    for at in range(colon):
        hit = words.via.at(row, at)
        if hit is not None:
            who, via = row[:at], _name(row[hit[0] : colon], spoken.lexicon)
            break
    said = _known(spoken, speakers(who, spoken.lexicon), via)
    return Frame(said, colon + 1, len(row), 0, colon) if said else None


def _after_heading(spoken: Spoken) -> int:
    """Return the token after "Unconfirmed claims:"; 0 where no such heading stands."""
    row = spoken.row
    colon = next((at for at, token in enumerate(row[:_LOOK_BACK]) if token.said == ":"), None)
    if colon is None or not any(token.low in spoken.lexicon.attribution.headings for token in row[:colon]):
        return 0
    return colon + 1


def _verbal(spoken: Spoken, at: int, found: Sequence[Frame]) -> Frame | None:
    row, words = spoken.row, spoken.lexicon.attribution
    if at and row[at - 1].low in words.denials:
        return None
    end = _subject_end(spoken, at)
    begin = _subject_begin(spoken, end, found)
    group = row[begin:end]
    negated = row[at].low in words.denials
    if not group and found and at and _list_mark(spoken, at - 1):
        return _again(spoken, at, found[-1], negated=negated)
    via, after = _told(spoken, at)
    group, via = _relayed(spoken, group, via)
    said = _known(spoken, _trusted(spoken, group, at), via)
    if said and row[at - 1].possessive:
        deniers = found[-1].speakers if found and found[-1].negated else ()
        return Frame(said, after, len(row), begin, after, deniers=deniers)
    if said:
        before = _holds_before(spoken, begin, after)
        first, last = (0, begin) if before else (after, len(row))
        return Frame(said, first, last, begin, after, negated=negated)
    return _inverted(spoken, at)


def _relayed(spoken: Spoken, group: Sequence[Token], via: str | None) -> tuple[Sequence[Token], str | None]:
    """Read "OUTLET quoted the ministry saying": the first is the outlet, the second speaks."""
    relay = next(
        (at for at, token in enumerate(group) if token.low in spoken.lexicon.attribution.relays), None
    )
    if not relay:
        return group, via
    outlet = [token for token in group[:relay] if token.capital]
    return group[relay + 1 :], _name(outlet, spoken.lexicon)


def _trusted(spoken: Spoken, group: Sequence[Token], at: int) -> tuple[Speaker, ...]:
    """Return the speakers of a word group; where a picture "shows", only its named maker."""
    found = speakers(group, spoken.lexicon)
    words = spoken.lexicon.attribution
    if spoken.row[at].low in words.shows and spoken.row[at].low not in words.verbs:
        works = any(token.low in words.works for token in group)
        return found if works else ()
    return found


def _again(spoken: Spoken, at: int, last: Frame, *, negated: bool) -> Frame | None:
    """Let the last speaker go on: "X said A and reported that B"."""
    if not last.speakers:
        return None
    return Frame(last.speakers, at + 1, len(spoken.row), at, at + 1, negated=negated)


def _subject_end(spoken: Spoken, at: int) -> int:
    """Return the token after the speaker's name, left of adverbs and of a day."""
    row, words = spoken.row, spoken.lexicon
    end = at
    while end > 0:
        before = row[end - 1]
        day = any(day.begin <= end - 1 < day.end for day in spoken.days)
        if not (
            before.low in words.attribution.auxiliaries
            or day
            or before.low.endswith(words.mood.adverb_endings)
        ):
            break
        end -= 1
    if 1 < end < at and row[end - 1].said == ",":
        end -= 1
    return end - (end > 0 and row[end - 1].said == ",")


def _subject_begin(spoken: Spoken, end: int, found: Sequence[Frame]) -> int:
    row = spoken.row
    floor = max([0, end - _LOOK_BACK, *(frame.who_end for frame in found if frame.who_end <= end)])
    begin = end
    while begin > floor and not _hard(spoken, begin - 1, end):
        begin -= 1
    inner = [stop for _, stop in spoken.triggers if begin < stop < end]
    if inner:
        begin = max(inner)
        joined = [at for at in range(begin, end) if _list_mark(spoken, at)]
        begin = joined[-1] + 1 if joined else end
    anew = [
        at
        for at in range(begin, end - 1)
        if row[at].said == "," and row[at + 1].low in spoken.lexicon.attribution.joins
    ]
    return anew[-1] + 2 if anew else begin


def _list_mark(spoken: Spoken, at: int) -> bool:
    return spoken.row[at].said == "," or spoken.row[at].low in spoken.lexicon.attribution.joins


def _hard(spoken: Spoken, at: int, end: int) -> bool:
    """Tell whether token ``at`` parts the speaker from what stands before; ", who is a colonel," does not."""
    row, words = spoken.row, spoken.lexicon.attribution
    if row[at].low in words.relatives and at and row[at - 1].said == ",":
        return not any(token.said == "," for token in row[at + 1 : end + 1])
    return row[at].said in _HARD_MARKS or row[at].low in words.boundaries


def _told(spoken: Spoken, at: int) -> tuple[str | None, int]:
    """Read "told OUTLET" at the verb; return the outlet and the token where the statement begins."""
    row, words = spoken.row, spoken.lexicon
    after = at + 1
    if row[at].low not in words.attribution.told:
        return None, after
    after += after < len(row) and row[after].low in words.actors.articles
    hit = words.attribution.listeners.at(row, after) if after < len(row) else None
    hit = hit or (words.attribution.listeners.at(row, after - 1) if after < len(row) else None)
    if hit is not None:
        return None, hit[0]
    end = after
    while end < len(row) and row[end].capital and not _nation(row[end], words):
        end += 1
    return _name(row[after:end], words), end


def _nation(token: Token, lexicon: Lexicon) -> bool:
    return any(token.low in side.adjectives or token.low in side.names for side in lexicon.sides.values())


def _holds_before(spoken: Spoken, begin: int, after: int) -> bool:
    """Tell whether the statement stands before its speaker: "…, X said on Monday"."""
    row = spoken.row
    if begin < _FEWEST_BEFORE or row[begin - 1].low in spoken.lexicon.attribution.boundaries:
        return begin > 0 and row[begin - 1].said in _CLOSING_QUOTES
    parted = row[begin - 1].said in _CLOSING_QUOTES or row[begin - 1].said == "," or row[begin].said == ","
    tail = [token for token in row[after:] if token.word]
    return parted and (len(tail) <= _SHORT_TAIL and not any(start >= after for start, _ in spoken.triggers))


def _inverted(spoken: Spoken, at: int) -> Frame | None:
    """Read ", said X, role"."""
    row = spoken.row
    if not at or not (row[at - 1].said == "," or row[at - 1].said in _CLOSING_QUOTES):
        return None
    end = _group_end(spoken, at + 1)
    said = _known(spoken, speakers(row[at + 1 : end], spoken.lexicon), None)
    return Frame(said, 0, at, at, end) if said else None


def _according(spoken: Spoken, at: int, begin: int) -> Frame | None:
    end = _group_end(spoken, begin)
    said = _known(spoken, speakers(spoken.row[begin:end], spoken.lexicon), None)
    return Frame(said, 0, len(spoken.row), at, end, weak=True) if said else None


def _group_end(spoken: Spoken, begin: int) -> int:
    """Return where a name that stands after its verb ends; an apposition belongs to it."""
    row = spoken.row
    end = begin
    while end < len(row) and end - begin < _LOOK_BACK:
        if (
            row[end].said in _HARD_MARKS
            or row[end].said == "."
            or row[end].low in spoken.lexicon.attribution.boundaries
        ):
            break
        if row[end].said == "," and end > begin and not _apposition(spoken, end):
            break
        end += 1
    return end


def _apposition(spoken: Spoken, comma: int) -> bool:
    row = spoken.row
    return comma + 1 < len(row) and (
        row[comma + 1].low in spoken.lexicon.roles.words
        or row[comma + 1].low in spoken.lexicon.actors.articles
    )


def _known(spoken: Spoken, found: Sequence[Speaker], via: str | None) -> tuple[Speaker, ...]:
    at = spoken.row[0].start if spoken.row else 0
    return tuple(spoken.cast.known(replace(one, via=via) if via else one, at) for one in found)


def _name(row: Sequence[Token], lexicon: Lexicon) -> str | None:
    kept = [token.said for token in row if token.word]
    while kept and kept[0].lower() in lexicon.actors.articles:
        kept.pop(0)
    return " ".join(kept) or None


def _cut(found: Sequence[Frame], new: Frame) -> list[Frame]:
    """End what an earlier speaker says where the next one is named."""
    return [
        replace(old, end=new.who_begin)
        if old.begin <= new.who_begin < old.end and not (old.weak or new.weak)
        else old
        for old in found
    ]
