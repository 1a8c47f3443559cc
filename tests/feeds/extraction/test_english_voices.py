"""English quotes whose speaker stands far off, is only described, or goes by a first name, a role, an age."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ('Harlan, writing on the Blue Sky platform, said: "The talks were useful enough."', "Harlan", None),
        (
            'Orlenko, speaking in his evening address, said he favoured a plan "that can last a while".',
            "Orlenko",
            None,
        ),
        (
            'I asked Petro, a 31-year-old driver, about it.\n\n"You learn to live with it," he said.',
            "Petro",
            None,
        ),
        ('Thirty-year-old Danylo chimes in: "They only want to fool all of us."', "Danylo", None),
        (
            'By the well we meet 70-year-old Hanna. "It was a quiet night for once," she said.',
            "Hanna",
            None,
        ),
        (
            'The head of the Lypove council, Roman Zubko, decried the raid. "This is murder and no war."',
            "Roman Zubko",
            "head of the Lypove council",
        ),
        (
            'The National Guard Service said so. "Our flag flies over it again," the service wrote.',
            "National Guard Service",
            None,
        ),
        (
            'A staff officer thinks such sums are useless: "Look at who holds the high ground."',
            "staff officer",
            None,
        ),
        ('The Kremlin accused Kyiv of planning "a cowardly attack on a school".', "Kremlin", None),
        (
            'A former aide, Denys Koval, spoke of "a slow collapse of the line".',
            "Denys Koval",
            "former aide",
        ),
        ('Orlenko called the plan "dead before it was typed".', "Orlenko", None),
        ('Nato\'s Jane Ferris said it would be "a grave step for everyone".', "Jane Ferris", "Nato"),
        ('"Now it takes a whole day," says Dr Oksana Bilyk, who runs the ward.', "Oksana Bilyk", None),
        (
            'Asked about the loss, Orlenko replied: "There is nothing to say today."',
            "Orlenko",
            None,
        ),
        (
            '"We hold the road," said Colonel Ivan Koval, a spokesman for the brigade.',
            "Ivan Koval",
            "spokesman for the brigade",
        ),
        (
            'Maria Savchuk packs two bags.\n\n"I was born here and stay," says the 67-year-old, a tailor.',
            "Maria Savchuk",
            None,
        ),
        (
            "Russia's Defense Ministry said so.\n\n\"We have reached the town's edge,\" the statement reads.",
            "Russia's Defense Ministry",
            None,
        ),
        (
            'The mayor, Ihor Zaika, was out of town. "We need more buses than that," Zaika wrote.',
            "Ihor Zaika",
            "mayor",
        ),
    ],
)
def test_the_speaker_is_found_wherever_named(
    read_text: ReadText, text: str, speaker: str, role: str | None
) -> None:
    said = [(one.speaker, one.affiliation) for one in read_text(text).quotes]
    assert said == [(speaker, role)]


def test_a_quotation_goes_on_behind_he_says(read_text: ReadText) -> None:
    said = read_text('Ivan Koval has a plan. "They changed it all," he says, "apart from the noise."').quotes
    assert [(one.speaker, one.text) for one in said] == [
        ("Ivan Koval", "They changed it all, apart from the noise.")
    ]


def test_a_place_before_a_colon_says_nothing(read_text: ReadText) -> None:
    told = read_text("Torske: Russian troops captured Lyman.").reports
    assert [(one.place, one.claimant) for one in told] == [("Lyman", None)]


def test_a_long_tail_on_when_and_of_what_leaves_the_statement_before_it(read_text: ReadText) -> None:
    text = (
        "Russian troops took Torske, the defence ministry said on Sunday in reference to the town of Ukraine."
    )
    assert [(one.place, one.claimant) for one in read_text(text).reports] == [("Torske", "defence ministry")]


def test_nobody_denies_that_there_is_fighting(read_text: ReadText) -> None:
    text = "Fighting goes on in Torske, and Russian troops took Lyman, Moscow said. Kyiv denied the claim."
    told = [(one.place, one.negated) for one in read_text(text).reports if one.claimant == "Kyiv"]
    assert told == [("Lyman", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine moved troops to Torske, Petro Bondar, leader of the We Stand movement, told a station.",
        "Ukraine moved troops to Torske, where it is calm, Petro Bondar, the leader of the Way, said.",
    ],
)
def test_a_name_stands_before_what_somebody_is(read_text: ReadText, text: str) -> None:
    assert {one.claimant for one in read_text(text).reports} == {"Petro Bondar"}


def test_those_reports_say_nothing_themselves(read_text: ReadText) -> None:
    text = 'Mayor Ihor Zaika declined to comment on those reports. "There is constant fire here," he said.'
    assert [one.speaker for one in read_text(text).quotes] == ["Ihor Zaika"]


def test_who_only_passes_it_on_is_not_the_claimant(read_text: ReadText) -> None:
    text = "Ivan Orlov told President Petrov that Russian troops had taken Torske, the Kremlin said."
    assert {one.claimant for one in read_text(text).reports} == {"Ivan Orlov"}


def test_a_person_who_is_told_is_no_outlet(read_text: ReadText) -> None:
    text = 'Ivan Orlov told President Petrov: "We have reached the edge of the town."'
    assert [(one.speaker, one.via) for one in read_text(text).quotes] == [("Ivan Orlov", None)]


@pytest.mark.parametrize("author", ["We", "I"])
def test_whoever_writes_is_no_claimant_beside_the_source(read_text: ReadText, author: str) -> None:
    (report,) = read_text(f"{author} reported on Monday that Russian forces had taken Lypove.").reports
    assert report.claimant is None


def test_an_outlet_that_is_called_new_keeps_its_name(read_text: ReadText) -> None:
    told = read_text("The New York Times reported that Ukrainian troops had entered Torske.").reports
    assert [one.claimant for one in told] == ["New York Times"]
