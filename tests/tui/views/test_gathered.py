"""Several claims are opened as a list, one as itself."""

from __future__ import annotations

from tests.tui import boards
from tui.views.claims import COLUMNS
from tui.views.gathered import gathered, gathered_page
from tui.views.lines import Subject, Target


def test_one_claim_is_opened_itself_and_none_not_at_all() -> None:
    assert gathered("27 Mar", ("a",)) == Target(Subject.CLAIM, "a")
    assert gathered("27 Mar", ()) is None


def test_several_are_listed_the_latest_first_and_each_leads_on() -> None:
    target = gathered("27 Mar: 2 claims", ("claim-Grafovka", "claim-Popovka"))
    assert target is not None
    page = gathered_page(target, boards.BOARD, boards.NOW)
    assert (page.title, page.target) == ("27 Mar: 2 claims", target)
    assert [line.target.id for line in page.lines if line.target] == ["claim-Popovka", "claim-Grafovka"]
    assert page.lines[0].cells[3][0].text == "where"
    assert {(line.columns, line.indent) for line in page.lines} == {(COLUMNS, page.lines[0].indent)}


def test_claims_that_have_gone_are_left_out_and_it_is_said_when_all_have() -> None:
    target = gathered("2 claims in one place", ("claim-Popovka", "claim-gone"))
    assert target is not None
    page = gathered_page(target, boards.BOARD, boards.NOW)
    assert len([line for line in page.lines if line.target]) == 1
    (line,) = gathered_page(target, boards.EMPTY_BOARD, boards.NOW).lines
    assert line.cells[0][0].text.startswith("None of these claims is on the board any more")
