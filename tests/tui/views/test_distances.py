"""The distances of a claim, with who said each and whether they agree."""

from __future__ import annotations

import pytest

from feeds.assessment import Directory, common_range, fold_claims
from feeds.model import Bound, ClaimDetail, Distance
from tests.building import a_report, a_source
from tui.views.distances import distance_facts

AROUND_3 = Distance(3.1, 4.0, Bound.RANGE, "some two miles")
AT_LEAST_3 = Distance(3.2, None, Bound.AT_LEAST, "over two miles")
AT_LEAST_5 = Distance(5.0, None, Bound.AT_LEAST, "over five kilometres")


def shown(*distances: Distance) -> list[str]:
    """Return the lines of a claim that two outlets tell these distances of, in turn."""
    names = ("gazette", "courier")
    reports = [
        a_report(str(index), source_id=names[index % 2], distance=one) for index, one in enumerate(distances)
    ]
    (claim,) = fold_claims(reports, (), Directory(tuple(map(a_source, names))))
    detail = ClaimDetail(claim, tuple(reports), (), (), (), agreed=common_range(claim.distances))
    return ["".join(part.text for part in line.cells[0]) for line in distance_facts(detail)]


@pytest.mark.parametrize(
    ("distances", "lines"),
    [
        ((AROUND_3,), ["distance  3.1–4.0 km  “some two miles”  Gazette"]),
        (
            (AROUND_3, AT_LEAST_3),
            [
                "distance  3.1–4.0 km  “some two miles”  Gazette",
                "distance  ≥ 3.2 km  “over two miles”  Courier",
                "          all fit 3.2–4.0 km",
            ],
        ),
        (
            (AROUND_3, AT_LEAST_5),
            [
                "distance  3.1–4.0 km  “some two miles”  Gazette",
                "distance  ≥ 5.0 km  “over five kilometres”  Courier",
                "          ! these disagree",
            ],
        ),
    ],
)
def test_each_distance_names_who_said_it_and_several_agree_or_not(
    distances: tuple[Distance, ...], lines: list[str]
) -> None:
    assert shown(*distances) == lines
