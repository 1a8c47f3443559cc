"""Verbs of speech in their forms, and offices and units that claim, in Russian and Ukrainian."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Evidence, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

RU = "российские войска вошли в Торское"
UK = "російські війська увійшли в Торське"


@pytest.mark.parametrize("verb", ["полагает", "полагал", "замечает", "заметил", "озвучил", "выяснил"])
def test_russian_verbs_of_speech(read_text: ReadText, verb: str) -> None:
    (report,) = read_text(f"Комбат Иван Маяк {verb}, что {RU}.").reports
    assert (report.claimant, report.evidence) == ("Иван Маяк", Evidence.OFFICIAL)


@pytest.mark.parametrize("verb", ["розказав", "говорив", "говорить", "мовив", "відмітив", "помітив"])
def test_ukrainian_verbs_of_speech(read_text: ReadText, verb: str) -> None:
    (report,) = read_text(f"Комбат Іван Маяк {verb}, що {UK}.").reports
    assert (report.claimant, report.evidence) == ("Іван Маяк", Evidence.OFFICIAL)


@pytest.mark.parametrize(
    ("text", "claimant", "evidence"),
    [
        (
            f"Центр противодействия дезинформации сообщил, что {RU}.",
            "Центр противодействия дезинформации",
            Evidence.OFFICIAL,
        ),
        (f"В 79-м батальоне сообщили, что {RU}.", "79 батальон", Evidence.OFFICIAL),
        (f"В мэрии сообщили, что {RU}.", "мэрия", Evidence.OFFICIAL),
        (f"Центр оборонных стратегий сообщил, что {RU}.", "Центр оборонных стратегий", Evidence.ANALYST),
        (
            f"Центр протидії дезінформації повідомив, що {UK}.",
            "Центр протидії дезінформації",
            Evidence.OFFICIAL,
        ),
        (f"У 79-му батальйоні повідомили, що {UK}.", "79 батальйон", Evidence.OFFICIAL),
        (f"Навідник Іван Маяк повідомив, що {UK}.", "Іван Маяк", Evidence.OFFICIAL),
        (f"Центр оборонних стратегій повідомив, що {UK}.", "Центр оборонних стратегій", Evidence.ANALYST),
    ],
)
def test_offices_and_units_claim(read_text: ReadText, text: str, claimant: str, evidence: Evidence) -> None:
    (report,) = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.INDEPENDENT).reports
    assert (report.claimant, report.evidence) == (claimant, evidence)
