"""From an article that names one of two villages to an analyst who knows which, and back."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Self, cast

from feeds.clock import SetClock
from feeds.collector import Collector
from feeds.config import Watch
from feeds.extraction import extract
from feeds.geography.gazetteer import Gazetteer
from feeds.geography.oblasts import load_regions
from feeds.geography.places import region_entries
from feeds.geography.prior import NO_PRIOR
from feeds.geography.settlements import Entry, Size
from feeds.model import Place, PlaceKind, Precision
from feeds.service.reading import StoreService
from feeds.store import open_database
from feeds.workers.readers import Readers
from feeds.workers.tasks import Read, Reading, perform
from tests.building import NOON, hours

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.model import Claim
    from feeds.workers.tasks import Result, Task

ADVANCE = "Ukrainian forces advanced near Novy Les in Belgorod Oblast, a spokesman said on {}."


def village(raion: str) -> Entry:
    """Return one of two villages of one name, of which nothing but the raion is known."""
    place = Place(
        f"novy-les-{raion}",
        "Novy Les",
        PlaceKind.SETTLEMENT,
        "Belgorod",
        "RU",
        None,
        None,
        Precision.RAION,
        raion=raion,
    )
    return Entry(place, ("Novy Les",), raion=raion, size=Size.VILLAGE)


GAZETTEER = Gazetteer(
    (*region_entries(load_regions()), village("Valuysky"), village("Korochansky")), load_regions()
)


class SmallWorld(Readers):
    """Reads in this process, with a gazetteer of two villages."""

    def __init__(self) -> None:
        """Need nothing."""
        super().__init__(_perform)

    async def __aenter__(self) -> Self:
        """Be ready."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Leave nothing behind."""


async def _perform(task: Task) -> Result:
    if not isinstance(task, Read):
        return perform(task)
    sources = {source.id: source for source in task.sources}
    return tuple(
        Reading(
            extract(
                item,
                GAZETTEER,
                source=sources[item.source_id],
                prior=task.priors.get(item.source_id, NO_PRIOR),
            )
        )
        for item in task.items
    )


def lying(service: StoreService) -> set[tuple[str, str]]:
    """Return the name and the raion of every claim on the board; no raion: not certain."""
    claims: tuple[Claim, ...] = service.snapshot().claims
    return {(one.place, cast("str", one.located.raion) if one.located else "(?)") for one in claims}


async def test_an_uncertain_place_is_settled_used_again_and_taken_back(tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    config = tmp_path / "frontwatch.toml"
    config.write_text(
        f'analyst = "Olena"\n[[sources]]\nid = "drop"\ntitle = "Drop"\nkind = "folder"\nurl = "{drop}"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\n',
        encoding="utf-8",
    )
    clock = SetClock(NOON)
    with (
        closing(open_database(tmp_path / "store.sqlite3")) as database,
        closing(StoreService(open_database(database.path), Watch(config), clock)) as service,
    ):
        collector = Collector(database, Watch(config), clock, readers=SmallWorld)

        async def after(span: float, article: str = "") -> set[tuple[str, str]]:
            clock.moment += hours(span)
            if article:
                (drop / f"{article}.txt").write_text(ADVANCE.format(article), encoding="utf-8")
            await collector.poll_all()
            return lying(service)

        assert await after(0, "Monday") == {("Novy Les", "(?)")}
        (claim,) = service.snapshot().claims
        assert {place.raion for place in claim.place_candidates} == {"Valuysky", "Korochansky"}
        assert claim.oblast == "Belgorod"
        assert claim.place_because
        service.settle(claim.id, "novy-les-Valuysky", why="they sent a picture")
        assert await after(1) == {("Novy Les", "Valuysky")}
        assert await after(1, "Tuesday") == {("Novy Les", "Valuysky")}
        undone = service.undo()
        assert undone is not None
        assert undone.why == "they sent a picture"
        assert await after(1) == {("Novy Les", "(?)")}
