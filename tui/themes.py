"""Two themes of our own: every colour is named for what it means."""

from __future__ import annotations

from textual.theme import Theme

_DARK = {
    "side-ukraine": "#6cb2f5",
    "side-russia": "#ef8f80",
    "side-both": "#c9b6e8",
    "standing-claimed": "#8f98a8",
    "standing-corroborated": "#7fcbc4",
    "standing-conceded": "#d7b46a",
    "standing-assessed": "#9fb8ff",
    "standing-confirmed": "#8fd18a",
    "standing-contested": "#e59ad0",
    "standing-denied": "#a98a86",
    "standing-retracted": "#7b7f88",
    "health-good": "#8fd18a",
    "health-degraded": "#f0a45d",
    "text-dim": "#7d8696",
    "text-strong": "#f2f4f8",
    "text-heading": "#d9dee8",
    "text-found": "#f4e3a6",
    "mark-demo": "#171a21",
    "mark-demo-ground": "#e0b64f",
    "mark-warning": "#f0a45d",
    "mark-past": "#171a21",
    "mark-past-ground": "#c9a0e8",
    "past-ground": "#2b2140",
    "row-cursor": "#2a3242",
    "row-cursor-far": "#1e232d",
    "frame": "#2f3644",
    "frame-active": "#6f87b8",
}

_LIGHT = {
    "side-ukraine": "#0b5cad",
    "side-russia": "#b3311f",
    "side-both": "#65479c",
    "standing-claimed": "#5c6472",
    "standing-corroborated": "#0d6f68",
    "standing-conceded": "#8a5b00",
    "standing-assessed": "#2c48b8",
    "standing-confirmed": "#1f7a2e",
    "standing-contested": "#a12c83",
    "standing-denied": "#7d5049",
    "standing-retracted": "#70747c",
    "health-good": "#1f7a2e",
    "health-degraded": "#a85500",
    "text-dim": "#666e7c",
    "text-strong": "#10131a",
    "text-heading": "#262c38",
    "text-found": "#5e4300",
    "mark-demo": "#ffffff",
    "mark-demo-ground": "#94630a",
    "mark-warning": "#a85500",
    "mark-past": "#ffffff",
    "mark-past-ground": "#6b3a94",
    "past-ground": "#e6daf2",
    "row-cursor": "#d5deef",
    "row-cursor-far": "#e9edf4",
    "frame": "#c6ccd8",
    "frame-active": "#4a68a8",
}

DARK = Theme(
    name="frontwatch-dark",
    primary="#6f87b8",
    secondary="#7fcbc4",
    warning="#f0a45d",
    error="#ef8f80",
    success="#8fd18a",
    accent="#d7b46a",
    foreground="#c3c9d4",
    background="#12151b",
    surface="#12151b",
    panel="#1a1e27",
    dark=True,
    variables=_DARK,
)

LIGHT = Theme(
    name="frontwatch-light",
    primary="#4a68a8",
    secondary="#0d6f68",
    warning="#a85500",
    error="#b3311f",
    success="#1f7a2e",
    accent="#8a5b00",
    foreground="#2b313d",
    background="#f7f8fa",
    surface="#f7f8fa",
    panel="#eceff4",
    dark=False,
    variables=_LIGHT,
)

OURS = (DARK, LIGHT)


def meanings(*, dark: bool) -> dict[str, str]:
    """Return our variables for a theme of somebody else's, by whether it is ``dark``."""
    return _DARK if dark else _LIGHT
