"""Where sentences end, in three languages and in the manners of agencies, assessments and channels."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.extraction.lexicons.loading import load_lexicon
from feeds.extraction.text.sentences import paragraphs, sentences, unmarked


def split(text: str, language: str) -> list[str]:
    """Return the sentences of all paragraphs of ``text``."""
    words = load_lexicon(language).sentences
    return [text[one.start : one.end] for whole in paragraphs(text) for one in sentences(text, whole, words)]


ENGLISH = [
    "Gen. Holm of the U.S. Army came.|He left.",
    "Lt. Col. Marta Quill spoke at 5 p.m. Monday.|Nobody asked.",
    "Maj. Gen. A. B. Stone took over.|His aide resigned.",
    "They hold approx. 40 houses.|No. 7 Brigade is near St. Annes.",
    "It fell.[12]|It burned.[xiv]|It ended.",
    "It fell [12].|It burned.",
    "“It fell.”|She wept.|“No!” he said.",
    "“It fell!” — he said, and left.",
    "About 2.5 km away it burned.|On 26.02 it rained.",
    "On Feb. 13 it fell.|Then rain.",
    "They waited… and waited.|Then…|They left.",
    "Did it fall?!|It did.",
    "He waited... then left.|She stayed.",
    "The village is 3 km. off the road.",
    "It lies 12 km. Nobody lives there.",
    "The map shows Dry Creek Obl. in red.",
    "Mill Hollow fell.Stone Barn holds.",
    "See frontmap.example for more.|It is free.",
    "Bridge down\nFerry stopped\nMayor at work",
    "The wrapped line goes\non in small letters.|And ends.",
    "▪️ Mill Hollow ▪️ Stone Barn ▪️ Dry Creek",
    "1. The bridge fell.|2. The ferry sank.",
    "Nato's Sec. Gen. came, e.g. by train, i.e. late.",
    "He said: (it fell).|Yes.",
    "He loves ❤️ the town.",
    "Version v. 2 of Fig. 3 is out.",
]
UKRAINIAN = [
    "Бої йдуть біля н. п. Ставкове.|Ворог відступив.",
    "У смт. Лугове тихо.|У с. Ярове теж.",
    "На околиці м. Нове в Озерному р-ні Степової обл. спалахнула пожежа.",
    "Школа ім. Г. Сковороди на вул. Садовій зачинена.|Діти вдома.",
    "О. Тарасенко доповів.|І. М. Гнатюк слухав.",
    "У 2024 р. Село відбудували.",
    "Просунулися на 300 м. Ворог відійшов.",
    "Це 1,5 тис. осіб.|Усі живі.",
    "Станом на 26.02 тихо.|О 07.30 почалося.",
    "Ген. Холод та полк. Вітер прибули.|Підполк. Грім лишився.",
    "«Наступ триває!» – каже він.|Інші мовчать.",
    "«Вистояли».|Далі буде.",
    "Ворог пішов...|Але вернувся.",
    "Ворог пішов… але вернувся.",
    "Мапу оновлено ⚔️ Ворог зайшов у Ставкове ⚔️ Наші тримають Ярове",
    "🔄 Мапу оновлено|❗️ Ворог біля Ярового .|💬 Пишіть нам",
    "Втрати ворога:\n▪️ 3 танки\n▪️ 2 гармати",
    "Дякуємо ❤️ нашим воїнам.",
    "Тримаємось!!! 🔥 Далі новини",
    "Прапор 🇺🇦 України піднято.",
    "Ставкове ➡️ Ярове: дорогу перерізано.",
    "Ставкове → Ярове: дорогу перерізано.",
    "Було тихо, та ін. деталі згодом.",
    "Див. карту на стор. 4.|Там усе видно.",
    "Село на р. Тиха затоплене.",
]
RUSSIAN = [
    "Бои идут у н. п. Прудовое.|Враг отошел.",
    "В пгт. Луговое тихо.|В пос. Яровой тоже.",
    "На окраине г. Новый в Озерном р-не Степной обл. вспыхнул пожар.",
    "Завод им. А. С. Пушкина на ул. Садовой закрыт.|Рабочие дома.",
    "В 2024 г. Село отстроили.",
    "Сводка на 9 января 2024 г. утром.",
    "Продвинулись на 300 м. Противник отошел.",
    "Это 1,5 тыс. человек.|Все живы.",
    "К 26.02 тихо.|В 07.30 началось.",
    "Ген. Холод и полк. Ветер прибыли.|Капитан остался.",
    "«Наступление идет!» — сказал он.|Другие молчат.",
    "«Выстояли».|Дальше будет.",
    "Враг ушел...|Но вернулся.",
    "❗️ Прудовое взято ❗️ Яровой держится",
    "🔻На Степном направлении тихо.|🔻На Луговом идут бои",
    "Коротко:\n— мост взорван\n— паром стоит",
    "Потери и т. д. считаем.|Позже скажем.",
    "Прудовое ◾️ Яровой ◾️ Луговое",
    "Заняли высоту.Противник бежал.",
    "Колонна (ок. 20 машин) ушла.|Куда?|Неизвестно.",
    "✅ 1. Мост цел.|✅ 2. Паром стоит.",
]


def _cases() -> list[tuple[str, str]]:
    lists = {"en": ENGLISH, "uk": UKRAINIAN, "ru": RUSSIAN}
    return [(language, text) for language, texts in lists.items() for text in texts]


@pytest.mark.parametrize(("language", "marked"), _cases())
def test_sentences_end_where_they_do(language: str, marked: str) -> None:
    """A bar stands for the blank between two sentences; without one, one sentence or a list is meant."""
    text = marked.replace("|", " ")
    assert split(text, language) == EXPECTED.get(marked, [_bare(one) for one in marked.split("|")])


def _bare(said: str) -> str:
    return said.lstrip("🔄❗️💬🔻✅ ").removeprefix("1. ").removeprefix("2. ").removesuffix(" ")


EXPECTED = {
    "It lies 12 km. Nobody lives there.": ["It lies 12 km.", "Nobody lives there."],
    "Mill Hollow fell.Stone Barn holds.": ["Mill Hollow fell.", "Stone Barn holds."],
    "Bridge down\nFerry stopped\nMayor at work": ["Bridge down", "Ferry stopped", "Mayor at work"],
    "▪️ Mill Hollow ▪️ Stone Barn ▪️ Dry Creek": ["Mill Hollow", "Stone Barn", "Dry Creek"],
    "У 2024 р. Село відбудували.": ["У 2024 р.", "Село відбудували."],
    "Просунулися на 300 м. Ворог відійшов.": ["Просунулися на 300 м.", "Ворог відійшов."],
    "Мапу оновлено ⚔️ Ворог зайшов у Ставкове ⚔️ Наші тримають Ярове": [
        "Мапу оновлено",
        "Ворог зайшов у Ставкове",
        "Наші тримають Ярове",
    ],
    "Втрати ворога:\n▪️ 3 танки\n▪️ 2 гармати": ["Втрати ворога:", "3 танки", "2 гармати"],
    "Тримаємось!!! 🔥 Далі новини": ["Тримаємось!!!", "Далі новини"],
    "В 2024 г. Село отстроили.": ["В 2024 г.", "Село отстроили."],
    "Продвинулись на 300 м. Противник отошел.": ["Продвинулись на 300 м.", "Противник отошел."],
    "❗️ Прудовое взято ❗️ Яровой держится": ["Прудовое взято", "Яровой держится"],
    "Коротко:\n— мост взорван\n— паром стоит": ["Коротко:", "мост взорван", "паром стоит"],
    "Прудовое ◾️ Яровой ◾️ Луговое": ["Прудовое", "Яровой", "Луговое"],
    "Заняли высоту.Противник бежал.": ["Заняли высоту.", "Противник бежал."],
}


def test_bullets_are_paragraphs_of_their_own() -> None:
    assert len(paragraphs("Head\n\n· one\n· two\n- three")) == 4


def test_marks_and_brackets_are_blanked_in_place() -> None:
    text = "Kotlyne (west (far) of it) fell.[12]"
    assert unmarked(text) == "Kotlyne" + " " * 20 + "fell." + " " * 4
    assert len(unmarked(text)) == len(text)


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
@given(text=st.text(st.sampled_from("Aa1Бб. !?…\n\n[]()“”«»-—•❗️🔥;:км"), max_size=80))
def test_sentences_are_in_order_and_lose_no_word(language: str, text: str) -> None:
    words = load_lexicon(language).sentences
    spans = [one for whole in paragraphs(text) for one in sentences(text, whole, words)]
    assert all(one.start < one.end for one in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    kept = "".join(text[one.start : one.end] for one in spans)
    assert sum(sign.isalpha() for sign in kept) == sum(sign.isalpha() for sign in text)
