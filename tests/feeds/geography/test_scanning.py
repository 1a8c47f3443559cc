"""Where names stand: over hyphens and lines, with shared and short nouns, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.geography import load_gazetteer
from feeds.geography.settlements import Size
from tests.feeds.geography.making import a_gazetteer, an_entry, found

SHIPPED = load_gazetteer()
SMALL = a_gazetteer(
    an_entry("Kurakhove", uk="Курахове", ru="Курахово", size=Size.CITY),
    an_entry("Fedorivka Druha", uk="Федорівка Друга"),
    an_entry("Chasiv Yar", uk="Часів Яр", ru="Часов Яр", size=Size.CITY),
    an_entry("Novomarkove", uk="Новомаркове"),
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("На Сумському та Курському напрямках", ["Сумському", "Курському напрямках"]),
        ("над Сумской, Курской и Брянской областями", ["Сумской", "Курской", "Брянской областями"]),
        ("пять — над Курской, два — над Брянской областями", ["Курской", "Брянской областями"]),
        ("у Харківській обл. та в Сумській обл", ["Харківській обл", "Сумській обл"]),
        ("в Суджанском муниципальном округе", ["Суджанском муниципальном округе"]),
        ("на Покровському відтинку", ["Покровському відтинку"]),
        ("on the Kupiansk, Lyman and Pokrovsk directions", ["Kupiansk", "Lyman", "Pokrovsk directions"]),
        ("in Sumy and Kharkiv Oblasts", ["Sumy", "Kharkiv Oblasts"]),
        (
            "на покровському напрямку, на курском направлении",
            ["покровському напрямку", "курском направлении"],
        ),
    ],
)
def test_areas_share_their_noun_or_have_it_short(text: str, names: list[str]) -> None:
    mentions = SHIPPED.find(text)
    assert [mention.form for mention in mentions] == names
    assert all(place.kind != "settlement" for mention in mentions for place in mention.candidates)


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_name_may_hold_a_possessive(mark: str) -> None:
    text = f"in the Luhansk People{mark}s Republic near Kurakhove{mark}s edge"
    mentions = SHIPPED.find(text)
    assert [mention.form for mention in mentions] == [f"Luhansk People{mark}s Republic", "Kurakhove"]
    assert mentions[0].candidates[0].oblast == "Luhansk"


def test_a_word_before_its_oblast_is_a_place() -> None:
    text = "Дачное в Днепропетровской и Донецкой областях"
    assert found(SHIPPED, text) == ["Дачное", "Днепропетровской", "Донецкой областях"]


@pytest.mark.parametrize(
    "text",
    ["курахове", "дитячому напрямку", "за новим напрямком", "у цьому напрямку", "Міськ напрямку"],
)
def test_other_words_in_small_letters_begin_no_name(text: str) -> None:
    assert found(SMALL, text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("по відтинку Федорівка Друга-Новомаркове", ["Федорівка Друга", "Новомаркове"]),
        ("в Часов Яре, у Часова Яра, из Часов Яра", ["Часов Яре", "Часова Яра", "Часов Яра"]),
        ("Часів\nЯр", ["Часів\nЯр"]),
        ("Часів\n\nЯр", []),
        ("Часів, Яр", []),
        ("Kurakhove's streets, Kurakhove’s", ["Kurakhove", "Kurakhove"]),
        ("КУРАХОВЕ ТА ЧАСІВ ЯР", ["КУРАХОВЕ", "ЧАСІВ ЯР"]),
        ("НеКурахове, xКурахове", []),
        ("К\u00adурахове, Кура\u0301хово, Kypaxoвe", ["К\u00adурахове", "Кура\u0301хово", "Kypaxoвe"]),
    ],
)
def test_a_name_is_met_over_blanks_and_signs_and_in_any_spelling(text: str, names: list[str]) -> None:
    assert found(SMALL, text) == names


@pytest.mark.parametrize(
    ("oblast", "forms"),
    [
        ("Donetsk", "Kostiantynivka Kostyantynivka Konstantinovka Костянтинівці Константиновкой"),
        ("Zaporizhzhia", "Huliaipole Hulyaypole Gulyaypole Gulyaipole Гуляйполем Гуляйполе"),
        ("Donetsk", "Toretsk Торецьку Торецком Dzerzhinsk Дзержинска"),
        ("Kharkiv", "Vovchansk Volchansk Вовчанську Волчанске"),
        ("Donetsk", "Bakhmut Artyomovsk Artemovsk Артёмовском Артемовске"),
        ("Kharkiv", "Kupiansk Kupyansk Куп’янську Купʼянськ Купянском"),
        ("Belgorod", "Grayvoron Graivoron Грайвороном"),
        ("Kursk", "Tetkino Tyotkino Тёткине Теткина"),
    ],
)
def test_a_place_is_met_under_its_names_in_three_languages(oblast: str, forms: str) -> None:
    first, *others = (SHIPPED.named(form) for form in forms.split())
    common = [place for place in first if all(place in found for found in others)]
    assert oblast in [place.oblast for place in common]


@given(
    st.lists(
        st.sampled_from(["Курахове", "Часів", "Яр", "-", "–", "\n", "’", "\u0301", "\u00ad", " ", "обл"])
    )
)
def test_any_row_of_parts_gives_mentions_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for mention in SMALL.find(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert text[mention.span.start : mention.span.end] == mention.form
        end = mention.span.end
