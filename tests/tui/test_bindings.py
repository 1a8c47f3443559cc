"""Every key of every screen and dialog, pressed where it works: it reaches its own action and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import SavedView
from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import running, screen_text, until
from tui.keys import bindings_of, owners
from tui.screens.detail import DetailScreen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.binding import Binding
    from textual.dom import DOMNode
    from textual.pilot import Pilot

    from tui.app import FrontwatchApp

CONTEXTS: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "claims": (
        ("1", "j"),
        frozenset({"BoardScreen", "FramedScreen", "FoldingPanel", "LineList", "AnyApp"}),
    ),
    "chart": (("3",), frozenset({"Plot"})),
    "map": (("4",), frozenset({"MapCanvas"})),
    "sources": (("5",), frozenset({"FramedScreen"})),
    "past": (("[",), frozenset({"AnyApp"})),
    "filtered": (("o",), frozenset({"AnyApp"})),
    "bare": ((), frozenset({"AnyApp"})),
    "claim page": (("1", "j", "enter"), frozenset({"DetailScreen"})),
    "source page": (("5", "enter"), frozenset({"DetailScreen"})),
    "uncertain claim": (("1", "j", "enter"), frozenset({"DetailScreen"})),
    "which place": (("1", "j", "enter", "W"), frozenset({"LocateScreen"})),
    "edited item": (("5", "enter", "m", "G", "k", "enter", "G"), frozenset({"DetailScreen"})),
    "changes": (("w",), frozenset({"ChangesScreen"})),
    "search": (("slash",), frozenset({"SearchScreen"})),
    "help": (("question_mark",), frozenset({"HelpScreen"})),
    "about": (("question_mark", "A"), frozenset({"HelpScreen"})),
    "saved views": (("v",), frozenset({"SavedScreen"})),
    "filter": (("f",), frozenset({"FilterScreen"})),
    "note": (("1", "j", "n"), frozenset({"NoteScreen"})),
    "moment": (("a",), frozenset({"MomentScreen"})),
    "export": (("e",), frozenset({"ExportScreen"})),
}
"""By name the keys that lead there, and whose bindings work there."""
ELSEWHERE = {
    "claims": {"source.pause", "app.live", "filter.clear", "app.demo"},
    "sources": {f"decide.{what}" for what in ("confirm", "dispute", "dismiss", "note", "merge")}
    | {"line.copy"},
    "claim page": {"detail.locate", "detail.unmatched"},
    "source page": {"detail.locate", "detail.split"},
    "uncertain claim": {"detail.unmatched", "detail.split"},
    "edited item": {"detail.locate", "detail.unmatched", "detail.split"},
    "about": {"help.about"},
}
"""By context what is only to be had in another one."""
ONLY = {"past": {"app.live"}, "filtered": {"filter.clear"}, "bare": {"app.demo"}}
"""By context the few keys that it is there for."""
OWN_TEST = {"app.quit", "app.palette", "app.suspend"}
"""Keys that Textual itself acts on."""


def name_of(owner: type[DOMNode]) -> str:
    """Return what an owner is called in ``CONTEXTS``; the parts of the application are one."""
    return "AnyApp" if owner.__name__.endswith("App") else owner.__name__


def wanted(context: str) -> Iterator[Binding]:
    """Yield the bindings that must work in a context."""
    for owner in owners():
        if name_of(owner) not in CONTEXTS[context][1]:
            continue
        for binding in bindings_of(owner):
            if context in ONLY and binding.id not in ONLY[context]:
                continue
            if binding.id not in ELSEWHERE.get(context, set()):
                yield binding


def service_for(context: str) -> FakeService:
    """Return a service on whose board there is what the context needs."""
    if context in ("uncertain claim", "which place"):
        return FakeService(boards.UNCERTAIN_BOARD)
    if context == "bare":
        return FakeService(boards.EMPTY_BOARD, label="")
    service = FakeService(boards.BOARD)
    service.saved = {"night": SavedView("night", "side:ukraine", is_configured=False)}
    return service


async def arrive(app: FrontwatchApp, pilot: Pilot[None], keys: Iterable[str]) -> None:
    """Press the keys that lead to a context, each once the one before has done what it does."""
    for key in keys:
        before, shown = app.screen, screen_text(app)
        await pilot.press(key)
        await pilot.pause()
        if isinstance(before, DetailScreen) and key in ("enter", "m"):
            await until(pilot, lambda shown=shown: screen_text(app) != shown)  # type: ignore[misc]
        elif key in ("enter", "W", "v", "w"):
            await until(pilot, lambda before=before: app.screen is not before)  # type: ignore[misc]
        await pilot.pause(0.1)


@pytest.mark.parametrize("context", CONTEXTS)
async def test_every_key_reaches_its_action(context: str) -> None:
    async with running(service_for(context), size=(160, 45)) as (app, pilot):
        await arrive(app, pilot, CONTEXTS[context][0])
        if context == "past":
            await until(pilot, lambda: app._header.as_of is not None)
        reached: list[str] = []
        ours = {binding.action for owner in owners() for binding in bindings_of(owner)}

        async def note(action: str, default_namespace: DOMNode, *_: object) -> bool:
            """Note what is ours and can be had, and let the key go on to others else."""
            is_reached = action in ours and app._check_action_state(action, default_namespace) is True
            if is_reached:
                reached.append(action)
            return is_reached

        app.run_action = note  # type: ignore[assignment, method-assign]
        for binding in wanted(context):
            if binding.id in OWN_TEST:
                continue
            for key in binding.key.split(","):
                reached.clear()
                await pilot.press(key)
                assert reached == [binding.action], (context, binding.id, key)


def test_no_key_is_left_out() -> None:
    told = {binding.id for context in CONTEXTS for binding in wanted(context)}
    assert {binding.id for owner in owners() for binding in bindings_of(owner)} - told == set()
