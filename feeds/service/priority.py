"""Which of a dashboard's processes goes first."""

from __future__ import annotations

import os

_STEPS = 5
"""Of the 19 that there are: where all want a processor at once, this leaves a third of a full share."""


def give_way() -> None:
    """Let other processes go before this one and those that it starts, so that keys are answered at once."""
    if hasattr(os, "nice"):
        os.nice(_STEPS)
