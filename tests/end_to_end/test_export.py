"""What is given away: all that a board rests on, in a stable order, without the words that must stay."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from feeds.model import ExportFormat
from feeds.service.exporting import export
from feeds.service.files import text_of
from feeds.service.launch import Launch
from feeds.service.rebuilding import rebuild
from feeds.store import decisions, items, open_database, sources
from feeds.workers.readers import Inline
from tui.cli import main

if TYPE_CHECKING:
    from feeds.model import Export
    from tests.end_to_end.replaying import Replay

_RUN = 8
"""Words in a row that no export has by chance."""


def launch(of: Replay) -> Launch:
    """Return how a command starts on a replay."""
    return Launch(of.config, of.store)


@pytest.fixture(scope="module")
def exported(played: Replay) -> Export:
    """Return the export of the end."""
    return export(launch(played), played.ended_at)


def as_json(exported: Export) -> str:
    """Return an export as JSON."""
    return text_of(exported, ExportFormat.JSON)


def runs(text: str) -> set[str]:
    """Return all runs of eight words."""
    words = text.split()
    return {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def test_it_has_what_the_board_has_and_what_that_rests_on(played: Replay, exported: Export) -> None:
    assert exported.at == played.ended_at
    last = played.boards[-1]
    assert [one.claim.id for one in exported.claims] == [claim.id for claim in last.claims]
    assert [one.claim.history for one in exported.claims] == [claim.history for claim in last.claims]
    assert [one.statement.id for one in exported.statements] == [one.id for one in last.statements]
    assert exported.questions == last.pending
    for one in exported.claims:
        assert tuple(it.report.id for it in one.reports) == one.claim.report_ids
        assert one.line.endswith(".")
        assert one.grade == f"{one.claim.reliability}{one.claim.credibility}"
        assert all(it.url for it in one.reports)
    assert len(exported.decisions) == 5


def test_words_that_must_stay_are_nowhere_in_it(played: Replay, exported: Export) -> None:
    with closing(open_database(played.store)) as database:
        known = sources.known(database)
        kept = {one.id: items.latest(database, one.id, limit=999) for one in known}
    told = runs(" ".join(json.dumps(json.loads(as_json(exported)), ensure_ascii=False).split()))
    free = {one.id for one in known if one.redistribute}
    open_words = set().union(*(runs(item.text) for source in free for item in kept[source]))
    held = {one.id: one.title for one in known if not one.redistribute}
    assert exported.withheld == tuple(sorted(held.values()))
    for source_id in held:
        for item in kept[source_id]:
            assert (runs(item.text) - open_words) & told == set()
    reports = [one for claim in exported.claims for one in (*claim.reports, *claim.against)]
    assert {one.report.source_id for one in reports if one.words is None} <= held.keys()
    assert any(one.words is None for one in reports)
    assert any(one.words for one in reports)


def test_a_rebuild_gives_the_same_export_byte_for_byte(played: Replay, tmp_path: Path) -> None:
    copied = replace(played, store=Path(shutil.copy(played.store, tmp_path / "copy.sqlite3")))
    before = as_json(export(launch(copied), copied.ended_at))
    rebuild(launch(copied), told=lambda _: None, readers=Inline)
    assert as_json(export(launch(copied), copied.ended_at)) == before


def test_what_was_known_then_stays_what_was_known_then(played: Replay, tmp_path: Path) -> None:
    was = played.boards[len(played.boards) // 2]
    then = export(launch(played), was.at)
    assert tuple(one.claim.id for one in then.claims) == tuple(claim.id for claim in was.claims)
    assert all(decision.at <= was.at for decision in then.decisions)
    copied = replace(played, store=Path(shutil.copy(played.store, tmp_path / "copy.sqlite3")))
    with closing(open_database(copied.store)) as database:
        made = decisions.of_desk(database, then.decisions[0].desk)[0]
        with database.transaction():
            decisions.append(database, replace(made, id="late", at=played.ended_at))
    assert as_json(export(launch(copied), was.at)) == as_json(then)


@pytest.mark.parametrize("form", ExportFormat)
def test_words_that_must_stay_are_in_no_format(played: Replay, exported: Export, form: ExportFormat) -> None:
    told = text_of(exported, form)
    with closing(open_database(played.store)) as database:
        known = sources.known(database)
        kept = {one.id: items.latest(database, one.id, limit=999) for one in known}
    free = {one.id for one in known if one.redistribute}
    open_words = set().union(*(runs(item.text) for source in free for item in kept[source]))
    for source in known:
        if not source.redistribute:
            assert all((runs(item.text) - open_words) & runs(told) == set() for item in kept[source.id])
            assert source.title in told or form is ExportFormat.JSON


def test_the_brief_tells_of_each_claim_that_stands_and_links_its_reports(exported: Export) -> None:
    brief = text_of(exported, ExportFormat.MARKDOWN)
    for one in exported.claims:
        assert (f"**{one.claim.standing.level}**" in brief) or one.claim.dismissed_by
    links = {it.url for one in exported.claims for it in one.reports if not one.claim.dismissed_by}
    assert links
    assert all(f"(<{link}>)" in brief for link in sorted(links)[:5])
    assert "(cited only)" in brief


def test_the_command_prints_or_writes_it(
    played: Replay, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--config", str(played.config), "--store", str(played.store)]
    moment = played.ended_at.strftime("%Y-%m-%dT%H:%M")
    assert main(["export", "--json", "--as-of", moment, *where]) == 0
    assert json.loads(capsys.readouterr().out)["at"].startswith(moment)
    assert main(["export", "--as-of", moment, *where]) == 0
    assert capsys.readouterr().out.startswith("# Front line brief\n")
    fitting = ["--filter", "side:ukraine kind:advance", "--as-of", moment]
    assert main(["export", *fitting, "--format", "csv", *where]) == 0
    kept = capsys.readouterr().out.splitlines()[1:]
    assert kept
    assert all(",advance,ukraine," in row for row in kept)
    assert main(["export", "--filter", "colour:red", *where]) == 2
    assert "colour" in capsys.readouterr().err
    table = tmp_path / "board.csv"
    assert main(["export", "--output", str(table), *where]) == 0
    assert table.read_text(encoding="utf-8").startswith("id,oblast,place,")
    assert main(["export", "--output", str(table), "--format", "geojson", *where]) == 2
    assert "already" in capsys.readouterr().err
    assert main(["export", "--output", str(table), "--format", "geojson", "--overwrite", *where]) == 0
    assert json.loads(table.read_text(encoding="utf-8"))["type"] == "FeatureCollection"
    with pytest.raises(SystemExit):
        main(["export", "--as-of", "soon", *where])
    assert "2025-03-28 18:00" in capsys.readouterr().err
