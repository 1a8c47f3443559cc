"""A line of a filter as its words: where one ends, what is quoted, what is the name and what the values."""

from __future__ import annotations

from dataclasses import dataclass

from feeds.errors import FilterError

LONGEST_LINE = 1_000
"""Characters; nobody types more."""
VIEW_NAME = r"^[^\W_][\w-]{0,31}$"
"""What a filter may be saved as: a word of letters, figures, hyphens and underscores."""
QUOTE = '"'
_Sign = tuple[str, bool]
"""A character, and whether it stands in quotation marks."""


@dataclass(frozen=True, slots=True)
class Word:
    """One term as it is written."""

    number: int
    """Its place in the line, counted from 1."""
    negated: bool
    name: str
    """What stands before the colon, in lower case; empty: there is none."""
    values: tuple[str, ...]
    """Parted by commas; blanks in them are single, and none is empty."""


def words_of(line: str) -> tuple[Word, ...]:
    """Return the words of a line; raises FilterError where one is not whole."""
    if len(line) > LONGEST_LINE:
        raise FilterError(f"Expected at most {LONGEST_LINE:,} characters, found {len(line):,}.")
    return tuple(_word(number, signs) for number, signs in enumerate(_parted(line), start=1))


def quoted(value: str, *, is_bare: bool) -> str:
    """Return a value as it is written; ``is_bare``: it is a term without a name before it."""
    needs = any(sign.isspace() or sign == "," for sign in value)
    if is_bare:
        needs = needs or ":" in value or value.startswith("-")
    return f"{QUOTE}{value}{QUOTE}" if needs else value


def _parted(line: str) -> list[list[_Sign]]:
    parts: list[list[_Sign]] = [[]]
    inside = False
    for sign in line:
        if sign == QUOTE:
            inside = not inside
            # Nothing in quotation marks is a word all the same, and is then found to be empty.
            parts[-1].append(("", True))
        elif sign.isspace() and not inside:
            parts.append([])
        else:
            parts[-1].append((sign, inside))
    words = [part for part in parts if part]
    if inside:
        raise FilterError(f"Word {len(words)}: expected a quotation mark that closes the one before.")
    return words


def _word(number: int, signs: list[_Sign]) -> Word:
    negated = signs[0] == ("-", False)
    rest = signs[1:] if negated else signs
    colon = rest.index((":", False)) if (":", False) in rest else -1
    name = "".join(sign for sign, _ in rest[:colon]).lower() if colon >= 0 else ""
    values = _values(rest[colon + 1 :])
    said = "".join(sign for sign, _ in rest)
    if colon == 0:
        raise FilterError(f"Word {number}: expected a name before the colon of '{said[:40]}'.")
    if not all(values):
        place = f" behind '{name[:40]}:'" if name else " behind the minus" if negated else ""
        raise FilterError(f"Word {number}: expected a value{place}, found nothing.")
    return Word(number, negated, name, values)


def _values(signs: list[_Sign]) -> tuple[str, ...]:
    values: list[list[str]] = [[]]
    for sign, inside in signs:
        if sign == "," and not inside:
            values.append([])
        else:
            values[-1].append(sign)
    return tuple(" ".join("".join(value).split()) for value in values)
