"""What stands around a name: the oblasts and raions that tell which place of that name is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.geography.gazetteer import Mention
    from feeds.model import Place, Span

_Names = frozenset[str]
_LYING_IN = re.compile(r"(?:(?:\s+[a-z]+)?\s+(?:in|of)|,|\s*\()?\s*(?:the\s+)?(?:\w+['’]s\s+)?")
"""Between a name and the oblast it is said to lie in: "Popovka area of Russia's Belgorod Oblast"."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Names of oblasts and raions that a text gives around one name; each is empty where it gives none."""

    given: _Names
    """The oblast said right behind the name."""
    near: _Names
    """Oblasts that the sentence names."""
    near_certain: _Names
    """Oblasts in which other places of the sentence are certain to lie."""
    item: _Names
    title: _Names
    certain: _Names
    """Oblasts in which places of the item or its title are certain to lie."""
    near_raions: _Names
    raions: _Names


def surroundings(
    mentions: Sequence[Mention], text: str, *, title: Sequence[Mention], sentences: Sequence[Span]
) -> tuple[Surroundings, ...]:
    """Return what stands around each mention, in order; ``sentences`` are those of ``text``."""
    places = _by_sentence(mentions, sentences)
    groups: dict[int, list[Mention]] = {}
    for mention, number in zip(mentions, places, strict=True):
        groups.setdefault(number, []).append(mention)
    near = {number: (_oblasts(group), _certain(group), _raions(group)) for number, group in groups.items()}
    every = [*mentions, *title]
    item, titled, certain, raions = _oblasts(mentions), _oblasts(title), _certain(every), _raions(every)
    return tuple(
        Surroundings(
            given=_given(mentions, at, text),
            near=near[number][0],
            near_certain=near[number][1],
            item=item,
            title=titled,
            certain=certain,
            near_raions=near[number][2],
            raions=raions,
        )
        for at, number in enumerate(places)
    )


def _by_sentence(mentions: Sequence[Mention], sentences: Sequence[Span]) -> list[int]:
    found: list[int] = []
    at = 0
    for mention in mentions:
        while at + 1 < len(sentences) and sentences[at].end <= mention.span.start:
            at += 1
        found.append(at)
    return found


def _given(mentions: Sequence[Mention], at: int, text: str) -> _Names:
    if at + 1 >= len(mentions):
        return frozenset()
    between = text[mentions[at].span.end : mentions[at + 1].span.start]
    return _oblasts(mentions[at + 1 : at + 2]) if _LYING_IN.fullmatch(between) else frozenset()


def _oblasts(mentions: Iterable[Mention]) -> _Names:
    return frozenset(
        place.oblast
        for mention in mentions
        for place in mention.candidates
        if place.kind is PlaceKind.OBLAST and place.oblast
    )


def _certain(mentions: Iterable[Mention]) -> _Names:
    """Return the oblasts of names that can only lie in one; a direction may reach beyond its oblast."""
    found = (_lying(mention.candidates) for mention in mentions)
    return frozenset(one for one in found if one is not None)


def _lying(candidates: Sequence[Place]) -> str | None:
    oblasts = {place.oblast for place in candidates}
    fixed = all(place.kind is not PlaceKind.DIRECTION for place in candidates)
    return oblasts.pop() if len(oblasts) == 1 and fixed else None


def _raions(mentions: Iterable[Mention]) -> _Names:
    return frozenset(
        place.name for mention in mentions for place in mention.candidates if place.kind is PlaceKind.RAION
    )
