"""The words of a lexicon that measure: figures, and days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.extraction.words.phrases import Phrases


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Figures:
    """Numbers, units (in kilometres or square kilometres), and what bounds them."""

    numbers: Mapping[str, float]
    scales: Mapping[str, float]
    """What a number before them is multiplied by: "thousand"."""
    halves: Phrases[None]
    """What adds a half to the number before it: "and a half"."""
    endings: frozenset[str]
    """Of a number behind a hyphen: "3-х"."""
    decimal_comma: bool
    """Whether "1,5" is one and a half, and not a thousand parted."""
    units: Mapping[str, float]
    areas: Mapping[str, float]
    """Units that are square by themselves: "ha"."""
    whole: Mapping[str, float]
    """Units that are a figure by themselves: "на кілометр"."""
    square: frozenset[str]
    at_least: Phrases[None]
    at_most: Phrases[None]
    about: Phrases[None]
    vague: frozenset[str]
    """Before a number that is none: "several hundred"."""
    moved: frozenset[str]
    """Right before a figure by which something moved: "by"."""
    places_before: frozenset[str]
    """Right before a figure that says where something lies: "within"."""
    places_after: frozenset[str]
    stretches: frozenset[str]
    """Near a figure that says how long, wide or far-reaching something is."""
    joins: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Dates:
    """Days: Monday is 0, January is 1."""

    zone: str
    """The time zone of those who write the language, such as ``Europe/Warsaw``; empty: many."""
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    ordinals: Mapping[str, int]
    """Days of a month in words, and the tens that stand before one."""
    month_first: bool
    """Whether "February 25" is a day, as well as "25 February"."""
    capitals: bool
    """Whether weekdays and months have a capital, and so differ from verbs."""
    suffixes: frozenset[str]
    """Between a number and its month: "th", "of"."""
    numeric_after: frozenset[str]
    """Before "26.02", which else is no day."""
    joins: frozenset[str]
    last: frozenset[str]
    """Before a weekday: the one before today's of that name."""
    coming: frozenset[str]
    parts: frozenset[str]
    """Of a day: "early", "the evening of"."""
    bounds: frozenset[str]
    """Before a day on which something began or ended that is not told of: "since"."""
    today: Phrases[None]
    yesterday: Phrases[None]
    day_before: Phrases[None]
    """The day before yesterday."""
    counted: frozenset[str]
    """Days that are counted: "two days ago"."""
    one_day: frozenset[str]
    """What is one day without a number."""
    ago: frozenset[str]
    vague: Phrases[None]
    """What is no single day: "over the weekend"."""
    same_day: Phrases[None]
    """What is the day that was named last: "that day"."""
    lately: frozenset[str]
    """Before a verb: what it says was not done on the day of what is told beside it."""
    later: frozenset[str]
    """Between a day and what happened after it."""
    year_before: frozenset[str]
    year_after: frozenset[str]
    as_of: Phrases[None]
    """At the head of a bulletin, before its day."""
    bulletin: Phrases[None]
    """In the heading of a bulletin, before its day."""
