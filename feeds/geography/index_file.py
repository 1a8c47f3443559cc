"""The file in which an index is kept with its marks, so that a start need not make it anew."""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.geography.classes import Marks
from feeds.geography.index import Index, Parts
from feeds.geography.tables import Table, packed_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from feeds.geography.settlements import Entry

_VERSION = "forms 4"
_LARGEST = 64_000_000
"""Bytes unpacked; a shipped index has a tenth of that."""
_STAMPED = 256
"""Entries that the stamp looks at."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that is known of the forms of some entries."""

    index: Index
    marks: Marks
    given: frozenset[str]
    """Given names of people, folded."""
    keys: Mapping[str, tuple[int, ...]]
    """Nodes of names of one word, by key (see :mod:`feeds.geography.keys`)."""
    stamp: str
    """Of the entries, as :func:`stamp_of` gives it."""


def stamp_of(entries: Sequence[Entry]) -> str:
    """Return what tells whether an index was made of these entries, or of as many with the same ids."""
    count = len(entries)
    step = max(1, count // _STAMPED)
    ids = "\n".join(entries[at].place.id for at in range(0, count, step))
    return f"{count}-{zlib.crc32(ids.encode('utf-8')):08x}"


def packed(known: Knowledge) -> bytes:
    """Return the file that :func:`unpacked` reads."""
    parts, marks = known.index.parts, known.marks
    forms, keys = sorted(marks.forms), sorted(known.keys)
    (form_words, form_lengths), (key_words, key_lengths) = packed_words(forms), packed_words(keys)
    sections = {
        "stems": _text(parts.stems),
        "words": _bytes("H", _lengths(parts.starts)),
        "paradigms": _text(json.dumps(dict(one), ensure_ascii=False) for one in parts.paradigms),
        "paradigm_of": _bytes("H", parts.paradigm_of),
        "edges": _bytes("Q", parts.edges),
        "set_of": _bytes("I", parts.set_of),
        "sets": _bytes("H", _lengths(parts.set_starts)),
        "members": _bytes("I", parts.members),
        "marked": form_words,
        "marked_lengths": form_lengths,
        "marks": bytes(marks.forms[form] for form in forms),
        "set_marks": marks.sets,
        "rows": _bytes("I", marks.rows),
        "row_marks": bytes(marks.rows.values()),
        "given": _text(sorted(known.given)),
        "keys": key_words,
        "key_lengths": key_lengths,
        "key_sizes": _bytes("H", (len(known.keys[key]) for key in keys)),
        "key_nodes": _bytes("I", (node for key in keys for node in known.keys[key])),
    }
    head = json.dumps([_VERSION, known.stamp, {name: len(one) for name, one in sections.items()}])
    return zlib.compress(head.encode("utf-8") + b"\n" + b"".join(sections.values()), 9)


def unpacked(data: bytes) -> Knowledge:
    """Return what the bytes of a file say; FormatError where they are cut short or of another kind."""
    try:
        unpacker = zlib.decompressobj()
        head, _, body = unpacker.decompress(data, _LARGEST).partition(b"\n")
        version, stamp, sizes = json.loads(head)
        if not unpacker.eof or version != _VERSION or sum(sizes.values()) != len(body):
            wrong = f"it has the version {version!r} and {len(body)} bytes."
            raise FormatError(f"The index of forms is broken: {wrong}")
        return _known(stamp, _sections(body, sizes))
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise FormatError(f"The index of forms is broken: {error}.") from error


def _known(stamp: str, sections: Mapping[str, bytes]) -> Knowledge:
    parts = Parts(
        stems=_lines(sections["stems"]),
        starts=array("I", accumulate(_array("H", sections["words"]), initial=0)),
        paradigms=[json.loads(line) for line in _lines(sections["paradigms"])],
        paradigm_of=_array("H", sections["paradigm_of"]),
        edges=_array("Q", sections["edges"]),
        set_of=_array("I", sections["set_of"]),
        set_starts=array("I", accumulate(_array("H", sections["sets"]), initial=0)),
        members=_array("I", sections["members"]),
    )
    marks = Marks(
        forms=Table(sections["marked"], sections["marked_lengths"], sections["marks"].__getitem__),
        sets=sections["set_marks"],
        rows=dict(zip(_array("I", sections["rows"]), sections["row_marks"], strict=True)),
    )
    return Knowledge(
        index=Index(parts),
        marks=marks,
        given=frozenset(_lines(sections["given"])),
        keys=Table(sections["keys"], sections["key_lengths"], _groups(sections)),
        stamp=str(stamp),
    )


def _groups(sections: Mapping[str, bytes]) -> Callable[[int], tuple[int, ...]]:
    starts = array("I", accumulate(_array("H", sections["key_sizes"]), initial=0))
    nodes = _array("I", sections["key_nodes"])
    return lambda number: tuple(nodes[starts[number] : starts[number + 1]])


def _sections(body: bytes, sizes: Mapping[str, int]) -> dict[str, bytes]:
    ends = pairwise(accumulate(sizes.values(), initial=0))
    return {name: body[begin:end] for name, (begin, end) in zip(sizes, ends, strict=True)}


def _text(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode("utf-8")


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8").split("\n") if data else []


def _lengths(starts: Iterable[int]) -> list[int]:
    return [end - begin for begin, end in pairwise(starts)]


def _bytes(code: str, numbers: Iterable[int]) -> bytes:
    return _little(array(code, numbers)).tobytes()


def _array(code: str, data: bytes) -> array[int]:
    return _little(array(code, data))


def _little(numbers: array[int]) -> array[int]:
    """Swap the bytes of numbers where the machine has the other order than the file."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
