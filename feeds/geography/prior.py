"""What is known before a text is read: where its source usually looks, and what an analyst settled."""

from __future__ import annotations

from dataclasses import dataclass

from feeds.model import Place  # noqa: TC001 - read when the program runs, where it crosses a pipe


@dataclass(frozen=True, slots=True)
class Settled:
    """A name that an analyst settled, for one source and one oblast."""

    form: str
    """Folded, see :func:`feeds.geography.folding.fold`."""
    oblast: str | None
    """The oblast that was certain when it was settled; None where not even that was."""
    place_id: str


@dataclass(frozen=True, slots=True)
class Prior:
    """What is known of one source."""

    oblasts: frozenset[str] = frozenset()
    """English names of the oblasts that it is about, by its configuration; empty: any."""
    recent: tuple[Place, ...] = ()
    """Places that it named lately, the latest first, each once."""
    settled: tuple[Settled, ...] = ()
    """The latest decision first."""


NO_PRIOR = Prior()
