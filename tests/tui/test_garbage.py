"""The search for garbage, put off while the program starts."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from textual._styles_cache import StylesCache

from tests.tui.running import running
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


class Knot:
    """Something in a cycle."""

    def __init__(self) -> None:
        self.itself = self


def test_tidying_up_finds_what_is_new_and_at_times_what_is_old() -> None:
    tidying = garbage.Tidying()
    new, old = Knot(), Knot()
    gc.collect()
    gone = [weakref.ref(new), weakref.ref(old)]
    fresh = Knot()
    gone.append(weakref.ref(fresh))
    del fresh, new, old
    tidying.tidy()
    assert gone[2]() is None
    for _ in range(60):
        tidying.tidy()
    assert [one() for one in gone] == [None, None, None]


async def test_what_was_drawn_of_a_closed_dialog_is_let_go() -> None:
    def drawn() -> int:
        gc.collect()
        return sum(isinstance(one, StylesCache) for one in gc.get_objects())

    async with running(size=(100, 30)) as (_, pilot):
        garbage.forget_the_closed()
        before = drawn()
        await pilot.press("e")
        await pilot.pause(0.1)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert drawn() > before
        garbage.forget_the_closed()
        assert drawn() == before
