"""Who the lead only calls by what they are, "a local official said", and further down by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.speakers.sides import phrase_side
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.reading import Reading
    from feeds.extraction.speakers.speakers import Speaker

_LEAD = 2
"""Paragraphs in which somebody is named by an office alone."""
_STEM = 5
"""Letters in which the cases of a name agree."""
_MOST = 40
"""People among whom the holder of an office is looked for."""


def name_holders(reading: Reading) -> None:
    """Let frames name who holds the office that they tell, where only one may be meant.

    That is whoever is quoted by name in the next paragraph; of the lead also the only one of such an
    office that the item names.
    """
    people = _people(reading)
    for number, sentence in enumerate(reading.outer if people else ()):
        if not any(_is_office(one, reading) for frame in sentence.frames for one in frame.speakers):
            continue
        met = people if sentence.paragraph < _LEAD else ()
        quoted = _quoted_next(reading, number)
        sentence.frames = tuple(
            replace(
                frame, speakers=tuple(_holder(one, met, reading, quoted=quoted) for one in frame.speakers)
            )
            for frame in sentence.frames
        )


def _quoted_next(reading: Reading, number: int) -> Speaker | None:
    """Return the person who is quoted in the paragraph behind a sentence, if first heard there.

    None where speech stands in the paragraph of the sentence itself.
    """
    here = reading.outer[number].paragraph
    spoken = {one.paragraph for one in reading.quotations if one.speech}
    quoted = here + 1 in spoken and here not in spoken
    for sentence in reading.outer[number + 1 :] if quoted else ():
        said = [one for frame in sentence.frames for one in frame.speakers]
        if said or sentence.paragraph > here + 1:
            next_one = sentence.paragraph == here + 1 and said[0].name in reading.cast.persons
            return said[0] if next_one else None
    return None


def in_name(speaker: Speaker, reading: Reading) -> Speaker:
    """Return who holds the office that a title tells, or speaks for the body that it names; else the speaker.

    For a body that is the only person heard in the text, whose role tells of it.
    """
    people = _people(reading)
    holder = _holder(speaker, people, reading)
    if holder is not speaker or len(people) != 1 or not reading.lexicon.grammar.free_order:
        return holder
    heard = {one.name for sentence in reading.outer for frame in sentence.frames for one in frame.speakers}
    words = {token.low[:_STEM] for token in tokens(speaker.name)}
    told = {token.low[:_STEM] for token in tokens(people[0].role or "")}
    body = not speaker.role and speaker.name not in reading.cast.persons
    return people[0] if body and len(heard) == 1 and words <= told else speaker


def _people(reading: Reading) -> Sequence[Speaker]:
    """Return all who are heard by name, each once."""
    persons = reading.cast.persons
    said = (one for sentence in reading.outer for frame in sentence.frames for one in frame.speakers)
    named = {one.name: one for one in said if one.name in persons}
    return list(named.values())[:_MOST]


def _is_office(speaker: Speaker, reading: Reading) -> bool:
    """Tell whether only an office speaks: no person by name, and no staff, whose name may hold one."""
    words, particles = reading.lexicon.roles, reading.lexicon.attribution.particles
    if speaker.role or speaker.name in reading.cast.persons:
        return False
    row = tokens(speaker.name)
    head = next((at for at, token in enumerate(row) if at and token.low in particles), len(row)) - 1
    staff = row[head].low in words.agents - words.words and reading.lexicon.grammar.has_articles
    return not staff and bool(_offices(speaker.name, reading.lexicon))


def _holder(
    speaker: Speaker, people: Sequence[Speaker], reading: Reading, *, quoted: Speaker | None = None
) -> Speaker:
    """Return the one person heard who holds an office; the speaker where none may, or several."""
    if not _is_office(speaker, reading):
        return speaker
    met = [one for one in people if _holds(one, speaker, reading.lexicon)]
    if len(met) != 1 and quoted is not None and _on_one_side(speaker, quoted, reading.lexicon):
        met = [quoted]
    return replace(met[0], via=met[0].via or speaker.via) if len(met) == 1 else speaker


def _holds(person: Speaker, office: Speaker, lexicon: Lexicon) -> bool:
    """Tell whether what a person is called goes with an office, and nothing told of the two parts them."""
    called = f"{person.role or ''} {person.phrase}"
    if not _offices(office.name, lexicon) & _offices(called, lexicon):
        return False
    one, other = _proper(office.name, lexicon), _proper(person.role or "", lexicon)
    return _on_one_side(office, person, lexicon) and (not one or not other or bool(one & other))


def _on_one_side(one: Speaker, other: Speaker, lexicon: Lexicon) -> bool:
    told = (f"{speaker.role or ''} {speaker.phrase}".lower() for speaker in (one, other))
    sides = [side for words in told if (side := phrase_side(words, lexicon)) is not None]
    return len(set(sides)) <= 1


def _offices(words: str, lexicon: Lexicon) -> set[str]:
    return {lexicon.nouns.get(token.low, token.low) for token in tokens(words)} & lexicon.roles.words


def _proper(words: str, lexicon: Lexicon) -> set[str]:
    """Return the beginnings of the names in a role: of a region or a unit, not of a nation."""
    nations = frozenset().union(*(side.adjectives | side.names for side in lexicon.sides.values()))
    named = (token for token in tokens(words) if token.capital)
    return {one.low[:_STEM] for one in named if not _is_plain(one.low, nations, lexicon)}


def _is_plain(low: str, nations: Iterable[str], lexicon: Lexicon) -> bool:
    return low in nations or low in lexicon.roles.words or low in lexicon.roles.agents
