"""Who published a text, told by name, address and alignment."""

from __future__ import annotations

import pytest

from feeds.config import built_in_sources
from feeds.model import Alignment, SourceClass
from feeds.service.publisher import publisher

NEITHER, KYIV, MOSCOW = Alignment.INDEPENDENT, Alignment.UKRAINIAN, Alignment.RUSSIAN


@pytest.mark.parametrize(
    ("name", "address", "source_class"),
    [
        ("Rybar", "", SourceClass.MILBLOGGER),
        ("Dispatches", "https://t.me/rybar/60001", SourceClass.MILBLOGGER),
        ("Dispatches", "https://telegram.me/s/RIAN_RU", SourceClass.STATE_MEDIA),
        ("Institute for the Study of War (reprint)", "", SourceClass.ASSESSOR),
        ("Генеральний штаб ЗСУ (передрук)", "", SourceClass.OFFICIAL),
        ("", "https://understandingwar.org/research/some-page/", SourceClass.ASSESSOR),
        ("", "https://www.unian.net/war/a-page.html", SourceClass.WIRE),
        ("", "https://bsky.app/profile/reuters.com/post/3k", SourceClass.WIRE),
        (
            "Командувач Тарас Лободенко (Telegram)",
            "https://www.unian.net/war/page.html",
            SourceClass.OFFICIAL,
        ),
        ("Воєнкор Лободенко", "https://www.unian.net/war/page.html", SourceClass.MILBLOGGER),
        ("УНІАН", "https://www.unian.net/war/page.html", SourceClass.WIRE),
    ],
)
def test_a_source_of_the_list_is_what_the_list_says(
    name: str, address: str, source_class: SourceClass
) -> None:
    assert publisher(name, address, None, built_in_sources()).source_class is source_class


@pytest.mark.parametrize(
    ("name", "address", "alignment", "source_class"),
    [
        ("Ministry of Emergencies of Freedonia", "", NEITHER, SourceClass.OFFICIAL),
        ("Пресслужба 999 бригади", "https://t.me/brigade_nine", KYIV, SourceClass.OFFICIAL),
        ("Минобороны Фридонии", "https://t.me/mo_freedonia", MOSCOW, SourceClass.OFFICIAL),
        ("Наша область", "https://t.me/ZolotaODA", KYIV, SourceClass.OFFICIAL),
        ("Вадим Барабаш (Telegram)", "", NEITHER, SourceClass.OFFICIAL),
        ("Вадим Лободенко (Telegram)", "", NEITHER, SourceClass.MILBLOGGER),
        ("Барабаш пише (Telegram)", "", NEITHER, SourceClass.MILBLOGGER),
        ("Інститут прикордоння", "", NEITHER, SourceClass.ASSESSOR),
        ("Freedonian Institute of Warfare", "https://freedonia.example/", NEITHER, SourceClass.ASSESSOR),
        ("Новости Фридонии", "https://t.me/fridonia", MOSCOW, SourceClass.OUTLET),
        ("Telegram-канал (сборник)", "", MOSCOW, SourceClass.MILBLOGGER),
        ("Телеграм-канал Генштабу", "", KYIV, SourceClass.OFFICIAL),
        ("Окопный листок", "", MOSCOW, SourceClass.MILBLOGGER),
        ("Нотатки піхотинця", "", KYIV, SourceClass.MILBLOGGER),
        ("Серый листок", "https://t.me/greyleaf", MOSCOW, SourceClass.MILBLOGGER),
        ("Серый листок", "https://greyleaf.livejournal.com/1.html", MOSCOW, SourceClass.MILBLOGGER),
        ("Серый листок", "https://t.me/greyleaf", NEITHER, SourceClass.OUTLET),
        ("Harbour Herald", "https://herald.example/a", KYIV, SourceClass.OUTLET),
        ("Kyiv Courier", "", KYIV, SourceClass.OUTLET),
        ("", "", None, SourceClass.OUTLET),
        ("Harbour Herald", "https://[half", None, SourceClass.OUTLET),
    ],
)
def test_others_are_what_their_name_or_account_says(
    name: str, address: str, alignment: Alignment | None, source_class: SourceClass
) -> None:
    found = publisher(name, address, alignment, built_in_sources())
    assert (found.title, found.source_class) == (name, source_class)
    assert found.alignment is (alignment or NEITHER)


def test_its_own_names_are_those_it_goes_by() -> None:
    found = publisher("RIA Novosti (archive)", "", KYIV, built_in_sources())
    assert found.title == "RIA Novosti (archive)"
    assert "RIA Novosti" in found.voices
    assert found.alignment is KYIV
    assert publisher("RIA Novosti", "", None, built_in_sources()).alignment is MOSCOW


def test_a_search_is_nobodys_publisher() -> None:
    found = publisher("", "https://api.gdeltproject.org/api/v2/doc/doc", None, built_in_sources())
    assert found.id == "publisher"
