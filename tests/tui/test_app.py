"""What each key does, and what the app does when something goes wrong."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.events import MouseScrollDown
from textual.widgets import Input

from feeds.model import DecisionKind, Health
from feeds.service import FrontwatchError
from tests.tui import boards
from tests.tui.fakes import FakeService, cannot_open
from tests.tui.running import refreshed, running, screen_text, until
from tui.app import FrontwatchApp
from tui.app.exporting import ExportingApp
from tui.app.looking import LookingApp
from tui.commands import commands_for
from tui.panels.panel import FoldingPanel
from tui.screens.board import BoardScreen
from tui.screens.changes import ChangesScreen
from tui.screens.detail import DetailScreen
from tui.screens.export import ExportScreen
from tui.screens.framed import FramedScreen, Join, Open
from tui.screens.help import HelpScreen
from tui.screens.moment import MomentScreen
from tui.screens.note import NoteScreen
from tui.views.lines import Subject, Target
from tui.widgets.line_list import LineList
from tui.widgets.map_canvas import MapCanvas
from tui.widgets.plot import Plot

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from feeds.model import Statement


def cursor(app: FrontwatchApp) -> str:
    """Return the key of the line under the cursor of the list that has the focus."""
    assert isinstance(app.focused, LineList)
    assert app.focused.current is not None
    return app.focused.current.key


def active(app: FrontwatchApp) -> int:
    """Return the number of the active panel."""
    return app._board_screen._active + 1


def toasts(app: FrontwatchApp) -> str:
    """Return all that was told the user in passing."""
    return " ".join(notification.message for notification in app._notifications)


async def test_keys_move_between_panels_and_lines() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        for key, panel in (("tab", 2), ("tab", 3), ("tab", 4), ("tab", 5), ("tab", 1), ("shift+tab", 5)):
            await pilot.press(key)
            assert active(app) == panel
        for number in (1, 2, 3, 4, 5, 1):
            await pilot.press(str(number))
            assert active(app) == number
        assert cursor(app) == "group:Belgorod"
        await pilot.press("j", "down", "j", "k", "up")
        assert cursor(app) == "claim:claim-Popovka"
        await pilot.press("G")
        assert cursor(app) == "claim:claim-Lisova"
        await pilot.press("g")
        assert cursor(app) == "group:Belgorod"
        await pilot.press("end", "home", "pagedown", "pageup")
        assert cursor(app) == "group:Belgorod"


async def test_headings_fold_by_enter_and_arrows() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("enter")
        assert "~Popovka" not in screen_text(app)
        assert cursor(app) == "group:Belgorod"
        await pilot.press("right")
        assert "~Popovka" in screen_text(app)
        await pilot.press("j", "j", "left")
        assert cursor(app) == "group:Belgorod"
        assert "~Popovka" not in screen_text(app)
        await pilot.press("l", "h", "enter")
        assert "~Popovka" in screen_text(app)


async def test_claims_are_grouped_and_ordered_by_key_and_the_title_says_how() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        direction = "DIRECTION, ELSE RAION"
        for title in (direction, "DAY", "WHO SAID IT FIRST", "OBLAST", direction, "DAY"):
            await pilot.press("b")
            await until(pilot, lambda title=title: f"1 CLAIMS BY {title} ─" in screen_text(app))  # type: ignore[misc]
        assert "▾ Thu 27 Mar  6 claims" in screen_text(app)
        for words in ("FIRMEST FIRST", "FARTHEST FIRST", "BY PLACE"):
            await pilot.press("B")
            await until(pilot, lambda words=words: f"1 CLAIMS BY DAY, {words} ─" in screen_text(app))  # type: ignore[misc]
        await pilot.press("B")
        await until(pilot, lambda: "1 CLAIMS BY DAY ─" in screen_text(app))


async def test_what_is_folded_is_remembered_for_each_grouping_and_found_again() -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (app, pilot):
        await pilot.press("enter")
        await until(pilot, lambda: bool(service.memory))
        await pilot.press("b", "b")
        await until(pilot, lambda: "1 CLAIMS BY DAY ─" in screen_text(app))
        await pilot.press("g", "enter", "2", "G", "enter")
        await until(pilot, lambda: len(service.memory) == 3)
        assert "▾ Settled" in screen_text(app)
    again = FakeService()
    again.memory = {**service.memory, "folded: claims by source": "[" * 9}
    async with running(again, size=(160, 45)) as (app, pilot):
        await until(pilot, lambda: "▸ Belgorod" in screen_text(app))
        assert "▾ Sumy" in screen_text(app)
        assert "▾ Settled" in screen_text(app)
        await pilot.press("b", "b")
        await until(pilot, lambda: "▸ Thu 27 Mar" in screen_text(app))
        assert "▾ Wed 26 Mar" in screen_text(app)


async def test_decisions_reach_the_service_and_are_undone_latest_first() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("c")
        assert "Put the cursor on a claim or a quote first" in toasts(app)
        await pilot.press("j", "c", "2", "j", "d", "x")
        await until(pilot, lambda: len(service.decided) == 3)
        await pilot.press("u")
        await until(pilot, lambda: len(service.decided) == 4)
        await pilot.press("u", "u", "u")
        await until(pilot, lambda: "no decision of yours" in toasts(app))
    first, *others = sorted(service.decided[:3])
    assert first == (DecisionKind.CONFIRM, "claim-Popovka", "")
    assert others == [
        (DecisionKind.DISMISS, "question-Ministry of the Interior", ""),
        (DecisionKind.DISPUTE, "statement-Olena Hrim", ""),
    ]
    undone = [target for kind, target, _ in service.decided if kind is DecisionKind.UNDO]
    assert undone == ["decision-3", "decision-2", "decision-1"]


async def test_note_is_written_in_a_dialog_and_may_be_given_up() -> None:
    service = FakeService()
    async with running(service, size=(80, 24)) as (app, pilot):
        await pilot.press("j", "n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        app.screen.query_one(Input).value = "  [b]seen[/b] at dawn "
        await pilot.press("enter")
        await until(pilot, lambda: bool(service.decided))
        assert service.decided == [(DecisionKind.NOTE, "claim-Popovka", "[b]seen[/b] at dawn")]
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        assert "DEMO" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        assert len(service.decided) == 1


async def test_place_is_chosen_by_digit_or_cursor_with_a_reason_or_left() -> None:
    service = FakeService(boards.UNCERTAIN_BOARD)
    async with running(service) as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.current_mode == "detail")
        await pilot.press("W", "escape", "W", "2")
        await until(pilot, lambda: len(service.settled) == 1)
        assert isinstance(app.screen, DetailScreen)
        await until(pilot, lambda: "Place settled: Ukraine, advance, Popovka." in toasts(app))
        await pilot.press("W", "down", "tab", *"bridge", "enter")
        await until(pilot, lambda: len(service.settled) == 2)
        await pilot.press("W", "j", "j", "j", "enter")
        await until(pilot, lambda: len(service.settled) == 3)
        await pilot.press("W", "9", "0")
        await until(pilot, lambda: len(service.settled) == 4)
        await pilot.press("u")
        await until(pilot, lambda: "Taken back: place" in toasts(app))
    claim = boards.UNCERTAIN.id
    assert service.settled == [
        (claim, "ru-Korochansky", ""),
        (claim, "ru-Korochansky", "bridge"),
        (claim, "", ""),
        (claim, "", ""),
    ]


async def test_place_is_only_chosen_where_it_could_not_be_told() -> None:
    async with running() as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.current_mode == "detail")
        await pilot.press("W")
        await pilot.pause()
        assert isinstance(app.screen, DetailScreen)
        assert "W Where" not in screen_text(app)


async def test_poll_asks_for_the_selected_source_or_for_all() -> None:
    service = FakeService()
    async with running(service) as (_, pilot):
        await pilot.press("r")
        await until(pilot, lambda: len(service.polled) == 1)
        await pilot.press("5", "j", "j", "r")
        await until(pilot, lambda: len(service.polled) == 2)
    assert service.polled == [None, "border-post"]


async def test_a_source_is_paused_and_set_going_by_one_key_where_sources_are() -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (app, pilot):
        await pilot.press("p")
        await pilot.pause()
        assert "p Pause" not in screen_text(app)
        await pilot.press("5")
        await until(pilot, lambda: "p Pause" in screen_text(app))
        await pilot.press("p")
        await until(pilot, lambda: service.pauses == {"north-channel": True})
        await until(pilot, lambda: "Paused: North Channel. p sets it going again." in toasts(app))
        await pilot.press("G", "p")
        await until(pilot, lambda: service.pauses.get("old-mill") is False)
        await until(pilot, lambda: "Set going again: Old Mill." in toasts(app))
        paused, state = boards.source("map", "Map", health=Health.PAUSED)
        terms = replace(paused, paused=True, licence="CC BY-NC")
        service.put(replace(boards.BOARD, sources=((terms, state),)))
        await until(pilot, lambda: "0 of 0 up" in screen_text(app))
        await pilot.press("g", "enter")
        await until(pilot, lambda: "╭─ SOURCE " in screen_text(app))
        await pilot.press("p")
        await until(pilot, lambda: service.pauses.get("map") is False)
        await until(pilot, lambda: "mind its terms: CC BY-NC" in toasts(app))


async def test_details_open_and_lead_back_step_by_step() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: "WHO REALLY SAYS IT" in screen_text(app))
        assert "Ukrainian units moved between 3.1 and 4 km" in screen_text(app)
        shown = app.screen.query_one(LineList)
        shown.put_cursor("report:report-1")
        await pilot.press("enter")
        await until(pilot, lambda: "LATEST ITEMS" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "WHO REALLY SAYS IT" in screen_text(app))
        await pilot.press("question_mark", "escape")
        assert app.current_mode == "detail"
        await pilot.press("escape")
        assert app.current_mode == "board"
        assert cursor(app) == "claim:claim-Popovka"


async def test_the_sentence_of_a_report_leads_to_its_whole_item() -> None:
    async with running(size=(100, 30)) as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        app.screen.query_one(LineList).put_cursor("report:report-1:text")
        await pilot.press("enter")
        await until(pilot, lambda: "╭─ ITEM " in screen_text(app))
        assert "[u1 Fog hid the rest.]" in screen_text(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: "╭─ SOURCE " in screen_text(app))
        await pilot.press("m")
        await until(pilot, lambda: "╭─ NOT UNDERSTOOD " in screen_text(app))
        for title in ("SOURCE", "ITEM", "CLAIM"):
            await pilot.press("escape")
            await until(pilot, lambda title=title: f"╭─ {title} " in screen_text(app))  # type: ignore[misc]


async def test_only_a_source_has_a_list_of_what_was_not_understood() -> None:
    async with running(size=(100, 30)) as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        assert "m Unmatched" not in screen_text(app)
        await pilot.press("m")
        await pilot.pause()
        assert "╭─ CLAIM " in screen_text(app)


async def test_a_sentence_that_was_not_understood_opens_its_item() -> None:
    async with running(size=(100, 30)) as (app, pilot):
        await pilot.press("5", "enter")
        await until(pilot, lambda: "╭─ SOURCE " in screen_text(app))
        await pilot.press("m")
        await until(pilot, lambda: "╭─ NOT UNDERSTOOD " in screen_text(app))
        # The last line is a sentence, not the title of its item.
        await pilot.press("G", "enter")
        await until(pilot, lambda: "╭─ ITEM " in screen_text(app))


async def test_text_of_a_page_keeps_a_width_that_can_be_read_on_a_very_wide_screen() -> None:
    service = FakeService()
    service.text = "Fog hid the rest of the road. " * 40
    async with running(service, size=(220, 60)) as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: "Fog hid" in screen_text(app))
        rows = [row.strip("│█ ") for row in screen_text(app).splitlines() if "Fog hid" in row]
        assert len(rows) > 1
        assert max(map(len, rows)) <= 120


async def test_question_opens_and_names_who_tells_of_it() -> None:
    async with running() as (app, pilot):
        await pilot.press("2")
        assert isinstance(app.focused, LineList)
        app.focused.put_cursor("pending:question-Northern Command")
        await pilot.press("enter")
        await until(pilot, lambda: "told by" in screen_text(app))
        assert "The Border Post" in screen_text(app)
        assert "Confirm" not in screen_text(app)
        assert "Dismiss" in screen_text(app)


async def test_a_note_is_kept_on_a_question_and_nothing_is_confirmed() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("2")
        assert isinstance(app.focused, LineList)
        app.focused.put_cursor("pending:question-Northern Command")
        await pilot.press("c", "n")
        await until(pilot, lambda: "NOTE" in screen_text(app))
        await pilot.press(*"Rang", "enter")
        await until(pilot, lambda: bool(service.decided))
    assert service.decided == [(DecisionKind.NOTE, "question-Northern Command", "Rang")]


async def test_a_page_on_a_past_board_asks_what_was_known_then() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: "AS OF" in screen_text(app))
        await pilot.press("1", "j", "enter")
        await until(pilot, lambda: bool(service.opened))
    (_, as_of) = service.opened[-1]
    assert as_of is not None
    assert as_of < service.time


async def test_detail_follows_the_board_and_says_when_its_claim_is_gone() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: "◉ assessed" in screen_text(app))
        service.put(boards.EMPTY_BOARD)
        await until(pilot, lambda: "There is no claim of this id any more" in screen_text(app))


async def test_zoom_lets_one_panel_fill_the_screen() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("5", "z")
        await pilot.pause()
        assert "5 SOURCES" in screen_text(app)
        assert "CLAIMS BY OBLAST" not in screen_text(app)
        await pilot.press("z")
        await pilot.pause()
        assert "CLAIMS BY OBLAST" in screen_text(app)


async def test_small_screen_shows_one_panel_and_keeps_the_label() -> None:
    async with running(size=(40, 10)) as (app, pilot):
        for number, title in ((1, "CLAIMS"), (2, "QUOTES"), (3, "ADVANCES"), (4, "MAP"), (5, "SOURCES")):
            await pilot.press(str(number))
            await pilot.pause()
            assert f"{number} " in screen_text(app)
            assert title in screen_text(app)
            assert screen_text(app).count("DEMO") == 2


async def test_palette_offers_every_shown_key_and_runs_it() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("j")
        commands = {command.title: command for command in commands_for(app, app.screen)}
        assert {"Go to the quotes", "Confirm the claim or quote", "Leave frontwatch"} <= set(commands)
        commands["Confirm the claim or quote"].callback()
        await until(pilot, lambda: bool(service.decided))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Search for commands" in screen_text(app))
        await pilot.press("escape")


async def test_mouse_selects_a_line_and_its_panel() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.click(offset=(100, 4))
        await pilot.pause()
        assert active(app) == 2
        assert cursor(app) == "statement:statement-Olena Hrim"
        await pilot.click(offset=(100, 4), times=2)
        await until(pilot, lambda: "WORDING 1 OF 2" in screen_text(app))


async def test_refresh_keeps_the_cursor_and_draws_what_changed() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("j", "j", "j")
        assert cursor(app) == "claim:claim-Grafovka"
        fresh = boards.claim("Novyi Brid", "Chernihiv", minutes=0)
        service.put(replace(boards.BOARD, claims=(fresh, *boards.CLAIMS), notices=("The disk is full.",)))
        await until(
            pilot,
            lambda: app._board_screen._claims.border_subtitle == "10 claims in 7 days, 1 place not certain",
        )
        await pilot.pause()
        assert cursor(app) == "claim:claim-Grafovka"
        assert "! The disk is full." in screen_text(app).splitlines()[0]


async def test_decided_quote_gives_its_place_under_the_cursor_to_the_next() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("2", "j")
        assert cursor(app) == "statement:statement-Olena Hrim"
        service.put(replace(boards.BOARD, statements=boards.STATEMENTS[1:]))
        await refreshed(app, pilot)
        assert cursor(app) == "pending:question-Ministry of the Interior"


async def test_quotes_are_worked_through_from_one_to_the_next_before_any_has_left_the_list() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("2", "j", "c")
        assert cursor(app) == "pending:question-Ministry of the Interior"
        await pilot.press("c")
        assert "Put the cursor on a claim or a quote first" in toasts(app)
        assert cursor(app) == "pending:question-Ministry of the Interior"
        await pilot.press("x")
        assert cursor(app) == "statement:statement-Pavlo Stepovyi"
        await pilot.press("d", "k", "n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press("s", "o", "enter")
        await until(pilot, lambda: len(service.decided) == 4)
        assert cursor(app) == "statement:statement-Pavlo Stepovyi"
        service.put(replace(boards.BOARD, statements=boards.STATEMENTS[1:], pending=boards.BOARD.pending[1:]))
        await refreshed(app, pilot)
        assert cursor(app) == "statement:statement-Pavlo Stepovyi"
        await pilot.press("u")
        await until(pilot, lambda: len(service.decided) == 5)
        service.put(boards.BOARD)
        await refreshed(app, pilot)
        assert cursor(app) == "statement:statement-Pavlo Stepovyi"
    kinds = sorted((kind, target) for kind, target, _ in service.decided[:4])
    assert kinds == [
        (DecisionKind.CONFIRM, "statement-Olena Hrim"),
        (DecisionKind.DISMISS, "question-Ministry of the Interior"),
        (DecisionKind.DISPUTE, "statement-Pavlo Stepovyi"),
        (DecisionKind.NOTE, "statement-Pavlo Stepovyi"),
    ]


async def test_board_that_cannot_be_read_stays_and_says_why() -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (app, pilot):
        for failure in (FrontwatchError("The store is locked [x]."), ValueError("odd")):
            service.fail(failure)
            await until(pilot, lambda failure=failure: str(failure) in screen_text(app))  # type: ignore[misc]
            assert "Popovka" in screen_text(app)
        service.fail(None)
        await until(pilot, lambda: "odd" not in screen_text(app))


async def test_what_is_newly_wrong_is_said_in_full_and_only_once() -> None:
    async with running() as (app, pilot):
        service = app._service
        assert isinstance(service, FakeService)
        wrong = "The lexicon of yours has a mistake."
        service.put(replace(boards.BOARD, notices=(wrong,)))
        await refreshed(app, pilot)
        assert wrong in toasts(app)
        app.clear_notifications()
        service.put(replace(boards.BOARD, notices=(wrong,), claims=boards.CLAIMS[1:]))
        await refreshed(app, pilot)
        assert wrong not in toasts(app)


async def test_decision_that_the_store_refuses_is_said() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("j")
        service.failure = FrontwatchError("No room is left on the disk [1].")
        await pilot.press("c")
        await until(pilot, lambda: "No room is left on the disk [1]." in toasts(app))


async def test_view_that_fails_keeps_the_last_good_one_with_its_age() -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (app, pilot):
        broken = cast("Statement", None)
        service.put(replace(boards.BOARD, statements=(broken,)))
        await until(pilot, lambda: "This panel failed. Below: as of just now." in screen_text(app))
        assert "Olena Hrim" in screen_text(app)
        service.put(boards.BOARD)
        await until(pilot, lambda: "This panel failed" not in screen_text(app))


async def test_ages_move_on_while_nothing_comes_in() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        service.time = boards.NOW.replace(minute=9)
        app._follower._made_s = 0.0
        await until(pilot, lambda: "9 min" in screen_text(app))
        assert "14:09:21 UTC" in screen_text(app) or await clock_shows(app, pilot, "14:09:21")


async def clock_shows(app: FrontwatchApp, pilot: Pilot[None], time: str) -> bool:
    """Wait for the next tick of the header's clock."""
    await until(pilot, lambda: time in screen_text(app))
    return True


async def test_service_that_cannot_be_opened_ends_the_app_with_its_sentence() -> None:
    app = FrontwatchApp(cannot_open, label="DEMO")
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.return_code == 2)
        assert "update frontwatch to read it" in str(app._exit_renderables[0])


async def test_quit_closes_the_service() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("q")
    assert app.return_code == 0
    assert await asyncio.to_thread(service.closed.wait, 5)


def test_every_binding_has_an_id_of_its_own_and_says_what_it_does() -> None:
    screens = (FramedScreen, BoardScreen, DetailScreen, HelpScreen, NoteScreen)
    widgets = (LineList, FoldingPanel, Plot, MapCanvas)
    dialogs = (MomentScreen, ExportScreen)
    owners = (FrontwatchApp, ExportingApp, LookingApp, *screens, ChangesScreen, *dialogs, *widgets)
    bindings = [binding for owner in owners for binding in owner.__dict__["BINDINGS"]]
    ids = [binding.id for binding in bindings]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert all(binding.description for binding in bindings)


async def test_a_marked_claim_is_made_one_with_another() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("M")
        assert "Put the cursor on a claim first" in toasts(app)
        await pilot.press("j", "M")
        await until(pilot, lambda: "Marked: Ukraine, advance, Popovka. M on another claim" in toasts(app))
        await pilot.press("M")
        await until(pilot, lambda: "No claim is marked any more" in toasts(app))
        await pilot.press("M")
        await until(pilot, lambda: "Marked: Ukraine" in toasts(app))
        other = boards.BOARD.claims[1]
        app.post_message(Join(Target(Subject.CLAIM, other.id)))
        await until(pilot, lambda: service.put_together == [(other.id, "claim-Popovka")])
        await until(pilot, lambda: "Made one: " in toasts(app))
        await pilot.press("u")
        await until(pilot, lambda: "Taken back: merge" in toasts(app))


async def test_a_report_is_taken_out_of_its_claim_or_moved_to_the_marked_one() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.current_mode == "detail")
        await pilot.press("S")
        assert "Put the cursor on one of the claim's reports first" in toasts(app)
        lines = app.screen.query_one(LineList)
        lines.put_cursor("report:report-2:said")
        await pilot.press("S")
        await until(pilot, lambda: service.put_together == [("report-2", "")])
        app.post_message(Join(Target(Subject.CLAIM, boards.BOARD.claims[1].id)))
        await until(pilot, lambda: "Marked" in toasts(app))
        await pilot.press("S")
        await until(pilot, lambda: service.put_together[1:] == [("report-2", boards.BOARD.claims[1].id)])
        await until(pilot, lambda: "Moved: the report is now of" in toasts(app))


async def test_a_report_is_only_taken_out_where_there_are_several() -> None:
    async with running() as (app, pilot):
        await pilot.press("2", "j", "enter")
        await until(pilot, lambda: app.current_mode == "detail")
        await pilot.press("S")
        await pilot.pause()
        assert toasts(app) == ""


async def test_a_page_that_comes_while_a_dialog_is_open_does_not_take_its_place() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        await pilot.press("j", "n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        app.on_open(Open(Target(Subject.CLAIM, "claim-Popovka")))
        await until(pilot, lambda: not app._trail)
        assert isinstance(app.screen, NoteScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await pilot.press("enter")
        await until(pilot, lambda: app.current_mode == "detail")


async def test_keys_that_have_nothing_to_act_on_are_not_offered() -> None:
    async with running(size=(160, 45)) as (app, pilot):

        async def offered(*keys: str) -> str:
            await pilot.press(*keys)
            await pilot.pause()
            return screen_text(app).splitlines()[-1]

        assert "c Confirm" in await offered("2")
        for panel in ("3", "5"):
            assert "Confirm" not in await offered(panel)
        assert "p Pause" in await offered("5")
        shown = await offered("question_mark")
        assert "Open" not in shown
        assert "Poll" not in shown
        assert "About" not in await offered("A")


async def test_tabs_and_keys_can_be_clicked_and_lists_be_rolled() -> None:
    async with running(size=(80, 24)) as (app, pilot):
        tabs = screen_text(app).splitlines()[1]
        await pilot.click(offset=(tabs.index("5 Sources") + 2, 1))
        await until(pilot, lambda: "╭─ 5 SOURCES " in screen_text(app))
        await pilot.click(offset=(tabs.index("1 Claims"), 1))
        await until(pilot, lambda: "╭─ 1 CLAIMS " in screen_text(app))
        keys = screen_text(app).splitlines()[-1]
        await pilot.click(offset=(keys.index("? Help") + 3, 23))
        await until(pilot, lambda: "╭─ HELP " in screen_text(app))
        await pilot._post_mouse_events([MouseScrollDown], offset=(30, 10), button=0)
        await until(pilot, lambda: "╭─ HELP " in screen_text(app) and "ON THE BOARD" not in screen_text(app))
        keys = screen_text(app).splitlines()[-1]
        await pilot.click(offset=(keys.index("Esc Back"), 23))
        await until(pilot, lambda: "╭─ 1 CLAIMS " in screen_text(app))
