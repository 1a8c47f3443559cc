"""What every screen has: the header above, the key bar below, and a sentence when there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from feeds.model import DecisionKind
from tui.screens.keyed import KeyedScreen
from tui.views.lines import Subject, Target
from tui.widgets.header import HeaderBar
from tui.widgets.tones import TONE_CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from tui.views.lens import Lens
    from tui.views.lines import Line

LEAST_WIDTH, LEAST_HEIGHT = 40, 10
TOO_SMALL = f"Terminal too small: needs {LEAST_WIDTH}×{LEAST_HEIGHT} or more"
DECIDABLE = frozenset({Subject.CLAIM, Subject.STATEMENT, Subject.PENDING})
_OF_NOW = frozenset({"decide", "join", "split", "locate", "poll", "pause", "undo"})
"""Actions that a past moment takes none of."""
OF_QUESTIONS = frozenset({DecisionKind.DISMISS, DecisionKind.NOTE})
"""A question can be put aside and noted on; there is nothing in it to confirm or dispute."""


class Open(Message):
    """The user wants the detail of something."""

    def __init__(self, target: Target) -> None:
        super().__init__()
        self.target = target


class Decide(Message):
    """An analyst says something of a claim or statement; a note has still to be written."""

    def __init__(self, kind: DecisionKind, target: Target | None) -> None:
        super().__init__()
        self.kind = kind
        self.target = target
        """None: the cursor is on nothing that can be decided."""


class Join(Message):
    """An analyst marks a claim, or joins another one to the marked one."""

    def __init__(self, target: Target | None) -> None:
        super().__init__()
        self.target = target
        """None: the cursor is on no claim."""


class Poll(Message):
    """The user wants a source polled now."""

    def __init__(self, source_id: str | None) -> None:
        super().__init__()
        self.source_id = source_id
        """None: all of them."""


class Pause(Message):
    """The user wants a source left out, or taken up again."""

    def __init__(self, source_id: str) -> None:
        super().__init__()
        self.source_id = source_id


class Copy(Message):
    """The user wants a sentence on the clipboard."""

    def __init__(self, target: Target | None, words: str = "") -> None:
        super().__init__()
        self.target = target
        """What it is about; None: the cursor is on nothing."""
        self.words = words
        """The sentence; empty: it has to be made first."""


class Visit(Message):
    """The user wants to read something where it was published."""

    def __init__(self, target: Target | None, url: str = "") -> None:
        super().__init__()
        self.target = target
        """What it is; None: the cursor is on nothing."""
        self.url = url
        """Its address; empty: it has to be looked up first."""


class Look(Message):
    """The user wants to see the board through another lens."""

    def __init__(self, change: Callable[[Lens], Lens]) -> None:
        super().__init__()
        self.change = change
        """From the lens of now to the one that is wanted."""


class AskChanges(Message):
    """The user wants to see what has changed."""

    def __init__(self, since: datetime | None = None) -> None:
        super().__init__()
        self.since = since
        """None: since the last visit."""


class Back(Message):
    """The user wants to go back to where they came from."""


class FramedScreen(KeyedScreen):
    """Header, body, key bar."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c", "decide('confirm')", "Confirm", id="decide.confirm", tooltip="Confirm the claim or quote"
        ),
        Binding(
            "d", "decide('dispute')", "Dispute", id="decide.dispute", tooltip="Dispute the claim or quote"
        ),
        Binding(
            "x", "decide('dismiss')", "Dismiss", id="decide.dismiss", tooltip="Dismiss the claim or quote"
        ),
        Binding(
            "n", "decide('note')", "Note", id="decide.note", tooltip="Write a note to the claim or quote"
        ),
        Binding(
            "r", "poll", "Poll now", id="source.poll", tooltip="Poll the source under the cursor, or all"
        ),
        Binding(
            "p",
            "pause",
            "Pause",
            id="source.pause",
            tooltip="Pause the source under the cursor, or set it going again",
        ),
        Binding("y", "copy", "Copy", id="line.copy", tooltip="Copy one sentence on it that may be quoted"),
        Binding(
            "O",
            "visit",
            "Link",
            id="line.visit",
            show=False,
            tooltip="Open in the browser where it was published",
        ),
        Binding(
            "M",
            "join",
            "Merge",
            id="decide.merge",
            show=False,
            tooltip="Mark a claim; on a second claim: make it one with the marked one",
        ),
    ]

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self._label = label
        self._header = HeaderBar()
        self._small = Static(markup=False, id="too-small")

    def compose(self) -> ComposeResult:
        """Return the frame around the body."""
        yield self._header
        yield from self.body()
        yield self._keys
        self.put_label(self._label)
        yield self._small

    def body(self) -> Iterable[Widget]:
        """Return what stands between header and key bar."""
        raise NotImplementedError

    @property
    def target(self) -> Target | None:
        """What a decision would be about."""
        return None

    @property
    def acts(self) -> bool:
        """Whether decisions can be made on this screen as it is now."""
        return True

    def lends(self, action: str) -> bool:  # noqa: ARG002
        """Whether there may be a sentence to ``copy``, or an address to ``visit``."""
        return self.acts

    @property
    def shows_sources(self) -> bool:
        """Whether what the cursor moves in are sources."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Leave out the decisions where there is nothing to decide, and pausing where no source stands."""
        if action == "pause":
            return self.shows_sources
        if action in {"copy", "visit"}:
            return self.lends(action)
        return self.acts or action not in {"decide", "join"}

    def show_header(self, line: Line) -> None:
        """Put ``line`` into the header."""
        self._header.show(line)

    def put_past(self, words: str) -> None:
        """Mark the screen as showing a past moment, which ``words`` name; empty: it shows the present."""
        self.set_class(bool(words), "-past")
        self._keys.leave_out(_OF_NOW if words else frozenset())

    def put_label(self, label: str) -> None:
        """Show ``label`` wherever this screen shows one."""
        self._label = label
        self._keys.put_label(label)
        self._small.update(f"{label} · {TOO_SMALL}" if label else TOO_SMALL)

    def on_resize(self, event: events.Resize) -> None:
        """Show the one sentence where nothing else has room."""
        self.set_class(event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT, "-tiny")

    def action_decide(self, kind: str) -> None:
        """Say that the analyst decides so of what is under the cursor."""
        self.post_message(Decide(DecisionKind(kind), self.decidable(kind)))

    def decidable(self, kind: str) -> Target | None:
        """Return what a decision of this kind would be about; None where there is nothing to decide."""
        target = self.target
        if target is None or target.subject not in DECIDABLE:
            return None
        return None if target.subject is Subject.PENDING and kind not in OF_QUESTIONS else target

    def action_join(self) -> None:
        """Mark the claim under the cursor, or join it to the marked one."""
        is_claim = self.target and self.target.subject is Subject.CLAIM
        self.post_message(Join(self.target if is_claim else None))

    @property
    def source_id(self) -> str | None:
        """The source under the cursor, or that the page is about; None where it is another thing."""
        target = self.target
        return target.id if target and target.subject is Subject.SOURCE else None

    def action_poll(self) -> None:
        """Ask for the source under the cursor, or for all."""
        self.post_message(Poll(self.source_id))

    def action_copy(self) -> None:
        """Ask for the sentence on what is under the cursor."""
        self.post_message(Copy(self._thing))

    def action_visit(self) -> None:
        """Ask for the page on the web of what is under the cursor."""
        self.post_message(Visit(self._thing))

    @property
    def _thing(self) -> Target | None:
        target = self.target
        return None if target is None or target.subject is Subject.GROUP else target

    def action_pause(self) -> None:
        """Ask for the source under the cursor to be paused, or set going."""
        if self.source_id is not None:
            self.post_message(Pause(self.source_id))
