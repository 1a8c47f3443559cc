"""Whether "the head of X" may be somebody of whom the item told what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.sides import phrase_side
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.speakers import Speaker


def may_hold(person: Speaker, office: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether nothing that is told of a person parts them from an office, in lower-case words.

    They are of another side, serve who holds it, "the spokesman of the president", or it is of a unit
    that is not theirs.
    """
    called = f"{person.role or ''} {person.phrase}".lower()
    held = " ".join(lexicon.nouns.get(one, one) for one in office)
    sides = {side for words in (called, held) if (side := phrase_side(words, lexicon))}
    if len(sides) > 1:
        return False
    said = {token.low for token in tokens(called)}
    nouns = {lexicon.nouns.get(one, one) for one in said}
    serves = office[0] in nouns and office[0] not in said
    if office[0] in lexicon.roles.ranks:
        return not serves  # "the general of the army"
    units = {noun for one in office[1:] if (noun := lexicon.nouns.get(one, one)) in lexicon.actors.forces}
    return not serves and (not person.role or units <= nouns)


def source_of(words: Sequence[str], heard: Sequence[Speaker], lexicon: Lexicon) -> Speaker | None:
    """Return the last one heard, through an outlet, where "the agency's interlocutor" speaks."""
    last, labels = heard[-1] if heard else None, lexicon.attribution.labels
    outlet = len(words) > 1 and all(lexicon.nouns.get(one, one) in labels for one in words[1:])
    told = lexicon.grammar.free_order and outlet and words[0] in lexicon.roles.agents
    return last if told and last is not None and last.via is not None else None


def is_known_by_name(speaker: Speaker, lexicon: Lexicon) -> bool:
    """Tell whether only the last name is told of somebody who is known to be in office."""
    row = tokens(speaker.name)
    alone = len(row) == 1 and row[0].capital and not speaker.role and not row[0].said.isupper()
    plain = alone and row[0].low not in lexicon.nouns
    return plain and lexicon.grammar.free_order and lexicon.evidence.official.any(row)
