"""The expressions for what stands around names, made of the words of ``cues.toml``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LIST_LONGEST = 28
"""Characters between two members of a list."""
_ADJECTIVE = r"[\w'’ʼ-]+(?:ськ|цьк|зьк|ск|цк)\w{1,3}"


def _others(count: str = "", before: str = "") -> str:
    """Return the pattern of further adjectives of a list; ``count`` and ``before`` may stand with each."""
    join = r"(?:\s*,\s*(?:(?:а\s+)?також\s+|(?:а\s+)?также\s+|и\s+)?|\s+(?:та|і|й|и|або|или|чи)\s+)"
    return rf"(?:{count}{join}{before}{_ADJECTIVE}){{0,6}}"


def shared_behind(words: Iterable[str]) -> re.Pattern[str]:
    """Match behind a name of an area others that follow (maybe none), and their kind, as two groups.

    "над Курской — пять, две — над Брянской и по одному над Орловской областями", "Sumy and Kharkiv Oblasts".
    """
    count = r"(?:\s+[—–-]\s+\w+)?"
    before = r"(?:(?:по\s+)?\w+(?:\s+[—–-])?\s+)?(?:(?:в|у|на|над|з|із|из|с)\s+)?"
    name = r"(?:, (?:and |or )?| and | or )[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?"
    kind = r"(?:\s+(?:муниципальн|городск)\w{2,3})?"
    return re.compile(rf"({_others(count, before)}|(?:{name}){{1,8}}){kind}\s+({_any_of(words)})\b")


def noun_behind(stems: list[str]) -> re.Pattern[str]:
    """Match behind an adjective a noun that it goes with; ``others`` and ``inner`` are adjectives between."""
    others, inner = rf"(?P<others>{_others()})", rf"(?:(?P<inner>{_ADJECTIVE})\s+)?"
    return re.compile(rf"{others}\s+{inner}(?:{_any_of(stems)})\w*")


def attribute(stems: list[str]) -> re.Pattern[str]:
    """Match all of an adjective that makes a name longer, in any case."""
    singular = "ий ій ый ой ая яя а я ое ее е є ого его ої ей ому ему им ім ем ом ым ую юю у ю ою ьою"
    endings = _any_of(f"{singular} их іх ых і ие ые".split())
    return re.compile(rf"(?:{_any_of(stems)})(?:{endings})")


def area_behind() -> re.Pattern[str]:
    """Match behind a name its oblast or raion."""
    start = r"[\s,(]{0,3}(?:(?:в|у|на|що|in|of|the|that)\s+){0,2}"
    native = rf"[А-ЯІЇЄҐ]{_ADJECTIVE}\s+(?:обл|район|р-н|громад|кра[йюяе]|округ)"
    short = r"[А-ЯІЇЄҐ][\w'’ʼ-]+щин[аіуиыеойю]+\b"
    english = r"[A-Z][\w'’]+(?:'s|’s)?\s+(?:[Oo]blast|[Rr]egion|[Rr]aion|[Dd]istrict|[Pp]rovince)"
    return re.compile(rf"{start}(?:{native}|{short}|{english})")


def far_before(data: Mapping[str, str]) -> re.Pattern[str]:
    """Match before a name what it is far from, or what hit it."""
    side, hit = ("|".join(data[name].split()) for name in ("from", "hit"))
    return re.compile(rf"\b(?:(?:{side})\w* (?:від|от)|(?:{hit})\w* (?:\w+ )?по) $")


def list_gap(joins: list[str], prepositions: list[str]) -> re.Pattern[str]:
    """Match all that stands between two members of a list."""
    join = rf"(?:{_any_of(joins)})"
    preposition = rf"(?:(?:{_any_of(prepositions)})\s*){{0,3}}"
    mark = r"\s*[,;/–—-]\s*"
    return re.compile(rf"(?=.{{1,{_LIST_LONGEST}}}$)(?:{mark}(?:{join}\s+)*|\s+(?:{join}\s+)+){preposition}")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
