"""What a worker can be asked to do, as values that cross a pipe, and how it is done."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from feeds.errors import FormatError
from feeds.formats import Answer, Page, parse
from feeds.formats.article import ArticleText, read_article
from feeds.formats.chat import content_of
from feeds.formats.document import Documents, parse_document
from feeds.geography.prior import NO_PRIOR, Prior
from feeds.model import Extract, Item, Report, Source, SourceKind, Span

if TYPE_CHECKING:
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.geography import Gazetteer


class Parse(msgspec.Struct, tag=True, frozen=True):
    """Read what a source answered: gives a Page."""

    source: Source
    answer: Answer
    own_words: str = ""
    """Folder of the analyst's own lexicons; empty: none."""


class ParseFile(msgspec.Struct, tag=True, frozen=True):
    """Read a file of a folder: gives Documents."""

    source: Source
    name: str
    body: bytes
    modified_at: datetime
    received_at: datetime


class ReadArticle(msgspec.Struct, tag=True, frozen=True):
    """Read the page of an article: gives an ArticleText."""

    body: bytes
    content_type: str
    url: str
    listed_at: datetime


class Choose(msgspec.Struct, tag=True, frozen=True):
    """Find the items that name something of interest: gives their ids."""

    items: tuple[Item, ...]
    own_words: str = ""
    """As for Parse."""


class Read(msgspec.Struct, tag=True, frozen=True):
    """Find what items say: gives a Reading each, in their order."""

    sources: tuple[Source, ...]
    """Those of the items."""
    items: tuple[Item, ...]
    priors: dict[str, Prior] = msgspec.field(default_factory=dict)
    """What is known before, by the ids of items."""
    own_words: str = ""
    """As for Parse."""


class CheckAnswer(msgspec.Struct, tag=True, frozen=True):
    """Hold what a model answered against an item: gives Accepted; FormatError for what is no answer."""

    source: Source
    item: Item
    spans: tuple[Span, ...]
    """The sentences that it was asked about."""
    body: bytes
    content_type: str
    prior: Prior = NO_PRIOR
    own_words: str = ""
    """As for Parse."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one version of one item says."""

    said: Extract = field(default_factory=Extract)
    fault: str = ""
    """What went wrong in reading it, as a sentence; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What of a model's answer an item bears out."""

    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The document is not what it should be."""

    reason: str


Task: TypeAlias = Parse | ParseFile | ReadArticle | Choose | Read | CheckAnswer
Result: TypeAlias = Page | Documents | ArticleText | frozenset[str] | tuple[Reading, ...] | Accepted


def perform(task: Task) -> Result:
    """Do what ``task`` asks; raises FormatError where a document is not what it should be."""
    match task:
        case Parse():
            return _glanced_at(parse(task.source, task.answer), task)
        case ParseFile():
            return parse_document(
                task.source,
                task.name,
                task.body,
                modified_at=task.modified_at,
                received_at=task.received_at,
            )
        case ReadArticle():
            return read_article(
                task.body, content_type=task.content_type, url=task.url, listed_at=task.listed_at
            )
        case Choose():
            return _of_interest(task)
        case Read():
            told = {source.id: source for source in task.sources}
            return tuple(_reading(item, told[item.source_id], task) for item in task.items)
        case CheckAnswer():
            return _checked(task)


def result_of(task: Task, encoded: bytes) -> Result:
    """Decode what a worker sent back for ``task``; raises FormatError where it refused."""
    refused = _refusal(encoded)
    if refused is not None:
        raise FormatError(refused)
    found: Result = _decoder(type(task)).decode(memoryview(encoded)[1:])
    return found


def encoded_result(task: Task) -> bytes:
    """Do what ``task`` asks and encode what comes of it: a byte that tells which, and the value."""
    try:
        return b"+" + msgspec.msgpack.encode(perform(task))
    except FormatError as error:
        return b"-" + msgspec.msgpack.encode(Refused(str(error)))


def _refusal(encoded: bytes) -> str | None:
    if not encoded.startswith(b"-"):
        return None
    return msgspec.msgpack.decode(memoryview(encoded)[1:], type=Refused).reason


@cache
def _decoder(kind: type[Task]) -> msgspec.msgpack.Decoder[Result]:
    gives: dict[type[Task], object] = {
        Parse: Page,
        ParseFile: Documents,
        ReadArticle: ArticleText,
        Choose: frozenset[str],
        Read: tuple[Reading, ...],
        CheckAnswer: Accepted,
    }
    return msgspec.msgpack.Decoder(gives[kind])


def _gazetteer() -> Gazetteer:
    # A worker that only parses needs none.
    from feeds.geography.imports.in_use import gazetteer_in_use  # noqa: PLC0415

    return gazetteer_in_use()


def _lexicons(own_words: str) -> tuple[Lexicon, ...]:
    from feeds.extraction.lexicons.loading import loaded  # noqa: PLC0415 - as above

    return loaded(Path(own_words) if own_words else None).lexicons


def _glanced_at(page: Page, task: Parse) -> Page:
    """Spare the store and the readers what says nothing: that is most of what sources publish."""
    from feeds.extraction import says_nothing  # noqa: PLC0415 - as above

    lexicons = _lexicons(task.own_words)

    def is_silent(item: Item) -> bool:
        try:
            return says_nothing(item, source=task.source, lexicons=lexicons)
        except Exception:  # noqa: BLE001 - one text must not lose its page; its reader will tell
            return False

    return replace(page, silent=frozenset(item.id for item in page.items if is_silent(item)))


def _of_interest(task: Choose) -> frozenset[str]:
    from feeds.extraction.interest import is_of_interest  # noqa: PLC0415 - as above

    gazetteer, lexicons = _gazetteer(), _lexicons(task.own_words)
    return frozenset(item.id for item in task.items if is_of_interest(item, gazetteer, lexicons))


def _reading(item: Item, source: Source, task: Read) -> Reading:
    if source.kind is SourceKind.GDELT:
        # A search finds what others say: one wire's text under a hundred names would confirm itself.
        return Reading()
    from feeds.extraction import extract  # noqa: PLC0415 - as above

    try:
        prior, lexicons = task.priors.get(item.id, NO_PRIOR), _lexicons(task.own_words)
        return Reading(extract(item, _gazetteer(), source=source, prior=prior, lexicons=lexicons))
    except Exception as error:  # noqa: BLE001 - one text must not stop its source
        return Reading(fault=f"an item could not be read ({type(error).__name__}: {error}): {name_of(item)}")


def _checked(task: CheckAnswer) -> Accepted:
    from feeds.extraction.acceptance import Asked, accepted  # noqa: PLC0415 - as above
    from feeds.extraction.proposals import proposals_in  # noqa: PLC0415 - as above

    proposals = proposals_in(content_of(task.body, task.content_type))
    asked = Asked(task.item, task.spans, task.source, task.prior, _lexicons(task.own_words))
    return Accepted(accepted(proposals, asked, _gazetteer()))


def name_of(item: Item) -> str:
    """Return how to call an item in a message."""
    return item.url or item.key
