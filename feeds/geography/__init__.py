"""Where things are: places by name, and which of several places of one name a text means.

:func:`load_gazetteer` gives the shipped :class:`Gazetteer`, whose ``find`` reads the names in a
text; :func:`resolve` tells homonyms apart by what stands around them, or leaves them unresolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.lazy import loader

if TYPE_CHECKING:
    from feeds.geography.gazetteer import Gazetteer, Mention, load_gazetteer
    from feeds.geography.resolution import Resolution, resolve

__all__ = ["Gazetteer", "Mention", "Resolution", "load_gazetteer", "resolve"]
_HOMES = {
    "Gazetteer": "gazetteer",
    "Mention": "gazetteer",
    "load_gazetteer": "gazetteer",
    "Resolution": "resolution",
    "resolve": "resolution",
}
# A dashboard folds names and knows oblasts, and reads no text at its start.
__getattr__ = loader(__name__, _HOMES)
