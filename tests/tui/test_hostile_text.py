"""Text from outside is shown as text, whatever it is, in every field of every screen and dialog."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, cast

import pytest
from rich.cells import cell_len
from textual.screen import ModalScreen

from feeds.model import Board, Export, ExportFormat
from feeds.service.files import text_of
from tests.tui.hostile import HostileService, made
from tests.tui.running import screen_text, until
from tui.app import FrontwatchApp
from tui.screens.framed import Open
from tui.views.lines import Subject, Target
from tui.views.plain import board_as_text

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.pilot import Pilot

    from feeds.service import Service

WIDE = 160
TEXTS = {
    "nothing": "",
    "escapes": "\x1b[2J\x1b]0;title\x07\x1b]52;c;eA==\x07\x9b31m\x00\r\n\t\x7f\x85\u2028 end",
    "bidi": "\u202egnp.exe\u2066\u2067\u2068abc\u2069\u200f \u061c \ufeffend",
    "marks": "e" + "\u0301" * 10_000 + " end",
    "markup": "[/nope][bold red]x[/][@click=app.quit]y[/] {x} $z \\[",
    "long": "W" * 100_000,
    "wide": "漢" * 300 + "👨‍👩‍👧‍👦🇺🇦" * 50,
    "surrogates": "\ud800\udfff\U000e0041\U0010ffff end",
}
ON_SCREEN = (
    "",
    " ".join(TEXTS[name] for name in ("escapes", "bidi", "markup", "surrogates", "marks")),
    TEXTS["long"],
    TEXTS["wide"],
)
"""The same in few runs, since each goes through all screens."""
_IDS = {Subject.PENDING: "Question", Subject.UNMATCHED: "Source"}
"""Of what is not called as its page is."""
MOST_MARKS = 3
LEFT_OUT = {"quit", "suspend_process", "demo", "picture", "command_palette"}
"""Actions that end the app, write files of their own, or open a dialog that is Textual's own."""


def is_harmless(shown: str) -> bool:
    """Return whether ``shown`` has nothing in it that a terminal could obey, or that piles up."""
    marks = 0
    for sign in "".join(shown.splitlines()):
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if not sign.isprintable() or marks > MOST_MARKS:
            return False
    return True


def assert_harmless(app: FrontwatchApp, where: str) -> None:
    """Check what is on the screen now."""
    shown = screen_text(app)
    wrong = [line for line in shown.splitlines() if not is_harmless(line)]
    assert not wrong, (where, [ascii(line.strip()) for line in wrong])
    assert max(map(cell_len, shown.splitlines())) <= WIDE, where


def is_way_back(binding: Binding) -> bool:
    """Tell whether a key leaves the screen, or only moves in a list."""
    return "back" in binding.action or (binding.id or "").startswith("list.")


async def settled(app: FrontwatchApp, pilot: Pilot[None], mode: str) -> None:
    """Close dialogs and pages until the screen of ``mode`` is in front again."""
    for _ in range(6):
        if app.current_mode == mode and not isinstance(app.screen, ModalScreen):
            return
        await pilot.press("escape")
        await pilot.pause()
    raise AssertionError(f"no way back to {mode} from {app.screen}")


async def open_everything(app: FrontwatchApp, pilot: Pilot[None]) -> None:
    """Do all that the keys of the screen in front do, and look at what that shows."""
    mode = app.current_mode
    for active in list(app.screen.active_bindings.values()):
        binding = active.binding
        if not active.enabled or binding.action in LEFT_OUT or is_way_back(binding):
            continue
        app.call_later(app.run_action, binding.action, active.node)
        await pilot.pause()
        await until(pilot, lambda: bool(screen_text(app).strip()))
        assert_harmless(app, f"{mode}: {binding.id}")
        await settled(app, pilot, mode)


async def open_pages(app: FrontwatchApp, pilot: Pilot[None]) -> None:
    """Open the page of each kind of thing, and do there all that can be done."""
    for subject in Subject:
        if subject is Subject.GROUP:
            continue
        app.post_message(Open(Target(subject, _IDS.get(subject, subject.title()))))
        await until(pilot, lambda: app.current_mode == "detail")
        await pilot.pause()
        assert_harmless(app, f"page of {subject}")
        await open_everything(app, pilot)
        await settled(app, pilot, "board")


@pytest.mark.parametrize(("text", "turn"), [(text, at) for at, text in enumerate(ON_SCREEN)])
async def test_hostile_text_is_harmless_on_every_screen_and_dialog(text: str, turn: int) -> None:
    service = cast("Service", HostileService(text, turn))
    app = FrontwatchApp(lambda: service, label="DEMO")
    async with app.run_test(size=(WIDE, 45)) as pilot:
        await until(pilot, lambda: app._board_screen._view is not None)
        await pilot.pause()
        assert_harmless(app, "board")
        assert "This panel failed" not in screen_text(app)
        await open_everything(app, pilot)
        await open_pages(app, pilot)
        for size in ((60, 20), (1, 1), (WIDE, 45)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert_harmless(app, f"at {size}")


async def test_brackets_are_shown_as_they_stand() -> None:
    service = cast("Service", HostileService(TEXTS["markup"]))
    app = FrontwatchApp(lambda: service, label="DEMO")
    async with app.run_test(size=(WIDE, 45)) as pilot:
        await until(pilot, lambda: app._board_screen._view is not None)
        await pilot.pause()
        assert "[/nope][bold red]x" in screen_text(app)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_text_is_harmless_in_plain_text(text: str) -> None:
    shown = board_as_text(made(Board, text), "DEMO")
    assert is_harmless(shown)
    assert max(map(len, shown.splitlines())) < 6000


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("form", ExportFormat)
def test_hostile_text_can_be_exported_in_every_format(text: str, form: ExportFormat) -> None:
    shown = text_of(made(Export, text), form)
    assert shown.encode()
    assert "\x1b" not in shown
