"""The web addresses that stand behind a page and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.model import ClaimDetail, Item, StatementDetail
    from tui.views.lines import Line

Links = tuple[tuple[str, str], ...]
"""Addresses by the key of the first of the lines that they stand behind; by an empty key the page's own."""


def link_at(links: Links, line: Line | None) -> str:
    """Return the address behind ``line``, else the page's own; empty where there is none."""
    if line is not None:
        for key, url in links:
            if key and (line.key == key or line.key.startswith((f"{key}:", f"{key}·"))):
                return url
    return next((url for key, url in links if not key), "")


def claim_links(detail: ClaimDetail) -> Links:
    """Return where each report can be read; the page's own is the report received first."""
    by_version = {(item.id, item.version): item.url for item in detail.items}
    return with_first(
        (f"report:{one.id}", by_version.get((one.item_id, one.item_version), ""))
        for one in (*detail.reports, *detail.against)
    )


def statement_links(detail: StatementDetail) -> Links:
    """Return where each quotation can be read, and the speaker's own words; the page's own is the first."""
    by_version = {(item.id, item.version): item.url for item in detail.items}
    found = [
        (f"quote:{one.id}", by_version.get((one.item_id, one.item_version), "")) for one in detail.quotes
    ]
    witness = detail.statement.witness
    return with_first([*found, *([("witness", witness.url)] if witness else [])])


def item_links(items: Iterable[Item]) -> Links:
    """Return where some items can be read."""
    return tuple((f"item:{item.id}", item.url) for item in items if item.url)


def with_first(links: Iterable[tuple[str, str]]) -> Links:
    """Return those of some addresses that there are, the first of them also as the page's own."""
    known = [(key, url) for key, url in links if url]
    return (*known, *([("", known[0][1])] if known else []))
