"""The rules of assessment, told by small stories; see :mod:`tests.feeds.assessment.stories`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from feeds.assessment import (
    Assessment,
    Directory,
    Record,
    assess,
    cases_of,
    claim_line,
    relays_of,
    statement_line,
)
from feeds.assessment.copies import latest
from feeds.model import Claim, Held, Question, Relay, Statement
from tests.feeds.assessment.stories import moment, read_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER = Path(__file__).parent / "scenarios"
PATHS = sorted(FOLDER.glob("*.toml"))


def claims_named(board: Assessment, name: str) -> list[Claim]:
    """Return the claims of a side, kind and place, as ``"ukraine advance Popovka"``."""
    side, kind, place = name.split(" ", 2)
    return [one for one in board.claims if (one.side, one.kind, one.place) == (side, kind, place)]


def statements_named(board: Assessment, name: str) -> list[Statement]:
    """Return the statements that begin with some words."""
    return [one for one in board.statements if one.text.startswith(name)]


def questions_named(board: Assessment, name: str) -> list[Question]:
    """Return what was asked of somebody."""
    return [one for one in board.pending if one.asked == name]


FIND: dict[str, Callable[[Assessment, str], list[Any]]] = {
    "claim": claims_named,
    "statement": statements_named,
    "question": questions_named,
}


OF_A_CLAIM: dict[str, Callable[[Claim], object]] = {
    "standing": lambda claim: claim.standing.level.value,
    "rule": lambda claim: claim.standing.rule,
    "by": lambda claim: claim.standing.by,
    "history": lambda claim: [one.level.value for one in claim.history],
    "origins": lambda claim: [one.name for one in claim.origins],
    "distances": lambda claim: sorted(one.said for one in claim.distances),
    "denials": lambda claim: [one.name for one in claim.denials],
    "grade": lambda claim: f"{claim.reliability}{claim.credibility}",
    "rules": lambda claim: [one.rule for one in claim.history],
    "since": lambda claim: f"{claim.standing.at:%d %H:%M}",
}
"""What the board does not hold in the words of a scenario file."""


def relays(claim: Claim, record: Record, directory: Directory) -> tuple[Relay, ...]:
    """Return how the reports of a claim came, in its order."""
    (case,) = (
        case
        for case in cases_of(record.reports, record.decisions)
        if {one.id for one in case.reports} == set(claim.report_ids)
    )
    return relays_of(case.reports, case.beside, directory, latest(record.fingerprints))


def way(relay: Relay) -> str:
    """Return ``Kolo, told Gazette, cited Courier``."""
    first, *others = relay.hops
    return ", ".join((first.name, *(f"{hop.how} {hop.name}" for hop in others)))


def difference(statement: Statement) -> str:
    """Return ``have [own: not] crossed [carried: twice]``; empty where the words are the same."""
    stretches = statement.witness.stretches if statement.witness else ()
    return " ".join(one.words if one.held is Held.BOTH else f"[{one.held}: {one.words}]" for one in stretches)


OF_A_STATEMENT: dict[str, Callable[[Statement], object]] = {
    "witness": lambda statement: statement.witness.item_id if statement.witness else "",
    "since": lambda statement: f"{statement.state_at:%d %H:%M}",
    "difference": difference,
    "line": lambda statement: statement_line(
        statement, {one: one.capitalize() for one in statement.carriers}
    ),
}


def told(found: Claim | Statement | Question, field: str, record: Record, directory: Directory) -> object:
    """Return a field in the words of a scenario file."""
    if isinstance(found, Claim):
        return told_of_claim(found, field, record, directory)
    if isinstance(found, Question) and field == "since":
        return f"{found.state_at:%d %H:%M}"
    if isinstance(found, Statement) and field in OF_A_STATEMENT:
        return OF_A_STATEMENT[field](found)
    return plain(getattr(found, field))


def told_of_claim(found: Claim, field: str, record: Record, directory: Directory) -> object:
    """Return a field of a claim in the words of a scenario file."""
    if field == "ways":
        return [way(relay) for relay in relays(found, record, directory)]
    if field == "drift":
        return [sentence for relay in relays(found, record, directory) for sentence in relay.drift]
    if field == "line":
        return claim_line(found, record.reports)
    return OF_A_CLAIM[field](found) if field in OF_A_CLAIM else plain(getattr(found, field))


def plain(value: object) -> object:
    """Return a value as TOML has it."""
    return list(value) if isinstance(value, tuple) else value


def differences(expected: dict[str, Any], record: Record, directory: Directory) -> Iterator[str]:
    """Yield what is not as expected."""
    board = assess(record, directory)
    if "claims" in expected:
        yield from all_of(board, expected["claims"])
        return
    what = next(name for name in FIND if name in expected)
    found = FIND[what](board, expected[what])
    if "on" in expected:
        day = moment(expected["on"]).date()
        found = [one for one in found if one.event_from <= day <= one.event_to]
    if len(found) != expected.get("count", 1):
        yield f"{expected[what]}: {len(found)} of them"
    for one in found:
        for field in expected.keys() - {what, "count", "at", "on"}:
            value = told(one, field, record, directory)
            if value != expected[field]:
                yield f"{expected[what]}: {field} is {value!r}, not {expected[field]!r}"


def all_of(board: Assessment, expected: list[str]) -> Iterator[str]:
    """Yield a line where the claims are others than ``expected``."""
    found = sorted(f"{one.side} {one.kind} {one.place}" for one in board.claims)
    if found != sorted(expected):
        yield f"the claims are {found}"


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_a_story_ends_as_told(path: Path) -> None:
    story = read_story(path)
    directory = Directory(story.sources)
    wrong = []
    for expected in story.expected:
        record = story.record.known_at(moment(expected["at"])) if "at" in expected else story.record
        wrong += list(differences(expected, record, directory))
    assert not wrong, f"{story.about}\n" + "\n".join(wrong)


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_a_story_ends_the_same_in_any_order(path: Path) -> None:
    story = read_story(path)
    told = story.record
    backwards = Record(
        told.reports[::-1],
        told.quotes[::-1],
        told.pending[::-1],
        told.decisions[::-1],
        told.fingerprints[::-1],
        told.spoken[::-1],
    )
    directory = Directory(story.sources)
    ahead, behind = assess(told, directory), assess(backwards, directory)
    assert ahead == behind


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_every_standing_of_a_story_has_a_reason_and_reports(path: Path) -> None:
    story = read_story(path)
    for claim in assess(story.record, Directory(story.sources)).claims:
        for standing in claim.history:
            assert standing.rule[0].isupper()
            assert standing.rule.endswith(".")
            assert set(standing.report_ids) <= {report.id for report in story.record.reports}
