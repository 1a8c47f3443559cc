"""One poll of one source, and the state that follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from feeds.clock import SetClock
from feeds.fetching import Failed, Fetched, NotModified, poll
from feeds.fetching.poller import MAX_PAGES
from feeds.model import Health, Outcome, SourceKind, SourceState
from tests.building import NOON, a_source, hours
from tests.feeds.fetching.polling import Asked, Web, means_of

FEED = "<rss version='2.0'><channel><item><guid>1</guid><title>Hit</title></item></channel></rss>"
NO_ITEMS = "<rss version='2.0'><channel><title>Gazette</title></channel></rss>"
URL = "http://gazette.invalid/feed"
GAZETTE = a_source(url=URL)
CHANNEL = a_source("herald", kind=SourceKind.TELEGRAM, url="https://t.me/s/herald")
BEFORE = SourceState(
    "gazette",
    health=Health.GOOD,
    last_good_at=NOON - timedelta(hours=1),
    next_at=NOON,
    items=7,
    unmatched=3,
    etag='"old"',
    last_modified="old day",
    whole_at=NOON - timedelta(hours=1),
)


def post(number: int, at: datetime = NOON) -> str:
    """Return one post of a channel's preview, published a minute after the one before."""
    moment = (at - timedelta(days=1) + timedelta(minutes=number)).isoformat()
    return (
        f'<div class="tgme_widget_message" data-post="herald/{number}">'
        f'<div class="tgme_widget_message_text js-message_text">Post {number}.</div>'
        f'<a class="tgme_widget_message_date"><time datetime="{moment}"></time></a></div>'
    )


def preview(*numbers: int) -> str:
    """Return a preview page with these posts."""
    posts = "".join(map(post, numbers))
    return f'<main class="tgme_main"><section class="tgme_channel_history">{posts}</section></main>'


def keys_of(polled_items: tuple[object, ...]) -> list[str]:
    """Return the keys of items."""
    return [getattr(item, "key", "") for item in polled_items]


async def test_a_good_poll_brings_items_and_clears_the_trouble() -> None:
    web = Web()
    web.has(URL, FEED, etag='"new"')
    troubled = replace(BEFORE, health=Health.DEGRADED, reason="answered 500", failures=3)
    polled = await poll(GAZETTE, troubled, means_of(web))
    assert [item.title for item in polled.page.items] == ["Hit"]
    assert polled.page.items[0].received_at == NOON
    state = polled.state
    assert (state.health, state.reason, state.failures) == (Health.GOOD, "", 0)
    assert (state.etag, state.last_modified, state.last_good_at) == ('"new"', "", NOON)
    assert (state.items, state.unmatched) == (7, 3)
    assert state.wire_bytes == len(FEED)
    assert state.next_at is not None
    assert NOON < state.next_at <= NOON + timedelta(minutes=30)


async def test_nothing_new_is_good_and_is_asked_with_the_validators_verbatim() -> None:
    web = Web({URL: NotModified('"old"', "old day")})
    polled = await poll(GAZETTE, BEFORE, means_of(web))
    assert web.asked == [Asked(URL, '"old"', "old day")]
    assert polled.page.items == ()
    assert (polled.state.health, polled.state.last_good_at) == (Health.GOOD, NOON)
    assert (polled.state.etag, polled.state.last_modified) == ('"old"', "old day")
    assert polled.entry.outcome is Outcome.UNCHANGED


async def test_once_a_day_the_whole_is_asked_for() -> None:
    web = Web()
    web.has(URL, FEED, etag='"new"')
    long_ago = replace(BEFORE, whole_at=NOON - timedelta(days=2))
    state = (await poll(GAZETTE, long_ago, means_of(web))).state
    assert web.asked == [Asked(URL, "", "")]
    assert state.whole_at == NOON


async def test_a_failed_poll_keeps_what_was_good() -> None:
    failure = Failed("answered 503 Service Unavailable", timedelta(hours=2), 503)
    polled = await poll(GAZETTE, BEFORE, means_of(Web({URL: failure})))
    state = polled.state
    assert (state.health, state.reason) == (Health.DEGRADED, "answered 503 Service Unavailable")
    assert (state.etag, state.last_good_at, state.failures) == ('"old"', BEFORE.last_good_at, 1)
    assert state.next_at is not None
    assert state.next_at >= NOON + timedelta(hours=2)
    assert (polled.entry.outcome, polled.entry.reason) == (Outcome.FAILED, state.reason)


async def test_too_many_requests_are_held_against_the_whole_site() -> None:
    failure = Failed("answered 429 Too Many Requests", timedelta(minutes=40), 429)
    state = (await poll(GAZETTE, BEFORE, means_of(Web({URL: failure})))).state
    assert state.leave_alone_until == NOON + timedelta(minutes=40)


async def test_another_format_is_a_failure_with_its_name() -> None:
    web = Web()
    web.has(URL, "<!doctype html><title>Are you human?</title>", etag='"new"')
    state = (await poll(GAZETTE, BEFORE, means_of(web))).state
    assert state.health is Health.DEGRADED
    assert state.reason == "answered with an HTML page titled 'Are you human?', not a feed"
    assert state.etag == '"old"'


async def test_no_items_where_there_were_some_is_a_failure() -> None:
    web = Web()
    web.has(URL, NO_ITEMS)
    polled = await poll(GAZETTE, BEFORE, means_of(web))
    assert polled.state.reason == "answered without any items, where there were some"
    fresh = await poll(GAZETTE, SourceState("gazette"), means_of(web))
    assert fresh.state.health is Health.GOOD


async def test_a_channel_is_read_back_to_the_post_seen_last() -> None:
    web = Web()
    web.has("https://t.me/s/herald", preview(7, 8, 9))
    web.has("https://t.me/s/herald?before=7", preview(4, 5, 6))
    web.has("https://t.me/s/herald?before=4", preview(1, 2, 3))
    seen = SourceState("herald", seen_up_to="4", items=4)
    polled = await poll(CHANNEL, seen, means_of(web))
    assert sorted(keys_of(polled.page.items)) == ["4", "5", "6", "7", "8", "9"]
    assert polled.state.seen_up_to == "9"
    assert polled.page.present == frozenset("456789")
    first = await poll(CHANNEL, SourceState("herald"), means_of(web))
    assert sorted(keys_of(first.page.items)) == ["7", "8", "9"]


async def test_a_walk_that_fails_half_way_keeps_what_it_had_and_is_taken_up_again() -> None:
    web = Web()
    web.has("https://t.me/s/herald", preview(7, 8, 9))
    seen = SourceState("herald", seen_up_to="4", items=4)
    polled = await poll(CHANNEL, seen, means_of(web))
    assert sorted(keys_of(polled.page.items)) == ["7", "8", "9"]
    assert (polled.state.health, polled.state.seen_up_to) == (Health.DEGRADED, "4")


async def test_a_walk_without_end_is_cut_and_told() -> None:
    web = Web()
    web.has("https://t.me/s/herald", preview(99))
    for number in range(1, 100):
        web.has(f"https://t.me/s/herald?before={number}", preview(number - 1))
    polled = await poll(CHANNEL, SourceState("herald", seen_up_to="4", items=4), means_of(web))
    assert len(polled.page.items) == MAX_PAGES
    assert (polled.state.seen_up_to, polled.state.health) == ("99", Health.DEGRADED)
    assert "the oldest was passed over" in polled.state.reason


async def test_a_day_without_a_report_is_no_failure() -> None:
    source = a_source("daily", kind=SourceKind.DAILY_PAGE, url="https://daily.invalid/{month}-{day}-{year}")
    web = Web()
    polled = await poll(source, SourceState("daily"), means_of(web))
    assert polled.state.reason == "answered 404 Not Found"
    days = web.urls
    assert days[:2] == ["https://daily.invalid/march-27-2025", "https://daily.invalid/march-26-2025"]
    assert len(days) == len(set(days)) > 3


async def test_the_article_behind_a_telling_teaser_is_read() -> None:
    teaser = (
        "<rss version='2.0'><channel>"
        "<item><guid>1</guid><link>http://gazette.invalid/1</link><title>Advance</title>"
        "<description>Ukrainian forces advanced near Popovka, officials said.</description></item>"
        "<item><guid>2</guid><link>http://gazette.invalid/2</link><title>Recipes</title>"
        "<description>Soup is served.</description></item></channel></rss>"
    )
    story = "".join(
        f"<p>The bridge over the river was hit for the {n}th time, one said.</p>" for n in range(30)
    )
    web = Web()
    web.has(URL, teaser)
    web.has(
        "http://gazette.invalid/1", f"<html><body><article><h1>Advance</h1>{story}</article></body></html>"
    )
    polled = await poll(GAZETTE, SourceState("gazette"), means_of(web))
    told = {item.key: item for item in polled.page.items}
    assert "hit for the 7th time" in told["1"].text
    assert told["2"].text == "Soup is served."
    assert web.urls == [URL, "http://gazette.invalid/1"]
    quiet = await poll(replace(GAZETTE, articles=False), SourceState("gazette"), means_of(web))
    assert quiet.page.items[0].digest == told["1"].digest
    assert "hit" not in quiet.page.items[0].text


async def test_an_article_that_can_not_be_had_leaves_its_teaser() -> None:
    web = Web()
    web.has(
        URL,
        "<rss version='2.0'><channel><item><guid>1</guid><link>http://gazette.invalid/1</link>"
        "<title>Advance near Popovka</title></item></channel></rss>",
    )
    polled = await poll(GAZETTE, SourceState("gazette"), means_of(web))
    assert web.urls == [URL, "http://gazette.invalid/1"]
    assert polled.state.health is Health.GOOD
    assert polled.page.items[0].title == "Advance near Popovka"


async def test_a_source_without_its_account_says_what_it_needs() -> None:
    source = a_source(
        "events", kind=SourceKind.ACLED, url="https://acleddata.com/api/acled/read?country=Ukraine"
    )
    web = Web()
    state = (await poll(source, SourceState("events"), means_of(web))).state
    assert state.reason.startswith("needs an account: set FRONTWATCH_ACLED_USERNAME")
    assert web.asked == []


async def test_a_source_that_moved_for_good_is_asked_there_after_some_days() -> None:
    moved = "https://gazette.invalid/new"
    web = Web({URL: lambda: Fetched(FEED.encode(), "", "", "", moved_to=moved)})
    web.has(moved, FEED)
    clock = SetClock(NOON)
    state = SourceState("gazette")
    for quarter in range(4 * 8):
        clock.moment = NOON + hours(6 * quarter)
        state = (await poll(GAZETTE, state, means_of(web, clock=clock))).state
    assert set(web.urls[: 4 * 4]) == {URL}
    assert web.urls[4 * 5 :].count(moved) == 3 * 3


async def test_how_often_a_source_publishes_is_learnt() -> None:
    web = Web()
    web.has("https://t.me/s/herald", preview(*range(1, 20)))
    state = (await poll(CHANNEL, SourceState("herald"), means_of(web))).state
    assert state.habit_s == 60
