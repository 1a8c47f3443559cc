"""The outlines that a map is drawn from."""

from __future__ import annotations

from feeds.geography.outlines import Level, outline, outlined
from feeds.service.outlines import outlines


def test_every_region_with_an_outline_has_it_in_both_degrees_of_detail() -> None:
    found = {one.oblast: one for one in outlines()}
    assert tuple(found) == outlined()
    assert {"Belgorod", "Donetsk", "Crimea", "Sevastopol"} <= set(found)
    assert found["Sumy"].fine == outline("Sumy", Level.FINE)
    assert found["Sumy"].coarse == outline("Sumy", Level.COARSE)
