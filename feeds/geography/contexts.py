"""Which of the forms found in a text are places there: by what stands around each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from feeds.geography.classes import Mark
from feeds.geography.cues import REACH, word_before
from feeds.geography.declension import Case
from feeds.geography.folding import HYPHENS
from feeds.geography.neighbours import in_area, tell_again, tell_lists, tell_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.geography.cues import Before, Cues
    from feeds.geography.scanning import Hit

_WEB = re.compile(r"(?:https?://|www\.|t\.me/|@)\S*$")
_OPENING = frozenset("«\"“„‘'([*_~`")
_QUOTES = frozenset("«\"“„‘'")
_CLOSING = frozenset("»\"”“’'")
_WEB_MARKS = frozenset("/@=.")
_LONGEST_ADDRESS = 200
_HYPHENS = frozenset(HYPHENS)
_GOES_ON = re.compile(r"[-–—](?=\w)| [A-Z\u0400-\u042f\u0490][\w'’ʼ]")
"""A further word of a name: behind a dash, or with a capital letter behind a blank."""
_SETTLEMENT_OF = re.compile(
    r"\b(?:villages?|towns?|city|cities|settlements?|hamlet|outskirts|vicinity|capture|liberation) of $"
)
_WATERS_OF = re.compile(r"\b(?:[Ss]ea|[Gg]ulf|[Bb]ay) of $")
_NEUTER = re.compile(r" \w+(?:ння|ття|ство|ние|тие|ье|ище)\b")
_IN_IT = re.compile(r" (?!уже|более|також|также|после|буде|веде|йде|може|через)\w{2,}[^лтч\W][еую]\b")
_OF_HER = re.compile(r" \w{2,}[^лт\W][иыї]\b")
_NOUN_OF = {
    "е": _NEUTER, "є": _NEUTER, "ом": _IN_IT, "му": _IN_IT, "ім": _IN_IT, "ої": _OF_HER, "ой": _OF_HER,
}  # fmt: skip
"""By an adjective's ending, the nouns behind it that agree with it; verbs mostly do not end so."""
_NOUN_ENDINGS = {
    "ку": ("у", "ю", "ь", "обл", "Г", "С"), "ка": ("а", "я", "ь", "обл", "Г", "С"), "ке": ("о", "е", "я"),
}  # fmt: skip
"""By an ending that Ukrainian adjectives and names of towns have in common, those of the nouns behind."""
_OBLIQUE = ("ого", "ому", "им", "ым")
_ABBREVIATION, _TOWN_ABBREVIATION = 5, 3
"""Letters of a word in capitals up to which it may be short for something; likewise of a town's name."""
_LOCATIVE = int(Case.LOCATIVE)
_UNCERTAIN = int(Mark.WORD | Mark.PERSON)
_PERSON, _TOWN, _FRONT, _COMMON = map(int, (Mark.PERSON, Mark.TOWN, Mark.FRONT, Mark.COMMON))
_ADJECTIVE, _AREA, _ELSEWHERE = map(int, (Mark.ADJECTIVE, Mark.AREA, Mark.ELSEWHERE))
"""Plain numbers, since flags are slow and there are many hits."""


def told(text: str, hits: Sequence[Hit], cues: Cues, given: frozenset[str]) -> list[Hit]:
    """Return the hits that are places, in order; time is linear in the number of hits.

    A form that is also a word or a person's name needs a cue: a settlement word, a word for "near"
    or a preposition with the right case, its oblast or raion, or a list with a place in it. Streets,
    units, people, outlets and adjectives are dropped however safe the form.
    """
    verdicts = [_verdict(text, hits, at, cues, given) for at in range(len(hits))]
    if None in verdicts:
        tell_rows(text, hits, verdicts, cues)
        tell_lists(text, hits, verdicts, cues)
        tell_again(hits, verdicts)
    return [hit for hit, verdict in zip(hits, verdicts, strict=True) if verdict]


def _verdict(text: str, hits: Sequence[Hit], at: int, cues: Cues, given: frozenset[str]) -> bool | None:
    """Tell whether a hit is a place; None: only if a list makes it one."""
    hit = hits[at]
    mark = hit.mark
    if hit.area:
        return True
    if _is_part(text, hits, at) or (mark & _UNCERTAIN and _goes_on(text, hits, at, cues)):
        return False
    before = cues.before(word_before(text, hit.start))
    if _is_called_settlement(text, hit, before):
        return True
    if before.bearer or _dropped(text, hit, before, cues):
        return False
    if not mark & _UNCERTAIN:
        return mark & _AREA != 0 or not before.capital or not _ends_name(text, hit, before, cues, given)
    return _cued(text, hit, before, cues) or in_area(text, hits, at) or (None if before.in_list else False)


def _is_called_settlement(text: str, hit: Hit, before: Before) -> bool:
    if before.settlement:
        return not before.city or hit.mark & _TOWN != 0 or not hit.mark & _UNCERTAIN
    return before.of and _SETTLEMENT_OF.search(text, max(0, hit.start - REACH), hit.start) is not None


def _is_part(text: str, hits: Sequence[Hit], at: int) -> bool:
    """Tell whether a hyphen joins a hit to a word that is no name of a place: Москва-Сити."""
    start, end = hits[at].start, hits[at].end
    if text[start - 1 : start] in _HYPHENS and text[start - 2 : start - 1].isalnum():
        return at == 0 or hits[at - 1].end != start - 1
    if text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalnum():
        return at + 1 == len(hits) or hits[at + 1].start != end + 1
    return False


def _goes_on(text: str, hits: Sequence[Hit], at: int, cues: Cues) -> bool:
    """Tell whether an uncertain form is but the beginning of a longer name, or of words between marks."""
    hit = hits[at]
    if _GOES_ON.match(text, hit.end) and not cues.area_behind.match(text, hit.end):
        joined = at + 1 < len(hits) and hits[at + 1].start == hit.end + 1 and text[hit.end] != " "
        return not joined
    return text[hit.start - 1 : hit.start] in _QUOTES and hit.start > 0


def _ends_name(text: str, hit: Hit, before: Before, cues: Cues, given: frozenset[str]) -> bool:
    """Tell whether a capitalised word right before makes a form the end of a longer name."""
    if before.initial or before.low in given:
        return True
    if hit.mark & _TOWN and not text.endswith(_OBLIQUE, hit.start, hit.end):
        return False
    at = text.rfind(before.word, 0, hit.start)
    return not before.word.isupper() and not cues.before(word_before(text, at)).opening


def _dropped(text: str, hit: Hit, before: Before, cues: Cues) -> bool:
    """Tell whether a form is something else's name, however safe it is as a place's."""
    left, behind = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if left in _OPENING and behind in _CLOSING:
        return True
    if left in _WEB_MARKS and _WEB.search(text, max(0, hit.start - _LONGEST_ADDRESS), hit.start):
        return True
    if before.of and _WATERS_OF.search(text, max(0, hit.start - REACH), hit.start):
        return True
    if not hit.mark & _AREA and _is_abbreviation(text, hit):
        return True
    return behind == " " and _goes_with(text, hit, cues)


def _goes_with(text: str, hit: Hit, cues: Cues) -> bool:
    """Tell whether a form goes with the noun behind it."""
    if hit.mark & _ADJECTIVE:
        ending = text[hit.end - 2 : hit.end]
        noun = _NOUN_OF.get(ending) or _NOUN_OF.get(ending[1:])
        kind = cues.noun_behind.match(text, hit.end)
        if (noun and noun.match(text, hit.end)) or (kind and _agrees(ending, kind)):
            return True
    if text[hit.start] >= "\u0400":
        return False
    words = text[hit.end : hit.end + REACH].split(None, 1)
    return bool(words) and words[0].strip(".,;:!?)").lower() in cues.behind


def _agrees(ending: str, kind: re.Match[str]) -> bool:
    """Tell a noun of an adjective (Торецьку громаду) from one behind a town's case (у Торецьку громада)."""
    endings = _NOUN_ENDINGS.get(ending)
    if kind["others"]:
        return True
    if endings is None:
        return not kind["inner"] or kind["inner"].endswith(ending[-1])  # "Родинское Донецкой области"
    return kind["inner"].endswith(ending) if kind["inner"] else kind.group().endswith(endings)


def _is_abbreviation(text: str, hit: Hit) -> bool:
    """Tell whether a short form in capitals stands among words that are not all in capitals."""
    longest = _TOWN_ABBREVIATION if hit.mark & _TOWN else _ABBREVIATION
    if hit.end - hit.start > longest or not text[hit.start : hit.end].isupper():
        return False
    around = text[max(0, hit.start - REACH) : hit.start] + text[hit.end : hit.end + REACH]
    return any(map(str.islower, around))


def _cued(text: str, hit: Hit, before: Before, cues: Cues) -> bool:
    mark = hit.mark
    if cues.area_behind.match(text, hit.end):
        return True
    near = before.near & hit.cases
    at = before.place & hit.cases
    if at and not near:
        near = cues.far_before.search(text, max(0, hit.start - REACH), hit.start) is not None
    if near and not (mark & _PERSON and not mark & _FRONT):
        return True
    if at and mark & _FRONT and not mark & (_COMMON | _PERSON):
        return True
    if not mark & _TOWN or mark & (_ADJECTIVE | _ELSEWHERE):
        return False
    if mark & _PERSON:
        return at & _LOCATIVE != 0
    return at != 0 or (not before.opening and not before.capital and not text[hit.start : hit.end].isupper())
