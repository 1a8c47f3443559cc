"""Lines of a list of any length, of which only those in sight are ever made."""

from __future__ import annotations

import logging
from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from tui.views.lines import Line, Part, Tone, clamp, text_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

N = TypeVar("N")
_LOG = logging.getLogger(__name__)
_KEPT = 512
"""Lines kept as they were made: more than a tall screen has rows."""


class Lines(Sequence[Line]):
    """A sequence of lines that can be asked where a line is, without making any."""

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        """Return a line, or those of a slice as a tuple."""
        if isinstance(at, slice):
            return tuple(self.line_at(index) for index in range(*at.indices(len(self))))
        index = at + len(self) if at < 0 else at
        if not 0 <= index < len(self):
            raise IndexError(at)
        return self.line_at(index)

    @abstractmethod
    def line_at(self, index: int) -> Line:
        """Return the line at ``index``, which is there."""

    @abstractmethod
    def key_at(self, index: int) -> str:
        """Return the key of the line at ``index``, which is there."""

    @abstractmethod
    def find(self, key: str) -> int | None:
        """Return where the line of this key is; None where there is none."""


class Listed(Lines):
    """Lines that are there already."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._lines = tuple(lines)
        self._places: dict[str, int] | None = None

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._lines)

    def __eq__(self, other: object) -> bool:
        """Tell whether all lines are equal."""
        return isinstance(other, Listed) and self._lines == other._lines

    __hash__ = None  # type: ignore[assignment]

    def line_at(self, index: int) -> Line:
        """Return the line at ``index``."""
        return self._lines[index]

    def key_at(self, index: int) -> str:
        """Return the key of the line at ``index``."""
        return self._lines[index].key

    def find(self, key: str) -> int | None:
        """Return where the line of this key is."""
        if self._places is None:
            self._places = {line.key: index for index, line in enumerate(self._lines)}
        return self._places.get(key)


class Rows(Lines, Generic[N]):
    """One line a noun, made when it is looked at.

    A board of 100,000 claims would else take seconds and 250 MB for lines that nobody sees. Where
    the lines are is told when they are put together, so that a screen need not count them.
    """

    def __init__(
        self, nouns: Iterable[N], *, key: Callable[[N], str], draw: Callable[[N], Line], basis: object
    ) -> None:
        """Keep ``nouns`` to ``draw`` later; ``basis`` is all that drawing depends on beside the noun."""
        self._nouns = tuple(nouns)
        self._draw = draw
        self._basis = basis
        self._keys = tuple(map(key, self._nouns))
        self._places = {key: index for index, key in enumerate(self._keys)}
        self._made: dict[int, Line] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._nouns)

    def __eq__(self, other: object) -> bool:
        """Tell whether the same is drawn in the same way."""
        return isinstance(other, Rows) and self._basis == other._basis and self._nouns == other._nouns

    __hash__ = None  # type: ignore[assignment]

    def line_at(self, index: int) -> Line:
        """Return the line at ``index``."""
        line = self._made.get(index)
        if line is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            line = self._made[index] = self._line(index)
        return line

    def key_at(self, index: int) -> str:
        """Return the key of the line at ``index``."""
        return self._keys[index]

    def find(self, key: str) -> int | None:
        """Return where the line of this key is."""
        return self._places.get(key)

    def _line(self, index: int) -> Line:
        try:
            return self._draw(self._nouns[index])
        except Exception as error:  # noqa: BLE001
            # A line is made while the screen is painted, where an exception would end the program.
            _LOG.exception("a line could not be made")
            words = f"! This line could not be made ({type(error).__name__}: {error})."
            return text_line(self._keys[index], Part(clamp(words, 200), Tone.WARNING))
