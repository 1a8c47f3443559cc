"""A filter with one thing changed, as a single key does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.filtering.parsing import filter_of
from feeds.model import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.model import Facet, Filter


def toggled(wanted: Filter, facet: Facet, value: str) -> Filter:
    """Return ``wanted`` asking for this value, or no more asking for it where it did just that."""
    term = Term(facet, (value,))
    others = _without(wanted, facet)
    return filter_of(others if term in wanted.terms else (*others, term))


def cycled(wanted: Filter, facet: Facet, values: Sequence[str]) -> Filter:
    """Return ``wanted`` asking for the next of ``values``; behind the last one for any."""
    others = _without(wanted, facet)
    own = [term for term in wanted.terms if term.facet is facet and term not in others]
    asked = own[0].values[0] if own and len(own[0].values) == 1 else ""
    following = list(values)[values.index(asked) + 1 :] if asked in values else list(values)
    return filter_of((*others, Term(facet, (following[0],))) if following else others)


def _without(wanted: Filter, facet: Facet) -> tuple[Term, ...]:
    """Return the terms but for what is asked of ``facet``; what it must not be stays."""
    return tuple(term for term in wanted.terms if term.facet is not facet or term.negated)
