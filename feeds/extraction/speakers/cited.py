"""Who is cited without a verb of saying, by case: "according to X", "in his words", "the statement of X"."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.extraction.speakers.frames import Frame
from feeds.extraction.speakers.naming import named
from feeds.extraction.speakers.outlets import is_outlet, outlet_behind
from feeds.extraction.speakers.spans import sentence_part
from feeds.extraction.speakers.speakers import Speaker
from feeds.extraction.speakers.turned import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.naming import Named
    from feeds.extraction.speakers.subjects import Spoken

_PRONOUN_PHRASE = 3
"""Words of "in his words"."""


def according(spoken: Spoken, at: int, begin: int, found: list[Frame]) -> Frame | None:
    """Read "according to X", the group behind it being in a case; who cites X is the outlet."""
    row, words = spoken.row, spoken.lexicon.attribution
    who = named(spoken, begin, len(row), oblique=True)
    if not who.speakers:
        pictures = spoken.lexicon.evidence.geolocated.any(row[begin : begin + _PRONOUN_PHRASE])
        return Frame((), 0, len(row), at, begin, weak=True) if pictures else None
    speakers = who.speakers
    cites = words.citing.at(row, at) is not None
    if cites and _ends_this(spoken, at) and not any(first > at for first, _ in spoken.triggers):
        via, _ = outlet_behind(spoken, who.end, len(row))
        said = known(spoken, [replace(one, via=one.via or via) for one in speakers])
        return Frame(said, 0, at, at, len(row), backward=True)
    if cites and found and found[-1].speakers:
        outlet = is_outlet(spoken, found[-1].speakers[0])
        passed = found[-1].backward or outlet or _cites(spoken, found[-1], who)
        if not passed or (is_outlet(spoken, speakers[0]) and not outlet):
            return None
        last = found.pop()
        speakers = tuple(replace(one, via=one.via or last.speakers[0].name) for one in speakers)
        return replace(last, speakers=known(spoken, speakers), who_end=who.end)
    return Frame(known(spoken, speakers), 0, len(row), at, who.end, weak=True)


def _ends_this(spoken: Spoken, at: int) -> bool:
    """Tell whether only "of this" opens the sentence before token ``at``, maybe with a comma behind."""
    opened = spoken.lexicon.attribution.backwards.at(spoken.row, 0)
    return opened is not None and opened[0] in (at, at - (spoken.row[at - 1].said == ","))


def summed(spoken: Spoken) -> Frame | None:
    """Read "Such are the data of X." without a verb, by which X says what stands before."""
    row, words = spoken.row, spoken.lexicon.attribution
    opened = words.backwards.at(row, 0)
    if opened is None or row[opened[0] - 1].low not in words.assertions or spoken.triggers:
        return None
    who = named(spoken, opened[0], sentence_part(spoken, opened[0]), oblique=True)
    ends = (
        who.end >= len(row) or not row[who.end].said.isalpha()
    )  # "such conclusions the experts drew" does not
    return (
        Frame(known(spoken, who.speakers), 0, 0, 0, who.end, backward=True) if who.speakers and ends else None
    )


def _cites(spoken: Spoken, frame: Frame, who: Named) -> bool:
    """Tell whether a channel or an organisation only passes on whom it cites: no source without a name."""
    words, last = spoken.lexicon, frame.speakers[0]
    named_so = spoken.row[who.begin : who.end]
    source = any(words.nouns.get(token.low) in words.attribution.sources for token in named_so)
    before = spoken.row[who.begin - 1].low
    own = before in words.attribution.possessives or before in words.attribution.leading
    return last.name not in spoken.cast.persons and not (source or own)


def his_words(spoken: Spoken, at: int) -> Frame | None:
    """Read "in his words" at token ``at``."""
    if spoken.row[at].low not in _his_beginnings(spoken.lexicon):
        return None
    phrase = " ".join(token.low for token in spoken.row[at : at + _PRONOUN_PHRASE])
    pronoun = spoken.lexicon.attribution.his_words.get(phrase)
    if pronoun is None:
        return None
    speakers = known(spoken, [Speaker(pronoun, phrase=pronoun)])
    return Frame(speakers, 0, len(spoken.row), at, at + _PRONOUN_PHRASE, weak=True)


@lru_cache(maxsize=16)
def _his_beginnings(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in lexicon.attribution.his_words)


def asserted(spoken: Spoken, at: int, found: Sequence[Frame]) -> Frame | None:
    """Read "the statement of X about"; who denied it before, or that it is untrue, is told of it."""
    row, words = spoken.row, spoken.lexicon.attribution
    if at + 1 < len(row) and row[at + 1].low in words.presenting:
        return None  # "such a statement was made by X"
    who = named(spoken, at + 1, sentence_part(spoken, at + 1), oblique=True)
    told = any(token.low in words.clauses for token in row[who.end + 1 : who.end + 2])
    opens = who.end < len(row) and (row[who.end].low in words.about or (row[who.end].said == "," and told))
    if not who.speakers or not opens:
        return None
    untrue = words.untrue.at(row, at) is not None or words.untrue.any(row[who.end :])
    deniers = found[-1].speakers if found and (found[-1].negated or untrue) else ()
    said = known(spoken, who.speakers)
    if untrue:
        del spoken.cast.heard[-len(said) :]  # whose words are untrue goes on with nothing
    return Frame(said, who.end, len(row), at, who.end, deniers=deniers, untrue=untrue)
