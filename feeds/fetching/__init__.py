"""Asking sources for what is new: the client, the folder, the schedule, and one poll of one source."""

from __future__ import annotations

from feeds.fetching.client import AT_ONCE, Client, Limits, fetch, new_client, post
from feeds.fetching.means import Ask, Means
from feeds.fetching.poller import Polled, poll
from feeds.fetching.results import Failed, Fetched, FetchResult, NotModified
from feeds.fetching.schedule import next_poll_at

__all__ = [
    "AT_ONCE",
    "Ask",
    "Client",
    "Failed",
    "FetchResult",
    "Fetched",
    "Limits",
    "Means",
    "NotModified",
    "Polled",
    "fetch",
    "new_client",
    "next_poll_at",
    "poll",
    "post",
]
