"""Measures on the shared corpus, where it is at hand; nothing of it is part of the project."""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from feeds.config import built_in_sources
from feeds.formats.annotation import annotated_of
from feeds.geography import load_gazetteer
from feeds.service.extraction import told_by
from feeds.service.publisher import publisher

if TYPE_CHECKING:
    from types import ModuleType

    from feeds.service.extraction import Told

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
ENGLISH = CORPUS / "dev-en.jsonl"

pytestmark = pytest.mark.skipif(not ENGLISH.is_file(), reason="the shared corpus is not at hand")


def _lines(language: str) -> list[str]:
    return (CORPUS / f"dev-{language}.jsonl").read_text(encoding="utf-8").splitlines()


def _told(line: str) -> Told:
    document = annotated_of(line)
    source = publisher(document.name, document.address, document.alignment, built_in_sources())
    assert document.published_at is not None
    return told_by(document, source, load_gazetteer(), document.published_at)


def _predicted(document: dict[str, Any]) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(_told(json.dumps(document)).as_line())
    return line


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["corpus_score"] = module
    spec.loader.exec_module(module)
    return module


def _rows(group: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in group)


def test_the_seed_article_comes_out_as_its_gold() -> None:
    gold = json.loads(_lines("en")[0])
    found = _predicted(gold)
    for group in ("reports", "quotes", "pending"):
        assert _rows(found[group]) == _rows(gold[group])


def test_the_seed_articles_village_is_the_one_in_its_raion() -> None:
    reports = _told(_lines("en")[0]).found.reports
    located = {one.located.id for one in reports if one.place == "Popovka" and one.located}
    assert located == {"ru-belgorod-popovka-krasnoyaruzhsky"}


@dataclass(frozen=True, slots=True)
class Floor:
    """Figures that a language does not fall below: F1, and how many quiet items may alarm."""

    core: float
    polarity: float
    claimant: float
    evidence: float
    speaker: float
    false_alarms: int


FLOORS = {
    "en": Floor(core=0.93, polarity=0.93, claimant=0.91, evidence=0.9, speaker=0.88, false_alarms=1),
    "uk": Floor(core=0.7, polarity=0.7, claimant=0.67, evidence=0.67, speaker=0.95, false_alarms=2),
    "ru": Floor(core=0.72, polarity=0.72, claimant=0.67, evidence=0.66, speaker=0.95, false_alarms=1),
}


@pytest.mark.parametrize("language", FLOORS)
def test_no_language_falls_below_its_floor(language: str) -> None:
    documents = [json.loads(line) for line in _lines(language)]
    figures = _scorer().score(documents, [_predicted(one) for one in documents])
    floor, reports = FLOORS[language], figures["reports"]
    assert reports["core"]["f1"] > floor.core
    assert reports["core+polarity"]["f1"] > floor.polarity
    assert reports["core+claimant"]["f1"] > floor.claimant
    assert reports["core+evidence"]["f1"] > floor.evidence
    assert figures["quotes"]["text+speaker"]["f1"] > floor.speaker
    assert figures["false_alarms"]["n"] <= floor.false_alarms
    assert figures["pending"]["asked"]["f1"] in {None, 1.0}
