"""The README's table of keys: its first column is made from the bindings, the words beside it are written."""

from __future__ import annotations

import re
from itertools import zip_longest

from tui.keys import bindings_of, owners
from tui.widgets.key_bar import key_name

_BEGIN, _END = "| key | action |\n| --- | --- |\n", "\n\n"
ROWS = (
    "board.next-panel board.previous-panel board.panel-1…5",
    "list.up list.down list.top list.bottom list.page-up list.page-down",
    "list.open *.back *.cancel",
    "panel.fold panel.unfold",
    "board.group board.order",
    "board.zoom",
    "app.earlier app.later app.day-earlier app.day-later",
    "app.as-of app.live",
    "board.changes changes.seen changes.since",
    "decide.confirm decide.dispute decide.dismiss",
    "decide.note app.undo",
    "filter.write filter.clear",
    "filter.complete filter.complete-back filter.earlier filter.later",
    "filter.oblast filter.side filter.window",
    "filter.views views.forget",
    "search.open search.turn search.results",
    "detail.locate",
    "line.copy",
    "line.visit",
    "decide.merge detail.split",
    "board.metric board.isolate",
    "chart.previous chart.next chart.first chart.last chart.open",
    "map.west map.east map.north map.south map.nearer map.farther map.fit",
    "map.next map.previous map.open",
    "detail.unmatched",
    "app.export export.1…4 locate.0…9",
    "source.poll",
    "app.picture",
    "source.pause",
    "app.demo app.suspend",
    "app.help help.about app.palette app.quit",
)
"""Ids of bindings by row, ``a.1…3`` for ``a.1 a.2 a.3`` and ``*.a`` for all that end so."""


def ids_of(row: str) -> list[str]:
    """Return the ids of the bindings that a row tells of."""
    known = [str(binding.id) for owner in owners() for binding in bindings_of(owner)]
    found: list[str] = []
    for name in row.split():
        spread = re.fullmatch(r"(.*?)(\d)…(\d)", name)
        if spread:
            found += [f"{spread[1]}{digit}" for digit in range(int(spread[2]), int(spread[3]) + 1)]
        elif name.startswith("*"):
            found += [one for one in known if one.endswith(name[1:])]
        else:
            found.append(name)
    return found


def with_table(readme: str) -> str:
    """Return the README with the keys as they follow from the bindings, beside the words that are there."""
    begin = readme.index(_BEGIN) + len(_BEGIN)
    end = readme.index(_END, begin)
    words = [line.split(" | ", 1)[1] for line in readme[begin:end].splitlines()]
    keys = {str(binding.id): binding.key.split(",") for owner in owners() for binding in bindings_of(owner)}
    lines = [f"| {_keys_of(row, keys)} | {told}" for row, told in zip_longest(ROWS, words, fillvalue="")]
    return readme[:begin] + "\n".join(lines) + readme[end:]


def _keys_of(row: str, keys: dict[str, list[str]]) -> str:
    """Return the keys of a row: those of one binding side by side, those of the next behind a comma."""
    # A digit is told by the key that asks for it.
    ids = [one for one in ids_of(row) if not one.startswith(("export.", "locate."))]
    shown = [" ".join(f"`{_written(key)}`" for key in keys[one] if _is_told(one, key)) for one in ids]
    return ", ".join(dict.fromkeys(shown))


def _is_told(binding_id: str, key: str) -> bool:
    return not (binding_id.endswith(".cancel") and key != "escape")


def _written(key: str) -> str:
    return key_name(key).replace("↵", "Enter")
