"""What a source is, by the words of its own name."""

from __future__ import annotations

from feeds.extraction.lexicons.cases import given_name
from feeds.extraction.lexicons.loading import shipped
from feeds.extraction.words.tokens import tokens
from feeds.model import SourceClass

_FULL_NAME = 2
"""Words of a first and a last name."""


def class_in_name(name: str) -> SourceClass | None:
    """Return what ``name`` says its bearer is, in any language that has a lexicon; None for nothing.

    A body of a state comes first, then who assesses, then an outlet, then a channel of somebody's
    own, which counts as a blogger's: "Telegram channel of the General Staff" is official.
    """
    row = tokens(name)
    known = [lexicon.publishers for lexicon in shipped()]
    kinds = (
        (SourceClass.OFFICIAL, [one.official for one in known]),
        (SourceClass.ASSESSOR, [one.assessor for one in known]),
        (SourceClass.OUTLET, [one.outlet for one in known]),
        (SourceClass.MILBLOGGER, [one.channel for one in known]),
    )
    own = [one.channel for one in known]
    opened = any(hit is not None for phrases in own if row and (hit := phrases.at(row, 0)) is not None)
    if opened and not any(phrases.any(row) for _, lists in kinds[:2] for phrases in lists):
        return SourceClass.MILBLOGGER
    told = next((kind for kind, lists in kinds if any(phrases.any(row) for phrases in lists)), None)
    return SourceClass.OFFICIAL if told in {None, SourceClass.MILBLOGGER} and _in_office(name) else told


def _in_office(name: str) -> bool:
    """Tell whether a name is the full one of somebody in office, who is mostly named without it.

    What stands in brackets behind it, "(Telegram)", is no part of it.
    """
    row = tokens(name.partition("(")[0])
    full = len(row) == _FULL_NAME and all(one.capital for one in row)
    return full and any(
        given_name(row[0], lexicon.language) is not None and lexicon.evidence.official.any(row[1:])
        for lexicon in shipped()
    )
