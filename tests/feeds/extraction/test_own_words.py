"""The words that an analyst adds to the shipped lexicons, and what is said of broken ones."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from feeds.extraction import extract
from feeds.extraction.lexicons.loading import SHIPPED, loaded, shipped
from feeds.extraction.lexicons.own import problems_in
from feeds.geography import load_gazetteer
from tests.building import an_item

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.extraction.lexicons.lexicon import Lexicon

JARGON = "Ukrainian forces yomped into Popovka in Belgorod Oblast."


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "lexicons"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    """Write a file of own words, newer than any before it."""
    file = folder / name
    later = file.stat().st_mtime_ns + 1_000_000 if file.exists() else None
    file.write_text(text, encoding="utf-8")
    if later is not None:
        os.utime(file, ns=(later, later))
    return file


def kinds(text: str, lexicons: tuple[Lexicon, ...]) -> list[str]:
    """Return the kinds of the reports in ``text``."""
    return [one.kind for one in extract(an_item(text=text), load_gazetteer(), lexicons=lexicons).reports]


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_without_a_folder_the_shipped_words_are_used(tmp_path: Path, name: str) -> None:
    assert loaded(tmp_path / name).lexicons == shipped()
    assert loaded(None).lexicons == shipped()
    assert problems_in(tmp_path / name) == ()


def test_added_words_are_found_beside_the_shipped_ones(folder: Path) -> None:
    assert kinds(JARGON, shipped()) == []
    write(folder, "en.toml", '[triggers.advance]\nverbs = ["yomp{,s,ed,ing} into"]\n')
    own = loaded(folder)
    assert own.problems == ()
    assert kinds(JARGON, own.lexicons) == ["advance"]
    assert kinds("Russian forces seized Popovka.", own.lexicons) == ["seizure"]
    assert kinds(JARGON, shipped()) == []


def test_a_word_with_a_minus_is_taken_away(folder: Path) -> None:
    text = "Russian forces entered Popovka."
    assert kinds(text, shipped()) == ["advance"]
    write(folder, "en.toml", '[triggers.advance]\nverbs = ["-enter{,s,ed,ing}"]\n')
    assert kinds(text, loaded(folder).lexicons) == []


@pytest.mark.parametrize("word", ["захватившие", "захватившие {под,... под}", "взявшие ... контроль"])
def test_a_form_that_follows_from_another_is_taken_away_too(folder: Path, word: str) -> None:
    text = "Торское удерживают российские части, захватившие Торское."
    assert kinds(text, shipped()) == ["seizure"]
    write(folder, "ru.toml", f'[triggers.seizure]\nverbs = ["-{word}"]\n')
    assert kinds(text, loaded(folder).lexicons) == ([] if word == "захватившие" else ["seizure"])


def test_of_a_phrase_only_that_form_is_taken_away(folder: Path) -> None:
    write(folder, "ru.toml", '[triggers.seizure]\nverbs = ["-перешедшее {под,под ...} контроль"]\n')
    own = loaded(folder).lexicons
    gone = "Перешедшее под контроль ВСУ Торское лежит в руинах."
    kept = "Перешедшее в руки ВСУ Торское лежит в руинах."
    assert kinds(gone, shipped()) == kinds(kept, shipped()) == ["seizure"]
    assert [kinds(gone, own), kinds(kept, own)] == [[], ["seizure"]]


def test_tables_and_switches_are_added_to(folder: Path) -> None:
    own = '[figures.units]\n"verst" = 1.07\n\n[grammar]\nfree_order = true\n'
    write(folder, "en.toml", own)
    (english,) = (one for one in loaded(folder).lexicons if one.language == "en")
    assert english.figures.units["verst"] == 1.07
    assert english.figures.units["km"] == 1.0
    assert english.grammar.free_order


def test_own_endings_can_be_named(folder: Path) -> None:
    write(
        folder,
        "uk.toml",
        '[paradigms]\nmy = "ув,ула,ули"\n\n[triggers.advance]\nverbs = ["шурхн{ути,@my} до"]\n',
    )
    own = loaded(folder)
    assert own.problems == ()
    assert kinds("Українські війська шурхнули до Попівки.", own.lexicons) == ["advance"]


def test_a_change_is_taken_up_at_once(folder: Path) -> None:
    assert kinds(JARGON, loaded(folder).lexicons) == []
    file = write(folder, "en.toml", '[triggers.advance]\nverbs = ["yomped into"]\n')
    assert kinds(JARGON, loaded(folder).lexicons) == ["advance"]
    write(folder, "en.toml", '[triggers.seizure]\nverbs = ["yomped into"]\n')
    assert kinds(JARGON, loaded(folder).lexicons) == ["seizure"]
    file.unlink()
    assert kinds(JARGON, loaded(folder).lexicons) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[mood\n", "expected TOML in UTF-8: .*line 1"),
        ("[moods]\nnegation = []\n", 'moods: is not known here; is "mood" meant'),
        ('[mood]\nnegaton = ["no"]\n', r'\[mood\] negaton: is not known here; is "negation" meant'),
        ('[mood]\nnegation = "no"\n', r"\[mood\] negation: expected a list of words, found 'no'"),
        ("[mood]\nnegation = [3]\n", r"\[mood\] negation: expected words, found 3"),
        ('[mood]\nnegation = [" "]\n', r"\[mood\] negation: expected words, found ' '"),
        ('[mood]\nnegation = ["No"]\n', r"'No' can't be found: a text has it as 'no'"),
        ('[mood]\nnegation = ["can’t"]\n', "'can’t' can't be found: a text has it as \"can't\""),
        ('[mood]\nnegation = ["a{b"]\n', "'a{b' has braces that do not pair"),
        ('[mood]\nnegation = ["a{b,{c,d}}"]\n', "has braces that do not pair, or braces in braces"),
        ('[mood]\nnegation = ["a{@past}"]\n', r"'a{@past}' has @past, which is not in \[paradigms\]"),
        ('[mood]\nnegation = ["... at all"]\n', "must begin and end with a word"),
        ("[grammar]\nfree_order = 1\n", r"\[grammar\] free_order: expected true or false, found 1"),
        ('[recognition]\nletters = ["a"]\n', r"\[recognition\] letters: expected text in quotation marks"),
        ("mood = 3\n", r"\[mood\]: expected a section, found 3"),
        ("[triggers.raids]\nverbs = []\n", r"\[triggers\] raids: is not known here, expected one of advance"),
        ('[triggers.attack]\nverb = ["raid"]\n', r'\[triggers.attack\] verb: is not known here; is "verbs"'),
        ("[sides.moon]\nnames = []\n", r"\[sides\] moon: is not known here, expected one of ukraine, russia"),
        (
            '[dates]\nmonths = { "may" = 5.5 }\n',
            r"\[dates\] months: expected whole numbers, found 'may' = 5.5",
        ),
        ('[figures]\nunits = ["km"]\n', r"\[figures\] units: expected a table of numbers by words"),
        ('paradigms = "a"\n', r"\[paradigms\]: expected a section"),
        ('language = "uk"\n', 'language: expected "en" as in the name of the file'),
        ("x = " + "[" * 10_000, "nesting beyond reason"),
    ],
)
def test_what_is_wrong_is_told_with_file_section_and_key(folder: Path, text: str, words: str) -> None:
    file = write(folder, "en.toml", text)
    own = loaded(folder)
    (problem,) = own.problems
    assert problem.startswith(f"{file}: ")
    assert re.search(words, problem)
    assert own.lexicons == shipped()
    assert problems_in(folder) == own.problems


def test_all_faults_of_all_files_are_told_and_good_files_used(folder: Path) -> None:
    write(folder, "en.toml", '[triggers.advance]\nverbs = ["yomped into"]\n')
    write(folder, "uk.toml", '[mood]\nnegaton = ["ні"]\nforecast = 3\n')
    own = loaded(folder)
    assert len(own.problems) == 2
    assert kinds(JARGON, own.lexicons) == ["advance"]
    assert [one.language for one in own.lexicons] == list(SHIPPED)


def test_a_new_language_needs_letters_and_the_sides(folder: Path) -> None:
    file = write(folder, "qq.toml", '[mood]\nnegation = ["nix"]\n')
    own = loaded(folder)
    assert [one.language for one in own.lexicons] == list(SHIPPED)
    missing = ("[recognition] letters", "[sides] ukraine", "[sides] russia")
    assert own.problems == tuple(f"{file}: {name}: is missing" for name in missing)


def test_other_bytes_and_a_folder_in_the_place_of_a_file_are_told(folder: Path) -> None:
    (folder / "en.toml").write_bytes(b"\xff\xfe")
    (folder / "uk.toml").mkdir()
    first, second = loaded(folder).problems
    assert "expected TOML in UTF-8" in first
    assert "can't be read" in second
