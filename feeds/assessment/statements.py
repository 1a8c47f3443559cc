"""Which quotes are one statement, and how far it is known to have been made in these words.

Similarity never confirms. Only a source that is the speaker's own voice can, and only with the
same words, folded for typography; another negation, number or name there makes it ``altered``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from feeds.assessment.copies import NO_FINGERPRINTS
from feeds.assessment.decisions import in_force
from feeds.assessment.hearing import Finding, Hearing
from feeds.assessment.names import speaker_key
from feeds.assessment.utterances import SAME_UTTERANCE, telling, telling_first, words_in
from feeds.assessment.wording import party_of
from feeds.model import Alignment, Confirmation, Decision, DecisionKind, Quote, Statement, Witness, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from feeds.assessment.directory import Directory

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


def fold_statements(
    quotes: Iterable[Quote],
    decisions: Iterable[Decision],
    directory: Directory,
    witnesses: Iterable[Witness] = (),
    fingerprints: Mapping[str, bytes] = NO_FINGERPRINTS,
) -> tuple[Statement, ...]:
    """Return the statements that ``quotes`` make, oldest first.

    ``witnesses`` is what :mod:`feeds.assessment.witnesses` found of them, ``fingerprints`` tells copies
    among the items of both. A withdrawn quote carries nothing any more, but a decision made on it still
    stands.
    """
    wordings = [_wording(quote) for quote in quotes]
    standing_decisions = in_force(decisions)
    by_quote: dict[str, list[Witness]] = {}
    for witness in witnesses:
        by_quote.setdefault(witness.quote_id, []).append(witness)
    hearing = Hearing(directory, by_quote, fingerprints)
    made = (_statement(group, standing_decisions, hearing) for group in _utterances(wordings))
    return tuple(statement for statement in made if statement is not None)


def _wording(quote: Quote) -> _Wording:
    words = words_in(quote.text)
    return _Wording(quote, words, Counter(words))


def _utterances(wordings: Iterable[_Wording]) -> list[list[_Wording]]:
    """Join quotes to the longest wording that holds their words, so that arrival plays no part."""
    longest_first = sorted(wordings, key=lambda wording: (-len(wording.words), wording.quote.id))
    groups: list[list[_Wording]] = []
    holders: dict[str, list[int]] = defaultdict(list)
    for wording in longest_first:
        wanted = telling_first(wording.words)[: telling(len(wording.words))]
        likely = sorted({at for word in wanted for at in holders.get(word, ())})
        home = next((groups[at] for at in likely if _is_one_utterance(groups[at][0], wording)), None)
        if home is None:
            for word in wording.bag:
                holders[word].append(len(groups))
            groups.append([wording])
        else:
            home.append(wording)
    for group in groups:
        group.sort(key=lambda wording: wording.arrival)
    return sorted(groups, key=lambda group: group[0].arrival)


def _is_one_utterance(longer: _Wording, shorter: _Wording) -> bool:
    if not _may_be_one_speaker(longer.quote.speaker, shorter.quote.speaker):
        return False
    if longer.words == shorter.words:
        return True
    least = SAME_UTTERANCE * len(shorter.words)
    # Words in any order first: it costs little, and few pairs come further.
    if (longer.bag & shorter.bag).total() < least:
        return False
    matcher = SequenceMatcher(None, longer.words, shorter.words, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= least


def _may_be_one_speaker(one: str, other: str) -> bool:
    """Tell whether two names may mean one speaker; ministries of two sides are two."""
    parties = {party_of(one), party_of(other)} - {Alignment.INDEPENDENT}
    return len(parties) < len(("Ukraine", "Russia")) and speaker_key(one) == speaker_key(other)


def _statement(
    group: Sequence[_Wording], decisions: Sequence[Decision], hearing: Hearing
) -> Statement | None:
    standing = [wording for wording in group if wording.quote.withdrawn_at is None]
    if not standing:
        return None
    quotes = [wording.quote for wording in standing]
    longest = max(standing, key=lambda wording: (len(wording.words), wording.quote.id))
    found = hearing.finding(quotes)
    finding = _decided(group, decisions) or found
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
        witness=found.witness,
    )


def _decided(group: Sequence[_Wording], decisions: Sequence[Decision]) -> Finding | None:
    """Return what was decided of a statement: of each desk the last word counts, and a dispute stands."""
    ids = {wording.quote.id for wording in group}
    last: dict[str, Decision] = {}
    for decision in decisions:
        if decision.target in ids and decision.kind in _BY_DECISION:
            last.pop(decision.desk, None)
            last[decision.desk] = decision
    if not last:
        return None
    made = list(last.values())
    disputed = any(one.kind is DecisionKind.DISPUTE for one in made)
    state = Confirmation.DISPUTED if disputed else _BY_DECISION[made[-1].kind]
    reason = "; ".join(map(_signed, made))
    return Finding(state, made[-1].at, f"{reason[0].upper()}{reason[1:]}.")


def _signed(decision: Decision) -> str:
    why = f": {decision.why}" if decision.why else ""
    return f"{_BY_DECISION[decision.kind]} here by {decision.by}{why}"
