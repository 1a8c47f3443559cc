"""What a source of each kind needs: an address of its form, and to be left alone for a while."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.config.addresses import DATE_MARKS, is_http
from feeds.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a kind of source is polled, in minutes."""

    usual: float
    """Where the configuration says nothing."""
    least: float = 0.0
    """Below that a service is bothered; sources on this machine and private ones may be asked at will."""


PACES: Mapping[SourceKind, Pace] = {
    SourceKind.FEED: Pace(15),
    SourceKind.TELEGRAM: Pace(10),
    SourceKind.WORDPRESS: Pace(60, 5),
    SourceKind.DAILY_PAGE: Pace(60, 5),
    SourceKind.MASTODON: Pace(15),
    SourceKind.BLUESKY: Pace(15),
    # GDELT's grid is a quarter of an hour; below, it answers with a refusal in plain text.
    SourceKind.GDELT: Pace(15, 15),
    # Released once a week.
    SourceKind.ACLED: Pace(24 * 60, 60),
    SourceKind.DEEPSTATE: Pace(30, 5),
    SourceKind.FACT_CHECK: Pace(60, 15),
    # A folder bothers nobody.
    SourceKind.FOLDER: Pace(5 / 60),
}


def address_expected(kind: SourceKind, address: str) -> str:
    """Return what the address of a source of this kind should be; empty where it is that."""
    if kind is SourceKind.FOLDER:
        return "the path of a folder" if "://" in address else ""
    if not is_http(address):
        return "an http or https address"
    if kind is SourceKind.DAILY_PAGE and not _holds_a_date(address):
        return "an address that holds {month}, {day} and {year}"
    return ""


def least_minutes(kind: SourceKind, *, near: bool) -> float:
    """Return how many minutes must lie between two polls of a source."""
    return 0.0 if near else PACES[kind].least


def _holds_a_date(address: str) -> bool:
    rest = address
    for mark in DATE_MARKS:
        if mark not in rest:
            return False
        rest = rest.replace(mark, "")
    return "{" not in rest and "}" not in rest
