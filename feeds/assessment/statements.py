"""Which quotes are one statement, and how far it is known to have been made in these words.

Similarity never confirms. Only a source that is the speaker's own voice can, and only with the
same words, folded for typography; a difference of words there makes the statement ``altered``.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from feeds.assessment.claims import in_force
from feeds.assessment.wording import name_key, words_of
from feeds.model import Confirmation, Decision, DecisionKind, Quote, Statement, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from feeds.assessment.origins import Directory
    from feeds.model import Source

_SAME_UTTERANCE = 0.75
"""Share of equal words, in order, from which two quotes of one speaker are one utterance."""

_BY_DECISION = {
    DecisionKind.CONFIRM: Confirmation.CONFIRMED,
    DecisionKind.DISPUTE: Confirmation.DISPUTED,
    DecisionKind.DISMISS: Confirmation.DISMISSED,
}


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
    """Return the statements that ``quotes`` make, oldest first; withdrawn quotes count for nothing."""
    ordered = sorted(
        (quote for quote in quotes if quote.withdrawn_at is None),
        key=lambda quote: (quote.received_at, quote.id),
    )
    standing_decisions = in_force(decisions)
    groups = _utterances(ordered)
    return tuple(_statement(group, standing_decisions, directory) for group in groups)


def _utterances(ordered: Sequence[Quote]) -> list[list[Quote]]:
    """Join quotes to the longest wording that holds their words, so that arrival plays no part."""
    longest_first = sorted(ordered, key=lambda quote: (-len(words_of(quote.text)), quote.id))
    groups: list[list[Quote]] = []
    for quote in longest_first:
        home = next((group for group in groups if _one_utterance(group[0], quote)), None)
        if home is None:
            groups.append([quote])
        else:
            home.append(quote)
    for group in groups:
        group.sort(key=lambda quote: (quote.received_at, quote.id))
    return sorted(groups, key=lambda group: (group[0].received_at, group[0].id))


def _one_utterance(longer: Quote, shorter: Quote) -> bool:
    if speaker_key(longer) != speaker_key(shorter):
        return False
    whole, part = words_of(longer.text), words_of(shorter.text)
    if not part:
        return not whole
    matched = SequenceMatcher(None, whole, part, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matched) >= _SAME_UTTERANCE * len(part)


def _statement(group: Sequence[Quote], decisions: Sequence[Decision], directory: Directory) -> Statement:
    longest = max(group, key=lambda quote: (len(words_of(quote.text)), quote.id))
    finding = _decided(group, decisions) or _found(group, directory)
    return Statement(
        id=stable_id("statement", group[0].id),
        # Typesetters put the comma of the sentence around it inside the marks.
        text=longest.text.rstrip(","),
        speaker=max((quote.speaker for quote in group), key=lambda name: (len(name), name)),
        affiliation=next((quote.affiliation for quote in group if quote.affiliation), None),
        via=next((quote.via for quote in group if quote.via), None),
        quote_ids=tuple(quote.id for quote in group),
        carriers=tuple(dict.fromkeys(quote.source_id for quote in group)),
        first_at=group[0].received_at,
        last_at=group[-1].received_at,
        said_at=min(quote.published_at for quote in group),
        state=finding.state,
        state_at=finding.at,
        reason=finding.reason,
    )


def _decided(group: Sequence[Quote], decisions: Sequence[Decision]) -> _Finding | None:
    ids = {quote.id for quote in group}
    made = [decision for decision in decisions if decision.target in ids and decision.kind in _BY_DECISION]
    if not made:
        return None
    last = made[-1]
    state = _BY_DECISION[last.kind]
    why = f": {last.why}" if last.why else ""
    return _Finding(state, last.at, f"{last.by} {state} it here{why}.")


def _found(group: Sequence[Quote], directory: Directory) -> _Finding:
    own = [quote for quote in group if _is_own_voice(quote, directory)]
    others = [quote for quote in group if quote not in own]
    if own and others:
        return _compared(own[0], others, directory)
    if own:
        return _Finding(
            Confirmation.CONFIRMED,
            own[0].received_at,
            f"It stands in {_title(own[0], directory)}, the speaker's own voice.",
        )
    return _between_outlets(others, directory)


def _compared(own: Quote, others: Sequence[Quote], directory: Directory) -> _Finding:
    title = _title(own, directory)
    original = words_of(own.text)
    at = max(own.received_at, others[0].received_at)
    for quote in others:
        if not _holds(original, words_of(quote.text)):
            reason = f"{title}, the speaker's own voice, has it in other words."
            return _Finding(Confirmation.ALTERED, max(own.received_at, quote.received_at), reason)
    return _Finding(Confirmation.CONFIRMED, at, f"{title}, the speaker's own voice, has the same words.")


def _between_outlets(quotes: Sequence[Quote], directory: Directory) -> _Finding:
    first = quotes[0]
    for quote in quotes[1:]:
        independent = _outlet(quote, directory) != _outlet(first, directory)
        if independent and words_of(quote.text) == words_of(first.text):
            reason = f"{_title(first, directory)} and {_title(quote, directory)} carry the same words."
            return _Finding(Confirmation.MATCHED, quote.received_at, reason)
    reason = f"Not yet found in the speaker's own voice; carried by {_title(first, directory)}."
    return _Finding(Confirmation.AWAITING, first.received_at, reason)


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(whole[start : start + size]) == tuple(part) for start in range(len(whole) - size + 1))


def _is_own_voice(quote: Quote, directory: Directory) -> bool:
    source = directory.source(quote.source_id)
    return source is not None and name_key(quote.speaker) in {name_key(voice) for voice in source.voices}


def _outlet(quote: Quote, directory: Directory) -> str:
    """Return who took the words down: quotes given to one agency are one witness."""
    if quote.via:
        return name_key(quote.via)
    source = directory.source(quote.source_id)
    return _network(source) if source else quote.source_id


def _network(source: Source) -> str:
    return source.network or name_key(source.title)


def _title(quote: Quote, directory: Directory) -> str:
    source = directory.source(quote.source_id)
    return source.title if source else quote.source_id
