"""One collector at a time."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from feeds.store import Lease, LeaseHeldError

if TYPE_CHECKING:
    from pathlib import Path

_HOLD = """
import sys, pathlib
from feeds.store import Lease
with Lease(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_lease_held_by_another_process_is_free_again_when_that_is_killed(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite3"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert not Lease(store).is_free()
        with pytest.raises(LeaseHeldError, match="another collector"), Lease(store):
            pass
        holder.kill()
        holder.wait()
        assert Lease(store).is_free()


def test_a_lease_given_back_can_be_taken_again(tmp_path: Path) -> None:
    store = tmp_path / "new folder" / "store.sqlite3"
    with Lease(store):
        pass
    assert Lease(store).is_free()
