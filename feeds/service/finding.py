"""Finding one's way on the board: filters under names, and the search."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from feeds.errors import FilterError
from feeds.filtering import parse_filter
from feeds.filtering.lexing import VIEW_NAME
from feeds.model import SavedView
from feeds.store import memory

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.config import Configuration
    from feeds.model import Found
    from feeds.service.then import Then
    from feeds.store import Database

_REMEMBERED = "views"
_MOST = 100


class StoreFinder:
    """The part of the façade that finds things."""

    _database: Database
    _watch: Configuration

    def _then(self, as_of: datetime | None, days: int | None = None) -> Then | None:
        """Return what was known at a past moment; None for the present, and for what is to come."""
        raise NotImplementedError

    def search(self, query: str, as_of: datetime | None = None) -> Found:
        """Return the items, claims and statements that have all words of ``query``, best first.

        Names of places are found in all spellings and cases. ``as_of``, a past moment: only what had been
        received by then, and of claims and statements those of its board. Raises StoreError where the
        store can't be read.
        """
        # Imported here because it loads the gazetteer, which a dashboard needs for nothing else.
        from feeds.service.searching import search_in  # noqa: PLC0415

        then = self._then(as_of)
        return search_in(self._database, query, then.board if then else None)

    def views(self) -> tuple[SavedView, ...]:
        """Return the saved views by name; a configured one stands above a saved one of its name."""
        configured = self._watch.current.views
        both = {**self._saved(), **configured}
        return tuple(
            SavedView(name, both[name], name in configured) for name in sorted(both, key=str.casefold)
        )

    def save_view(self, name: str, line: str) -> None:
        """Keep a filter under a name, in the place of what was there; an empty ``line`` forgets it.

        Raises FilterError where the name is none, or is one of the configuration, and StoreError where
        it can't be kept.
        """
        if not re.match(VIEW_NAME, name):
            raise FilterError(f"Expected a name of letters, figures and hyphens, found '{name[:40]}'.")
        if name in self._watch.current.views:
            raise FilterError(f"'{name}' is a view of {self._watch.path.name}; change it there.")
        saved = self._saved()
        saved.pop(name, None)
        if line:
            saved[name] = line
        if len(saved) > _MOST:
            raise FilterError(f"Expected at most {_MOST} saved views; forget one first.")
        with self._database.transaction():
            memory.remember(self._database, _REMEMBERED, json.dumps(saved, ensure_ascii=False))

    def _saved(self) -> dict[str, str]:
        """Return what was saved; what is no filter to this program is passed over."""
        try:
            kept = json.loads(memory.recall(self._database, _REMEMBERED) or "{}")
        except ValueError:
            return {}
        pairs = kept.items() if isinstance(kept, dict) else ()
        return {str(name): line for name, line in pairs if _is_filter(line)}


def _is_filter(line: object) -> bool:
    try:
        return isinstance(line, str) and bool(parse_filter(line).line)
    except FilterError:
        return False
