"""The collector gives way to the screen."""

from __future__ import annotations

import subprocess
import sys

import pytest

from feeds.service import priority


@pytest.mark.skipif(sys.platform == "win32", reason="niceness is POSIX")
def test_a_process_that_gives_way_comes_after_others_with_all_that_it_starts() -> None:
    code = f"from {priority.__name__} import give_way; import os; give_way(); os.system('nice')"
    before = int(subprocess.run(["nice"], capture_output=True, check=True).stdout)  # noqa: S607
    after = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert int(after) > before or before == 19
