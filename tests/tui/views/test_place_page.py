"""The page of a place, and the addresses behind the lines of pages."""

from __future__ import annotations

from dataclasses import replace

from feeds.model import Board, Precision
from tests.tui import boards
from tests.tui.fakes import FakeService
from tui.views.details import claim_page, statement_page
from tui.views.lines import Subject, Target, text_line
from tui.views.links import link_at
from tui.views.place_details import place_page

NOW = boards.NOW


def test_a_place_has_all_claims_of_the_board_there_latest_first() -> None:
    here = boards.claim("Popovka", precision=Precision.NEAR)
    older = replace(here, id="older", place="Popivka", said_at=boards.ago(hours=30))
    page = place_page("place-Popovka", Board(NOW, 7, (older, boards.CLAIMS[1], here)), NOW)
    assert page is not None
    said = ["".join(part.text for part in line.cells[0]) for line in page.lines]
    assert said[:6] == [
        "Popovka, Belgorod, UA",
        "kind      settlement",
        "point     50.7900 35.4900, near it",
        "told as   Popivka",
        "",
        "2 CLAIMS HERE, OF 7 DAYS",
    ]
    assert [line.target for line in page.lines[6:]] == [
        None,
        Target(Subject.CLAIM, here.id),
        Target(Subject.CLAIM, "older"),
    ]


def test_a_place_without_claims_on_the_board_has_no_page() -> None:
    assert place_page("place-Popovka", boards.EMPTY_BOARD, NOW) is None


def test_a_line_leads_to_where_it_was_published_and_any_other_to_the_first() -> None:
    detail = FakeService().claim("claim-Popovka")
    assert detail is not None
    other = replace(detail.reports[1], item_id="item-2", item_version=1)
    second = replace(boards.item(), id="item-2", version=1, url="https://steppe.example/2")
    page = claim_page(replace(detail, reports=(detail.reports[0], other), items=(*detail.items, second)), NOW)
    assert page.link_at(text_line("report:report-2:text·2")) == "https://steppe.example/2"
    assert page.link_at(text_line("report:report-2")) == "https://steppe.example/2"
    assert page.link_at(text_line("report:report-22")) == "https://border-post.example/1"
    assert page.link_at(None) == "https://border-post.example/1"
    assert link_at((), None) == ""


def test_a_statement_leads_to_its_first_quotation() -> None:
    detail = FakeService().statement("statement-Olena Hrim")
    assert detail is not None
    items = (replace(boards.item(), version=1, url=""), replace(boards.item(), version=1, id="item-2"))
    quotes = (detail.quotes[0], replace(detail.quotes[1], item_id="item-2"))
    page = statement_page(replace(detail, items=items, quotes=quotes), NOW)
    assert page.link_at(text_line("quote:quote-1")) == page.link_at(None) == "https://border-post.example/1"
