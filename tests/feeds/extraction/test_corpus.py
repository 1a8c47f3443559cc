"""Measures on the shared corpus, where it is at hand; nothing of it is part of the project."""

from __future__ import annotations

import importlib.util
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from feeds.extraction import extract
from feeds.geography import load_gazetteer
from feeds.model import Alignment, Area, Distance, Extract, Item, Report, Source, SourceClass, SourceKind

if TYPE_CHECKING:
    from types import ModuleType

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
ENGLISH = CORPUS / "dev-en.jsonl"

pytestmark = pytest.mark.skipif(not ENGLISH.is_file(), reason="the shared corpus is not at hand")


def _read() -> list[dict[str, Any]]:
    return [json.loads(line) for line in ENGLISH.read_text(encoding="utf-8").splitlines()]


def _extract(document: dict[str, Any]) -> Extract:
    told = datetime.fromisoformat(document["published"])
    published = told.astimezone(UTC) if told.tzinfo else told.replace(hour=12, tzinfo=UTC)
    name = document["source"]["name"]
    institute = name.startswith("Institute")
    source = Source(
        id="s",
        title=name,
        kind=SourceKind.FEED,
        url="",
        source_class=SourceClass.ASSESSOR if institute else SourceClass.OUTLET,
        alignment=Alignment(document["source"]["alignment"]),
        reliability="B",
        interval_s=60,
    )
    item = Item(
        id=document["id"],
        source_id="s",
        key="k",
        url="",
        title=document["title"],
        text=document["text"],
        published_at=published,
        published_estimated=False,
        received_at=published,
    )
    return extract(item, load_gazetteer(), source=source)


def _range(given: Distance | Area | None) -> list[float | None] | None:
    if given is None:
        return None
    return [given.low_km, given.high_km] if isinstance(given, Distance) else [given.low_km2, given.high_km2]


def _report(one: Report) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "side": one.side.value,
        "place": one.place,
        "oblast": one.oblast,
        "distance_km": _range(one.distance),
        "area_km2": _range(one.area),
        "date": one.event_on.isoformat() if one.event_on else None,
        "claimant": one.claimant,
        "via": one.via,
        "evidence": one.evidence.value,
        "negated": one.negated,
    }


def _predicted(document: dict[str, Any]) -> dict[str, Any]:
    found = _extract(document)
    return {
        "id": document["id"],
        "reports": [_report(one) for one in found.reports],
        "quotes": [
            {"text": one.text, "speaker": one.speaker, "affiliation": one.affiliation, "via": one.via}
            for one in found.quotes
        ],
        "pending": [{"asked": one.asked, "by": one.by} for one in found.pending],
    }


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
    gold = _read()[0]
    found = _predicted(gold)
    for group in ("reports", "quotes", "pending"):
        assert _rows(found[group]) == _rows(gold[group])


def test_the_seed_articles_village_is_the_one_in_its_raion() -> None:
    located = {
        one.located.id for one in _extract(_read()[0]).reports if one.place == "Popovka" and one.located
    }
    assert located == {"ru-belgorod-popovka-krasnoyaruzhsky"}


def test_english_does_not_fall_below_its_floor() -> None:
    documents = _read()
    figures = _scorer().score(documents, [_predicted(one) for one in documents])
    assert figures["reports"]["core"]["f1"] > 0.9
    assert figures["reports"]["core+polarity"]["f1"] > 0.9
    assert figures["reports"]["core+claimant"]["f1"] > 0.88
    assert figures["quotes"]["text+speaker"]["f1"] > 0.88
    assert figures["pending"]["asked"]["f1"] > 0.9
    assert figures["false_alarms"]["n"] <= 1
