"""Russian verbs in all their forms: gerunds, participles, withdrawals and moves by their objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.extraction.lexicons.conjugation import conjugated
from feeds.extraction.lexicons.loading import load_lexicon
from feeds.model import Alignment, Kind, Side, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

UA, RU = Side.UKRAINE, Side.RUSSIA


def _told(
    read_text: ReadText, text: str, alignment: Alignment = Alignment.INDEPENDENT
) -> set[tuple[Kind, Side, str]]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=alignment)
    return {(one.kind, one.side, one.place) for one in found.reports}


@pytest.mark.parametrize(
    ("plural", "others"),
    [
        ("захватили", {"захватила", "захватив", "захвативших"}),
        ("вошли", {"вошёл", "войдя", "вошедшие"}),
        ("продвинулись", {"продвинулось", "продвинувшись", "продвинувшаяся"}),
        ("достигли", {"достиг", "достигла", "достигший"}),
        ("атакуют", {"атакует", "атакуя", "атакующей"}),
        ("подтягиваются", {"подтягивается", "подтягиваясь"}),
    ],
)
def test_one_form_of_a_verb_leads_to_the_others(plural: str, others: set[str]) -> None:
    assert others <= set(conjugated(plural, "ru"))


@pytest.mark.parametrize("word", ["под", "наше", "и", "батальон"])
def test_what_is_no_verb_stays_alone(word: str) -> None:
    assert conjugated(word, "ru") == (word,)


@pytest.mark.parametrize(
    ("plural", "others"),
    [
        ("захопили", {"захопила", "захопив", "захопивши"}),
        ("відійшли", {"відійшов", "відійшовши"}),
        ("закріпились", {"закріпилися", "закріпивсь", "закріпившись"}),
        ("атакують", {"атакує", "атакуємо", "атакуючи"}),
        ("закріплюються", {"закріплюється", "закріплюємося", "закріплюємось"}),
    ],
)
def test_so_it_does_in_ukrainian(plural: str, others: set[str]) -> None:
    assert others <= set(conjugated(plural, "uk"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Наступаємо біля Торського.", {(Kind.ATTACK, UA, "Торське")}),
        ("Відбиваємо штурми під Торським.", {(Kind.ATTACK, RU, "Торське")}),
        ("Ворог тисне на Лиман. Маємо просування під Торським.",
         {(Kind.ATTACK, RU, "Лиман"), (Kind.ADVANCE, UA, "Торське")}),
        ("Вибиваємо окупантів із Торського.", {(Kind.ADVANCE, UA, "Торське")}),
    ],
)  # fmt: skip
def test_what_we_do_is_done_by_the_side_of_the_source(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text, text, Alignment.UKRAINIAN) == told


def test_other_languages_spell_their_verbs_out() -> None:
    assert conjugated("захватили", "en") == ("захватили",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Заняв Торское, российская пехота вышла на окраину Лимана.",
         {(Kind.SEIZURE, RU, "Торское"), (Kind.ADVANCE, RU, "Лиман")}),
        ("Атакуя Торское, противник теряет технику.", {(Kind.ATTACK, RU, "Торское")}),
        ("Украинские части, захватившие Торское, окапываются.", {(Kind.SEIZURE, UA, "Торское")}),
        ("Отступающие от Торского российские части бросили склад.", {(Kind.WITHDRAWAL, RU, "Торское")}),
        ("Отступающие войска минируют дороги.\n\nВ Торском тихо.", set()),
        ("Командование увело из Торского украинские батальоны.", {(Kind.WITHDRAWAL, UA, "Торское")}),
        ("Украинские силы лишились контроля над Торским.", {(Kind.WITHDRAWAL, UA, "Торское")}),
        ("Россияне снялись с позиций и ушли с рубежей у Торского.", {(Kind.WITHDRAWAL, RU, "Торское")}),
        ("Киев признал потерю Торского.", {(Kind.WITHDRAWAL, UA, "Торское")}),
        ("Потеря Торского осложнит снабжение украинских войск.", set()),
        ("К Торскому подошли свежие российские роты.", {(Kind.REDEPLOYMENT, RU, "Торское")}),
        ("Украинцы сняли резервы с других участков и направили их под Торское.",
         {(Kind.REDEPLOYMENT, UA, "Торское")}),
        ("Бойцы 93-й вчера остановили врага под Торским.", {(Kind.ATTACK, RU, "Торское")}),
        ("Бойцы 93-й отбросили оккупантов от Торского.", {(Kind.ADVANCE, UA, "Торское")}),
        ("Над школой Торского подняли украинский флаг.", {(Kind.SEIZURE, UA, "Торское")}),
        ("Москва объявила о захвате Торского.", {(Kind.SEIZURE, RU, "Торское")}),
        ("Морпехам ВСУ удалось вернуть контроль над Торским.", {(Kind.SEIZURE, UA, "Торское")}),
        ("Оставленное украинцами Торское занято российскими десантниками.",
         {(Kind.SEIZURE, RU, "Торское")}),
        ("Захватившая Торское пехота ВСУ отошла, россияне молчат.",
         {(Kind.SEIZURE, UA, "Торское"), (Kind.WITHDRAWAL, UA, "Торское")}),
        ("Украинские части, захватывающие Торское, окапываются.", {(Kind.SEIZURE, UA, "Торское")}),
        ("Российский батальон уведён с рубежа у Торского.", {(Kind.WITHDRAWAL, RU, "Торское")}),
        ("Взятие россиянами Торского — вопрос двух недель.", set()),
        ("Отступающая группировка минирует дороги.\n\nВ Торском тихо.", set()),
    ],
)  # fmt: skip
def test_what_is_told(read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("У Лимана отбито восемь атак.", {(Kind.ATTACK, RU, "Лиман")}),
        ("Большая часть Торского, где весной стояли украинские батальоны, находится под контролем ВС РФ.",
         {(Kind.ADVANCE, RU, "Торское")}),
        ("Украинцы отошли из Торского и заняли рубежи западнее.", {(Kind.WITHDRAWAL, UA, "Торское")}),
        ("В Торском штурмовики ВС РФ овладели двенадцатью зданиями.", {(Kind.ADVANCE, RU, "Торское")}),
        ("Завершается освобождение Торского.", set()),
        ("В столице желают взятия Торского.", set()),
        ("Одной из задач является взятие Торского.", set()),
        ("В Торское вторглась украинская ДРГ.", {(Kind.ATTACK, UA, "Торское")}),
        ("Россияне взяли расположенную под Донецком Авдеевку.", {(Kind.SEIZURE, RU, "Авдеевка")}),
        ("Минобороны России сообщило, что отбито восемь атак под Торским.", {(Kind.ATTACK, UA, "Торское")}),
        ("Войска вышли из Торского, сообщила оперативно-стратегическая группировка войск «Таврия».",
         {(Kind.WITHDRAWAL, UA, "Торское")}),
        ("Россияне взяли Торское — посёлок в окрестностях Лимана.", {(Kind.SEIZURE, RU, "Торское")}),
        ("Мотострелки отбросили ВСУ от наших позиций у Торского.", {(Kind.ATTACK, UA, "Торское")}),
        ("Россияне отходят от Изюма.\n\nСообщают об освобождении Торского.",
         {(Kind.WITHDRAWAL, RU, "Изюм"), (Kind.SEIZURE, UA, "Торское")}),
    ],
)  # fmt: skip
def test_whose_it_is_where_few_words_tell(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Занявшие оборону в Торском россияне ждут смены.",
        "Семьи, потерявшие дома в Торском, получили помощь от украинских властей.",
        "Россияне обстреляли подстанцию, оставив без света Торское.",
        "Обстрел, оставивший без света Торское, вели россияне.",
        "Взявшие в плен троих россиян бойцы вернулись в Торское.",
        "Волонтёры показали детям захватывающее шоу в Торском.",
        "Контролирующие органы в Торском проверили украинские магазины.",
        "В наступающем году Торское отстроят украинские бригады.",
        "За прошедшие сутки 5 км дороги у Торского россияне заминировали.",
        "За прошедшую ночь 300 метров забора россияне у Торского разобрали.",
        "Ведущие эксперты разобрали наступление россиян под Торским.",
        "Важно остановить врага под Торским.",
    ],
)
def test_what_only_sounds_like_a_verb_of_the_front_tells_nothing(read_text: ReadText, text: str) -> None:
    assert _told(read_text, text) == set()


def test_the_feminine_of_a_participle_is_no_gerund() -> None:
    gerunds = load_lexicon("ru").grammar.gerunds
    words = ("захватывая", "зачищая", "совершая", "улучшая", "отступая")
    assert all(word.endswith(gerunds) for word in words)
    words = ("захватившая", "отступающая", "вошедшая", "удерживавшая", "контролирующая")
    assert not any(word.endswith(gerunds) for word in words)


def test_who_calls_the_claims_of_another_untrue_denies_them(read_text: ReadText) -> None:
    text = "Спикер Виктор Панченко назвал фейком заявления Москвы о захвате Торского."
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.INDEPENDENT)
    assert {(one.claimant, one.negated) for one in found.reports} == {
        ("Москва", False),
        ("Виктор Панченко", True),
    }


def test_an_attack_on_our_positions_is_the_enemys(read_text: ReadText) -> None:
    told = _told(read_text, "У Торского идёт штурм наших позиций.", Alignment.UKRAINIAN)
    assert told == {(Kind.ATTACK, RU, "Торское")}


def test_the_letter_yo_stands_where_the_item_has_it(read_text: ReadText) -> None:
    assert _told(read_text, "ВСУ вошли в Великую Новоселку.") == {(Kind.ADVANCE, UA, "Великая Новоселка")}
    assert _told(read_text, "ВСУ вошли в Великую Новосёлку.") == {(Kind.ADVANCE, UA, "Великая Новосёлка")}


def test_a_name_behind_the_word_for_a_village_is_in_its_base_form(read_text: ReadText) -> None:
    assert _told(read_text, "Россияне взяли посёлок Толстой.") == {(Kind.SEIZURE, RU, "Толстой")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Российские войска пробрались в Торское.", {(Kind.ADVANCE, RU, "Торское")}),
        ("Российские войска проскользнули в Торское.", {(Kind.ADVANCE, RU, "Торское")}),
        ("Армия Путина утвердилась в Торском.", {(Kind.ADVANCE, RU, "Торское")}),
        ("Российские войска наседают на Торское.", {(Kind.ATTACK, RU, "Торское")}),
        ("ВСУ утратили Торское.", {(Kind.WITHDRAWAL, UA, "Торское")}),
        ("ВСУ утратили боеспособность у Торского.", set()),
        ("Росіяни пролізли у Торське.", {(Kind.ADVANCE, RU, "Торське")}),
        ("Війська Путіна зачепилися у Торському.", {(Kind.ADVANCE, RU, "Торське")}),
        ("Росіяни пруть на Торське.", {(Kind.ATTACK, RU, "Торське")}),
        ("ЗСУ залишають Торське.", {(Kind.WITHDRAWAL, UA, "Торське")}),
        ("Торське залишається під контролем ЗСУ.", set()),
        ("ЗСУ втратили три танки під Торським.", set()),
        (
            "Наши штурмуют Торское, в которое прорвались со стороны Ямполя. Бойцы заняли окраину села.",
            {(Kind.ATTACK, RU, "Торское"), (Kind.ADVANCE, RU, "Торское")},
        ),
    ],
)
def test_ways_of_getting_in_pressing_and_losing(
    read_text: ReadText, text: str, told: set[tuple[Kind, Side, str]]
) -> None:
    alignment = Alignment.RUSSIAN if text.startswith("Наши") else Alignment.INDEPENDENT
    assert _told(read_text, text, alignment) == told
