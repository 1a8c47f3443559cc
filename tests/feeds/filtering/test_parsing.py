"""Lines of a filter: what they mean, how they are written, and what is said of wrong ones."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feeds.filtering import FilterError, completed, cycled, parse_filter, toggled
from feeds.filtering.lexing import LONGEST_LINE
from feeds.model import Facet, Side, Term


def test_terms_values_quotes_and_the_minus_are_told_apart() -> None:
    wanted = parse_filter('oblast:belgorod,sumy by:"General  Staff" -side:russia "moved east" kyiv')
    assert wanted.terms == (
        Term(Facet.OBLAST, ("Belgorod", "Sumy")),
        Term(Facet.BY, ("General Staff",)),
        Term(Facet.SIDE, ("russia",), negated=True),
        Term(Facet.WORD, ("moved east",)),
        Term(Facet.WORD, ("kyiv",)),
    )
    assert wanted.line == 'oblast:Belgorod,Sumy by:"General Staff" -side:russia "moved east" kyiv'


@pytest.mark.parametrize(
    ("said", "oblast"),
    [
        ("belgorod", "Belgorod"),
        ("BELG", "Belgorod"),
        ("Белгородской", "Belgorod"),
        ('"Белгородская область"', "Belgorod"),
        ("бєлгородщині", "Belgorod"),
        ("Харківська", "Kharkiv"),
        ("харк", "Kharkiv"),
        ("Kharkov", "Kharkiv"),
        ("kyiv", "Kyiv"),
        ('"kyiv city"', "Kyiv City"),
        ("ДНР", "Donetsk"),
        ("Unknown", "unknown"),
    ],
)
def test_an_oblast_is_known_by_whatever_it_is_called(said: str, oblast: str) -> None:
    assert parse_filter(f"oblast:{said}").terms == (Term(Facet.OBLAST, (oblast,)),)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("s:", None),
        ("standing:>=corr", "standing:>=corroborated"),
        ("standing:≥assessed", "standing:>=assessed"),
        ("sid:ru ki:adv", "side:russia kind:advance"),
        ("grade:>=b2", "grade:>=B2"),
        ("km:>2.50 km:2–5km", "km:>2.5 km:2-5"),
        ("since:3D since:2025-03-28T18:00:59", "since:3d since:2025-03-28T18:00"),
        ('"-x" "a:b" a,b', '"-x" "a:b" a,b'),
        ("kyiv kyiv", "kyiv"),
    ],
)
def test_a_line_is_written_in_one_way(line: str, written: str | None) -> None:
    if written is None:
        with pytest.raises(FilterError):
            parse_filter(line)
    else:
        assert parse_filter(line).line == written


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("kyiv oblsat:sumy", "Word 2: .* found 'oblsat'; is 'oblast' meant\\?$"),
        (
            "side:urkaine",
            "Word 1, side: expected one of ukraine, russia, both, found 'urkaine'; is 'ukraine' me",
        ),
        ("standing:con", "Word 1, standing: expected one of confirmed, conceded, contested, found 'con'"),
        ("oblast:belgrod", "Word 1, oblast: .* is 'belgorod' meant"),
        ("oblast:k", "Word 1, oblast: "),
        ("grade:G7", "Word 1, grade: expected a grade"),
        ("km:far", "Word 1, km: expected kilometres"),
        ("since:soon", "Word 1, since: expected a length of time"),
        ("since:9999w", "Word 1, since: "),
        ("place:", "Word 1: expected a value behind 'place:', found nothing"),
        ("a -", "Word 2: expected a value behind the minus"),
        ('by:""', "Word 1: expected a value behind 'by:'"),
        ("a,,b", "Word 1: expected a value, found nothing"),
        (":x", "Word 1: expected a name before the colon of ':x'"),
        ('a "b c', "Word 2: expected a quotation mark"),
        ("by:…", "Word 1, by: expected a word"),
        ("x" * (LONGEST_LINE + 1), "Expected at most 1,000 characters"),
    ],
)
def test_a_wrong_line_is_told_by_word_expectation_and_what_comes_nearest(line: str, told: str) -> None:
    with pytest.raises(FilterError, match=told):
        parse_filter(line)


PIECES = st.sampled_from(
    [
        *(f"{facet}:" for facet in Facet),
        *Side,
        '"',
        ",",
        "-",
        ">=",
        " ",
        "3d",
        "B2",
        "2.5",
        "belgorod",
        "\u00a0",
    ]
)
LINES = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join)


@given(LINES)
@example("since:0999-01-01")
@example("km:999.99")
@example('-"-a b"')
def test_any_line_is_a_filter_or_told_why_not_and_comes_back_as_it_was_written(line: str) -> None:
    try:
        wanted = parse_filter(line)
    except FilterError:
        return
    assert parse_filter(wanted.line) == wanted


def test_a_value_is_asked_for_by_one_key_and_no_more_by_the_next() -> None:
    first = toggled(parse_filter("kyiv -oblast:sumy"), Facet.OBLAST, "Belgorod")
    assert first.line == "kyiv -oblast:Sumy oblast:Belgorod"
    assert toggled(first, Facet.OBLAST, "Kursk").line == "kyiv -oblast:Sumy oblast:Kursk"
    assert toggled(first, Facet.OBLAST, "Belgorod").line == "kyiv -oblast:Sumy"


def test_sides_go_round_from_any_to_each_and_back() -> None:
    wanted, seen = parse_filter("kyiv"), []
    for _ in range(3):
        wanted = cycled(wanted, Facet.SIDE, ("ukraine", "russia"))
        seen.append(wanted.line)
    assert seen == ["kyiv side:ukraine", "kyiv side:russia", "kyiv"]
    assert cycled(parse_filter("side:both,russia"), Facet.SIDE, ("ukraine", "russia")).line == "side:ukraine"


def test_names_values_and_what_is_on_the_board_are_completed() -> None:
    known = {Facet.PLACE: ["Popovka", "Krasna Yaruga"]}
    assert completed("kyiv ob", known) == ("kyiv oblast:",)
    assert completed("-si", known) == ("-side:", "-since:")
    assert completed("side:ukr", known) == ("side:ukraine",)
    assert completed("place:kr", known) == ('place:"Krasna Yaruga"',)
    assert completed("standing:>=co", known)[0] == "standing:>=confirmed"
    assert completed("oblast:belgorod,sum", known) == ("oblast:belgorod,Sumy",)
    assert completed("nothing:x", known) == ()


@given(LINES)
def test_completing_never_fails(line: str) -> None:
    for one in completed(line, {Facet.BY: [line]}):
        assert one.startswith(line[:1])
