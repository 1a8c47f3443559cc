"""What ``frontwatch gazetteer`` does."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.steps import Steps

if TYPE_CHECKING:
    from argparse import Namespace


def status(named: Namespace) -> int:
    """Print which places are in use."""
    from feeds.service import gazetteer  # noqa: PLC0415
    from tui.views.gazetteer import gazetteer_as_text  # noqa: PLC0415

    sys.stdout.write(gazetteer_as_text(gazetteer.status_of(named.into), by_oblast=named.oblasts))
    return 0


def import_files(named: Namespace) -> int:
    """Take in files of GeoNames."""
    from feeds.service import gazetteer  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415
    from tui.views.gazetteer import import_as_text  # noqa: PLC0415

    clock = Launch(named.config, named.store).clock
    with Steps() as steps:
        found = gazetteer.import_files(
            named.files, clock, into=named.into, is_extract=named.extract, told=steps.show
        )
    sys.stdout.write(import_as_text(found, by_oblast=named.oblasts))
    return 0


def update(named: Namespace) -> int:
    """Fetch the files of GeoNames and take them in."""
    from feeds.service import gazetteer  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415
    from tui.views.gazetteer import import_as_text  # noqa: PLC0415

    with Steps() as steps:
        found, is_newer = gazetteer.update(
            Launch(named.config, named.store),
            url=named.url,
            with_names=named.names,
            into=named.into,
            allowed=tuple(named.allow_private),
            told=steps.show,
        )
    if not is_newer:
        sys.stdout.write("Nothing is newer than what was imported.\n")
        return 0
    sys.stdout.write(import_as_text(found, by_oblast=named.oblasts))
    return 0
