"""Bearings: "(northwest of X)", "північніше X", "в 5 км к северу от X", as clues to where a place lies."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.geography import costs
from feeds.geography.closeness import degrees, turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.geography.closeness import Spot
    from feeds.geography.gazetteer import Mention

_LOOK_BACK = 90
"""Characters before a reference town in which its words stand."""
_LONGEST_GAP = 60
_KM_A_MILE = 1.609
_WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_FIGURE = r"(?P<{0}>\d{{1,3}}(?:[.,]\d{{1,2}})?)"
_FIGURES = rf"(?:{_FIGURE.format('low')}\s*(?:[-–—]|to|до)\s*)?{_FIGURE.format('high')}"
_UNIT = r"(?P<unit>km|kilomet(?:er|re)s?|miles?|mi|км|кілометр\w{0,3}|километр\w{0,3})\.?"
_TOWN = (
    r"(?:the\s+)?(?-i:(?:(?!near|in|at|and|around|of|toward)[a-z]+(?:-[a-z]+)?\s+){0,3})"
    r"(?:settlement|village|town|city|hamlet|hub|outskirts)(?:\s+of)?\s+"
)
"""Such as "the embattled eastern town of"."""
_OF_TOWN = (
    rf"(?:{_TOWN}"
    r"|(?:села|селища|міста|посёлка|поселка|города|деревни|хутора|околиці|околицы|окраины|смт|н\.\s?п\.|нп|г\.|м\.|с\.|п\.)\s*)?"
)
_ENGLISH = re.compile(
    rf"(?:{_FIGURES}\s*{_UNIT}\s+)?(?:to\s+the\s+)?(?:(?:just|immediately|directly|further|far)\s+)?"
    rf"\b(?P<ns>north|south)?[- ]?(?P<ew>east|west)?\s+of\s+{_OF_TOWN}$",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(
    rf"(?:{_FIGURES}\s*{_UNIT}\s+)?(?:(?:на|к|до|у|в)\s+)?(?:\b(?P<ns>північ|півден|півдн|север|южн|юг)\w{{0,6}})?"
    r"(?:[-\s]{0,2}\b(?P<ew>західн|захід|заход|схід|сход|запад|восто)\w{0,6})?"
    rf"(?P<of>\s+(?:від|од|от))?\s+{_OF_TOWN}$",
    re.IGNORECASE,
)
_AWAY = re.compile(rf"{_FIGURES}\s*{_UNIT}\s+(?:from|away\s+from|від|од|от)\s+{_OF_TOWN}$", re.IGNORECASE)
_BESIDE = re.compile(rf"\b(?:near|outside|close\s+to|next\s+to|not\s+far\s+from)\s+{_TOWN}$", re.IGNORECASE)
_HAS_BESIDE = re.compile(r"near |outside |close to |next to |far from ")
_BESIDE_KM = 25.0
"""Within which what lies near a town is looked for."""
_HAS_WIND = re.compile(r"[hH](?:-?[ew]\w{3})? of\b|[eE]ast of\b|[wW]est of\b")
_HAS_NATIVE_WIND = re.compile(
    r"[Пп]івн?[іед]|[Сс]евер|[Юю](?:го|жн|г)|[Зз]ах[іо]д|[Сс]х[іо]д|[Зз]апад|[Вв]осто"
)
_HAS_UNIT = re.compile(r"\d\s*(?:km|ki|mi|км|кі|ки)")
"""What is looked for first, since it is rare."""
_COMPARED = re.compile(r"(?:іше|ее|ей)\s", re.IGNORECASE)
_NORTH = {"north": 1, "північ": 1, "север": 1}
_EAST = {"east": 1, "схід": 1, "сход": 1, "восто": 1}
_BRACKET = re.compile(
    r"\s*[(\[]\s*(?:(?:about|some|just|approximately|приблизно|примерно|около|близько|за|в|у)\s*)*"
)
_LOCATED = re.compile(
    r"[,\s–—-]*(?:(?:which|that|що|который|которое|которая|який|яке|яка)\s+)?(?:(?:is|lies|is\s+located|located|situated"
    r"|лежить|лежит|знаходиться|находится|розташован\w{1,4}|расположен\w{0,4})\s+)(?:(?:about|some|just|за|в|у|близько|около)\s*)*",
    re.IGNORECASE,
)
_COMMA = re.compile(
    r"\s*(?:,|\s[–—-]\s)\s*(?:(?:a|another|the)\s+(?:[a-z]+\s+){0,2}(?:village|town|settlement|hamlet|city)\b\s*)?"
    r"(?:(?:about|some|just|що|за|в|у|близько|около)\s+)*",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\s*,?\s*(?:near|in|at|around|біля|поблизу|неподалік(?:\s+від)?|возле|близ|вблизи|під|под"
    r"|[ву]\s+район(?:і|ах|е)(?:\s+(?:сіл|села|населен\w+\s+пункт\w*|н\.?\s?п\.?))?|[ву]\s+сел[іе])\s+"
    r"(?:the\s+)?(?:(?:settlements?|villages?|towns?)(?:\s+of)?\s+)?",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*(?:,|,?\s*\b(?:and|та|і|й|и)\b)\s*")


@dataclass(frozen=True, slots=True)
class Bearing:
    """Where something lies from a known place."""

    degrees: int | None
    """Clockwise from north; None where only the distance is told."""
    anchor: int
    """Which of the mentions is the known place."""
    reach_km: float | None = None
    """The distance told; None where it is not."""
    loose: bool = False
    """Whether the words may belong to another name."""

    def cost(self, anchor: Spot, spot: Spot, off_km: float = 0.0) -> float:
        """Return what it costs that something lies at ``spot``; 0 where it lies as told.

        ``off_km`` is how far off the spot may be: what that explains costs nothing.
        """
        most = costs.BEARING_LOOSE if self.loose else costs.BEARING
        turned, away = self._turned(anchor, spot, off_km), math.dist(anchor, spot)
        return most * max(turned, self._beyond(away - off_km))

    def _turned(self, anchor: Spot, spot: Spot, off_km: float) -> float:
        """Return from 0 to 1 how far something lies in another direction, by angle and by kilometres."""
        away = math.dist(anchor, spot)
        if self.degrees is None or not away:
            return 0.0
        off = turn(degrees(anchor, spot), self.degrees) - costs.BEARING_SLACK
        aside = away * math.sin(math.radians(min(max(off, 0.0), 90.0))) - off_km
        by_angle = off / (costs.BEARING_OFF - costs.BEARING_SLACK)
        return min(max(min(by_angle, aside / costs.BEARING_ASIDE_KM), 0.0), 1.0)

    def _beyond(self, away: float) -> float:
        if self.reach_km is None:
            over = (away - costs.BEARING_REACH_KM) / (costs.BEARING_LOST_KM - costs.BEARING_REACH_KM)
        else:
            most = self.reach_km * costs.STATED_SLACK + costs.STATED_FREE_KM
            over = (away - most) / most
        return min(max(over, 0.0), 1.0)

    @property
    def wind(self) -> str:
        """The direction in words; empty where none is told."""
        return "" if self.degrees is None else _WINDS[round(self.degrees / 45) % 8]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words for a bearing before a name."""

    start: int
    degrees: int | None
    reach_km: float | None
    beside: bool
    """Whether no more is told than "near the town of"."""


def bearings(mentions: Sequence[Mention], text: str) -> dict[int, Bearing]:
    """Return the bearings that a text gives, by the place in ``mentions`` of what they are given of.

    What is told in brackets or with a verb is told of the name before, and loosely of those listed with
    it; what is told before "near Y" is told of Y and those listed with it; behind a comma it is told of
    the name before, loosely. A bearing of no name tells nothing. Linear in the length of the text.
    """
    found: dict[int, Bearing] = {}
    phrases = [_phrase(text, mention.span.start) for mention in mentions]
    for at, phrase in enumerate(phrases):
        if phrase is not None and not _forward(found, mentions, text, phrases, at):
            _backward(found, mentions, text, phrases, at)
    return found


def _phrase(text: str, start: int) -> _Phrase | None:
    before = text[max(0, start - _LOOK_BACK) : start]
    match = (_AWAY.search(before) if _HAS_UNIT.search(before) else None) or _wind(before)
    if match is None and _HAS_BESIDE.search(before):
        match = _BESIDE.search(before)
    if match is None:
        return None
    return _Phrase(start - len(before) + match.start(), _degrees(match), _reach(match), match.re is _BESIDE)


def _wind(before: str) -> re.Match[str] | None:
    for hint, pattern in ((_HAS_WIND, _ENGLISH), (_HAS_NATIVE_WIND, _CYRILLIC)):
        if not hint.search(before):
            continue
        match = pattern.search(before)
        while match is not None and not _points(match):
            match = pattern.search(before, match.start() + 1)
        if match is not None:
            return match
    return None


def _points(match: re.Match[str]) -> bool:
    """Tell whether a match names a wind, and in Cyrillic as "north of", not as "northern"."""
    if not (match.group("ns") or match.group("ew")):
        return False
    return match.re is _ENGLISH or bool(match.group("of")) or _COMPARED.search(match.group()) is not None


def _degrees(match: re.Match[str]) -> int | None:
    if match.re in {_AWAY, _BESIDE}:
        return None
    ns, ew = (match.group("ns") or "").lower(), (match.group("ew") or "").lower()
    north = _NORTH.get(ns, -1) if ns else 0
    east = next((1 for word in _EAST if ew.startswith(word)), -1) if ew else 0
    return round(math.degrees(math.atan2(east, north))) % 360


def _reach(match: re.Match[str]) -> float | None:
    if match.re is _BESIDE:
        return _BESIDE_KM
    if match.group("high") is None:
        return None
    told = float(match.group("high").replace(",", "."))
    return told * _KM_A_MILE if match.group("unit").lower().startswith("mi") else told


def _forward(
    found: dict[int, Bearing],
    mentions: Sequence[Mention],
    text: str,
    phrases: Sequence[_Phrase | None],
    at: int,
) -> bool:
    """Tell the bearing of the names behind its reference town; tell whether there are any."""
    phrase, target = phrases[at], at + 1
    if phrase is None or target >= len(mentions) or not _NEAR.fullmatch(_between(mentions, text, at)):
        return False
    while target < len(mentions) and phrases[target] is None:
        found[target] = Bearing(phrase.degrees, at, phrase.reach_km)
        if not _LIST.fullmatch(_between(mentions, text, target)):
            break
        target += 1
    return True


def _backward(
    found: dict[int, Bearing],
    mentions: Sequence[Mention],
    text: str,
    phrases: Sequence[_Phrase | None],
    at: int,
) -> None:
    phrase = phrases[at]
    if phrase is None or not at or mentions[at - 1].span.end > phrase.start:
        return
    between = text[mentions[at - 1].span.end : phrase.start][:_LONGEST_GAP]
    bracket = _BRACKET.fullmatch(between) is not None
    comma = _COMMA.fullmatch(between) is not None
    told = bracket or _LOCATED.fullmatch(between) is not None or (phrase.beside and comma)
    if not (told or comma):
        return
    target = at - 1
    found.setdefault(target, Bearing(phrase.degrees, at, phrase.reach_km, loose=not told))
    while (
        bracket
        and target
        and phrases[target] is None
        and _LIST.fullmatch(_between(mentions, text, target - 1))
    ):
        target -= 1
        found.setdefault(target, Bearing(phrase.degrees, at, phrase.reach_km, loose=True))


def _between(mentions: Sequence[Mention], text: str, at: int) -> str:
    """Return what stands between a mention and the next; nothing that matches where that is much."""
    if at + 1 >= len(mentions):
        return "."
    start, end = mentions[at].span.end, mentions[at + 1].span.start
    return text[start:end] if end - start <= _LONGEST_GAP else "."
