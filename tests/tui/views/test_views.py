"""What the views make of a board."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from feeds.model import Area, Board, Bound, Distance, Health, Kind, Precision, Span, StandingLevel
from tests.tui import boards
from tests.tui.fakes import FakeService
from tui.views.advances import advances_view
from tui.views.ages import age, ago, clocks, day_span, until
from tui.views.boards import Broken, Seen, board_view, unchanged_kept
from tui.views.claims import claims_view
from tui.views.details import claim_page, statement_page
from tui.views.excerpts import excerpt
from tui.views.gains import FARTHEST_KM
from tui.views.groups import unfolded
from tui.views.header import HeaderView, header_line
from tui.views.lines import Line, Subject, Target, Tone
from tui.views.plain import board_as_text
from tui.views.quotes import quotes_view
from tui.views.sources import sources_view
from tui.views.words import area_words, distance_words, place_words

if TYPE_CHECKING:
    from feeds.model import Statement

NOW = boards.NOW


def said(line: Line) -> str:
    """Return all words of ``line``."""
    return " | ".join("".join(part.text for part in cell) for cell in line.cells)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "now"),
        (59, "now"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (172_799, "47 h"),
        (172_800, "2 d"),
    ],
)
def test_ages_are_said_in_the_coarsest_unit_that_still_tells(seconds: int, words: str) -> None:
    assert age(NOW - timedelta(seconds=seconds), NOW) == words


def test_times_are_said_as_a_desk_says_them() -> None:
    assert ago(None, NOW) == "never"
    assert ago(NOW, NOW) == "just now"
    assert until(None, NOW) == "due"
    assert until(NOW + timedelta(seconds=40), NOW) == "in 40 s"
    assert until(NOW + timedelta(minutes=4), NOW) == "in 4 min"
    march = datetime(2025, 3, 28, tzinfo=UTC).date()
    assert day_span(march, march) == "28 Mar"
    assert day_span(march - timedelta(days=2), march) == "26–28 Mar"
    assert day_span(march, march + timedelta(days=5)) == "28 Mar–2 Apr"
    assert clocks(NOW) == "28 Mar 2025 14:03:21 UTC · 16:03 EET"
    assert clocks(NOW, UTC) == "28 Mar 2025 14:03:21 UTC"


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (Distance(3.1, 4.0, Bound.RANGE, ""), "3.1–4.0 km"),
        (Distance(3.2, None, Bound.AT_LEAST, ""), "≥ 3.2 km"),
        (Distance(None, 3.2, Bound.AT_MOST, ""), "≤ 3.2 km"),
        (Distance(2.0, 2.0, Bound.ABOUT, ""), "~2.0 km"),
        (Distance(2.0, 2.0, Bound.EXACT, ""), "2.0 km"),
        (Distance(None, None, Bound.ABOUT, ""), "? km"),
    ],
)
def test_distances_are_said_as_ranges(distance: Distance, words: str) -> None:
    assert distance_words(distance) == words


def test_areas_and_places_say_how_exact_they_are() -> None:
    assert area_words(Area(13, None, Bound.AT_LEAST, "")) == "≥ 13.0 km²"
    assert place_words("Popovka", None) == "Popovka (?)"
    near = boards.place("Popovka", "Belgorod", precision=Precision.NEAR)
    assert place_words("Popovka", near) == "~Popovka"
    raion = boards.place("Popovka", "Belgorod", precision=Precision.RAION)
    assert place_words("Popovka", raion) == "Popovka (raion)"


def test_oblast_that_changed_last_comes_first_and_unknown_has_a_name() -> None:
    view = claims_view(boards.BOARD, NOW)
    oblasts = [group.heading.cells[0][0].text for group in view.groups]
    assert oblasts == ["Belgorod", "Sumy", "Donetsk", "Oblast unknown"]
    assert "◉1 ◐1 ○1" in said(view.groups[0].heading)
    later = replace(boards.CLAIMS[-1].standing, at=NOW)
    changed = (*boards.CLAIMS[:-1], replace(boards.CLAIMS[-1], standing=later))
    assert (
        claims_view(replace(boards.BOARD, claims=changed), NOW).groups[0].heading.key
        == "group:Oblast unknown"
    )


def test_claim_line_says_everything_in_words() -> None:
    line = claims_view(boards.BOARD, NOW).groups[0].lines[0]
    assert said(line) == (
        "▲ risen | Ukraine | → advance | ~Popovka | 3.1–4.0 km+ | “1.9 to 2.5 miles” | 27 Mar | 3 min"
        " | 3 origins | 5 carriers | △ drift | B2 | ◉ assessed"
    )


def test_folded_groups_show_their_heading_only() -> None:
    groups = claims_view(boards.BOARD, NOW).groups
    shown = unfolded(groups, {"group:Belgorod", "group:Sumy"})
    assert [line.key for line in shown[:3]] == ["group:Belgorod", "group:Sumy", "group:Donetsk"]
    assert said(shown[0]).startswith("▸ Belgorod")
    assert said(shown[2]).startswith("▾ Donetsk")


def test_open_quotes_and_questions_stand_by_age_and_settled_ones_are_folded_away() -> None:
    view = quotes_view(boards.BOARD, NOW)
    assert [(len(group.lines), group.folded) for group in view.groups] == [(5, False), (1, True)]
    assert (view.open_quotes, view.questions) == (3, 2)
    waiting = view.groups[0].lines
    assert [said(line).split(" | ")[0] for line in waiting] == ["2 d", "30 h", "26 h", "6 h", "3 h"]
    assert "2 d | Olena Hrim, Study Group | “We hold" in said(waiting[0])
    assert "asked by The Border Post, no answer yet | " in said(waiting[1])
    assert "no comment so far, says The Border Post" in said(waiting[3])


def test_what_an_analyst_put_aside_is_folded_away_and_counts_nowhere() -> None:
    figures = (boards.distance(1.0, 2.0),)
    aside = replace(boards.claim("A", distances=figures), dismissed_by="anna")
    board = Board(NOW, 7, (aside, boards.claim("B")))
    view = claims_view(board, NOW)
    assert view.count == 1
    *_, dismissed = view.groups
    assert (dismissed.folded, [line.target for line in dismissed.lines]) == (
        True,
        [Target(Subject.CLAIM, aside.id)],
    )
    assert advances_view(board).whole.figure.strokes == ()
    assert "CLAIMS BY OBLAST: 1 (and 1 dismissed by analysts)" in board_as_text(board, "")


def test_failing_sources_come_first_and_say_why_they_are_down() -> None:
    view = sources_view(boards.BOARD, NOW)
    assert (view.up, view.total, view.silent) == (3, 5, 1)
    assert said(view.lines[1]).endswith("| silent 17 h (usual 40 min)")
    failing = [source.id for source, state in boards.SOURCES if state.health is Health.DEGRADED]
    assert [line.target.id for line in view.lines if line.target] == [
        *failing,
        "study-group",
        *(source.id for source, _ in boards.SOURCES if source.id not in {*failing, "study-group"}),
    ]
    assert said(view.lines[0]).startswith(
        "✗ degraded | North Channel | 3 h | 4 min | 12 | 7 | The server answered 503"
    )


def test_chart_has_ranges_with_open_ends_and_counts_what_it_leaves_out() -> None:
    view = advances_view(boards.BOARD).whole
    tops = [stroke.top for stroke in view.figure.strokes]
    bottoms = [stroke.bottom for stroke in view.figure.strokes]
    assert (len(tops), tops.count("▲"), bottoms.count("▼")) == (5, 1, 1)
    assert view.uncharted.text == "no distance: RU 1"
    assert view.figure.y_high == 6
    assert view.figure.x_ticks[-1] == (7.0, "28 Mar")


def test_chart_takes_only_finite_figures_of_a_front() -> None:
    bad = tuple(
        boards.distance(low, high)
        for low, high in (
            (float("nan"), 1.0),
            (1.0, float("inf")),
            (-1.0, 2.0),
            (1.0, FARTHEST_KM * 2),
            (None, None),
        )
    )
    view = advances_view(Board(NOW, 7, (boards.claim("Popovka", distances=bad),))).whole
    assert view.figure.strokes == ()
    assert view.uncharted.text == "no distance: UA 1"


def test_chart_leaves_out_denied_claims_and_other_kinds_and_says_so() -> None:
    figures = (boards.distance(1.0, 2.0),)
    claims = (
        boards.claim("A", level=StandingLevel.DENIED, distances=figures),
        boards.claim("B", kind=Kind.ATTACK, distances=figures),
        boards.claim("C", on=NOW.date() - timedelta(days=30), distances=figures),
    )
    view = advances_view(Board(NOW, 7, claims)).whole
    assert view.figure.strokes == ()
    assert view.uncharted.text == "outside these days: 1 · denied, retracted or dismissed: 1"


def test_header_leaves_no_place_for_a_label_there_is_not() -> None:
    with_label = header_line(HeaderView("DEMO", 14, 16, 7), NOW)
    assert "frontwatch | DEMO | 28 Mar 2025" in said(with_label)
    assert "sources up 14/16 | window 7 d" in said(with_label)
    assert "DEMO" not in said(header_line(HeaderView("", 1, 1, 7, ("a", "b", "c")), NOW))
    assert said(header_line(HeaderView("", 1, 1, 7, ("a", "b", "c")), NOW)).endswith("! a (and 2 more)")


def test_excerpt_tells_the_words_apart_that_were_read() -> None:
    report = boards.report()
    words = [span for span in (report.trigger_span, report.place_span) if span]
    parts = excerpt(boards.TEXT, report.span, words)
    assert [part.text for part in parts if part.tone is Tone.POINT] == ["moved", "Popovka"]
    found = "".join(part.text for part in parts if part.tone in {Tone.POINT, Tone.FOUND})
    assert found == boards.SENTENCE


def test_excerpt_marks_the_sentence_in_its_paragraph() -> None:
    start = boards.TEXT.index(boards.SENTENCE)
    parts = excerpt(boards.TEXT, Span(start, start + len(boards.SENTENCE)))
    assert [(part.text, part.tone) for part in parts] == [
        ("Then the line moved. ", Tone.DIM),
        (boards.SENTENCE, Tone.FOUND),
        (" Fog hid the rest.", Tone.DIM),
    ]
    assert excerpt("short", Span(40, 90))[-1].text == ""


def test_claim_page_says_why_and_shows_every_report() -> None:
    detail = FakeService().claim("claim-Popovka")
    assert detail is not None
    words = "\n".join(said(line) for line in claim_page(detail, NOW).lines)
    for expected in (
        "◉ assessed  since 28 Mar 2025 14:00 UTC  ",
        "≥ 3.2 km  “over two miles”",
        "first: The Border Post, 28 Mar 2025 09:03 UTC; no echo",
        "way ┬ time not known         Origin 0\n    ├ time not known         told a wire",
        "    ├ 28 Mar 2025 09:03 UTC  cited by The Border Post\n",
        "△ drift: Speaks of a seizure where Origin 0 speaks of an advance.",
        "claimant: Emil K., analyst via a wire; evidence: analyst; read by rule advance.distance",
        boards.SENTENCE,
        "note by anna: Seen on two channels.",
    ):
        assert expected in words
    keys = [line.key for line in claim_page(detail, NOW).lines]
    assert len(set(keys)) == len(keys)


def test_the_page_of_a_claim_names_an_assessor_in_the_rule_and_nowhere_beside_it() -> None:
    detail = FakeService().claim("claim-Popovka")
    assert detail is not None
    standing = replace(detail.claim.standing, rule="Assessed by Lamp Circle.", by="Lamp Circle")
    claim = replace(detail.claim, standing=standing, history=(standing,))
    words = [said(line) for line in claim_page(replace(detail, claim=claim), NOW).lines]
    naming = [" ".join(line.split()) for line in words if "Lamp Circle" in line]
    assert naming == ["Assessed by Lamp Circle.", "28 Mar 2025 14:00 UTC ◉ assessed Assessed by Lamp Circle."]


def test_a_report_of_a_model_says_so() -> None:
    detail = FakeService().claim("claim-Popovka")
    assert detail is not None
    reports = tuple(replace(report, rule="model") for report in detail.reports)
    words = "\n".join(said(line) for line in claim_page(replace(detail, reports=reports), NOW).lines)
    assert "read by a language model, not by a rule" in words
    assert "read by rule" not in words


def test_statement_page_stacks_the_wordings_with_their_carriers() -> None:
    detail = FakeService().statement("statement-Olena Hrim")
    assert detail is not None
    words = [said(line) for line in statement_page(detail, NOW).lines]
    assert (
        words.index("“We hold the heights.”") > words.index("WORDING 2 OF 2") > words.index("WORDING 1 OF 2")
    )


def test_view_that_fails_takes_no_other_along_and_equal_parts_stay_the_same_object() -> None:
    broken = cast("Statement", None)
    view = board_view(replace(boards.BOARD, statements=(broken,)), NOW, "DEMO")
    assert isinstance(view.quotes, Broken)
    assert not isinstance(view.claims, Broken)
    again = unchanged_kept(board_view(boards.BOARD, NOW, "DEMO"), view)
    assert again.claims is view.claims
    assert again.quotes is not view.quotes


def test_chart_and_map_may_stay_behind_the_lists_and_catch_up_with_a_board_that_stays() -> None:
    before = board_view(boards.EMPTY_BOARD, NOW, "")
    lists = board_view(boards.BOARD, NOW, "", before=Seen(boards.EMPTY_BOARD, before), only_lists=True)
    assert lists.claims is not before.claims
    assert lists.advances is before.advances
    assert lists.map is before.map
    behind = Seen(boards.BOARD, lists, drawn_of=boards.EMPTY_BOARD)
    whole = board_view(boards.BOARD, NOW, "", before=behind)
    assert whole.claims is lists.claims
    assert (whole.advances, whole.map) == (
        board_view(boards.BOARD, NOW, "").advances,
        board_view(boards.BOARD, NOW, "").map,
    )


def test_plain_text_says_the_same_as_the_screen_in_full_words() -> None:
    text = board_as_text(boards.BOARD, "DEMO")
    assert text.startswith("frontwatch, DEMO. 28 Mar 2025 14:03 UTC. Sources up: 3 of 5. Window: 7 days.\n")
    assert "Belgorod: 1 assessed, 1 conceded, 1 claimed" in text
    assert (
        "Ukraine, advance, Popovka (near); 3.1 to 4.0 kilometres (said: 1.9 to 2.5 miles); at least 3.2"
        in text
    )
    assert "assessed: Popovka: the rule in words" in text
    assert "- North Channel: degraded; The server answered 503 three times" in text
    assert not set(text) & set("│╭◉○▲█→")
    assert "No claims in the last 7 days." in board_as_text(boards.EMPTY_BOARD, "")
