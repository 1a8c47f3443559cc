"""Everything frontwatch knows, without a screen: sources in, the board out.

Invariant: nothing in this package imports textual, rich, plotext or ``tui``. Decisions are pure
functions over the nouns of :mod:`feeds.model`; only ``store`` knows SQL, only ``fetching`` knows HTTP.
"""
