"""Keys of the configuration: which can be had, and what is said of the others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.model import ScreenRules
from tests.tui import boards
from tests.tui.fakes import FakeService
from tests.tui.running import running, screen_text, until
from tui.keys import bindings_of, is_key, keymap_of, owners
from tui.rules import furnishing_of
from tui.views.calling import SHIPPED, called
from tui.widgets.key_bar import key_name


def test_every_key_has_an_id_of_its_own_and_says_what_it_does() -> None:
    bindings = [binding for owner in owners() for binding in bindings_of(owner)]
    ids = [binding.id for binding in bindings]
    assert len(ids) > 40
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert all(binding.description for binding in bindings)


@pytest.mark.parametrize(
    "key",
    ["Z", "?", "+", "ctrl+z", "f5", "ctrl+shift+f5", "question_mark", "left_square_bracket", "minus", "ж"],
)
def test_keys_are_known_by_sign_or_name(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("key", ["", " ", "zoom", "strg+z", "ctrl+", "Q Q", "\x1b", "f99", "x" * 90])
def test_other_words_are_no_keys(key: str) -> None:
    assert not is_key(key)


def test_sentences_call_keys_what_they_are() -> None:
    bindings = {binding.id: binding for owner in owners() for binding in bindings_of(owner)}
    for name, shipped in SHIPPED.items():
        first = key_name(bindings[name].key.split(",")[0])
        assert (name, shipped) == (name, first.replace("↵", "Enter"))


async def test_another_key_of_the_configuration_is_called_so_in_every_sentence() -> None:
    service = FakeService(boards.EMPTY_BOARD)
    service.rules = ScreenRules(keys={"app.live": "f9", "source.poll": "f8", "detail.back": "backspace"})
    async with running(service, size=(160, 45)) as (app, pilot):
        await until(pilot, lambda: bool(app.keymap))
        assert [called(one) for one in ("app.live", "source.poll", "app.later")] == ["F9", "F8", "]"]
        await pilot.press("[")
        await until(pilot, lambda: "AS OF" in screen_text(app))
        assert "F9: live" in screen_text(app)
        await pilot.press("f9")
        await until(pilot, lambda: "AS OF" not in screen_text(app))
    async with running() as (_, _):
        assert called("app.live") == "0"


def test_what_can_be_had_is_had_whatever_else_is_wanted() -> None:
    keymap, faults = keymap_of(
        {"board.zoom": "Z", "list.down": "j,f8", "board.zooom": "Y", "source.poll": "poll", "app.quit": "c"}
    )
    assert keymap == {"board.zoom": "Z", "list.down": "j,f8"}
    told = " | ".join(faults)
    assert "[keys] board.zooom: no key has this id; is 'board.zoom' meant?" in told
    assert "[keys] source.poll: 'poll' is no key" in told
    assert "[keys] app.quit: c is 'Confirm' already (decide.confirm)" in told


def test_two_keys_may_change_places() -> None:
    wanted = {"decide.confirm": "d", "decide.dispute": "c"}
    assert keymap_of(wanted) == (wanted, ())


def test_a_key_may_mean_other_things_on_screens_that_are_never_together() -> None:
    assert keymap_of({"help.about": "w"}) == ({"help.about": "w"}, ())
    _, faults = keymap_of({"help.about": "q"})
    assert faults == ("[keys] help.about: q is 'Quit' already (app.quit)",)


def test_one_key_for_two_things_is_said_also_where_both_are_wanted() -> None:
    keymap, faults = keymap_of({"decide.confirm": "f9", "decide.dispute": "f9"})
    assert keymap == {"decide.dispute": "f9"}
    assert faults == ("[keys] decide.confirm: f9 is 'Dispute' already (decide.dispute)",)


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(st.sampled_from(["board.zoom", "nothing"]), st.text(max_size=12), max_size=3))
def test_whatever_is_wanted_is_had_or_told_of(wanted: dict[str, str]) -> None:
    keymap, faults = keymap_of(wanted)
    assert len(keymap) + len(faults) == len(wanted)


def test_an_unknown_theme_is_told_of_and_ours_stays() -> None:
    assert furnishing_of(ScreenRules(theme="frontwatch-light")).faults == ()
    found = furnishing_of(ScreenRules(theme="frontwatch-lihgt"))
    assert found.theme == "frontwatch-dark"
    assert found.faults == (
        "[screen] theme: there is no theme 'frontwatch-lihgt'; is 'frontwatch-light' meant?",
    )
