"""What all panels have in common: frame, number, note, the last good view and its age."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.markup import escape
from textual.message import Message

from tui.views.ages import ago
from tui.views.boards import Broken
from tui.views.folds import MOST_FOLDS
from tui.views.groups import unfolded
from tui.views.lines import Part, Subject, Tone, printable, text_line
from tui.widgets.line_list import GUTTER, LineList
from tui.widgets.rail import RailFrame
from tui.widgets.tones import TonedLine
from tui.widgets.wrapping import broken_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.widget import Widget

    from tui.views.groups import Group
    from tui.views.lines import Line, Target

V = TypeVar("V")
_LOG = logging.getLogger(__name__)


class Panel(RailFrame, Vertical, Generic[V]):
    """A numbered frame around one view of type ``V``."""

    NUMBER: ClassVar[int]
    TITLE: ClassVar[str]
    WORD: ClassVar[str]
    """The title as one word, for the line of tabs."""
    DECIDES: ClassVar[bool] = True
    """Whether what is under its cursor can be decided on."""

    def __init__(self) -> None:
        super().__init__(id=f"panel-{self.NUMBER}")
        self._title, self._past, self._subtitle = self.TITLE, "", ""
        self._entitle()
        self._good_at: datetime | None = None
        self._note = TonedLine(classes="note")

    def compose(self) -> ComposeResult:
        """Return the note above, hidden while all is well, and the body."""
        self._note.display = False
        yield self._note
        yield from self.body()

    def body(self) -> Iterable[Widget]:
        """Return the widgets that show the view; the first that can have the focus gets it."""
        raise NotImplementedError

    def draw(self, view: V) -> None:
        """Put ``view`` into the widgets of the body."""
        raise NotImplementedError

    @property
    def target(self) -> Target | None:
        """What stands under the cursor."""
        return None

    def put_title(self, title: str) -> None:
        """Show ``title`` behind the number."""
        if title != self._title:
            self._title = title
            self._entitle()

    def put_subtitle(self, words: str) -> None:
        """Show ``words`` below, as they are; the same words are not drawn again."""
        if words != self._subtitle:
            self._subtitle = words
            self.border_subtitle = escape(printable(words))

    def put_past(self, words: str) -> None:
        """Show behind the title which past moment it is of; empty: the present."""
        if words != self._past:
            self._past = words
            self._entitle()

    def _entitle(self) -> None:
        words = [f"{self.NUMBER} {self._title}", *filter(None, [self._past])]
        self.border_title = escape(" · ".join(words))

    def show(self, view: V | Broken, at: datetime) -> None:
        """Show ``view``, made at ``at``; where it is broken, keep the last good one and say so."""
        if isinstance(view, Broken):
            self._say_broken(view.reason, at)
            return
        try:
            self.draw(view)
        except Exception as error:  # noqa: BLE001
            _LOG.exception("panel %s could not be drawn", self.NUMBER)
            self._say_broken(f"{type(error).__name__}: {error}", at)
            return
        self._good_at = at
        self._note.display = False

    def _say_broken(self, reason: str, at: datetime) -> None:
        below = f"Below: as of {ago(self._good_at, at)}." if self._good_at else "Nothing to show yet."
        self._note.show(text_line("note", Part(f"! This panel failed. {below} {reason}", Tone.WARNING)))
        self._note.display = True


class ListPanel(Panel[V]):
    """A panel whose body is one list, with the titles of its columns above it."""

    WAITING = "Opening the store …"
    TITLED_FROM: ClassVar[int] = 0
    """Rows within the frame from which on there is one to spare for the titles."""

    def __init__(self) -> None:
        super().__init__()
        self._list = LineList()
        self._titles = TonedLine()
        self._empty_words = ""

    def body(self) -> Iterable[Widget]:
        """Return the titles, and the list; it says what is going on until there is a first view."""
        self.put_lines((), self.WAITING)
        yield self._titles
        yield self._list

    def put_titles(self, titles: Line) -> None:
        """Show what each column holds, indented as the lines are."""
        # The list has a column of its own before the lines, for the cursor.
        self._titles.show(replace(titles, indent=titles.indent + GUTTER))

    @property
    def target(self) -> Target | None:
        """What stands under the cursor of the list."""
        return self._list.current.target if self._list.current else None

    def put_lines(self, lines: Sequence[Line], empty_words: str) -> None:
        """Show ``lines``, or ``empty_words`` where there are none."""
        self._empty_words = "" if lines else empty_words
        if not lines:
            hint = text_line("empty", Part(empty_words, Tone.DIM), flows=True, indent=1)
            lines = broken_lines((hint,), max(20, self._list.size.width - 2))
        self._list.show(lines)
        self._make_room()

    def _make_room(self) -> None:
        self._titles.display = not self._empty_words and self.size.height >= self.TITLED_FROM

    def on_resize(self) -> None:
        """Break the hint of an empty list anew, and show the titles where there is room for them."""
        self._make_room()
        if self._empty_words:
            self.put_lines((), self._empty_words)


class Folded(Message):
    """The user has turned a heading."""

    def __init__(self, name: str, keys: tuple[str, ...]) -> None:
        super().__init__()
        self.name = name
        """Of the list, as :meth:`FoldingPanel.recall_folds` takes it."""
        self.keys = keys
        """Of all headings that are turned, the one turned last at the end."""


class FoldingPanel(ListPanel[V]):
    """A list under headings that Enter, left and right fold and unfold.

    Which headings are turned is kept by the name of the list, as one panel may group in several ways.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "fold", "Fold", id="panel.fold", show=False),
        Binding("right,l", "unfold", "Unfold", id="panel.unfold", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[Group, ...] = ()
        self._kept_as = ""
        self._turned: dict[str, dict[str, None]] = {}
        """By name the keys of the headings that are turned, in the order in which they were."""
        self._empty = ""

    def put_groups(self, groups: tuple[Group, ...], empty_words: str, *, name: str) -> None:
        """Show ``groups``, folded as those of ``name`` were, or ``empty_words`` where there are none."""
        self._groups, self._empty, self._kept_as = groups, empty_words, name
        self._unfold()

    def recall_folds(self, name: str, keys: Iterable[str]) -> None:
        """Turn the headings that were turned when the screen was left, unless some were since."""
        if name not in self._turned:
            self._turned[name] = dict.fromkeys(keys)
            if name == self._kept_as:
                self._unfold()

    @property
    def chosen(self) -> Line | None:
        """The line that somebody has put the cursor on; None while the list follows its top."""
        return None if self._list.follows_top else self._list.current

    def point_at(self, key: str) -> None:
        """Put the cursor on the line of this key, out of its fold; where there is none, nothing happens."""
        for group in self._groups:
            is_folded = group.folded != (group.heading.key in self._turned.get(self._kept_as, ()))
            if is_folded and group.lines.find(key) is not None:
                self._turn(group.heading.key)
        self._list.put_cursor(key)

    def action_fold(self) -> None:
        """Fold the group that the cursor is in, and put the cursor on its heading."""
        self._set_folded(folded=True)

    def action_unfold(self) -> None:
        """Unfold the group whose heading the cursor is on."""
        self._set_folded(folded=False)

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        """Turn the fold where a heading was opened; anything else is the screen's business."""
        if event.line.target and event.line.target.subject is Subject.GROUP:
            event.stop()
            self._turn(event.line.key)

    def _set_folded(self, *, folded: bool) -> None:
        group = self._group_at_cursor()
        if group is None:
            return
        key = group.heading.key
        if (group.folded != (key in self._turned.get(self._kept_as, ()))) != folded:
            self._list.put_cursor(key)
            self._turn(key)

    def _turn(self, key: str) -> None:
        """Fold or unfold the group of this heading, and tell so."""
        turned = self._turned.setdefault(self._kept_as, {})
        if key in turned:
            del turned[key]
        else:
            turned[key] = None
        self._unfold()
        self.post_message(Folded(self._kept_as, tuple(turned)[-MOST_FOLDS:]))

    def _unfold(self) -> None:
        self.put_lines(unfolded(self._groups, self._turned.get(self._kept_as, ())), self._empty)

    def _group_at_cursor(self) -> Group | None:
        current = self._list.current
        return next((group for group in self._groups if current and group.holds(current.key)), None)
