"""Reviews that Google's Fact Check Tools find: bytes to Items.

Structure as documented for ``v1alpha1/claims:search``, where any field may be missing. A rating is
free text in the reviewer's language and is shown as it stands, never taken for true or false. Each
item is marked as forwarded from the claimant, so that a reviewer never stands for what he reviews.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.formats.cleaning import clean_line
from feeds.formats.drafts import Draft, item_of
from feeds.formats.json_answer import Record, read_record, refusal
from feeds.formats.links import canonical_link
from feeds.formats.page import Page
from feeds.formats.queries import query_value, with_query
from feeds.model import stable_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from feeds.formats.page import Answer
    from feeds.model import Source

_WANTED = "Google's list of fact checks"
_MAX_CLAIMS = 200
_MAX_REVIEWS = 20
"""Of one claim."""
_MAX_NAME = 200
_LONGEST_CLAIM = 5_000
"""Each review of a claim repeats it."""
_LONGEST_PAGE_TOKEN = 1_000
_NOBODY_NAMED = "an unnamed claimant"


def first_url(source: Source, *, since: str, now: datetime) -> str:  # noqa: ARG001 - as all formats
    """Return the address of the search itself; its key travels in a header, not in the address."""
    return source.url


def read(source: Source, answer: Answer) -> Page:
    """Return one item for each review, with claim, claimant and rating as its text.

    Nothing found is a good answer. A key is the address of the review with a hash of the claim, as
    one article may review several. The cursor is the newest date of a review; after a first poll all
    pages are read, as they are in no order of time. Raises FormatError for anything else.
    """
    found = read_record(answer, wanted=_WANTED)
    if found and not found.has_list("claims"):
        raise refusal(found, wanted=_WANTED)
    claims = found.records("claims")[:_MAX_CLAIMS]
    if claims and not any("text" in claim or "claimReview" in claim for claim in claims):
        raise FormatError(f"a JSON list of something else, not {_WANTED}")
    drafts = {draft.key: draft for claim in claims for draft in _drafts(claim)}
    items = tuple(item_of(draft, source, received_at=answer.received_at) for draft in drafts.values())
    dates = [item.published_at for item in items if not item.published_estimated]
    return Page(
        items,
        cursor=max(dates).isoformat() if dates else "",
        more=_next_page(answer.url or source.url, found.text("nextPageToken")) if answer.since else "",
        may_be_empty=True,
    )


def _drafts(claim: Record) -> Iterator[Draft]:
    words = claim.text("text").strip()[:_LONGEST_CLAIM]
    if not words:
        return
    for review in claim.records("claimReview")[:_MAX_REVIEWS]:
        yield Draft(
            key=f"{canonical_link(review.text('url'))} {stable_id(_publisher(review), words)}",
            url=review.text("url"),
            title=f"Claim: {words}",
            text="\n\n".join(filter(None, (f"Claim: {words}", _claimed(claim), _rating(review)))),
            published_at=review.moment("reviewDate"),
            forwarded_from=_line(claim, "claimant") or _NOBODY_NAMED,
        )


def _claimed(claim: Record) -> str:
    claimant, claimed_at = _line(claim, "claimant"), claim.moment("claimDate")
    if claimed_at is None:
        return f"Claimed by {claimant}" if claimant else ""
    day = claimed_at.date().isoformat()
    return f"Claimed by {claimant}, {day}" if claimant else f"Claimed on {day}"


def _rating(review: Record) -> str:
    rating, publisher = _line(review, "textualRating"), _publisher(review)
    if not rating:
        return f"Reviewed by {publisher}" if publisher else ""
    return f"Rating by {publisher}: {rating}" if publisher else f"Rating: {rating}"


def _publisher(review: Record) -> str:
    publisher = review.record("publisher")
    return _line(publisher, "name") or _line(publisher, "site")


def _line(record: Record, name: str) -> str:
    return clean_line(record.text(name), _MAX_NAME)


def _next_page(asked: str, token: str) -> str:
    if not token or len(token) > _LONGEST_PAGE_TOKEN or token == query_value(asked, "pageToken"):
        return ""
    return with_query(asked, {"pageToken": token})
