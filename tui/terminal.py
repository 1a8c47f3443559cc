"""What the terminal does behind Textual's back: it can go away."""

from __future__ import annotations

import gc
import os
import select
import signal
import sys

_MOST_MADE = 2_000_000
"""Objects made since the last search for garbage from which on Python searches by itself."""
_PLAIN = ("dumb", "unknown")
"""Values of TERM that say that nothing but lines of text can be shown."""


def end_with_terminal() -> None:
    """Let the process end when its terminal hangs up.

    nohup and some ssh set-ups hand down an ignored SIGHUP; Textual 8.2.8 would then read the end
    of its input for ever, at 93 % of a core (measured 22 November 2026).
    """
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def paint_often() -> None:
    """Let what a key changes be painted 8 ms after the last paint, where Textual would wait 17.

    In a flood of changes the slowest of a hundred keys then takes 20 ms and not 32. Textual 8.2.8 reads
    this when it is loaded; what the environment says of it already stands.
    """
    os.environ.setdefault("TEXTUAL_FPS", "120")


def put_keys_first() -> None:
    """Keep the thread that makes the views from holding up the one that answers keys.

    A wait for the interpreter's lock is cut from 5 ms to 0.2: on its way a key waits for it some four
    times. The search for garbage, for which all threads wait, is left to :class:`tui.garbage.Tidying`: by
    itself it came with every other board, in a flood of changes each second, for 15 to 40 ms (CPython
    3.11, 2 busy cores, 23 November 2026).
    """
    gc.set_threshold(_MOST_MADE, 20, 50)
    sys.setswitchinterval(0.0002)


def lacking_words() -> str:
    """Return what the dashboard lacks here, as words for a sentence; empty where nothing."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "the dashboard needs a terminal"
    kind = os.environ.get("TERM", "")
    return f"the dashboard can't be drawn on a terminal of kind '{kind}'" if kind in _PLAIN else ""


def is_in_browser() -> bool:
    """Return whether a page in a browser is the terminal, as ``frontwatch serve`` lets it be."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def stop_job() -> bool:
    """Stop this process until its shell lets it go on; False where no shell could."""
    if os.getpgrp() == os.getsid(0):
        return False
    # All of the job, or a runner such as uv would keep the shell waiting. The collector is none of it.
    os.killpg(os.getpgrp(), signal.SIGTSTP)
    return True


def has_terminal() -> bool:
    """Return whether standard input is a terminal, or leads to a page that is one."""
    return is_in_browser() or (sys.stdin is not None and sys.stdin.isatty())


def is_terminal_gone() -> bool:
    """Return whether the terminal of standard input is no longer there, a signal or not."""
    try:
        if is_in_browser():
            return _is_hung_up(sys.stdin.fileno())
        os.tcgetpgrp(sys.stdin.fileno())
    except (OSError, ValueError):
        return True
    return False


def _is_hung_up(pipe: int) -> bool:
    """Tell whether whoever wrote into a pipe has gone."""
    watch = select.poll()
    watch.register(pipe, 0)
    return bool(watch.poll(0))
