"""Which quotes are one statement, and how far it is known to have been made in these words.

Similarity never confirms. Only a source that is the speaker's own voice can, and only with the
same words, folded for typography; a difference of words there makes the statement ``altered``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from feeds.assessment.decisions import in_force
from feeds.assessment.wording import name_key, words_of
from feeds.model import Confirmation, Decision, DecisionKind, Quote, Statement, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from feeds.assessment.directory import Directory

_SAME_UTTERANCE = 0.75
"""Share of equal words, in order, from which two quotes of one speaker are one utterance."""

_BY_DECISION = {
    DecisionKind.CONFIRM: Confirmation.CONFIRMED,
    DecisionKind.DISPUTE: Confirmation.DISPUTED,
    DecisionKind.DISMISS: Confirmation.DISMISSED,
}


@dataclass(frozen=True, slots=True)
class _Wording:
    """A quote with its words."""

    quote: Quote
    words: tuple[str, ...]
    bag: Counter[str]

    @property
    def arrival(self) -> tuple[datetime, str]:
        """What wordings are ordered by."""
        return self.quote.received_at, self.quote.id


@dataclass(frozen=True, slots=True)
class _Finding:
    """What the rules say of one statement."""

    state: Confirmation
    at: datetime
    reason: str


def speaker_key(quote: Quote) -> str:
    """Return what all quotes that could ever be one statement share: the speaker's last word."""
    return name_key(quote.speaker).rpartition(" ")[2]


def fold_statements(
    quotes: Iterable[Quote], decisions: Iterable[Decision], directory: Directory
) -> tuple[Statement, ...]:
    """Return the statements that ``quotes`` make, oldest first.

    A withdrawn quote carries nothing any more, but a decision made on it still stands.
    """
    wordings = [_wording(quote) for quote in quotes]
    standing_decisions = in_force(decisions)
    made = (_statement(group, standing_decisions, directory) for group in _utterances(wordings))
    return tuple(statement for statement in made if statement is not None)


def _wording(quote: Quote) -> _Wording:
    words = words_of(quote.text)
    return _Wording(quote, words, Counter(words))


def _utterances(wordings: Iterable[_Wording]) -> list[list[_Wording]]:
    """Join quotes to the longest wording that holds their words, so that arrival plays no part."""
    longest_first = sorted(wordings, key=lambda wording: (-len(wording.words), wording.quote.id))
    groups: list[list[_Wording]] = []
    for wording in longest_first:
        home = next((group for group in groups if _is_one_utterance(group[0], wording)), None)
        if home is None:
            groups.append([wording])
        else:
            home.append(wording)
    for group in groups:
        group.sort(key=lambda wording: wording.arrival)
    return sorted(groups, key=lambda group: group[0].arrival)


def _is_one_utterance(longer: _Wording, shorter: _Wording) -> bool:
    if speaker_key(longer.quote) != speaker_key(shorter.quote):
        return False
    least = _SAME_UTTERANCE * len(shorter.words)
    # Words in any order first: it costs little, and few pairs come further.
    if (longer.bag & shorter.bag).total() < least:
        return False
    matcher = SequenceMatcher(None, longer.words, shorter.words, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= least


def _statement(
    group: Sequence[_Wording], decisions: Sequence[Decision], directory: Directory
) -> Statement | None:
    standing = [wording for wording in group if wording.quote.withdrawn_at is None]
    if not standing:
        return None
    quotes = [wording.quote for wording in standing]
    longest = max(standing, key=lambda wording: (len(wording.words), wording.quote.id))
    finding = _decided(group, decisions) or _found(standing, directory)
    return Statement(
        id=stable_id("statement", group[0].quote.id),
        # Typesetters put the comma of the sentence around it inside the marks.
        text=longest.quote.text.rstrip(","),
        speaker=max((quote.speaker for quote in quotes), key=lambda name: (len(name), name)),
        affiliation=next((quote.affiliation for quote in quotes if quote.affiliation), None),
        via=next((quote.via for quote in quotes if quote.via), None),
        quote_ids=tuple(quote.id for quote in quotes),
        carriers=tuple(dict.fromkeys(quote.source_id for quote in quotes)),
        first_at=quotes[0].received_at,
        last_at=quotes[-1].received_at,
        said_at=min(quote.published_at for quote in quotes),
        state=finding.state,
        state_at=finding.at,
        reason=finding.reason,
    )


def _decided(group: Sequence[_Wording], decisions: Sequence[Decision]) -> _Finding | None:
    ids = {wording.quote.id for wording in group}
    made = [decision for decision in decisions if decision.target in ids and decision.kind in _BY_DECISION]
    if not made:
        return None
    last = made[-1]
    state = _BY_DECISION[last.kind]
    why = f": {last.why}" if last.why else ""
    return _Finding(state, last.at, f"{state.capitalize()} here by {last.by}{why}.")


def _found(standing: Sequence[_Wording], directory: Directory) -> _Finding:
    own = [wording for wording in standing if _is_own_voice(wording.quote, directory)]
    others = [wording for wording in standing if wording not in own]
    if not own:
        return _between_outlets(others, directory)
    title = _title(own[0].quote, directory)
    strays = [other for other in others if not any(_holds(voice.words, other.words) for voice in own)]
    if strays:
        at = max(own[0].quote.received_at, strays[0].quote.received_at)
        return _Finding(Confirmation.ALTERED, at, f"{title}, the speaker's own voice, has it in other words.")
    if others:
        at = max(own[0].quote.received_at, others[0].quote.received_at)
        return _Finding(Confirmation.CONFIRMED, at, f"{title}, the speaker's own voice, has the same words.")
    reason = f"It stands in {title}, the speaker's own voice."
    return _Finding(Confirmation.CONFIRMED, own[0].quote.received_at, reason)


def _between_outlets(standing: Sequence[_Wording], directory: Directory) -> _Finding:
    first_with: dict[tuple[str, ...], Quote] = {}
    for wording in standing:
        quote = wording.quote
        first = first_with.setdefault(wording.words, quote)
        if _outlet(quote, directory) != _outlet(first, directory):
            reason = f"{_title(first, directory)} and {_title(quote, directory)} carry the same words."
            return _Finding(Confirmation.MATCHED, quote.received_at, reason)
    quote = standing[0].quote
    reason = f"Not yet found in the speaker's own voice; carried by {_title(quote, directory)}."
    return _Finding(Confirmation.AWAITING, quote.received_at, reason)


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(whole[start : start + size]) == tuple(part) for start in range(len(whole) - size + 1))


def _is_own_voice(quote: Quote, directory: Directory) -> bool:
    source = None if quote.forwarded_from else directory.source(quote.source_id)
    return source is not None and name_key(quote.speaker) in {name_key(voice) for voice in source.voices}


def _outlet(quote: Quote, directory: Directory) -> str:
    """Return who took the words down.

    Quotes given to one agency or network are one witness, and a forward is none of its own.
    """
    elsewhere = quote.via or quote.forwarded_from
    source = directory.named(elsewhere) if elsewhere else directory.source(quote.source_id)
    if source is not None:
        return source.network or name_key(source.title)
    return name_key(elsewhere or quote.source_id)


def _title(quote: Quote, directory: Directory) -> str:
    source = directory.source(quote.source_id)
    return source.title if source else quote.source_id
