"""How many places come out right: test places, the corpus, and posts with a point on a map.

Run ``python -m tests.bench.resolution``; what of ``../shared`` is not there is left out. With
``--imported FOLDER`` an imported gazetteer is measured; ``--errors`` lists what came out wrong.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feeds.extraction import extract
from feeds.extraction.lexicons.loading import shipped
from feeds.extraction.text.language import language_of
from feeds.extraction.text.sentences import paragraphs, sentences
from feeds.geography import load_gazetteer, resolve
from feeds.geography.closeness import spot_of
from feeds.geography.folding import fold
from feeds.geography.prior import Prior
from feeds.model import Alignment, Item, Source, SourceClass, SourceKind
from tests.bench.named_places import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.geography import Gazetteer, Mention, Resolution
    from feeds.model import Place, Span

_SHARED = Path(__file__).parents[3] / "shared"
_TEST_PLACE_KM = 12.0
_POST_KM = 10.0
_ROUNDS = 10
_FRONT = Prior(
    frozenset({"Donetsk", "Luhansk", "Kharkiv", "Sumy", "Zaporizhzhia", "Dnipropetrovsk", "Kherson"})
)
"""What an analyst would set for a channel that tells of the front line."""


@dataclass(slots=True)
class Tally:
    """How names of one kind came out."""

    right: int = 0
    wrong: int = 0
    open: int = 0
    missing: int = 0
    """No mention was found."""
    errors: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        """Return a line of the table."""
        count = self.right + self.wrong + self.open + self.missing
        shares = [100 * part / max(count, 1) for part in (self.right, self.wrong, self.open, self.missing)]
        return f"{name:24}{count:7}" + "".join(f"{share:12.1f}" for share in shares)

    def add(self, verdict: str, what: str) -> None:
        """Count one name."""
        setattr(self, verdict, getattr(self, verdict) + 1)
        if verdict != "right":
            self.errors.append(f"{verdict:8}{what}")


def main() -> int:
    """Print the table; return 0."""
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("--imported", type=Path, default=None)
    line.add_argument("--errors", action="store_true")
    told = line.parse_args()
    gazetteer = load_gazetteer(told.imported) if told.imported else load_gazetteer()
    tallies = {"test places": _test_places(gazetteer)}
    for language in ("en", "ru", "uk"):
        documents = _documents(language)
        tallies[f"corpus {language}"] = _corpus(gazetteer, documents)
        if language == "en":
            tallies["extracted en"] = _extracted(gazetteer, documents)
            tallies["corpus en, or extracted"] = _corpus(gazetteer, documents, extracting=True)
    tallies["corpus, all"] = _sum(
        [tallies[name] for name in ("corpus en, or extracted", "corpus ru", "corpus uk")]
    )
    posts = _posts()
    tallies["posts"] = _located(gazetteer, posts, Prior())
    tallies["posts, source's oblasts"] = _located(gazetteer, posts, _FRONT)
    tallies["posts, those before too"] = _located(gazetteer, posts, None)
    _print(gazetteer, tallies, errors=told.errors)
    return 0


def _print(gazetteer: Gazetteer, tallies: dict[str, Tally], *, errors: bool) -> None:
    print(f"{'':24}{'names':>7}{'right %':>12}{'wrong %':>12}{'open %':>12}{'missing %':>12}")
    for name, tally in tallies.items():
        print(tally.row(name))
    for name, (middle, worst, count) in _times(gazetteer).items():
        print(f"{name:24}{count:7} items: {middle:.2f} ms in the middle, {worst:.2f} ms at most")
    for name, tally in tallies.items() if errors else ():
        print("", name, *tally.errors, sep="\n")


def _sentences(text: str) -> list[Span]:
    words = language_of(text, shipped()).sentences
    return [span for paragraph in paragraphs(text) for span in sentences(text, paragraph, words)]


def told_in(
    gazetteer: Gazetteer, text: str, *, title: str = "", prior: Prior | None = None
) -> list[tuple[Mention, Resolution]]:
    """Return all names in a text with what they mean."""
    mentions = gazetteer.find(text)
    spans = _sentences(text)
    told = resolve(
        mentions, gazetteer, text=text, title=gazetteer.find(title), sentences=spans, prior=prior or Prior()
    )
    return list(zip(mentions, told, strict=True))


def _test_places(gazetteer: Gazetteer) -> Tally:
    tally = Tally()
    for named in NAMED:
        for form, text in named.written:
            mentions = dict.fromkeys(fold(m.form) for m, _ in told_in(gazetteer, text))
            found = [one for m, one in told_in(gazetteer, text) if fold(m.form) == fold(form)]
            place = found[0].place if found else None
            verdict = _near(found, place, (named.lat, named.lon), _TEST_PLACE_KM)
            tally.add(verdict, f"{text} {list(mentions)} {found[0].reason if found else ''}")
    return tally


def _near(found: Sequence[Resolution], place: Place | None, at: tuple[float, float], reach: float) -> str:
    if place is None or place.lat is None or place.lon is None:
        return "open" if found else "missing"
    away = math.dist(spot_of(place.lat, place.lon), spot_of(*at))
    return "right" if away <= reach else "wrong"


def _corpus(gazetteer: Gazetteer, documents: Sequence[dict[str, Any]], *, extracting: bool = False) -> Tally:
    """Compare the oblast of each place of the gold reports, each place once an item.

    Roads, lines and directions of a list are no names of the gazetteer: ``extracting`` takes for what
    has no mention the oblast of the report of that place.
    """
    tally = Tally()
    for document in documents:
        reports = extract(_item(document), gazetteer, source=_source(document)).reports if extracting else ()
        found = told_in(gazetteer, document["text"], title=document["title"])
        found += told_in(gazetteer, document["title"], title=document["text"])
        for place, oblasts in _gold(document).items():
            matching = [(m, one) for m, one in found if _means(gazetteer, m, place)]
            same = [] if matching else [one for one in reports if fold(one.place) == fold(place)]
            told = [one.oblast for _, one in matching] + [one.oblast for one in same]
            said = {oblast for oblast in told if oblast}
            reasons = [
                f"{m.form}: {one.oblast} {one.reason}" for m, one in matching if one.oblast not in oblasts
            ]
            for oblast in oblasts:
                verdict = _verdict(told, said, oblasts, oblast)
                tally.add(verdict, f"{document['id']} {place} ({oblast}) {reasons[:2]}")
    return tally


def _verdict(matching: Sequence[object], said: set[str], gold: set[str], oblast: str) -> str:
    if not matching:
        return "missing"
    if said - gold:
        return "wrong"
    return "right" if oblast in said else "open"


def _extracted(gazetteer: Gazetteer, documents: Sequence[dict[str, Any]]) -> Tally:
    """Compare the oblasts of extracted reports with those of gold reports of the same place."""
    tally = Tally()
    for document in documents:
        reports = extract(_item(document), gazetteer, source=_source(document)).reports
        for place, oblasts in _gold(document).items():
            same = [one for one in reports if fold(one.place) == fold(place)]
            said = {one.oblast for one in same if one.oblast}
            for oblast in oblasts if same else ():
                reasons = [one.place_because for one in same]
                tally.add(
                    _verdict(same, said, oblasts, oblast),
                    f"{document['id']} {place} ({oblast}) {said} {reasons[:1]}",
                )
    return tally


def _means(gazetteer: Gazetteer, mention: Mention, place: str) -> bool:
    """Tell whether a mention has a gold place's name: as it stands, or among its candidates' names."""
    wanted = fold(place)
    if fold(mention.form) == wanted or set(gazetteer.named(place)) & set(mention.candidates):
        return True
    return any(
        wanted in {fold(form) for form in entry.forms}
        for entry in map(gazetteer.entry_of, mention.candidates[:1])
        if entry
    )


def _gold(document: dict[str, Any]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for report in document["reports"]:
        if report["place"] and report["oblast"]:
            found[report["place"]].add(report["oblast"])
    return found


def _located(gazetteer: Gazetteer, posts: Sequence[dict[str, Any]], prior: Prior | None) -> Tally:
    """Compare the points of posts with a map link; without a prior, with what the posts before named."""
    tally = Tally()
    recent: dict[str, Place] = {}
    for post in sorted(posts, key=lambda one: str(one["published_at"])):
        label = post["label"]
        lately = prior or Prior(_FRONT.oblasts, tuple(reversed(recent.values()))[:20])
        found = [
            one for m, one in told_in(gazetteer, post["text_uk"], prior=lately) if _means(gazetteer, m, label)
        ]
        place = found[0].place if found else None
        if place is not None:
            recent.pop(place.id, None)
            recent[place.id] = place
        verdict = _near(found, place, (post["lat"], post["lon"]), _POST_KM)
        tally.add(verdict, f"{post['text_uk']!r} {label} {found[0].reason if found else ''}")
    return tally


def _times(gazetteer: Gazetteer) -> dict[str, tuple[float, float, int]]:
    """Return the milliseconds of processor time that an item takes: in the middle, at most, and items."""
    found = {}
    for language in ("en", "ru", "uk"):
        took = sorted(_taken(gazetteer, document["text"]) for document in _documents(language))
        if took:
            found[f"corpus {language}"] = (took[len(took) // 2], took[-1], len(took))
    dense = " ".join(f"They met near {named.name} and Ivanivka, Stepove, Popovka." for named in NAMED[:10])
    found["40 names, many homonyms"] = (_taken(gazetteer, dense), _taken(gazetteer, dense), 1)
    return found


def _taken(gazetteer: Gazetteer, text: str) -> float:
    mentions = gazetteer.find(text)
    spans = _sentences(text)
    best = math.inf
    for _ in range(_ROUNDS):
        start = time.process_time()
        resolve(mentions, gazetteer, text=text, sentences=spans)
        best = min(best, time.process_time() - start)
    return 1000 * best


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        *(sum(getattr(one, part) for one in tallies) for part in ("right", "wrong", "open", "missing"))
    )


def _documents(language: str) -> list[dict[str, Any]]:
    path = _SHARED / "corpus" / f"dev-{language}.jsonl"
    return (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []
    )


def _posts() -> list[dict[str, Any]]:
    return list(_post_lists())


def _post_lists() -> Iterator[dict[str, Any]]:
    for path in sorted((_SHARED / "samples" / "telegram").glob("deepstateua_map_links_*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))


def _source(document: dict[str, Any]) -> Source:
    return Source(
        id="s",
        title=document["source"]["name"],
        kind=SourceKind.FEED,
        url="",
        source_class=SourceClass.OUTLET,
        alignment=Alignment(document["source"]["alignment"]),
        reliability="B",
        interval_s=60,
    )


def _item(document: dict[str, Any]) -> Item:
    told = datetime.fromisoformat(document["published"])
    published = told.astimezone(UTC) if told.tzinfo else told.replace(hour=12, tzinfo=UTC)
    return Item(
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


if __name__ == "__main__":
    sys.exit(main())
