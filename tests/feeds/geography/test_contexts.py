"""Words, people, streets and units are no places; with a cue a word is one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.geography.settlements import Size
from tests.feeds.geography.making import a_gazetteer, an_entry, found

FRONT = "Покровський"
GAZETTEER = a_gazetteer(
    an_entry("Toretsk", uk="Торецьк", ru="Торецк", size=Size.CITY),
    an_entry("Sumy", uk="Суми", ru="Сумы", size=Size.CITY),
    an_entry("Kharkiv", uk="Харків", ru="Харьков", size=Size.CITY),
    an_entry("Slava", uk="Слава", ru="Слава"),
    an_entry("Oni", ru="Они"),
    an_entry("Pravda", uk="Правда", ru="Правда"),
    an_entry("Mir", ru="Мир"),
    an_entry("Zelensky", ru="Зеленский"),
    an_entry("Shevchenko", uk="Шевченко", ru="Шевченко", raion_local=FRONT),
    an_entry("Zelene", uk="Зелене", ru="Зелёное", raion_local=FRONT),
    an_entry("Vysoke", uk="Високе", ru="Высокое", raion_local=FRONT),
    an_entry("Hryshyne", uk="Гришине", ru="Гришино", raion_local=FRONT),
    an_entry("Molodetske", uk="Молодецьке", ru="Молодецкое", raion_local=FRONT),
    an_entry("Niu-York", uk="Нью-Йорк", ru="Нью-Йорк", raion_local=FRONT),
    an_entry("Bohomaz", ru="Богомаз"),
    an_entry("Tor", uk="Тор", size=Size.CITY),
    an_entry("Chas", uk="Час"),
    an_entry("Rai-Oleksandrivka", uk="Рай-Олександрівка", raion_local=FRONT),
)


@pytest.mark.parametrize(
    "text",
    [
        "Слава Україні!",
        "Они пришли. Правда ли это?",
        "Мир будет. В Мире мало мира.",
        "Володимир Зеленський сказав, генерал Зеленский ответил.",
        "Говорил с Зеленским, поверил Зеленскому.",
        "Шевченко заявив. Тарас Шевченко писав. Mr Shevchenko said so.",
        "Живе на вул. Шевченка, біля вулиці Торецька.",
        "Бійці бригади «Торецьк» та полк Харьков.",
        "ЖК «Харків» збудовано.",
        "Молодецький напрямок, на Молодецькому та Харківському напрямках.",
        "Александр Богомаз сообщил, А. Богомаз добавил.",
        "На Высоком уровне. Зелене світло. Зеленое командование. Из Зеленой дамбы.",
        "В Нью-Йорке прошли торги.",
        "Торецьк-Сіті, БПЛА-Торецк и Слава-2.",
        "Город Слава, місто Слава.",
        "Очолив Торецьку громаду. Торецька міська рада.",
        "Вийшли на річку Торецьк. Взяли Новый Торецк.",
        "Под опекой Ивана Торецка. Иван Торецк ушёл.",
        "Сили ТОР та ЧАС у бою.",
        "Из населённых пунктов Богомаз Иванов уехал. Здесь был Богомаз.",
        "Читайте https://example.org/Toretsk и @Toretsk.",
        "Toretsk Street and the Kharkiv brigade.",
        "СЛАВА УКРАЇНІ",
        "У Мирному світі нема ЗЕЛЕНЕ світло",
    ],
)
def test_what_is_something_else_is_no_place(text: str) -> None:
    assert found(GAZETTEER, text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Окупували село Слава.", ["Слава"]),
        ("Взято н.п. Правда, хутор Мир.", ["Правда", "Мир"]),
        ("The village of Pravda and the settlement of Mir fell.", ["Pravda", "Mir"]),
        ("Бої поблизу Високого та біля Шевченка.", ["Високого", "Шевченка"]),
        ("Ворог діяв у Зеленому.", ["Зеленому"]),
        ("Торецьк, Слава, Високе та Шевченко.", ["Торецьк", "Слава", "Високе", "Шевченко"]),
        ("Слава (Донецька область) під вогнем.", ["Слава"]),
        ("Удар по Сумах. У Сумах вибухи.", ["Сумах", "Сумах"]),
        ("У Торецьку військові. По Торецьку Донецької області.", ["Торецьку", "Торецьку"]),
        ("В Торецке войска. В Торецке Донецкой области.", ["Торецке", "Торецке"]),
        ("Торецьк тримається. Гришине теж.", ["Торецьк", "Гришине"]),
        ("Рай–Олександрівка, Рай-Олександрівки", ["Рай–Олександрівка", "Рай-Олександрівки"]),
        ("Освобождён посёлок Нью-Йорк.", ["Нью-Йорк"]),
        ("Бывший Нью-Йорк обстріляно.", ["Нью-Йорк"]),
        ("Бої по лінії Торецьк-Гришине та Гришине–Торецьк.", ["Торецьк", "Гришине", "Гришине", "Торецьк"]),
        ("За 5 км від Зеленого. На північ від Високого.", ["Зеленого", "Високого"]),
        ("Завдано удару по Зеленому.", ["Зеленому"]),
        ("У селі Зелене бої, а Зелене палало.", ["Зелене", "Зелене"]),
        ("Зелене, Високе, Молодецьке.", ["Зелене", "Високе", "Молодецьке"]),
        ("ТОРЕЦЬК ПІД ВОГНЕМ", ["ТОРЕЦЬК"]),
        ("Бои в Toрецке и Торе\u0301цке, Торець\u00adк.", ["Toрецке", "Торе\u0301цке", "Торець\u00adк"]),
    ],
)
def test_with_a_cue_a_word_is_a_place(text: str, names: list[str]) -> None:
    assert found(GAZETTEER, text) == names


PIECES = st.sampled_from(
    [
        "Слава",
        "Торецьк",
        "село",
        "Шевченка",
        ",",
        ".",
        "\n",
        "«",
        "»",
        "та",
        "в",
        "Рай–",
        "напрямку",
        "-",
        " ",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=14))
def test_any_row_of_words_gives_mentions_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for mention in GAZETTEER.find(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.candidates
        end = mention.span.end
