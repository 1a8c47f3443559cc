"""Texts from anywhere, read for what they say as if a source had published them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from feeds.config import built_in_sources, default_config_path, load, own_words_folder
from feeds.config.loading import content_of
from feeds.errors import ConfigError, FormatError
from feeds.extraction import extract
from feeds.extraction.lexicons.loading import loaded, shipped
from feeds.extraction.text.language import language_of
from feeds.formats.annotation import Annotated, annotated_of, annotation, published_moment
from feeds.formats.document import parse_document
from feeds.formats.drafts import MAX_TEXT, Draft, item_of
from feeds.formats.encoding import text_of_bytes
from feeds.geography.imports.in_use import gazetteer_in_use
from feeds.model import Alignment, SourceClass
from feeds.service.publisher import publisher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.geography import Gazetteer
    from feeds.model import Extract, Item, Source
    from feeds.service.launch import Launch

MAX_BYTES = 20_000_000
"""Most bytes of one file."""
_INPUT = "-"
_GZIP, _MARK = b"\x1f\x8b", b"\xef\xbb\xbf"
"""With which a packed file begins, and one that says it is UTF-8."""
_CUT = 4
"""Characters that may be missing where a text was cut: blanks before the mark that says so."""
_LOOKED_AT = 50
"""Lines by which a file is told to be JSON lines."""
_PAGE = re.compile(
    rb"\s*<(?:!doctype|!--|\?xml|html|head|body|meta|title|main|article|section|div|p|h1)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Told:
    """One item with what was found in it."""

    document: Annotated
    """As it was given."""
    item: Item
    """As it was read; spans are of its text."""
    source: Source
    language: str
    found: Extract

    @property
    def is_cut(self) -> bool:
        """Whether the text was longer than :data:`MAX_TEXT`, so that its end was not read."""
        return len(self.item.text) > MAX_TEXT - _CUT and self.item.text.endswith("…")

    def as_line(self) -> str:
        """Return it as a line of the annotation guide."""
        return annotation(self.document, self.item, self.found, self.source, language=self.language)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts; ``source`` and ``published_at`` stand in where a text names none."""

    known: tuple[Source, ...]
    source: Source | None
    """None: none is named."""
    published_at: datetime
    gazetteer: Gazetteer
    lexicons: tuple[Lexicon, ...]
    """Those that are shipped, with the analyst's own words."""

    def told(self, document: Annotated) -> Told:
        """Return what ``document`` says."""
        source = self.source
        if source is None or document.name:
            source = publisher(document.name, document.address, document.alignment, self.known)
        return told_by(document, source, self.gazetteer, self.published_at, self.lexicons)


def told_by(
    document: Annotated,
    source: Source,
    gazetteer: Gazetteer,
    at: datetime,
    lexicons: tuple[Lexicon, ...] | None = None,
) -> Told:
    """Return what ``document`` says, read as an item of ``source``; published ``at``, unless it says when.

    ``lexicons`` are by default the shipped ones.
    """
    moment = document.published_at or at
    lexicons = shipped() if lexicons is None else lexicons
    draft = Draft(
        document.id, url=document.address, title=document.title, text=document.text, published_at=moment
    )
    item = item_of(draft, source, received_at=moment)
    return Told(
        document=document,
        item=item,
        source=source,
        language=language_of(item.text or item.title, lexicons).language,
        found=extract(item, gazetteer, source=source, lexicons=lexicons),
    )


def reader(launch: Launch, *, published: str = "", source: str = "") -> Reader:
    """Return what reads texts; ``source`` is the id or title of a source, or ``class/alignment``.

    The configured sources are known, where there is a configuration, and those of the built-in
    list; nothing is written. Raises ConfigError where an option says nothing that is known.
    """
    known = (*_configured(launch), *built_in_sources())
    try:
        moment = published_moment(published) or launch.clock.now()
    except FormatError as error:
        words = "expected a date or time of ISO 8601, such as 2025-03-28"
        raise ConfigError([f"--published: {words}, found {published!r}."]) from error
    own = own_words_folder(launch.config or default_config_path())
    return Reader(known, _named(source, known), moment, gazetteer_in_use(), loaded(own).lexicons)


def content(path: Path) -> bytes:
    """Return the bytes of a file, of standard input for ``-``; raises ConfigError where that can't be."""
    if str(path) != _INPUT:
        return content_of(path, most=MAX_BYTES)
    read = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(read) > MAX_BYTES:
        raise ConfigError([f"standard input: expected at most {MAX_BYTES // 1_000_000} MB, found more"])
    return read


def told_in(body: bytes, name: str, reading: Reader) -> Iterator[Told | str]:
    """Yield what each document in ``body`` says, and a few words on each that is none.

    JSON lines, a web page and plain text are told apart by how they begin; each may be packed with
    gzip. ``name`` is the id of a document that has none.
    """
    try:
        body = text_of_bytes(body).encode() if body.startswith(_GZIP) else body.removeprefix(_MARK)
    except FormatError as error:
        yield str(error)
        return
    if not body.strip():
        yield "nothing is in it"
    elif _is_lines(body):
        yield from _told_in_lines(body, name, reading)
    elif _PAGE.match(body):
        yield from _told_in_file(body, f"{name}.html", reading)
    elif _is_text(body):
        yield from _told_in_file(body, f"{name}.txt", reading)
    else:
        yield "expected text in UTF-8, found other bytes"


def _is_lines(body: bytes) -> bool:
    """Tell whether most lines look like JSON, so that a broken first one does not hide the others."""
    lines = islice(filter(None, (line.strip() for line in body.split(b"\n"))), _LOOKED_AT)
    looks = [line.startswith(b"{") for line in lines]
    return 2 * sum(looks) > len(looks)


def _is_text(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in body


def _told_in_lines(body: bytes, name: str, reading: Reader) -> Iterator[Told | str]:
    for number, line in enumerate(body.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            document = annotated_of(line.decode())
        except UnicodeDecodeError:
            yield f"line {number}: not UTF-8"
        except FormatError as error:
            yield f"line {number}: {error}"
        else:
            yield reading.told(document if document.id else replace(document, id=f"{name}-{number}"))


def _told_in_file(body: bytes, name: str, reading: Reader) -> Iterator[Told | str]:
    moment = reading.published_at
    nobody = publisher("", "", None)
    parsed = parse_document(nobody, name, body, modified_at=moment, received_at=moment)
    for problem in parsed.problems:
        yield problem.removeprefix(name).lstrip(":, ")
    for item in parsed.items:
        yield reading.told(
            Annotated(
                id=name.rpartition(".")[0],
                name="",
                address=item.url,
                alignment=None,
                published="",
                published_at=item.published_at,
                title=item.title,
                text=item.text,
            )
        )


def _configured(launch: Launch) -> tuple[Source, ...]:
    path = launch.config or default_config_path()
    return load(path).model_sources() if launch.config or path.exists() else ()


def _named(said: str, known: tuple[Source, ...]) -> Source | None:
    """Return the source that the command line names, or one of the class and alignment that it names."""
    if not said:
        return None
    found = next((one for one in known if said.casefold() in {one.id, one.title.casefold()}), None)
    if found is not None:
        return found
    of_class, _, side = said.partition("/")
    if of_class not in tuple(SourceClass) or (side and side not in tuple(Alignment)):
        words = "expected the id of a source, or a class and an alignment such as official/ukrainian"
        raise ConfigError([f"--source: {words}, found {said!r}."])
    plain = publisher("", "", Alignment(side) if side else None)
    return replace(plain, source_class=SourceClass(of_class))
