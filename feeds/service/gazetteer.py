"""The gazetteer: importing the user's files, fetching them, and telling what is in use."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from feeds.errors import FormatError, GazetteerError
from feeds.fetching import Limits, NotModified, new_client
from feeds.fetching.download import Downloaded, Wanted, download
from feeds.geography.imports import ATTRIBUTION
from feeds.geography.imports.alternates import LEAST_NAMES, read_alternates
from feeds.geography.imports.codes import COUNTRY_NAMES
from feeds.geography.imports.dumps import LEAST, read_dump
from feeds.geography.imports.folder import make, shipped_base
from feeds.geography.imports.imported import OUTDATED, UNREADABLE, usable, user_folder
from feeds.geography.imports.kept import Kept, read_kept
from feeds.geography.imports.kinds import kind_of
from feeds.geography.imports.note import NAMES, File, read_note
from feeds.geography.oblasts import load_regions
from feeds.geography.settlements import load_settlements
from feeds.model.gazetteer import GazetteerStatus, ImportedFile, OblastTally
from feeds.service.launch import networks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path
    from typing import TypeAlias

    from feeds.clock import Clock
    from feeds.fetching import Client
    from feeds.geography.imports.note import Note
    from feeds.service.launch import Launch

    Told: TypeAlias = Callable[[str], None]
    """Is told what is being done, in a few words."""

_FILES = {"UA": "UA.zip", "RU": "RU.zip", NAMES: "alternateNamesV2.zip"}
"""As GeoNames calls them."""
_LIMITS = {
    "UA": Limits(wire_bytes=60_000_000, deadline_s=3_600),
    "RU": Limits(wire_bytes=120_000_000, deadline_s=3_600),
    NAMES: Limits(wire_bytes=500_000_000, deadline_s=4 * 3_600),
}
"""The files have 5, 16 and 200 MB (November 2026)."""


def silent(_: str) -> None:
    """Tell nobody."""


def import_files(
    files: Sequence[Path],
    clock: Clock,
    *,
    into: Path | None = None,
    is_extract: bool = False,
    told: Told = silent,
) -> GazetteerStatus:
    """Take in country dumps and the table of alternate names; without files, make anew what was imported.

    The new gazetteer is in use at once. Raises FormatError for a file that is not whole or not what it
    should be, and GazetteerError for whatever else keeps it from being made; then nothing has changed.
    ``is_extract`` allows files with fewer places than a whole dump has.
    """
    folder = into or user_folder()
    with _locked(folder):
        kept = _kept(folder, files)
        kept = _with_files(kept, files, clock.now(), is_extract=is_extract, told=told)
        _make(folder, kept, clock.now(), told)
    return status_of(into)


def update(
    launch: Launch,
    *,
    url: str = "",
    with_names: bool = False,
    into: Path | None = None,
    allowed: Sequence[str] = (),
    told: Told = silent,
) -> tuple[GazetteerStatus, bool]:
    """Fetch the dumps from GeoNames, or from ``url``, and take them in; tell whether anything was newer.

    What was fetched of a file before it broke off is kept and gone on with. Raises as
    :func:`import_files`.
    """
    settings, folder = launch.watch().current, into or user_folder()
    base = (url or settings.gazetteer.url).rstrip("/")
    networks = (*settings.network.allow, *networks_of(allowed))
    kinds = [kind for kind in _FILES if kind != NAMES or with_names]
    with _locked(folder):
        made, problem = usable(folder)
        before = _known_etags(folder) if made or problem == OUTDATED else {}

        def client(limits: Limits) -> Client:
            return new_client(allowed=networks, contact=settings.network.contact, limits=limits)

        downloads = _downloads(folder)
        try:
            fetched = asyncio.run(_fetch(client, base, kinds, before, downloads, told))
            if fetched or not made:
                now = launch.clock.now()
                kept = _kept(folder, list(fetched))
                kept = _with_files(kept, list(fetched), now, is_extract=False, told=told, etags=fetched)
                _make(folder, kept, now, told)
        finally:
            for name in _FILES.values():
                (downloads / name).unlink(missing_ok=True)
    return status_of(into), bool(fetched) or not made


def status_of(into: Path | None = None) -> GazetteerStatus:
    """Return which places are in use; changes nothing."""
    folder = into or user_folder()
    made, problem = usable(folder)
    note = _note(folder)
    try:
        entries = list(load_settlements((), made))
    except (FormatError, OSError):
        made, problem = None, UNREADABLE
        entries = list(load_settlements())
    return GazetteerStatus(
        folder=str(folder),
        is_imported=made is not None,
        problem=problem,
        made_at=note.made_at if note else None,
        files=tuple(_file(kind, file) for kind, file in note.files.items()) if note else (),
        tallies=tuple(OblastTally(oblast, **counts) for oblast, counts in note.tallies.items())
        if note
        else (),
        by_origin=Counter(entry.origin.value for entry in entries if entry.origin),
        by_precision=Counter(entry.place.precision.value for entry in entries),
        attribution=ATTRIBUTION,
    )


def _with_files(
    kept: Kept,
    files: Sequence[Path],
    now: datetime,
    *,
    is_extract: bool,
    told: Told,
    etags: Mapping[Path, str] | None = None,
) -> Kept:
    """Return what is kept with the files, dumps first: which names are of use, they say."""
    regions, seen = load_regions(), set[str]()
    sorts = {file: kind_of(file) for file in files}
    for file in sorted(files, key=lambda file: sorts[file] == NAMES):
        told(f"reading {file.name}")
        etag = (etags or {}).get(file, "")
        if sorts[file] == NAMES:
            wanted = {row.id for row in kept.rows}
            found = read_alternates(file, wanted, least=0 if is_extract else LEAST_NAMES)
            kept, kind = kept.with_names(found, File(file.name, len(found), now, etag)), NAMES
        else:
            dump = read_dump(file, regions, least={} if is_extract else LEAST)
            kind = dump.country
            kept = kept.with_rows(kind, dump.rows, File(file.name, len(dump.rows), now, etag, dump.unusable))
        if kind in seen:
            raise GazetteerError(f"{file.name}: another of the files is the same list ({kind}).")
        seen.add(kind)
    return kept


def _make(folder: Path, kept: Kept, now: datetime, told: Told) -> None:
    told("putting the places together")
    try:
        make(folder, kept, shipped_base(), now)
    except OSError as error:
        raise GazetteerError(f"{folder} can't be written ({error.strerror or error}).") from error


def _kept(folder: Path, files: Sequence[Path]) -> Kept:
    """Return what was imported before; nothing where that is lost and files are there to begin with."""
    if _note(folder) is None and not files:
        raise GazetteerError("Nothing was imported before: name the files, such as UA.zip.")
    try:
        return read_kept(folder)
    except FormatError:
        if not files:
            raise
        return Kept()


def _note(folder: Path) -> Note | None:
    try:
        return read_note(folder)
    except FormatError:
        return None


def _known_etags(folder: Path) -> dict[str, str]:
    note = _note(folder)
    return {kind: file.etag for kind, file in note.files.items()} if note else {}


async def _fetch(
    client_of: Callable[[Limits], Client],
    base: str,
    kinds: Sequence[str],
    etags: Mapping[str, str],
    folder: Path,
    told: Told,
) -> dict[Path, str]:
    """Return the files that are newer than those known, with their ETags; raises GazetteerError."""
    fetched: dict[Path, str] = {}
    for kind in kinds:
        name = _FILES[kind]
        wanted = Wanted(f"{base}/{name}", folder / name, etags.get(kind, ""))
        async with client_of(_LIMITS[kind]) as client:
            found = await download(client, wanted, partial(_tell, told, name))
        if isinstance(found, Downloaded):
            fetched[wanted.file] = found.etag
        elif not isinstance(found, NotModified):
            raise GazetteerError(f"{name} could not be fetched: {found.reason}.")
    return fetched


def _tell(told: Told, name: str, done: int, whole: int) -> None:
    of_all = f" of {whole / 1_000_000:.1f}" if whole else ""
    told(f"fetching {name}: {done / 1_000_000:.1f}{of_all} MB")


def _file(kind: str, file: File) -> ImportedFile:
    return ImportedFile(COUNTRY_NAMES.get(kind, kind), file.name, file.count, file.imported_at, file.left_out)


def _downloads(folder: Path) -> Path:
    """Return where files lie while they are fetched; made where it is not there."""
    downloads = folder.with_name(f".{folder.name}-downloads")
    try:
        downloads.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GazetteerError(f"{downloads} can't be made ({error.strerror or error}).") from error
    return downloads


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep others from importing at the same time."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder.with_name(f".{folder.name}.lock"), timeout=0)
        with lock:
            yield
    except Timeout as error:
        raise GazetteerError(f"{folder}: another import is under way.") from error
    except OSError as error:
        raise GazetteerError(f"{folder} can't be written ({error.strerror or error}).") from error
