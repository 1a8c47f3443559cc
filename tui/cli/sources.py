"""What ``frontwatch sources`` does."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.exits import CANNOT

if TYPE_CHECKING:
    from argparse import Namespace

    from feeds.service.launch import Launch


def list_sources(named: Namespace) -> int:
    """Print the configured sources, with what is known of them."""
    from feeds.service import catalogue  # noqa: PLC0415
    from tui.views.status import sources_as_text  # noqa: PLC0415

    sys.stdout.write(sources_as_text(catalogue.configured(_launch(named))))
    return 0


def test(named: Namespace) -> int:
    """Poll an address once and show what it brings; 2 where it can't be polled."""
    from feeds.service import catalogue  # noqa: PLC0415
    from tui.views.probe import probe_as_text  # noqa: PLC0415

    found = catalogue.probe(_launch(named), named.url, allowed=tuple(named.allow_private))
    sys.stdout.write(probe_as_text(found, named.url))
    return CANNOT if found.reason and not found.items else 0


def add(named: Namespace) -> int:
    """Add a source to the configuration."""
    from feeds.service import catalogue  # noqa: PLC0415

    options = ("id", "title", "kind", "class", "alignment", "reliability", "language")
    told = {name: getattr(named, name) for name in options if getattr(named, name)}
    source = catalogue.add(_launch(named), named.url, told)
    sys.stdout.write(f"Added {source.id} ({source.kind}): {source.title}. A running collector takes it up.\n")
    return 0


def pause(named: Namespace) -> int:
    """Pause a source, or take it up again."""
    from feeds.service import catalogue  # noqa: PLC0415

    catalogue.pause(_launch(named), named.id, paused=named.paused)
    sys.stdout.write(f"{named.id} is {'paused' if named.paused else 'polled again'}.\n")
    return 0


def import_opml(named: Namespace) -> int:
    """Add the feeds of an OPML file."""
    from feeds.service import catalogue  # noqa: PLC0415

    added, known, left_out = catalogue.import_opml(_launch(named), named.file)
    sys.stdout.write(f"{len(added)} sources added, {known} were there already.\n")
    sys.stderr.writelines(f"left out: {sentence}\n" for sentence in left_out)
    return 0


def export_opml(named: Namespace) -> int:
    """Write the configured sources as OPML."""
    from feeds.service import catalogue  # noqa: PLC0415

    content = catalogue.export_opml(_launch(named))
    if named.file is None:
        sys.stdout.buffer.write(content)
        return 0
    try:
        named.file.write_bytes(content)
    except OSError as error:
        sys.stderr.write(f"frontwatch: {named.file}: can't be written ({error.strerror}).\n")
        return CANNOT
    return 0


def _launch(named: Namespace) -> Launch:
    from feeds.service.launch import Launch  # noqa: PLC0415

    return Launch(named.config, named.store)
