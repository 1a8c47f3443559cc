"""Values that begin with a minus, such as ``--as-of -6h``, which argparse would take for options."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNED = ("--as-of", "--filter")
"""Options whose value may begin with a minus."""
_HELP = "-h"


def joined(words: Sequence[str]) -> list[str]:
    """Return the ``words`` of a command line, each such option in one word with its value.

    What follows an option and is one itself (``--json``, ``-h``) is left alone, as is all behind ``--``.
    """
    found: list[str] = []
    for place, word in enumerate(words):
        if word == "--":
            return [*found, *words[place:]]
        if found and found[-1] in SIGNED and _is_value(word):
            found[-1] = f"{found[-1]}={word}"
        else:
            found.append(word)
    return found


def _is_value(word: str) -> bool:
    return word.startswith("-") and not word.startswith("--") and word not in {"-", _HELP}
