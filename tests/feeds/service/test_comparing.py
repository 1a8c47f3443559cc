"""Two boards compared: what is one object in both is skipped, and nothing is missed by that."""

from __future__ import annotations

from dataclasses import replace

from feeds.assessment import changes_between
from feeds.model import Changed, Confirmation, Reply, Standing, StandingLevel
from feeds.service.comparing import changes_of
from tests.tui import boards

RISEN = replace(
    boards.CLAIMS[0],
    report_ids=("popovka",),
    standing=Standing(StandingLevel.CONFIRMED, boards.NOW, "Both sides say so.", ("popovka",)),
)
CLAIMS = tuple(replace(claim, report_ids=(f"report-{claim.place}",)) for claim in boards.CLAIMS)
BEFORE = replace(boards.BOARD, claims=(replace(boards.CLAIMS[0], report_ids=("popovka",)), *CLAIMS[1:]))
STATED = replace(boards.STATEMENTS[0], quote_ids=("own",))


def test_only_what_differs_is_told_as_if_all_had_been_compared() -> None:
    before = replace(BEFORE, statements=(STATED, *boards.STATEMENTS[1:2]))
    fresh = replace(boards.claim("Novyi Brid"), report_ids=("report-9",))
    after = replace(
        before,
        claims=(fresh, RISEN, *CLAIMS[1:]),
        statements=(replace(STATED, state=Confirmation.CONFIRMED), *boards.STATEMENTS[1:2]),
        pending=(replace(boards.BOARD.pending[0], state=Reply.ANSWERED), boards.BOARD.pending[1]),
    )
    found = changes_of(before, after)
    assert found == changes_between(before, after)
    assert [change.what for change in found] == [
        Changed.NEW,
        Changed.RISEN,
        Changed.RISEN,
        Changed.ANSWERED,
    ]


def test_a_board_does_not_differ_from_itself_nor_from_its_copy() -> None:
    assert changes_of(BEFORE, BEFORE) == ()
    copied = tuple(replace(claim) for claim in BEFORE.claims)
    assert changes_of(BEFORE, replace(BEFORE, claims=copied)) == ()
