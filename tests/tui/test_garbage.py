"""The search for garbage, put off while the program starts."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from tui import garbage

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_what_was_made_while_it_was_put_off_is_never_looked_through() -> None:
    garbage.put_off()
    assert not gc.isenabled()
    garbage.take_up()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1000


def test_nothing_is_kept_from_a_search_that_was_not_put_off() -> None:
    garbage.take_up()
    assert gc.get_freeze_count() == 0
