"""Hours of polling a few hundred sources, on virtual time; ``python -m tests.bench.soak`` runs a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.soak.judging import verdicts
from tests.soak.publishers import Fault, publishers
from tests.soak.running import soak

if TYPE_CHECKING:
    from pathlib import Path


def test_the_publishers_meet_all_faults_on_all_kinds_of_sites() -> None:
    known = publishers(1_000)
    assert len({publisher.site for publisher in known}) == 270
    assert sum(publisher.fault is not Fault.NONE for publisher in known) == 100
    assert {publisher.fault for publisher in known} == set(Fault)


def test_hours_of_polling_are_punctual_polite_and_flat(tmp_path: Path) -> None:
    soaked = soak(tmp_path, count=200, hours=6)
    bad = [verdict for verdict in verdicts(soaked) if not verdict.is_good]
    assert not bad
