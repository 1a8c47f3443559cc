"""A terminal that has gone is noticed."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

PROGRAM = "from tui.terminal import *; input(); print(has_terminal(), is_terminal_gone())"


def test_terminal_that_is_there_is_not_gone() -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=theirs, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        os.write(ours, b"\n")
        assert process.stdout is not None
        assert process.stdout.read().split()[0] == b"True"
    os.close(ours)
    os.close(theirs)


def test_standard_input_that_is_no_terminal_counts_as_gone() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], input=b"\n", capture_output=True, check=True)
    assert done.stdout.split() == [b"False", b"True"]
