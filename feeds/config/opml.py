"""Source lists of other feed readers (OPML 2.0), and ours in the same form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lxml import etree

from feeds.config.addresses import channel_address, is_http, kind_of, masked
from feeds.config.naming import Ids, place_of, slug, title_of
from feeds.config.settings import SourceSettings
from feeds.config.tables import settings_in
from feeds.errors import ConfigError
from feeds.model import Alignment, SourceClass, SourceKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

MAX_BYTES = 5_000_000
MAX_SOURCES = 10_000
NAMESPACE = "urn:frontwatch:opml"
"""Of the attributes that carry what OPML has no word for."""
_OWN = f"{{{NAMESPACE}}}"
_SHOWN = 60
_BETWEEN = "\n"
"""The entries of a list in one attribute."""
_LISTS = frozenset(("oblasts", "voices"))
_TRUTH: Mapping[str, bool] = {"true": True, "false": False}
_IN_OPML = frozenset(("title", "url"))
_TRUE_OR_FALSE = frozenset(("redistribute", "articles", "paused"))
_KEYS = frozenset(one.key for one in settings_in(SourceSettings)) - _IN_OPML


@dataclass(frozen=True, slots=True)
class Imported:
    """What a list held."""

    sources: tuple[SourceSettings, ...]
    """In the order of the list, each address once."""
    left_out: tuple[str, ...]
    """A sentence on each entry that is no source."""


def sources_of_opml(content: bytes, *, taken: Collection[str] = ()) -> Imported:
    """Return the sources in a list, with ids that are none of the ``taken`` ones.

    Folders are opened, whatever their depth. What our own export wrote is read back as it was; of
    sources from elsewhere nothing is known, so they are outlets of reliability F, of the kind that
    their address most likely is. Entries without a usable address are left out. Raises ConfigError
    where the bytes are no OPML, hold more than ``MAX_SOURCES`` or define entities of their own.
    """
    ids = Ids(taken)
    sources: dict[str, SourceSettings] = {}
    left_out: list[str] = []
    for outline in _root(content).iter("outline"):
        if (values := _values(outline)) is None or values["url"] in sources:
            continue
        if len(sources) + len(left_out) >= MAX_SOURCES:
            raise ConfigError([f"expected at most {MAX_SOURCES} sources in OPML, found more"])
        try:
            sources[values["url"]] = _source(values, ids)
        except ValueError as error:
            left_out.append(f"{_cut(values['title']) or 'an entry'}: {error}")
    return Imported(tuple(sources.values()), tuple(left_out))


def opml_of(sources: Iterable[SourceSettings], *, title: str = "frontwatch") -> bytes:
    """Return a list of all ``sources`` but the folders, whose paths mean nothing elsewhere."""
    root = etree.Element("opml", {"version": "2.0"}, nsmap={"frontwatch": NAMESPACE})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for source in sources:
        if source.kind is not SourceKind.FOLDER:
            etree.SubElement(body, "outline", _attributes(source))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _root(content: bytes) -> etree._Element:
    if len(content) > MAX_BYTES:
        raise ConfigError([f"expected at most {MAX_BYTES // 1_000_000} MB of OPML, found more"])
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError([f"expected OPML: {_in_words(error)}"]) from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise ConfigError(["expected OPML, found a document that defines entities of its own"])
    if root.tag != "opml":
        raise ConfigError([f"expected OPML, found a document of <{_cut(str(root.tag))}>"])
    return root


def _values(outline: etree._Element) -> dict[str, Any] | None:
    """Return what an entry says in the words of our settings; None for a folder of entries."""
    plain = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
    if "xmlurl" not in plain:
        return None
    url = plain["xmlurl"].strip()
    own = {name.removeprefix(_OWN): value for name, value in plain.items() if name.startswith(_OWN)}
    values = {name: value for name, value in own.items() if name in _KEYS}
    if "id" in own and "title" in plain:
        return {**values, "title": plain["title"], "url": url}
    title = title_of(plain.get("text") or plain.get("title") or "", _cut(url) or "an entry")
    return {**values, "title": title, "url": channel_address(url)}


def _source(values: Mapping[str, Any], ids: Ids) -> SourceSettings:
    url = values["url"]
    if not is_http(url):
        raise ValueError(f"expected an http or https address, found {_cut(url)!r}")
    told = {
        "kind": kind_of(url),
        "class": SourceClass.OUTLET,
        "alignment": Alignment.INDEPENDENT,
        "reliability": "F",
        "id": slug(values["title"], place_of(url)),
        **{name: _read(name, value) for name, value in values.items()},
    }
    source = SourceSettings.read(told)
    free = ids.take(source.id)
    return source if free == source.id else replace(source, id=free)


def _read(name: str, text: str) -> object:
    """Return what an attribute says; the text itself where that can't be, for the settings to refuse."""
    if name in _LISTS:
        return tuple(text.split(_BETWEEN))
    if name in _TRUE_OR_FALSE:
        return _TRUTH.get(text, text)
    try:
        return float(text) if name == "interval_minutes" else text
    except ValueError:
        return text


def _attributes(source: SourceSettings) -> dict[str, str]:
    own = {key: value for key, value in source.entries().items() if key not in _IN_OPML}
    kind = "rss" if source.kind is SourceKind.FEED else source.kind.value
    return {
        "type": kind,
        "text": source.title,
        "title": source.title,
        "xmlUrl": source.url,
        **{f"{_OWN}{name}": _written(value) for name, value in own.items()},
    }


def _written(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case list():
            return _BETWEEN.join(value)
        case _:
            return str(value)


def _cut(text: str) -> str:
    text = title_of(masked(text), "")
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _in_words(error: etree.XMLSyntaxError) -> str:
    line, column = error.position
    return f"{_cut(error.msg.rpartition(', line ')[0])} (at line {line}, column {column})"
