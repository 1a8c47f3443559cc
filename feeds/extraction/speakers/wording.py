"""How far the words of a name go, and how they are written, in languages with cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import given_name, nominative, tongue_of
from feeds.extraction.speakers.subjects import HARD_MARKS
from feeds.extraction.words.marks import OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.speakers.subjects import Spoken
    from feeds.extraction.words.tokens import Token

_CLOSING = frozenset('»”"')
_MOST_QUOTED = 6
"""Words of a name between marks."""
_BLANKED = 1
"""Characters between two words; where there are more a quotation mark was taken out."""
_SUFFIX = 2
"""Letters behind the hyphen of a number at most."""
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_STOPS = frozenset({".", ",", "(", "!", "?", "…"})


def in_nominative(spoken: Spoken, begin: int, end: int, *, oblique: bool) -> list[str]:
    """Return the words of a group, with the marks that stand around names in it."""
    row = spoken.row[begin:end]
    plain = [token for token in row if token.word]
    if not plain or not oblique:
        return [said(spoken, begin, end)] if plain else []
    plain = [token for at, token in enumerate(row) if token.word and not is_suffix(row, at)]
    changed = nominative(plain, spoken.lexicon, spoken.cast.known_words)
    first = next((at for at, token in enumerate(plain) if token.said != changed[at]), None)
    if first is None:
        return [said(spoken, begin, end)]
    last = max(at for at, token in enumerate(plain) if token.said != changed[at])
    rest = next(at for at in range(begin, end) if spoken.row[at] is plain[last]) + 1
    tail = said(spoken, rest, end, marked=True)
    return [*changed[: last + 1], *([tail] if tail else [])]


def is_suffix(row: Sequence[Token], at: int) -> bool:
    """Tell whether token ``at`` only gives the case of a number: the "й" of "3-й"."""
    short = at > 1 and len(row[at].said) <= _SUFFIX
    return short and row[at - 1].said == "-" and row[at - 2].said.isdecimal()


def said(spoken: Spoken, begin: int, end: int, *, marked: bool = False) -> str:
    """Return the words of the tokens as the item has them, with the marks that belong to them.

    Marks around all of them go, save with ``marked``; the other half of one within them stays.
    """
    row, text = spoken.row, spoken.cast.text
    while end > begin and not row[end - 1].word:
        end -= 1
    while end > begin and not row[begin].word:
        begin += 1
    if begin >= end:
        return ""
    first, last = row[begin].start, row[end - 1].end
    inner = _BRACKETS.sub(" ", text[first:last])
    before = text[first - 1 : first] if text[first - 1 : first] in OPENING else ""
    after = text[last : last + 1] if text[last : last + 1] in _CLOSING else ""
    odd = inner.count('"') % 2 == 1
    lacks = sum(map(inner.count, "«“„")) - sum(map(inner.count, "»”"))
    around = marked and bool(before and after)
    opened = before if around or lacks < 0 or (odd and before == '"') else ""
    closed = after if around or lacks > 0 or (odd and not opened and after == '"') else ""
    return " ".join(f"{opened}{inner}{closed}".split())


def name_end(spoken: Spoken, begin: int, limit: int, *, strict: bool) -> int:
    """Return the token at which a name that begins at ``begin`` must have ended.

    With ``strict`` also at a preposition behind its noun, save those by which offices go on.
    """
    at = begin
    while at < limit and not _ends(spoken, begin, at, strict=strict):
        at += 1
    return at


def _ends(spoken: Spoken, begin: int, at: int, *, strict: bool) -> bool:
    row, words = spoken.row, spoken.lexicon
    token = row[at]
    dash = token.said == "-" and at > 0 and token.start > row[at - 1].end
    if at > begin and token.said == "." and row[at - 1].low in words.roles.honouring:
        return False  # "the regiment n.a. X"
    if token.said == "." and at > begin and within_marks(spoken, at):
        return False  # "the channel «X. News»"
    if dash or token.said in HARD_MARKS or token.said in _STOPS:
        return True
    if at == begin:
        return False
    negated = words.mood.negation.at(row, at) is not None
    starts = (
        negated
        or any(first == at for first, _ in spoken.triggers)
        or any(day.begin == at for day in spoken.days)
    )
    verb = token.low in words.attribution.verbs or token.low in words.attribution.denials
    opens = token.low in words.attribution.boundaries or token.low in words.attribution.about
    opens = opens and not _within_name(spoken, at)
    opens = opens or (token.low in words.attribution.anew and not token.capital)
    medium = words.attribution.via.at(row, at) is not None or words.attribution.citing.at(row, at) is not None
    medium = medium or (_told_outlet(spoken, at) and not _goes_on_foreign(spoken, at)) or _listens(spoken, at)
    source = words.nouns.get(row[at - 1].low) in words.attribution.sources
    office = any(one.low in words.nouns for one in row[begin:at])
    small = strict and not token.capital and not source and _parts(spoken, token, office=office)
    return starts or (verb and not token.capital) or opens or medium or small


def _goes_on_foreign(spoken: Spoken, at: int) -> bool:
    """Tell whether token ``at`` goes on with a name in the letters of another language: "The | Guardian"."""
    pair = spoken.row[at - 1 : at + 1]
    foreign = tongue_of(spoken.lexicon.language) is not None
    return foreign and all(token.capital and token.said.isascii() for token in pair)


def _within_name(spoken: Spoken, at: int) -> bool:
    """Tell whether token ``at`` is the "de" of a name."""
    row = spoken.row
    around = 0 < at < len(row) - 1 and row[at - 1].capital and row[at + 1].capital
    return around and is_between(spoken, at) and row[at - 1].low not in spoken.lexicon.nouns


def is_between(spoken: Spoken, at: int) -> bool:
    """Tell whether token ``at``, not the first, may be the "de" of a name.

    A word that also begins a clause, as does the Ukrainian "де", is none behind a place: "in X, where".
    """
    row, words = spoken.row, spoken.lexicon
    low, before = row[at].low, row[at - 1]
    opens = low in words.attribution.boundaries or low in words.attribution.joins
    within = at > 1 and row[at - 2].low in words.places.cues
    place = (within or before.start in spoken.places) and given_name(before, words.language) is None
    return low in words.roles.between and not (opens and place)


def _told_outlet(spoken: Spoken, at: int) -> bool:
    """Tell whether a well-known outlet right behind somebody's name is whom it was told: "said X OUTLET"."""
    before, words = spoken.row[at - 1], spoken.lexicon
    named = before.capital and before.low not in words.nouns and len(before.said) > 1
    return named and not before.said.isupper() and words.attribution.outlets.at(spoken.row, at) is not None


def _listens(spoken: Spoken, at: int) -> bool:
    """Tell whether those to whom it is said stand at token ``at``, behind who says it: "X to reporters"."""
    low, words = spoken.row[at].low, spoken.lexicon
    return words.attribution.listeners.at(spoken.row, at) is not None and words.nouns.get(low, "") != low


def was_quoted(spoken: Spoken, at: int) -> bool:
    """Tell whether an opening mark stood before token ``at``; one that closes another name does not count."""
    start = spoken.row[at].start
    blanked = at > 0 and start - spoken.row[at - 1].end > _BLANKED
    return blanked and spoken.cast.text[start - 1 : start] in OPENING


def quoted_end(spoken: Spoken, begin: int, limit: int) -> int:
    """Return the token behind a short name between marks that begins at ``begin``; ``begin`` for none."""
    text = spoken.cast.text
    if not was_quoted(spoken, begin) or not spoken.row[begin].capital:
        return begin
    near = range(begin, min(limit, begin + _MOST_QUOTED))
    closed = (at for at in near if text[spoken.row[at].end : spoken.row[at].end + 1] in _CLOSING)
    end = next((at + 1 for at in closed if text[spoken.row[at].end : spoken.row[at].end + 1]), begin)
    return end if all(token.word for token in spoken.row[begin:end]) else begin


def within_marks(spoken: Spoken, at: int) -> bool:
    """Tell whether token ``at`` stands within a pair of quotation marks of its sentence."""
    before = spoken.cast.text[spoken.row[0].start : spoken.row[at].start]
    opened = sum(map(before.count, OPENING - {'"'})) > sum(map(before.count, _CLOSING - {'"'}))
    return opened or before.count('"') % 2 == 1


def _parts(spoken: Spoken, token: Token, *, office: bool) -> bool:
    """Tell whether a small word begins what is no part of a name; that of an ``office`` goes on with some."""
    words = spoken.lexicon
    preposition = token.low in words.attribution.openings or token.low in words.places.cues
    joins = token.low in words.attribution.joins
    adverb = token.low in words.attribution.auxiliaries
    within = office and token.low in words.attribution.within
    return (preposition or adverb) and not joins and not within
