"""One collector at a time."""

from __future__ import annotations

import fcntl
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from feeds.errors import StoreError
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
        with pytest.raises(LeaseHeldError, match="another collector"), Lease(store, wait_s=0):
            pass
        holder.kill()
        holder.wait()
        assert Lease(store).is_free()


def test_a_lease_given_back_can_be_taken_again(tmp_path: Path) -> None:
    store = tmp_path / "new folder" / "store.sqlite3"
    with Lease(store):
        pass
    assert Lease(store).is_free()


def test_a_look_makes_nothing_and_takes_nothing(tmp_path: Path) -> None:
    store = tmp_path / "new folder" / "store.sqlite3"
    assert Lease(store).is_free()
    assert list(tmp_path.iterdir()) == []
    with Lease(store, wait_s=0) as held:
        before = sorted(store.parent.iterdir())
        assert not Lease(store).is_free()
        assert not held.is_free()
        assert sorted(store.parent.iterdir()) == before


def test_taking_the_lease_waits_for_a_look_to_be_over(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite3"
    with Lease(store):
        pass
    with (tmp_path / "store.sqlite3.lock").open("rb") as look:
        fcntl.flock(look, fcntl.LOCK_SH)
        assert Lease(store).is_free()
        with pytest.raises(LeaseHeldError), Lease(store, wait_s=0):
            pass
        end = threading.Timer(0.1, fcntl.flock, (look, fcntl.LOCK_UN))
        end.start()
        with Lease(store, wait_s=10):
            assert not Lease(store).is_free()
        end.join()


def test_a_lock_that_cannot_be_looked_at_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="can't be looked at"):
        Lease(tmp_path / "file" / "store.sqlite3").is_free()
