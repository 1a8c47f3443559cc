"""Mappings by word that are read where they lie in a file: slower than a dict, and nearly free to load."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import TypeVar

_Value = TypeVar("_Value")


class Table(Mapping[str, _Value]):
    """Values by word; the words lie one behind the other, sorted, with their lengths in bytes."""

    def __init__(self, words: bytes, lengths: bytes, value: Callable[[int], _Value]) -> None:
        """Take words in UTF-8, each up to 255 bytes long, and what gives the value of one by its number."""
        self._words = words
        self._starts = array("I", accumulate(lengths, initial=0))
        self._value = value

    def __getitem__(self, word: str) -> _Value:
        """Return the value of a word; KeyError for one that is not there."""
        wanted = word.encode("utf-8", "surrogatepass")
        at = bisect_left(range(len(self)), wanted, key=self._at)
        if at == len(self) or self._at(at) != wanted:
            raise KeyError(word)
        return self._value(at)

    def __iter__(self) -> Iterator[str]:
        """Go through the words in order."""
        return (self._at(at).decode("utf-8") for at in range(len(self)))

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._starts) - 1

    def _at(self, number: int) -> bytes:
        return self._words[self._starts[number] : self._starts[number + 1]]


def packed_words(words: list[str]) -> tuple[bytes, bytes]:
    """Return sorted words as a table has them, and their lengths; ValueError for one that is too long."""
    encoded = [word.encode("utf-8") for word in words]
    return b"".join(encoded), bytes(map(len, encoded))
