"""What stands around a name: the oblasts, raions, sides and words that tell which place is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.geography import costs
from feeds.geography.tales import Tale, tales
from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.geography.facts import Fact
    from feeds.geography.gazetteer import Mention
    from feeds.model import Span

_Names = frozenset[str]
_NONE: _Names = frozenset()
_LYING_IN = re.compile(
    r"(?:(?:\s+[a-z]+)?\s+(?:in|of)|,|\s*\(|\s+(?:у|в|на|во))?\s*(?:the\s+|(?:same\s+)?)(?:\w+['’]s\s+)?"
)
"""Between a name and the oblast or raion it is said to lie in: "Popovka area of Russia's Belgorod Oblast"."""
_LIST = re.compile(r"\s*(?:,|;|,?\s*\b(?:and|та|і|й|и)\b)\s*(?:(?:с|м|г|смт|нп)\.\s*)?")
_HEADS = re.compile(
    r"\s*[:–—-]\s+(?:(?:у|в|біля|поблизу|близ|возле|near|in|at)\s+)?"
    r"(?:(?:район[іеах]{1,2})\s+)?(?:(?:сіл|сел[ае]?|населен\w{2,3}\s+пункт\w{0,3})\s+)?"
)
"""Between an oblast and the names that it heads: "на Донеччині – Степове"."""
_LONGEST_GAP = 40
_HEADING_REACH = 800
"""Characters behind a heading for which it holds."""
_RUSSIAN_LETTER, _UKRAINIAN_LETTER = re.compile("[ыэъё]"), re.compile("[іїєґ]")
_COUNTRIES = frozenset({Tale.RUSSIA, Tale.UKRAINE})


@dataclass(frozen=True, slots=True)
class Around:
    """What a text says around one name; sets are of English names of oblasts, empty where it names none."""

    given: _Names = _NONE
    """The oblast said right behind the name."""
    given_raions: _Names = _NONE
    """Likewise; a raion is OBLAST/RAION."""
    raions: _Names = _NONE
    """In the sentence."""
    oblasts: _Names = _NONE
    """In the sentence."""
    lent: _Names = _NONE
    """In the sentence too, but said right behind other names."""
    crossed: _Names = _NONE
    """Those of the sentence's directions."""
    heading: _Names = _NONE
    """Those of the oblast or direction that was named last."""
    headed: bool = False
    """Whether a dash or a colon leads from that to the name, or to a list with it."""
    countries: _Names = _NONE
    strike: bool = False
    """Whether the sentence tells of strikes from afar."""
    ground: bool = False
    """Whether it tells of fighting on the ground."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What an item and its title say as a whole."""

    oblasts: _Names
    raions: _Names
    titled: _Names
    """Oblasts of the title, those that its directions cross among them."""
    countries: _Names
    russian: bool
    """Whether anything named is certain to lie in Russia."""


@dataclass(frozen=True, slots=True)
class Said:
    """One mention with all that its name may mean, in the order of the text."""

    mention: Mention
    facts: tuple[Fact, ...]
    sentence: int

    areas: tuple[Fact, ...]
    """The oblasts, raions and directions that it names; none where it may as well be a town."""


def is_russian(text: str) -> bool:
    """Tell whether a text has more letters that only Russian has than only Ukrainian ones."""
    return len(_RUSSIAN_LETTER.findall(text)) > len(_UKRAINIAN_LETTER.findall(text))


def sentence_at(starts: Sequence[int], place: int) -> int:
    """Return the number of the sentence in which ``place`` lies; -1 before the first."""
    return bisect_right(starts, place) - 1


def whole(said: Sequence[Said], title: Iterable[Said], stands: Iterable[Around]) -> Whole:
    """Return what an item says as a whole."""
    titled = tuple(title)
    return Whole(
        oblasts=_oblasts(said),
        raions=_raions([*said, *titled]),
        titled=_oblasts(titled) | _crossed(titled),
        countries=frozenset().union(*(one.countries for one in stands)),
        russian=any(all(fact.place.country == "RU" for fact in one.facts) for one in (*said, *titled)),
    )


def around(said: Sequence[Said], text: str, sentences: Sequence[Span]) -> tuple[Around, ...]:
    """Return what stands around each mention, in order; linear in the length of the text."""
    groups: dict[int, list[Said]] = {}
    for one in said:
        groups.setdefault(one.sentence, []).append(one)
    said_of = _tales(text, [span.start for span in sentences])
    given = _given(said, text)
    lent: dict[int, _Names] = {}
    for one, (oblasts, _) in zip(said, given, strict=True):
        lent[one.sentence] = lent.get(one.sentence, _NONE) | (oblasts if not one.areas else _NONE)
    common = {
        number: _common(group, said_of.get(number, _NONE), lent[number]) for number, group in groups.items()
    }
    found: list[Around] = []
    heading, reach, headed = _NONE, 0, False
    for number, one in enumerate(said):
        between = (
            text[said[number - 1].mention.span.end : one.mention.span.start][:_LONGEST_GAP] if number else ""
        )
        goes_on = headed and _LIST.fullmatch(between) is not None
        headed = bool(heading) and (goes_on or _HEADS.fullmatch(between) is not None)
        areas = _oblasts([one]) | _crossed([one])
        if areas:
            heading, reach = areas, one.mention.span.end + _HEADING_REACH
        held = heading if one.mention.span.start < reach else _NONE
        oblasts, raions = given[number]
        found.append(
            replace(
                common[one.sentence],
                given=oblasts,
                given_raions=raions,
                heading=held,
                headed=headed and bool(held),
            )
        )
    return tuple(found)


def _tales(text: str, starts: Sequence[int]) -> dict[int, _Names]:
    """Return by sentence what it tells of: countries, strikes, fighting."""
    found: dict[int, set[str]] = {}
    for at, tale in tales(text):
        found.setdefault(sentence_at(starts, at), set()).add(tale)
    return {number: frozenset(names) for number, names in found.items()}


def _common(group: Sequence[Said], said_of: _Names, lent: _Names) -> Around:
    oblasts = _oblasts(group)
    return Around(
        raions=_raions(group),
        oblasts=oblasts - lent,
        lent=oblasts & lent,
        crossed=_crossed(group),
        countries=said_of & _COUNTRIES,
        strike=Tale.STRIKE in said_of,
        ground=Tale.GROUND in said_of,
    )


def _given(said: Sequence[Said], text: str) -> list[tuple[_Names, _Names]]:
    """Return the oblasts and raions said right behind each name; of a list, behind its last."""
    found: list[tuple[_Names, _Names]] = [(_NONE, _NONE)] * len(said)
    for at in range(len(said) - 2, -1, -1):
        one, other = said[at], said[at + 1]
        if one.areas and not _in_kind(one, other):
            continue
        start, end = one.mention.span.end, other.mention.span.start
        between = text[start:end] if end - start <= _LONGEST_GAP else "."
        if other.areas and _LYING_IN.fullmatch(between):
            oblasts, raions = _oblasts([other]), _raions([other])
            found[at] = (oblasts or found[at + 1][0], raions)
        elif not other.areas and _LIST.fullmatch(between):
            found[at] = found[at + 1]
    return found


def _in_kind(one: Said, other: Said) -> bool:
    """Tell whether a raion stands before its oblast, so that what is said of one holds for the other."""
    kinds = {fact.place.kind for fact in one.areas}
    return kinds == {PlaceKind.RAION} and any(fact.place.kind is PlaceKind.OBLAST for fact in other.areas)


def without_namesakes(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return what a name may mean without the oblast of a city's name: it is said with its word."""
    if any(fact.saved >= costs.CITY for fact in facts if not fact.area):
        return tuple(fact for fact in facts if not fact.area)
    return tuple(facts)


def areas_of(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the areas of a name that no town of weight shares: "Харківщина" is a village too."""
    areas = tuple(fact for fact in facts if fact.area)
    if not areas or len(areas) == len(facts):
        return areas
    saved = max((fact.saved for fact in facts if not fact.area), default=0.0)
    return areas if saved < areas[0].saved / 2 else ()


def _oblasts(said: Iterable[Said]) -> _Names:
    return frozenset(
        fact.place.oblast
        for one in said
        for fact in one.areas
        if fact.place.kind is PlaceKind.OBLAST and fact.place.oblast
    )


def _crossed(said: Iterable[Said]) -> _Names:
    found = (fact.oblasts for one in said for fact in one.areas if fact.place.kind is PlaceKind.DIRECTION)
    return frozenset().union(*found)


def _raions(said: Iterable[Said]) -> _Names:
    return frozenset(
        f"{fact.place.oblast}/{fact.raion}"
        for one in said
        for fact in one.areas
        if fact.place.kind is PlaceKind.RAION
    )
