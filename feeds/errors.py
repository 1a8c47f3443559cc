"""What can go wrong, as one tree.

::

    FrontwatchError
    ├── ConfigError      the configuration can't be used; carries every problem at once
    ├── StoreError       the store can't be read or written
    │   ├── StoreTooNewError  written by a later frontwatch
    │   └── StoreFullError    no room left on the disk
    ├── LeaseHeldError   another collector works on the store; in feeds.store.lease
    ├── FilterError      a line that is no filter; says what was expected, and at which word
    ├── FormatError      bytes that are not what the source promised
    ├── ExportError      a board can't be given away; no file was touched
    ├── GazetteerError   places can't be imported; those in use are as they were
    ├── WorkerError      no process can be started to read documents
    └── DemoError        the demo can't start

A source that fails is a value (:class:`feeds.fetching.results.Failed`), not an exception: exceptions
are for what stops the program or one step of it. Every message is one sentence for a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class FrontwatchError(Exception):
    """The base of all errors that are meant for the user; ``str()`` is one clear sentence."""


class ConfigError(FrontwatchError):
    """The configuration can't be used."""

    def __init__(self, problems: Sequence[str]) -> None:
        """Keep all problems, one at least; each names file, key, what was expected and what was found."""
        more = f" (and {len(problems) - 1} more; frontwatch check names all)" if len(problems) > 1 else ""
        super().__init__(problems[0] + more)
        self.problems = tuple(problems)


class StoreError(FrontwatchError):
    """The store can't be read or written; what it holds is as it was."""


class StoreTooNewError(StoreError):
    """The store was written by a later frontwatch than this one."""


class StoreFullError(StoreError):
    """The disk has no room for what was to be written; nothing of it was."""


class FilterError(FrontwatchError):
    """A line is no filter; says at which word, what was expected, and what comes nearest."""


class FormatError(FrontwatchError):
    """A source's answer is not in the format it promised; says what was found instead."""


class ExportError(FrontwatchError):
    """What is given away can't be written; no file was touched."""


class GazetteerError(FrontwatchError):
    """Places can't be fetched, imported or written; the gazetteer in use is as it was."""


class WorkerError(FrontwatchError):
    """No process can be started to read documents; nothing of them was read."""


class DemoError(FrontwatchError):
    """The demo can't start, for example because its port is taken."""
