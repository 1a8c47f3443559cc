"""The keys of map and chart, and what is chosen in one panel being marked in the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.events import Click, MouseMove

from feeds.model import Precision
from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import assert_golden, running, screen_text, until
from tui.views.lens import Metric
from tui.views.sheet import Choice
from tui.widgets.line_list import LineList
from tui.widgets.map_canvas import MapCanvas
from tui.widgets.plot import Plot

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import FrontwatchApp
    from tui.views.map import MapView
    from tui.views.projection import Viewport

SIZES = [(80, 24), (100, 30), (160, 45)]


def canvas(app: FrontwatchApp) -> MapCanvas:
    """Return the map."""
    return app.screen.query_one(MapCanvas)


def plot(app: FrontwatchApp) -> Plot:
    """Return the chart."""
    return app.screen.query_one(Plot)


def looked_at(app: FrontwatchApp) -> Viewport:
    """Return what of the map is in sight."""
    return canvas(app)._projection().viewport


def subtitle(app: FrontwatchApp, panel: int) -> str:
    """Return what stands below a panel."""
    return str(app.screen.query_one(f"#panel-{panel}").border_subtitle)


def claims_cursor(app: FrontwatchApp) -> str:
    """Return the key of the line under the cursor of the claims."""
    current = app.screen.query_one("#panel-1 LineList", LineList).current
    return current.key if current else ""


async def chosen(app: FrontwatchApp, pilot: Pilot[None], choice: Choice) -> None:
    """Wait until this is chosen on the map."""
    await until(pilot, lambda: canvas(app).choice == choice)


async def test_the_map_is_panned_by_arrows_and_letters_and_fitted_again() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("4")
        whole = looked_at(app)
        for there, back in (("left", "right"), ("h", "l"), ("up", "down"), ("k", "j")):
            await pilot.press(there)
            moved = looked_at(app)
            assert moved != whole
            assert moved.km_a_dot == whole.km_a_dot
            await pilot.press(back)
            assert abs(looked_at(app).lon - whole.lon) < 0.2
            assert abs(looked_at(app).lat - whole.lat) < 0.001
        await pilot.press("right", "down")
        assert looked_at(app).lon > whole.lon
        assert looked_at(app).lat < whole.lat
        await pilot.press("equals_sign")
        assert looked_at(app) == whole


async def test_the_map_is_zoomed_by_keys_around_the_chosen_claim_and_by_the_wheel() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("4")
        whole = looked_at(app).km_a_dot
        await pilot.press("plus")
        assert looked_at(app).km_a_dot < whole
        await pilot.press("minus", "minus")
        assert looked_at(app).km_a_dot > whole
        await pilot.press("equals_sign", "full_stop", *("plus",) * 6)
        assert canvas(app).mark is not None
        await pilot.press("equals_sign")
        await pilot._post_mouse_events([_scroll_up()], widget=canvas(app), offset=(20, 5))
        await until(pilot, lambda: looked_at(app).km_a_dot < whole)


async def test_the_map_is_dragged_by_the_mouse_and_what_it_ends_on_is_not_chosen() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("4", "full_stop")
        at, chosen = other_mark(app), canvas(app).choice
        whole, held = looked_at(app), canvas(app)._projection().point(at[0] * 2, at[1] * 4)
        await pilot.mouse_down(canvas(app), offset=at)
        await pilot._post_mouse_events([MouseMove], canvas(app), offset=(at[0] - 6, at[1] + 2), button=1)
        await pilot.mouse_up(canvas(app), offset=(at[0] - 6, at[1] + 2))
        # A terminal's mouse that goes up where it went down has clicked; the pilot's has not.
        await pilot._post_mouse_events([Click], canvas(app), offset=(at[0] - 6, at[1] + 2), button=1)
        await pilot.pause()
        # What was under the pointer still is; a cell is two dots wide and four high.
        now = canvas(app)._projection().point((at[0] - 6) * 2, (at[1] + 2) * 4)
        assert now == pytest.approx(held, abs=0.05)
        assert looked_at(app).km_a_dot == whole.km_a_dot
        assert canvas(app).choice == chosen
        moved = looked_at(app)
        await pilot.hover(canvas(app), offset=(40, 3))
        assert looked_at(app) == moved


async def test_the_map_is_let_go_where_the_button_went_up_outside_of_the_terminal() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("4")
        await pilot.mouse_down(canvas(app), offset=(20, 5))
        await pilot._post_mouse_events([MouseMove], canvas(app), offset=(26, 5), button=1)
        moved = looked_at(app)
        await pilot.hover(canvas(app), offset=(40, 9))
        assert looked_at(app) == moved
        assert app.mouse_captured is None


def other_mark(app: FrontwatchApp) -> tuple[int, int]:
    """Return the column and row of a mark that is not the chosen one."""
    sheet, chosen = canvas(app)._sheet(), canvas(app).choice.claim_id
    assert sheet is not None
    found = ((x, y) for y in range(canvas(app).size.height) for x in range(canvas(app).size.width))
    marks = ((at, sheet.mark_at(*at)) for at in found)
    return next(at for at, mark in marks if mark is not None and chosen not in mark.claims)


def _scroll_up() -> type:
    from textual.events import MouseScrollUp  # noqa: PLC0415

    return MouseScrollUp


async def test_claims_are_gone_through_on_the_map_and_the_list_follows() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("4", "full_stop")
        assert canvas(app).choice == Choice("claim-Popovka", "Belgorod")
        await until(pilot, lambda: claims_cursor(app) == "claim:claim-Popovka")
        assert subtitle(app, 4).startswith("~Popovka: Ukraine → advance, ◉ assessed")
        await pilot.press("full_stop", "full_stop", "full_stop")
        assert canvas(app).choice == Choice("claim-Malyi Luh", "Sumy")
        await until(pilot, lambda: claims_cursor(app) == "claim:claim-Malyi Luh")
        await pilot.press("comma")
        assert canvas(app).choice.claim_id == "claim-Grafovka"
        await pilot.press("comma", "comma", "comma")
        assert canvas(app).choice.claim_id == "claim-Tykhyi Yar"
        await pilot.pause(0.3)
        assert canvas(app).choice.claim_id == "claim-Tykhyi Yar"


async def test_what_is_chosen_on_the_map_comes_out_of_its_fold() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("enter")
        assert "claim:claim-Popovka" not in [line.key for line in app.screen.query(LineList).first().lines]
        await pilot.press("4", "full_stop")
        await until(pilot, lambda: claims_cursor(app) == "claim:claim-Popovka")


async def test_enter_on_the_map_opens_the_claim_or_the_list_of_those_in_one_place() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("4", "enter")
        assert app.current_mode == "board"
        await pilot.press("full_stop", "enter")
        await until(pilot, lambda: "3 CLAIMS UNDER ONE MARK" in screen_text(app))
        assert "Grafovka" in screen_text(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "3 CLAIMS UNDER ONE MARK" in screen_text(app))
        await pilot.press("escape")
        await pilot.press("full_stop", "full_stop", "full_stop", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        assert "Malyi Luh" in screen_text(app)


async def test_decisions_on_the_map_are_about_the_chosen_claim() -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (_, pilot):
        await pilot.press("4", "full_stop", "c")
        await until(pilot, lambda: bool(service.decided))
    assert service.decided[0][1] == "claim-Popovka"


async def test_the_mouse_chooses_on_the_map_and_opens_by_two_clicks() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("4", "full_stop")
        mark = canvas(app).mark
        assert mark is not None
        await pilot.press(*("full_stop",) * 5)
        assert canvas(app).choice.claim_id != "claim-Popovka"
        await pilot.click(MapCanvas, offset=(mark.column, mark.row))
        assert canvas(app).choice.claim_id in mark.claims
        before = canvas(app).choice
        await pilot.click(MapCanvas, offset=(1, 1))
        assert canvas(app).choice == before
        await pilot.click(MapCanvas, offset=(mark.column, mark.row), times=2)
        await until(pilot, lambda: "3 CLAIMS UNDER ONE MARK" in screen_text(app))


async def test_map_and_chart_follow_the_cursor_of_the_claims_once_somebody_moves_it() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.pause(0.3)
        assert canvas(app).choice == Choice()
        await pilot.press("j")
        await chosen(app, pilot, Choice("claim-Popovka", "Belgorod"))
        await pilot.pause()
        assert "• Belgorod" in screen_text(app)
        await pilot.press("k")
        await chosen(app, pilot, Choice("", "Belgorod"))
        await pilot.pause()
        assert "›Belgorod" in screen_text(app)
        await pilot.press("g")
        await chosen(app, pilot, Choice())
        await pilot.pause()
        assert "• Belgorod" not in screen_text(app)


async def test_a_held_key_moves_the_map_once() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        before = canvas(app).drawings
        await pilot.press(*("j",) * 6)
        await until(pilot, lambda: canvas(app).choice != Choice())
        await pilot.pause(0.3)
        assert canvas(app).drawings - before <= 2


async def test_a_claim_out_of_sight_is_brought_into_it() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("4", "full_stop", *("plus",) * 8)
        near = looked_at(app)
        await pilot.press("1", *("j",) * 7)
        await until(pilot, lambda: canvas(app).choice.oblast == "Donetsk")
        assert canvas(app).mark is not None
        assert looked_at(app).km_a_dot == near.km_a_dot


async def test_nothing_is_drawn_anew_while_nothing_changes() -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (app, pilot):
        await until(pilot, lambda: bool(canvas(app)._ground.regions))
        await pilot.pause()
        before = (canvas(app).drawings, plot(app).drawings)
        service.put(replace(boards.BOARD, statements=boards.STATEMENTS[1:]))
        await until(pilot, lambda: "Olena Hrim" not in screen_text(app))
        canvas(app).refresh()
        plot(app).refresh()
        await pilot.pause()
        assert (canvas(app).drawings, plot(app).drawings) == before


async def test_the_chart_is_painted_before_the_map_is_given_anything_to_draw(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service = FakeService()
    async with running(service, size=(160, 45)) as (app, pilot):
        await until(pilot, lambda: plot(app).drawings > 0)
        painted: list[int] = []
        show = MapCanvas.show

        def noted(shown: MapCanvas, view: MapView) -> None:
            painted.append(plot(app).drawings)
            show(shown, view)

        monkeypatch.setattr(MapCanvas, "show", noted)
        before = plot(app).drawings
        service.put(replace(boards.BOARD, claims=boards.BOARD.claims[:2]))
        await until(pilot, lambda: bool(painted))
        assert painted[0] > before


async def test_the_metric_of_the_chart_goes_round_by_a_key_on_the_board() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        for metric, words in (
            (Metric.CLAIMS, "claims by day"),
            (Metric.SETTLEMENTS, "places by day"),
            (Metric.CUMULATIVE, "km in all"),
            (Metric.KM, "km by day"),
        ):
            await pilot.press("m")
            await until(pilot, lambda words=words: words in screen_text(app))  # type: ignore[misc]
            assert app._lens.metric is metric


async def test_the_chosen_oblast_is_charted_alone_and_all_again() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.press("i")
        assert "REPORTED ADVANCES ─" in screen_text(app)
        await pilot.press("j")
        await chosen(app, pilot, Choice("claim-Popovka", "Belgorod"))
        await pilot.press("i")
        await pilot.pause()
        assert "3 REPORTED ADVANCES IN BELGOROD" in screen_text(app)
        assert subtitle(app, 3) == "2 claims"
        await pilot.press("G", "k", "k")
        await until(pilot, lambda: "REPORTED ADVANCES IN DONETSK" in screen_text(app))
        await pilot.press("i")
        await pilot.pause()
        assert "REPORTED ADVANCES ─" in screen_text(app)


async def test_the_days_of_the_chart_are_gone_through_and_opened() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        assert subtitle(app, 3) == "5 claims"
        await pilot.press("3")
        await until(pilot, lambda: subtitle(app, 3) == "28 Mar: 0 claims")
        await until(pilot, lambda: "[28]" in screen_text(app))
        await pilot.press("enter")
        assert app.current_mode == "board"
        await pilot.press("left")
        await until(pilot, lambda: subtitle(app, 3) == "27 Mar: 2 claims")
        await pilot.press("h", "l")
        await until(pilot, lambda: subtitle(app, 3) == "27 Mar: 2 claims")
        await pilot.press("home")
        await until(pilot, lambda: subtitle(app, 3) == "21 Mar: 0 claims")
        await pilot.press("end", "g", "G", "left", "enter")
        await until(pilot, lambda: "27 MAR: 2 CLAIMS" in screen_text(app))
        await pilot.press("j", "enter")
        await until(pilot, lambda: "╭─ CLAIM " in screen_text(app))
        await pilot.press("escape", "escape")
        await pilot.press("1")
        await until(pilot, lambda: subtitle(app, 3) == "5 claims")
        await until(pilot, lambda: "[27]" not in screen_text(app))


async def test_the_mouse_chooses_a_day_of_the_chart() -> None:
    async with running(size=(160, 45)) as (app, pilot):
        await pilot.click(Plot, offset=(4, 3))
        await until(pilot, lambda: subtitle(app, 3) == "21 Mar: 0 claims")
        await pilot.click(Plot, offset=(plot(app).size.width - 1, 3))
        await until(pilot, lambda: subtitle(app, 3) == "28 Mar: 0 claims")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_chosen_claims_and_metrics_look_as_agreed(size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    near = replace(
        boards.claim("Hlyboka", "Sumy", precision=Precision.NEAR),
        located=replace(boards.place("Popovka", "Sumy", precision=Precision.NEAR), lat=51.1, lon=35.0),
    )
    service = FakeService(replace(boards.BOARD, claims=(*boards.CLAIMS, near)))
    async with running(service, size=size) as (app, pilot):
        await until(pilot, lambda: bool(canvas(app)._ground.regions))
        await pilot.press("j", "z", "4")
        await chosen(app, pilot, Choice("claim-Popovka", "Belgorod"))
        await pilot.press(*("plus",) * 4)
        await pilot.pause()
        assert_golden(f"map-near-{name}", screen_text(app))
        await pilot.press("3")
        for metric in ("claims", "settlements", "cumulative"):
            await pilot.press("m")
            await until(pilot, lambda metric=metric: app._lens.metric == metric)  # type: ignore[misc]
            await pilot.pause(0.3)
            assert_golden(f"advances-{metric}-{name}", screen_text(app))
        await pilot.press("z", "enter")
        await pilot.press("left", "enter")
        await until(pilot, lambda: "╭─ 27 MAR" in screen_text(app))
        assert_golden(f"detail-claims-{name}", screen_text(app))


async def test_how_many_claims_lie_in_one_place_is_counted_anew_from_nearer() -> None:
    lat, lon = boards.POINTS["Popovka"]
    near = replace(
        boards.claim("Hlyboka", "Belgorod"),
        located=replace(boards.place("Hlyboka", "Belgorod"), lat=lat + 0.1, lon=lon + 0.1),
    )
    service = FakeService(replace(boards.BOARD, claims=(*boards.CLAIMS, near)))
    async with running(service, size=(80, 24)) as (app, pilot):
        await pilot.press("j", "4")
        await chosen(app, pilot, Choice("claim-Popovka", "Belgorod"))
        await until(pilot, lambda: " here" in screen_text(app))
        await pilot.press(*("plus",) * 9)
        await until(pilot, lambda: " here" not in screen_text(app))
        await pilot.press("equals_sign")
        await until(pilot, lambda: " here" in screen_text(app))


async def test_map_and_chart_say_where_there_is_no_room_for_them() -> None:
    async with running(size=(40, 10)) as (app, pilot):
        await pilot.press("4")
        await pilot.pause()
        await pilot.resize_terminal(40, 10)
        for size in ((41, 11), (60, 12), (220, 60), (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "4 MAP" in screen_text(app)
