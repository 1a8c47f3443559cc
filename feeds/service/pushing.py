"""Pushing a notification to the addresses among the secrets, by way of apprise, an optional package."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import platformdirs

from feeds.errors import FrontwatchError
from feeds.fetching.credentials import find_secrets
from feeds.fetching.results import Failed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "FRONTWATCH_NOTIFY_URLS"
_MOST = 20


class PushError(FrontwatchError):
    """A notification could not be pushed; the message says why as a sentence, without any address."""


def push(
    title: str, text: str, *, environ: Mapping[str, str] | None = None, folder: Path | None = None
) -> None:
    """Send ``text`` to every address that :data:`NAME` holds, with blanks between them; may take seconds.

    The addresses come from the environment, or from ``secrets.toml``, and are read anew each time.
    Raises PushError where apprise is not there, no address is, or not all of them took it.
    """
    addresses = _addresses(
        os.environ if environ is None else environ, folder or platformdirs.user_config_path("frontwatch")
    )
    try:
        import apprise  # noqa: PLC0415 - optional, and slow to load
    except ImportError as error:
        raise PushError("Pushing needs the package apprise: pip install 'frontwatch[notify]'.") from error
    # Its own log names addresses, and with them their keys.
    logging.getLogger("apprise").disabled = True
    sender = apprise.Apprise()
    unknown = sum(not sender.add(address) for address in addresses)
    if unknown:
        raise PushError(f"apprise does not know {unknown} of the {len(addresses)} addresses in {NAME}.")
    try:
        sent = sender.notify(title=title, body=text)
    except Exception as error:
        raise PushError(f"A notification could not be pushed ({type(error).__name__}).") from error
    if not sent:
        raise PushError("A notification could not be pushed to all addresses.")


def _addresses(environ: Mapping[str, str], folder: Path) -> list[str]:
    found = find_secrets((NAME,), environ, folder)
    if isinstance(found, Failed):
        raise PushError(f"The addresses to push to can't be read: {found.reason}.")
    addresses = found[NAME].value.split() if found else []
    if not addresses:
        raise PushError(f"Nothing names an address to push to: set {NAME}, or notify_urls in secrets.toml.")
    if len(addresses) > _MOST:
        raise PushError(f"{NAME} names more than {_MOST} addresses.")
    return addresses
