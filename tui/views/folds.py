"""Which headings are turned, as the text that is kept from one session to the next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_FOLDS = 200
"""Headings that are remembered; of days and sources new ones keep coming."""
_LONGEST_KEY = 200


def folds_as_text(keys: Iterable[str]) -> str:
    """Return the keys of turned headings as a text; only the last 200 of them, and none too long."""
    return json.dumps([key for key in keys if len(key) <= _LONGEST_KEY][-MOST_FOLDS:])


def folds_of_text(text: str) -> tuple[str, ...]:
    """Return the keys that :func:`folds_as_text` was given; none where the text is anything else."""
    try:
        keys = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(keys, list):
        return ()
    return tuple(key for key in keys if isinstance(key, str) and len(key) <= _LONGEST_KEY)[-MOST_FOLDS:]
