"""Whom a pronoun of things means: "it said" is no person's, in languages with a word of its own for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.sites import is_press

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.speakers import Speaker

_MOST_HEARD = 8
"""Speakers that "it" reaches back over."""


def meant_by_it(
    pronoun: str, heard: Sequence[Speaker], persons: Collection[str], lexicon: Lexicon
) -> Speaker:
    """Return the last of ``heard`` that ``pronoun`` may mean: for "it" an organisation, if there is one."""
    it = pronoun in lexicon.places.there and lexicon.grammar.has_articles
    groups = (one for one in reversed(heard[-_MOST_HEARD:]) if not _is_person(one, persons, lexicon))
    return next(groups, heard[-1]) if it else heard[-1]


def meant_by_he(heard: Sequence[Speaker], lexicon: Lexicon) -> Speaker | None:
    """Return the last of ``heard`` that "he" may mean: no outlet, which only passed on what was said."""
    return next((one for one in reversed(heard[-_MOST_HEARD:]) if not is_press(one.name, lexicon)), None)


def _is_person(speaker: Speaker, persons: Collection[str], lexicon: Lexicon) -> bool:
    words = speaker.name.lower().split()
    within = (at for at, word in enumerate(words) if at and word in lexicon.attribution.within)
    head = words[: next(within, len(words))]
    return speaker.name in persons or head[-1] in lexicon.roles.words
