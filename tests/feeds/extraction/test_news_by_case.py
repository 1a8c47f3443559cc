"""How news pages tell of others' words, in Ukrainian and Russian: behind the news, and through outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Evidence, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

UK = "Російські війська захопили село Котлине в Донецькій області."
RU = "Российские войска захватили село Котлино в Донецкой области."


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"{UK}\n\nПро це 3 травня у зведенні, яке з'явилося вранці, повідомив Генштаб.", "Генштаб"),
        (f"{UK}\n\nПро це стало відомо зі зведення Генштабу.", "Генштаб"),
        (f"{UK}\n\nПро це пише портал «Вежа» з посиланням на мапу, викладену Генштабом.", "Генштаб"),
        (f"{UK}\n\nПро це розповів засновник проєкту Liman, аналітик Тарас Лободенко.", "Тарас Лободенко"),
        (f"{UK} За словами Тараса Погорілого, це так. {UK}", "Тарас Погорілий"),
        (f"Про обстріл говорив Тарас Назаров. За словами Назарова, {UK}", "Тарас Назаров"),
        (f"У Збройних силах України заявили: {UK}", "Збройні сили України"),
        (f"{RU}\n\nОб этом пишет «Вышка» со ссылкой на главу штаба Александра Лободинского.",
         "Александр Лободинский"),
        (f"{RU}\n\nОб этом заявил начальник штаба армии Валерий Лободин. {RU}", "Валерий Лободин"),
        (f"По телефону журналистам «Маяка» представитель бригады Лободин заявил: {RU}", "Лободин"),
        (f"{RU}\n\nСоответствующую информацию подтвердил Фёдор Лободин.", "Фёдор Лободин"),
        (f"{UK} – каже командир взводу Тарас із позивним «Клен».", "Тарас"),
        (f"{UK} Про це повідомляє бригада імені Івана Лободенка.", "бригада імені Івана Лободенка"),
        (f"{UK} Речник бригади Тарас Лободенко повідомив про це.", "Тарас Лободенко"),
        (f"Это сказал пресс-секретарь Фёдор Лободин. По словам пресс-секретаря, {RU}", "Фёдор Лободин"),
        (f"По докладу начальника штаба Валерия Лободина, {RU}", "Валерий Лободин"),
    ],
)  # fmt: skip
def test_who_said_it_is_named_in_full_and_in_the_nominative(
    read_text: ReadText, text: str, claimant: str
) -> None:
    reports = read_text(text, source_class=SourceClass.OUTLET).reports
    assert claimant in {one.claimant for one in reports}


@pytest.mark.parametrize(
    ("text", "via"),
    [
        (f"{RU}\n\nОб этом в интервью газете «Маяк» сообщил военный эксперт Фёдор Лободин.", "Маяк"),
        (f"«{RU}», — говорится в сообщении Минобороны, которое цитирует «Маяк».", "Маяк"),
        (f"{UK} Про це повідомив Тарас Лободенко, передають Вісті Донбасу.", "Вісті Донбасу"),
        (f"{UK} Про це Тарас Лободенко розповів у коментарі агентству «Вежа-Україна».", "Вежа-Україна"),
    ],
)
def test_an_outlet_keeps_the_name_it_has(read_text: ReadText, text: str, via: str) -> None:
    reports = read_text(text, source_class=SourceClass.OUTLET).reports
    assert {one.via for one in reports} == {via}


def test_a_statement_before_anybody_is_named_is_of_whom_the_next_names(read_text: ReadText) -> None:
    found = read_text(
        "«Ми відбили всі атаки на цьому боці річки», – йдеться в повідомленні.\n\n"
        "«Ворог нічого тут не досяг і вже не досягне», – додають у Генштабі."
    )
    assert {one.speaker for one in found.quotes} == {"Генштаб"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("В результате атак российских войск ВСУ оставили Глущенково.", "withdrawal ukraine Глущенково"),
        ("Подразделения 15-й бригады пехоты Балтийского флота России атаковали Работино.",
         "attack russia Работино"),
        ("Идут бои под Покровском.", "fighting both Покровск"),
        ("Идут бои в Покровском.", "fighting both Покровское"),
        ("Украинская армия заняла восток Угледара.", "advance ukraine Угледар"),
        ("Росіяни посилили тиск на Мирноград.", "attack russia Мирноград"),
        ("Зафиксировано перемещение техники российских войск в сторону Волновахи.",
         "redeployment russia Волноваха"),
    ],
)  # fmt: skip
def test_who_acts_and_where_by_case(read_text: ReadText, text: str, told: str) -> None:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)
    assert {f"{one.kind} {one.side} {one.place}" for one in found.reports} == {told}


@pytest.mark.parametrize(
    "text",
    [
        "Основные усилия противника сосредоточены в Торецке.",
        "Ворог зосереджує зусилля на Лиманському напрямку.",
        "Противник отошел на исходные позиции у Торецка.",
    ],
)
def test_efforts_and_ways_back_are_no_moves(read_text: ReadText, text: str) -> None:
    assert not read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Про це писав батальйон «Вежа». «Ми тримаємося разом і йдемо», – кажуть військові.",
            "батальйон «Вежа»",
        ),
        (
            "Это рассказал пресс-секретарь Фёдор Лободин. «Мы здесь и не уйдём», – добавил пресс-секретарь.",
            "Фёдор Лободин",
        ),
        (
            "Наше місто досі стоїть, - Лободенко. «Ми тут і не підемо», – заявив президент України.",
            "Лободенко",
        ),
    ],
)
def test_who_is_only_called_what_they_are_was_named_before(
    read_text: ReadText, text: str, speaker: str
) -> None:
    assert {one.speaker for one in read_text(text).quotes} == {speaker}


def test_speech_goes_on_behind_who_speaks(read_text: ReadText) -> None:
    text = "«Здесь никого больше нет», – пишет Лободин, – «Все ушли. Города нет. Как и села»."
    (quote,) = read_text(text).quotes
    assert quote.text == "Здесь никого больше нет Все ушли. Города нет. Как и села"


def test_an_assessor_is_one_through_any_channel(read_text: ReadText) -> None:
    text = "Российские войска вошли в Работино, сообщает мониторинговый канал DeepState."
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert report.evidence is Evidence.ANALYST
