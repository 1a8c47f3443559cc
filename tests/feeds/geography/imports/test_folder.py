"""The folder of an imported gazetteer: whole or as before, and in use only where it fits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from feeds.errors import FormatError
from feeds.geography import load_gazetteer
from feeds.geography.imports.alternates import Alternate
from feeds.geography.imports.folder import Base, make
from feeds.geography.imports.imported import OUTDATED, UNREADABLE, usable
from feeds.geography.imports.in_use import gazetteer_in_use
from feeds.geography.imports.kept import Kept, read_kept
from feeds.geography.imports.note import File, read_note
from feeds.geography.oblasts import load_regions
from tests.feeds.geography.imports.dumping import NOW, a_known, a_row, known

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.geography.imports.note import Note

BASE = Base(known(a_known(), a_known("ua-2", "Sudzhivka", "Суджівка", "Суджевка")), load_regions())
UKRAINE, RUSSIA = File("UA.zip", 1, NOW, '"one"'), File("RU.zip", 1, NOW)
KEPT = Kept().with_rows("UA", [a_row(7)], UKRAINE)
NEW = a_row(8, "Verkhnyaya Testovka", "Верхняя Тестовка", at=(51.2, 35.5), country="RU", oblast="Kursk")


def made(folder: Path, kept: Kept = KEPT) -> Note:
    return make(folder, kept, BASE, NOW)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_what_was_made_can_be_loaded_and_read_in_texts(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer"
    made(folder, KEPT.with_rows("RU", [NEW], RUSSIA))
    gazetteer = load_gazetteer(folder.resolve())
    (mention,) = gazetteer.find("Бои в селе Верхней Тестовке.")
    assert [place.id for place in mention.candidates] == ["ru-n8"]
    (place,) = gazetteer.named("Тестівка")
    assert gazetteer.entry_of(place) is not None
    assert (place.id, place.precision) == ("ua-1", "exact")


def test_the_same_twice_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer"
    made(folder)
    before = contents(folder)
    made(folder, read_kept(folder))
    assert contents(folder) == before
    assert len(list(tmp_path.iterdir())) == 2


def test_the_order_of_files_plays_no_part(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    names = [Alternate(7, "en", "Testtown", old=False)]
    table = File("alternateNamesV2.zip", 1, NOW)
    made(one, KEPT.with_rows("RU", [NEW], RUSSIA).with_names(names, table))
    made(
        other,
        Kept().with_rows("RU", [NEW], RUSSIA).with_rows("UA", [a_row(7)], UKRAINE).with_names(names, table),
    )
    assert contents(one) == {**contents(other), "note.json": contents(one)["note.json"]}
    assert read_note(one) == read_note(other)


def test_a_newer_dump_of_a_country_replaces_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer"
    made(folder, KEPT.with_rows("RU", [NEW], RUSSIA))
    made(folder, read_kept(folder).with_rows("UA", [a_row(9)], UKRAINE))
    kept = read_kept(folder)
    assert [row.id for row in kept.rows] == [8, 9]
    assert kept.files == {"UA": UKRAINE, "RU": RUSSIA}


def test_what_goes_wrong_leaves_all_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer"
    made(folder)
    before = contents(folder)
    broken = Kept().with_rows("UA", [a_row(7, "Test\tivka")], UKRAINE)
    with pytest.raises(FormatError):
        made(folder, broken)
    assert contents(folder) == before
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear", encoding="utf-8")
    with pytest.raises(FormatError, match="is there already and is no imported gazetteer"):
        made(folder)
    assert contents(folder) == {"letter.txt": b"Dear"}
    (folder / "letter.txt").unlink()
    made(folder)
    assert usable(folder) == (folder.resolve(), "")


def test_nothing_imported_is_no_problem(tmp_path: Path) -> None:
    assert usable(tmp_path / "gazetteer") == (None, "")
    assert gazetteer_in_use(tmp_path / "gazetteer") is load_gazetteer()


def test_a_new_import_is_taken_up(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer"
    made(folder)
    before = gazetteer_in_use(folder)
    assert before.named("Верхняя Тестовка") == ()
    assert gazetteer_in_use(folder) is before
    made(folder, KEPT.with_rows("RU", [NEW], RUSSIA))
    assert [place.id for place in gazetteer_in_use(folder).named("Верхняя Тестовка")] == ["ru-n8"]


@pytest.mark.parametrize("name", ["settlements.tsv.gz", "forms.bin"])
@pytest.mark.parametrize("what", ["missing", "cut"])
def test_a_broken_one_is_not_used(tmp_path: Path, name: str, what: str) -> None:
    folder = tmp_path / "gazetteer"
    made(folder)
    file = folder / name
    if what == "cut":
        file.write_bytes(file.read_bytes()[:-20])
    else:
        file.unlink()
    assert gazetteer_in_use(folder) is load_gazetteer()


def test_places_and_forms_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    made(one)
    made(other, KEPT.with_rows("RU", [NEW], RUSSIA))
    (one / "forms.bin").write_bytes((other / "forms.bin").read_bytes())
    with pytest.raises(FormatError, match="do not belong together"):
        load_gazetteer(one.resolve())


def test_one_of_another_frontwatch_or_without_its_note_is_not_used_and_said_to_be(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer"
    made(folder)
    note = folder / "note.json"
    said = json.loads(note.read_text(encoding="utf-8"))
    note.write_text(json.dumps({**said, "shipped": "of another"}), encoding="utf-8")
    assert usable(folder) == (None, OUTDATED)
    made(folder, read_kept(folder))
    assert usable(folder)[1] == ""
    (folder / "note.json").write_text("[]", encoding="utf-8")
    assert usable(folder) == (None, UNREADABLE)
