"""How a place that could not be told is shown, and what can be chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from feeds.model import ClaimDetail, Decision, DecisionKind
from tests.tui import boards
from tui.views.claims import claim_line, claims_view
from tui.views.details import claim_page
from tui.views.locating import certain_area, choice_of, possible_words
from tui.views.plain import board_as_text

if TYPE_CHECKING:
    from feeds.model import Claim, Place
    from tui.views.details import Page

KRASNAYA, KOROCHA, VALUYKI = boards.MAY_BE


def detail_of(
    claim: Claim, candidates: tuple[Place, ...] = boards.MAY_BE, *, decisions: tuple[Decision, ...] = ()
) -> ClaimDetail:
    """Return a claim with one report that was read as one of ``candidates``."""
    report = replace(boards.report(), place_candidates=candidates)
    return ClaimDetail(claim, (report,), (), (), decisions, (boards.NEARBY,))


def words(page: Page) -> list[str]:
    """Return the lines of a page as texts."""
    return ["".join(part.text for cell in line.cells for part in cell) for line in page.lines]


def test_the_page_names_the_reason_what_is_certain_and_the_candidates() -> None:
    lines = words(claim_page(detail_of(boards.UNCERTAIN), boards.NOW))
    assert "Popovka (?), Belgorod" in lines[0]
    assert lines[4:10] == [
        "place     not certain. Three places of this name lie in the oblast, and nothing tells them apart.",
        "lies in   Belgorod",
        "may be 1  Krasnoyaruzhsky raion, Belgorod, RU, near it, 11 km from Demidovka",
        "may be 2  Korochansky raion, Belgorod, RU, exact, 123 km from Demidovka",
        "may be 3  Valuysky raion, Belgorod, RU, raion only",
        "          W says which one is meant",
    ]


def test_a_place_that_was_told_says_why_in_a_line_and_offers_no_choice() -> None:
    told = replace(boards.claim("Popovka"), place_because="It is the one place of this name.")
    page = claim_page(detail_of(told, ()), boards.NOW)
    assert "place     It is the one place of this name." in words(page)
    assert page.choice is None
    silent = claim_page(detail_of(boards.claim("Popovka"), ()), boards.NOW)
    assert not any(line.startswith("place") for line in words(silent))


def test_a_name_that_the_gazetteer_lacks_says_so() -> None:
    unknown = boards.claim("Nowhere", None, precision=None)
    page = claim_page(detail_of(unknown, ()), boards.NOW)
    assert "place     not certain. The gazetteer has no such place." in words(page)
    assert "lies in   not even the oblast is certain" in words(page)
    assert page.choice is None


def test_what_was_settled_can_be_settled_anew_and_the_decision_names_its_place() -> None:
    settled = replace(boards.claim("Popovka"), located=KRASNAYA, place_because="Settled by Olena.")
    made = [
        Decision(name, "desk", "Olena", boards.NOW, DecisionKind.PLACE, "report-1", why, place_id)
        for name, why, place_id in (("1", "the church", KRASNAYA.id), ("2", "", ""), ("3", "", "no more"))
    ]
    page = claim_page(detail_of(settled, decisions=tuple(made)), boards.NOW)
    assert page.choice is not None
    assert page.choice.place_ids == (KRASNAYA.id, KOROCHA.id, VALUYKI.id, "")
    said = [line.partition("place by ")[2] for line in words(page) if "place by " in line]
    assert said == [
        "Olena, Popovka, Krasnoyaruzhsky raion, Belgorod, RU: the church",
        "Olena, none of the places of that name",
        "Olena, at a place that its report does not name any more",
    ]


def test_what_the_claim_shows_first_is_the_first_to_choose_and_nine_are_the_most() -> None:
    turned = replace(boards.UNCERTAIN, place_candidates=(VALUYKI, KOROCHA))
    many = (*boards.MAY_BE, *(replace(KOROCHA, id=str(number)) for number in range(12)))
    choice = choice_of(detail_of(turned, many))
    assert choice is not None
    assert choice.place_ids[:3] == (VALUYKI.id, KOROCHA.id, KRASNAYA.id)
    assert (len(choice.place_ids), choice.place_ids[-1]) == (10, "")


@pytest.mark.parametrize(
    ("oblast", "candidates", "words"),
    [
        ("Belgorod", boards.MAY_BE, "Belgorod"),
        ("Belgorod", (VALUYKI, replace(VALUYKI, id="other")), "Valuysky raion, Belgorod"),
        ("Belgorod", (VALUYKI,) * 5, "Belgorod"),
        ("Belgorod", (replace(VALUYKI, raion=None),), "Belgorod"),
        (None, (), ""),
    ],
)
def test_no_finer_area_is_named_than_is_certain(
    oblast: str | None, candidates: tuple[Place, ...], words: str
) -> None:
    assert certain_area(replace(boards.UNCERTAIN, oblast=oblast, place_candidates=candidates)) == words


def test_two_of_one_raion_are_told_apart_by_their_points() -> None:
    twin = replace(KOROCHA, id="twin", lat=50.8, lon=37.25)
    choice = choice_of(detail_of(boards.UNCERTAIN, (KOROCHA, twin, VALUYKI, replace(VALUYKI, id="other"))))
    assert choice is not None
    assert [line.cells[1][0].text.removeprefix("Popovka, ") for line in choice.lines[1:5]] == [
        "50.95 37.10, Korochansky raion, Belgorod, RU",
        "Valuysky raion, Belgorod, RU",
        "50.80 37.25, Korochansky raion, Belgorod, RU",
        "Valuysky raion, Belgorod, RU",
    ]


def test_plain_text_names_where_it_may_be_and_counts_such_places() -> None:
    said = board_as_text(boards.UNCERTAIN_BOARD, "DEMO")
    assert "CLAIMS BY OBLAST: 3, 1 place not certain\n" in said
    assert "Popovka (place not certain: Krasnoyaruzhsky raion, Korochansky raion or Valuysky raion);" in said
    elsewhere = replace(
        boards.UNCERTAIN, oblast=None, place_candidates=(KOROCHA, replace(VALUYKI, raion=None))
    )
    assert possible_words(elsewhere) == "Korochansky raion of Belgorod or Popovka of Belgorod"
    assert possible_words(boards.claim("Lisova", precision=None)) == ""


def test_only_what_is_shown_and_uncertain_is_counted() -> None:
    assert claims_view(boards.UNCERTAIN_BOARD, boards.NOW).uncertain == ", 1 place not certain"
    aside = replace(boards.UNCERTAIN, dismissed_by="Olena")
    board = replace(boards.UNCERTAIN_BOARD, claims=(aside, *boards.CLAIMS[1:3]))
    assert claims_view(board, boards.NOW).uncertain == ""


def test_points_that_are_none_have_no_distance() -> None:
    odd = replace(KOROCHA, lat=float("nan"), lon=float("inf"))
    detail = replace(detail_of(boards.UNCERTAIN, (odd,)), nearby=(boards.NEARBY, odd))
    choice = choice_of(replace(detail, claim=replace(boards.UNCERTAIN, place_candidates=())))
    assert choice is not None
    assert choice.lines[0].cells[3][0].text == ""


def test_a_long_name_keeps_its_mark_where_there_is_little_room() -> None:
    claim = replace(boards.UNCERTAIN, place="Oleksandro-Kalynove")
    (part,) = claim_line(claim, boards.NOW).cells[3]
    assert part.text.endswith(" (?)")
    assert part.short.endswith(" (?)")
    assert len(part.short) <= 13
