"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.extraction.lexicons.loading import shipped
from feeds.extraction.text.language import language_of


def told(text: str) -> str:
    """Return the code of the language that ``text`` is taken for."""
    return language_of(text, shipped()).language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge fell", "en"),
        ("Міст упав уночі", "uk"),
        ("Мост упал этой ночью", "ru"),
        ("The Battle of Куп'янськ goes on and on", "en"),
        ("⚡️ Наші бійці тримають дамбу", "uk"),
        ("⚡️ Наши бойцы держат дамбу", "ru"),
        ("За добу ворог тричі йшов на штурм", "uk"),
        ("За сутки враг трижды шел на штурм", "ru"),
        ("Пункт взят", "ru"),
        ("Село звільнено", "uk"),
        ("Бій триває", "uk"),
        ("Бой продолжается", "ru"),
        ("П'ять атак", "uk"),
        ("П’ятеро полонених", "uk"),
        ("Съезд перенесли", "ru"),
        ("Удар по складу боеприпасов", "ru"),
        ("На Ставковому напрямку без змін", "uk"),
        ("На Прудовском направлении без изменений", "ru"),
        ("Мапа: DeepField, стан на ранок", "uk"),
        ("Quiet night in Ставкове, says the mayor of the town", "en"),
        ("Командир роти Hawk розповів про Bradley та FPV", "uk"),
        ("Командир роты Hawk рассказал о Bradley и FPV", "ru"),
        ("Voiska prodvinulis k Popovke", "en"),
        ("Der Fluss ist über die Ufer getreten", "en"),
        ("东边的村庄很安静", "en"),
        ("", "en"),
        ("12.04 — 7:30 🔥🔥🔥", "en"),
    ],
)
def test_short_posts_are_told_too(text: str, language: str) -> None:
    assert told(text) == language


def test_most_of_a_mixed_text_counts() -> None:
    ukrainian = "Прикордонники повідомили, що на мосту було тихо й ніхто не стріляв. "
    russian = "Пограничники сообщили, что на мосту было тихо и никто не стрелял. "
    assert told(ukrainian * 3 + russian) == "uk"
    assert told(russian * 3 + ukrainian) == "ru"


def test_a_russian_post_of_a_ukrainian_channel_is_russian() -> None:
    assert told("Підписуйся 👉 Хвиля\n\nВечером колонна вышла из города к реке, сообщают жители") == "ru"


@pytest.mark.parametrize(("usual", "language"), [("", "ru"), ("uk", "uk"), ("ru", "ru"), ("en", "ru")])
def test_what_may_be_in_two_languages_is_in_the_usual_one(usual: str, language: str) -> None:
    assert language_of("танк", shipped(), usual=usual).language == language


def test_words_go_before_what_is_usual() -> None:
    assert language_of("Враг бежал, мост взорван", shipped(), usual="uk").language == "ru"


@given(st.text())
def test_any_text_has_one_language(text: str) -> None:
    assert told(text) in {"en", "uk", "ru"}
    assert told(text) == told(text)
