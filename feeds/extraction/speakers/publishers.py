"""What a source is, by the words of its own name."""

from __future__ import annotations

from feeds.extraction.lexicons.loading import shipped
from feeds.extraction.words.tokens import tokens
from feeds.model import SourceClass


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
    return next((kind for kind, lists in kinds if any(phrases.any(row) for phrases in lists)), None)
