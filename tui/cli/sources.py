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
    sys.stdout.write(probe_as_text(found))
    return CANNOT if found.reason and not found.items else 0


def add(named: Namespace) -> int:
    """Add a source to the configuration."""
    from feeds.service import catalogue  # noqa: PLC0415

    options = ("id", "title", "kind", "class", "alignment", "reliability", "language")
    told = {name: getattr(named, name) for name in options if getattr(named, name)}
    launch = _launch(named)
    source = catalogue.add(launch, named.url, told)
    sys.stdout.write(f"Added {source.id} ({source.kind}): {source.title}. {_when(launch)}\n")
    return 0


def pause(named: Namespace) -> int:
    """Pause a source, or take it up again."""
    from feeds.service import catalogue  # noqa: PLC0415

    launch = _launch(named)
    catalogue.pause(launch, named.id, paused=named.paused)
    sys.stdout.write(f"{named.id} is {'paused' if named.paused else 'polled again'}. {_when(launch)}\n")
    return 0


def import_opml(named: Namespace) -> int:
    """Add the feeds of an OPML file."""
    from feeds.service import catalogue  # noqa: PLC0415
    from tui.views.lines import counted  # noqa: PLC0415

    launch = _launch(named)
    added, known, left_out = catalogue.import_opml(launch, named.file)
    there = f"{known:,} {'was' if known == 1 else 'were'} there already"
    when = f" {_when(launch)}" if added else ""
    sys.stdout.write(f"{counted(len(added), 'source')} added, {there}.{when}\n")
    sys.stderr.writelines(f"left out: {sentence}\n" for sentence in left_out)
    return 0


def export_opml(named: Namespace) -> int:
    """Write the configured sources as OPML, without the passwords and keys of their addresses."""
    from feeds.service import catalogue  # noqa: PLC0415
    from tui.views.lines import counted  # noqa: PLC0415

    content, masked = catalogue.export_opml(_launch(named))
    if masked:
        without = counted(masked, "address", "addresses")
        sys.stderr.write(f"{without} written with … in the place of passwords and keys.\n")
    if named.file is None:
        sys.stdout.buffer.write(content)
        return 0
    try:
        named.file.write_bytes(content)
    except OSError as error:
        sys.stderr.write(f"frontwatch: {named.file}: can't be written ({error.strerror}).\n")
        return CANNOT
    return 0


def _when(launch: Launch) -> str:
    """Return when a change takes effect, as a sentence."""
    from feeds.service import catalogue  # noqa: PLC0415

    if catalogue.is_collected(launch):
        return "The running collector takes it up."
    return "No collector is at work: it takes effect when one starts."


def _launch(named: Namespace) -> Launch:
    from feeds.service.launch import Launch  # noqa: PLC0415

    return Launch(named.config, named.store)
