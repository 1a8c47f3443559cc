"""Notifications reach toast, bell, desktop and push, and a push that fails is told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import App

from feeds.model import Channel, NotifyRules, Occasion, ScreenRules
from feeds.service import FrontwatchError, pushing
from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import refreshed, running, screen_text, until
from tui.announcing import osc, write_to_terminal

if TYPE_CHECKING:
    import pytest

    from tui.app import FrontwatchApp

RULES = NotifyRules(on=(Occasion.NEW_CLAIM,), channels=(Channel.TOAST,))
FRESH = replace(boards.claim("Novyi Brid", "Sumy", minutes=0), report_ids=("report-9",))
AFTER = replace(boards.BOARD, claims=(FRESH, *boards.CLAIMS))
SAID = "New: Novyi Brid, Sumy: Ukraine, advance is claimed."


def wanting(rules: NotifyRules) -> FakeService:
    """Return a service whose configuration has these rules."""
    service = FakeService()
    service.rules = ScreenRules(notify=rules)
    return service


def toasts(app: FrontwatchApp) -> list[str]:
    """Return what was told in passing."""
    return [notification.message for notification in app._notifications]


async def test_what_is_there_at_the_start_is_not_told_and_what_comes_is() -> None:
    service = wanting(replace(RULES, on=tuple(Occasion)))
    async with running(service) as (app, pilot):
        await refreshed(app, pilot)
        assert toasts(app) == []
        service.put(AFTER)
        await until(pilot, lambda: toasts(app) == [SAID])
        await refreshed(app, pilot)
        assert toasts(app) == [SAID]


async def test_without_rules_nothing_is_told() -> None:
    service = FakeService()
    async with running(service) as (app, pilot):
        service.put(AFTER)
        await until(pilot, lambda: "Novyi Brid" in screen_text(app))
        assert toasts(app) == []


async def test_another_window_is_no_news() -> None:
    service = wanting(RULES)
    async with running(service) as (app, pilot):
        app._look_through(replace(app._lens, days=30))
        service.put(AFTER)
        await until(pilot, lambda: "Novyi Brid" in screen_text(app))
        assert toasts(app) == []


async def test_what_comes_while_the_past_is_looked_at_is_told() -> None:
    service = wanting(RULES)
    async with running(service) as (app, pilot):
        await pilot.press("[")
        await until(pilot, lambda: app._header.as_of is not None)
        service.put(AFTER)
        await until(pilot, lambda: toasts(app) == [SAID])


async def test_each_channel_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    rung: list[bool] = []
    pushed: list[tuple[str, str]] = []
    monkeypatch.setattr("tui.app.notifying.write_to_terminal", lambda _, sequence: written.append(sequence))
    monkeypatch.setattr(pushing, "push", lambda title, text: pushed.append((title, text)))
    monkeypatch.delenv("TMUX", raising=False)
    service = wanting(replace(RULES, channels=tuple(Channel)))
    async with running(service) as (app, pilot):
        monkeypatch.setattr(app, "bell", lambda: rung.append(True))
        service.put(AFTER)
        await until(pilot, lambda: bool(pushed))
        assert toasts(app) == [SAID]
    assert rung == [True]
    assert written == [f"\x1b]9;{SAID}\x07", f"\x1b]777;notify;frontwatch DEMO;{SAID}\x07"]
    assert pushed == [("frontwatch DEMO", SAID)]


async def test_a_push_that_fails_is_told_once_and_nothing_else_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def fail(_: str, text: str) -> None:
        tried.append(text)
        raise FrontwatchError("Pushing needs the package apprise.")

    monkeypatch.setattr(pushing, "push", fail)
    service = wanting(replace(RULES, channels=(Channel.APPRISE,)))
    async with running(service) as (app, pilot):
        service.put(AFTER)
        await until(pilot, lambda: toasts(app) == ["Pushing needs the package apprise."])
        app.clear_notifications()
        other = replace(boards.claim("Tykha", "Sumy", minutes=0), report_ids=("report-10",))
        service.put(replace(AFTER, claims=(other, *AFTER.claims)))
        await until(pilot, lambda: len(tried) == 2)
        await refreshed(app, pilot)
        assert toasts(app) == []


def test_sequences_for_the_desktop_carry_clean_text_and_pass_through_tmux() -> None:
    hostile = "a\x1b]0;b\x07\u202ec\n" + "d" * 1000
    sequence = osc(Channel.OSC9, "frontwatch", hostile, {})
    assert sequence.startswith("\x1b]9;a ]0;b ")
    assert sequence.endswith("…\x07")
    assert sequence[1:-1].isprintable()
    assert len(sequence) < 250
    assert osc(Channel.OSC777, "a;b", "c;d", {}) == "\x1b]777;notify;a,b;c;d\x07"
    assert osc(Channel.OSC9, "", "x", {"TMUX": "1"}) == "\x1bPtmux;\x1b\x1b]9;x\x07\x1b\\"
    assert osc(Channel.BELL, "", "x", {"TMUX": "1"}) == ""


async def test_without_a_terminal_nothing_is_written() -> None:
    app = App[None]()
    write_to_terminal(app, "\x1b]9;x\x07")
    async with app.run_test():
        write_to_terminal(app, "\x1b]9;x\x07")
