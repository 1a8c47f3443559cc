"""By which name a report calls a place: the item's, in its base form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.geography.folding import fold

if TYPE_CHECKING:
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene
    from feeds.model import Place

_ENDING = 2
"""Letters in which the name of a place in the gazetteer may differ from the one in a text."""


def called(scene: Scene, ref: PlaceRef, place: Place) -> str:
    """Return the name of the place that is meant, where it is the item's with another ending at most."""
    if ref.plain:
        return ref.name
    known, language = scene.reading.mentions.get(ref.start), scene.reading.lexicon.language
    own = scene.setting.gazetteer.base_form(ref.name, (place,), language)
    plain = known is None or " " in ref.name or len(ref.candidates) == 1
    if _is_near(own, ref.name) or known is None or plain:
        return own if _is_near(own, ref.name) else ref.name
    own = scene.setting.gazetteer.base_form(known.form, (place,), language)
    return own if _is_form_of(own, known.form) else ref.name


def _is_form_of(name: str, said: str) -> bool:
    """Tell whether what is said may be a case of a name: all but the last two letters are the same."""
    stem = fold(name)[:-_ENDING]
    return (
        len(stem) > _ENDING
        and fold(said).startswith(stem)
        and len(said) - len(name) in range(-1, _ENDING + 1)
    )


def _is_near(name: str, other: str) -> bool:
    """Tell whether two names differ in their ending at most: another name of the place is not the item's."""
    one, two = fold(name), fold(other)
    return one[: len(two) - _ENDING] == two[: len(two) - _ENDING] and len(one) == len(two)
