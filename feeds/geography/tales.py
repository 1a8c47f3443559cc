"""What the sentences of a text tell of, by a few words: places in one country, strikes, fighting.

Stems are looked for one by one, which is several times as fast as one expression of all.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Tale(StrEnum):
    """What a sentence may tell of."""

    RUSSIA = "RU"
    """Of places in Russia; "Russian forces" is no place."""
    UKRAINE = "UA"
    STRIKE = "strike"
    """Of strikes from afar."""
    GROUND = "ground"
    """Of fighting on the ground."""


_STEMS = {
    Tale.STRIKE: """
        |strike |struck| |missile |shahed |shelled| |shelling| ракет шахед обстріл обстрел |удар |приліт
        |прильот |прилет |прилёт вибух взрыв влучан |бпла| беспилотн безпілотн
    """,
    Tale.GROUND: """
        |advanc |assault |captur |seiz |liberat |clash |fighting| |infiltrat |pushed| |pushing| |frontline
        |front_line |ground_attack просув просун продви штурм наступ захоп захват окупув звільн освобо
        закреп закріп зіткнен столкнов відби отби оборон |бої| |боях| |боями| |боїв| |бои| |боев| |боёв|
    """,
}
"""A stroke is where a word must begin or end; an underscore is a blank."""
_GROUND_WORDS = "(?:territory|soil|village|settlement|town|border (?:area|region|village|settlement|zone))"
_IN = re.compile(r"\b(?:in|into|inside|within)\s+(?:(?:south|north)?-?(?:west|east)?ern\s+)?$")
_INSIDE = re.compile(r"\b(?:inside|within)\s+$")
_PHRASES = {
    Tale.RUSSIA: (
        ("russia", re.compile(r"russia\b(?!['’]s)"), _IN),
        ("russian ", re.compile(rf"russian {_GROUND_WORDS}"), None),
        ("територі", re.compile(r"територі\w+ (?:росі|рф)"), None),
        ("территори", re.compile(r"территори\w+ (?:росси|рф)"), None),
        ("росій", re.compile(r"російськ\w+ (?:територ|прикордон|сел)"), None),
        ("россий", re.compile(r"российск\w+ (?:территор|пригранич|сел)"), None),
        ("вгл", re.compile(r"вгл[иу]б[ья]? рос"), None),
    ),
    Tale.UKRAINE: (
        ("ukraine", re.compile(r"ukraine\b(?!['’]s)"), _INSIDE),
        ("ukrainian ", re.compile(rf"ukrainian {_GROUND_WORDS}"), None),
        ("територі", re.compile(r"територі\w+ украї"), None),
        ("территори", re.compile(r"территори\w+ украин"), None),
        ("українськ", re.compile(r"українськ\w+ (?:територ|прикордон)"), None),
        ("украинск", re.compile(r"украинск\w+ (?:территор|пригранич)"), None),
    ),
}
_LOOK_BACK = 30


def tales(text: str) -> Iterator[tuple[int, Tale]]:
    """Go through what a text tells of, with the places where it does; linear in its length."""
    low = text.lower()
    if len(low) != len(text):  # a few capital letters become two
        low = text
    for tale, stems in _SOUGHT.items():
        for stem, begins, ends in stems:
            places = _places(low, stem)
            yield from ((at, tale) for at in places if _whole(low, at, stem, begins=begins, ends=ends))
    for tale, phrases in _PHRASES.items():
        for hint, pattern, before in phrases:
            if hint in low:
                yield from ((at, tale) for at in _said(low, pattern, before))


def _said(text: str, pattern: re.Pattern[str], before: re.Pattern[str] | None) -> Iterator[int]:
    """Go through where a phrase stands, behind what must stand before it."""
    for match in pattern.finditer(text):
        at = match.start()
        if before is None or before.search(text, max(0, at - _LOOK_BACK), at):
            yield at


def _places(text: str, stem: str) -> Iterator[int]:
    at = text.find(stem)
    while at >= 0:
        yield at
        at = text.find(stem, at + len(stem))


def _whole(text: str, at: int, stem: str, *, begins: bool, ends: bool) -> bool:
    end = at + len(stem)
    inside = begins and at > 0 and text[at - 1].isalnum()
    goes_on = ends and end < len(text) and text[end].isalnum()
    return not (inside or goes_on)


def _sought(stems: str) -> tuple[tuple[str, bool, bool], ...]:
    """Return stems with whether a word must begin and end with each."""
    return tuple((one.strip("|").replace("_", " "), one[0] == "|", one[-1] == "|") for one in stems.split())


_SOUGHT = {tale: _sought(stems) for tale, stems in _STEMS.items()}
