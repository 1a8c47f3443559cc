"""How a screen is to look, which keys it has, and what it tells of by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from pathlib import Path


class Occasion(StrEnum):
    """What a desk may want to be told of while nobody looks."""

    NEW_CLAIM = "new claim"
    CORROBORATED = "corroborated"
    CONCEDED = "conceded"
    ASSESSED = "assessed"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    DENIED = "denied"
    RETRACTED = "retracted"
    NEW_QUOTE = "new quote"
    MATCHED_QUOTE = "matched quote"
    CONFIRMED_QUOTE = "confirmed quote"
    ALTERED_QUOTE = "altered quote"
    ANSWER = "answer"
    """A question that waited is answered or declined."""
    FAILING_SOURCE = "failing source"
    SILENT_SOURCE = "silent source"
    """A source answers and brings nothing for far longer than is its habit."""


class Channel(StrEnum):
    """How a desk is told."""

    TOAST = "toast"
    BELL = "bell"
    OSC9 = "osc9"
    """A desktop notification by way of the terminal, as iTerm2, kitty, Ghostty and foot know it."""
    OSC777 = "osc777"
    """The same as urxvt, foot, kitty and VTE know it."""
    APPRISE = "apprise"
    """A push to the addresses among the secrets."""


@dataclass(frozen=True, slots=True)
class NotifyRules:
    """What a desk is told of, how, and when not."""

    oblasts: tuple[str, ...] = ()
    """Whose claims are told of; empty: those of all."""
    on: tuple[Occasion, ...] = ()
    """Empty: nothing is told of."""
    channels: tuple[Channel, ...] = (Channel.TOAST,)
    quiet: tuple[time, time] | None = None
    """From when to when of the machine's own clock all is kept for later; None: at no time."""
    most_per_hour: int = 12


@dataclass(frozen=True, slots=True)
class ScreenRules:
    """What the configuration says of the screen."""

    theme: str = ""
    """Empty: the dark one of frontwatch."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """By the id of a binding the keys wanted for it, with commas between."""
    notify: NotifyRules = NotifyRules()
    pictures: Path | None = None
    """The folder for pictures of the screen; None: there is none."""
