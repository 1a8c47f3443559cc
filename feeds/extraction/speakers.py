"""Who speaks: people, groups and organisations, as an item names them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicon import Lexicon
    from feeds.extraction.tokens import Token

_MOST_WORDS = 22
"""Longer word groups before "said" are clauses, not names."""
_MOST_NAMES = 4
_FULL_NAME = 2
"""Words of a first and a last name."""
_MOST_HEARD = 40
"""Speakers among whom "the ministry" is looked for."""
_HEARD_REACH = 900
"""Characters after which "he" is rather the last one named than the last one heard."""
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{1,6})\)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something."""

    name: str
    role: str | None = None
    """Role or organisation, as named."""
    via: str | None = None
    """The outlet spoken to."""
    phrase: str = ""
    """All words by which the item names it, lower case: tells evidence and side."""


def speakers(row: Sequence[Token], lexicon: Lexicon) -> tuple[Speaker, ...]:
    """Return the speakers that the word group ``row`` before or after "said" names.

    Empty where it names nobody: a footage, a clause, a day.
    """
    chunks = _chunks(row, lexicon)
    if not chunks or len(row) > _MOST_WORDS:
        return ()
    first = _bare(chunks[0], lexicon)
    if not first or lexicon.mood.negation.any(first):
        return ()
    if first[-1].low in lexicon.attribution.pronouns:
        first = first[-1:]
    work = _author(first, lexicon)
    if work is not None:
        return speakers(work, lexicon) if work else ()
    parts = _conjoined(first, lexicon)
    if len(parts) > 1:
        return tuple(one for part in parts for one in speakers(part, lexicon))
    found = _person(chunks, first, lexicon) or _group(first, lexicon)
    return (found,) if found is not None else ()


def _chunks(row: Sequence[Token], lexicon: Lexicon) -> list[list[Token]]:
    """Split at commas; openings such as "In a statement" and days go."""
    chunks: list[list[Token]] = [[]]
    for token in row:
        if token.said == ",":
            chunks.append([])
        elif token.word:
            chunks[-1].append(token)
    kept = [chunk for chunk in chunks if chunk]
    while len(kept) > 1 and (kept[0][0].low in lexicon.attribution.openings or not _speaks(kept[0], lexicon)):
        kept.pop(0)
    return kept


def _speaks(row: Sequence[Token], lexicon: Lexicon) -> bool:
    return not any(token.said[0].isdecimal() for token in row) and any(
        token.low in lexicon.roles.agents or token.low in lexicon.attribution.pronouns
        or (token.capital and token.low not in lexicon.attribution.leading)
        for token in row
    )  # fmt: skip


def _bare(row: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Drop articles and adjectives of esteem before, a day and a generic word behind."""
    left = list(row)
    while left and (
        left[0].low in lexicon.attribution.leading or left[0].low in lexicon.attribution.openings
    ):
        if left[0].low in lexicon.attribution.pronouns:
            break
        left.pop(0)
    while left and _day_word(left[-1], lexicon):
        left.pop()
    seats = [at for at, token in enumerate(left) if token.low.endswith(lexicon.attribution.seats)]
    return left[seats[-1] + 1 :] if seats else left


def _day_word(token: Token, lexicon: Lexicon) -> bool:
    day = token.capital and (token.low in lexicon.dates.weekdays or token.low in lexicon.dates.months)
    return day or token.low == "on" or token.said.isdecimal()


def _author(row: Sequence[Token], lexicon: Lexicon) -> list[Token] | None:
    """Return who made the map or footage that ``row`` names; None where it names none."""
    words = lexicon.attribution
    head = next((at for at, token in enumerate(row) if token.low in words.works), None)
    if head is None or (head and row[head].capital):
        return None
    if len(row) == 1:
        return [] if row[0].low in lexicon.evidence.pictures else None
    by = next((at for at in range(head + 1, len(row)) if row[at].low in words.by), None)
    return list(row[by + 1 :]) if by is not None else []


def _conjoined(row: Sequence[Token], lexicon: Lexicon) -> list[list[Token]]:
    """Split "bloggers and analysts" where both sides can speak for themselves."""
    for at, token in enumerate(row):
        if token.low in lexicon.attribution.joins and 0 < at < len(row) - 1:
            one, other = list(row[:at]), list(row[at + 1 :])
            if one[-1].low in lexicon.roles.agents and other[-1].low in lexicon.roles.agents:
                return [one, other]
    return [list(row)]


def _person(chunks: Sequence[Sequence[Token]], first: Sequence[Token], lexicon: Lexicon) -> Speaker | None:
    phrase = " ".join(token.low for chunk in chunks for token in chunk)
    cut = _role_end(first, lexicon)
    names = first[cut:]
    if names and cut and _all_names(names) and not _any_agent(names, lexicon):
        return Speaker(_said(names), _said(_without_rank(first[:cut], lexicon)) or None, phrase=phrase)
    beside = _bare(chunks[1], lexicon) if len(chunks) > 1 else []
    if cut == len(first) and beside and _all_names(beside[_role_end(beside, lexicon) :]):
        return Speaker(_said(beside[_role_end(beside, lexicon) :]), _said(first), phrase=phrase)
    if _all_names(first) and len(first) <= _MOST_NAMES and first[-1].low not in lexicon.roles.agents:
        return Speaker(_said(first), _said(_beside(chunks, lexicon)) or None, phrase=phrase)
    return None


def _any_agent(row: Sequence[Token], lexicon: Lexicon) -> bool:
    return any(token.low in lexicon.roles.agents for token in row)


def _beside(chunks: Sequence[Sequence[Token]], lexicon: Lexicon) -> list[Token]:
    """Return the words of the first apposition after a name, without its article."""
    row = list(chunks[1]) if len(chunks) > 1 else []
    return (
        row[1:]
        if row and (row[0].low in lexicon.actors.articles or row[0].low in lexicon.attribution.relatives)
        else row
    )


def _role_end(row: Sequence[Token], lexicon: Lexicon) -> int:
    """Return the token after the last word that is a role; 0 where there is none."""
    ends = [at + 1 for at, token in enumerate(row) if token.low in lexicon.roles.words]
    end = ends[-1] if ends else 0
    if end and end < len(row) and row[end].low in lexicon.attribution.particles:
        return _after_office(row, end, lexicon)
    return end


def _after_office(row: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Return where the name begins after "Secretary of State"; the end where only an office is named."""
    begin = len(row)
    while begin > end and row[begin - 1].capital:
        begin -= 1
    run = len(row) - begin
    if row[begin - 1].low in lexicon.attribution.particles:
        return len(row) if run <= _FULL_NAME else len(row) - _FULL_NAME
    return len(row) if run < _FULL_NAME else len(row) - _FULL_NAME


def _without_rank(row: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    left = list(row)
    while len(left) > 1 and left[-1].low in lexicon.roles.ranks:
        left.pop()
    return left


def _all_names(row: Sequence[Token]) -> bool:
    return (
        bool(row) and all(token.capital for token in row) and not any(token.possessive for token in row[:-1])
    )


def _group(row: Sequence[Token], lexicon: Lexicon) -> Speaker | None:
    words = lexicon.attribution
    if not _speaks(row, lexicon) or any(token.low in lexicon.mood.losses for token in row):
        return None
    kept = _of_institute(row, lexicon)
    phrase = " ".join(token.low for token in row)
    for at in range(1, len(kept)):
        hit = words.trailing.at(kept, at)
        if hit is not None and hit[0] == len(kept):
            return Speaker(_said(kept[:at]), _said(kept[at:]), phrase=phrase)
    return Speaker(_said(_head(kept, lexicon)), phrase=phrase)


def _head(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Cut what only describes a group: "milblogger reportedly affiliated with …"."""
    seen = False
    for at, token in enumerate(row):
        agent = token.low in lexicon.roles.agents
        small = not token.capital and token.low not in lexicon.attribution.particles
        if seen and small and not agent and token.low not in lexicon.roles.words:
            return row[:at]
        seen = seen or agent
    return row


def _of_institute(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Read "Analysts at the Institute" as the institute."""
    for at in range(1, len(row) - 1):
        if row[at].low in lexicon.attribution.at and row[at - 1].low in lexicon.attribution.members:
            rest = _bare(row[at + 1 :], lexicon)
            return rest if any(token.capital for token in rest) else row
    return row


def _said(row: Sequence[Token]) -> str:
    words = [token.said for token in row]
    if words and row[-1].possessive:
        words[-1] = words[-1][:-2]
    return " ".join(words)


@dataclass(slots=True)
class Cast:
    """All who are named in one item, so that a last name, a pronoun or "the ministry" finds its owner."""

    lexicon: Lexicon
    full_names: dict[str, str] = field(default_factory=dict)
    """By last name, or by the letters of a short form, in lower case."""
    roles: dict[str, str] = field(default_factory=dict)
    """By full name."""
    people: list[tuple[int, str]] = field(default_factory=list)
    """Full names of people with where they stand, in order."""
    heard: list[Speaker] = field(default_factory=list)
    """In the order in which they spoke."""
    heard_at: int = 0
    """Where the last one heard is named."""

    def known(self, speaker: Speaker, at: int) -> Speaker:
        """Return the speaker under the full name that the item gives it anywhere, and remember it.

        ``at`` is where in the item the speaker is named.
        """
        found = self._meant(speaker, at)
        name = self.full_names.get(found.name.lower(), found.name)
        role = found.role or self.roles.get(name)
        found = replace(found, name=name, role=role, phrase=f"{found.phrase} {(role or '').lower()}")
        if found.role:
            self.roles.setdefault(name, found.role)
        self.heard.append(found)
        self.heard_at = at
        return found

    def _meant(self, speaker: Speaker, at: int) -> Speaker:
        """Return who "he" or "the ministry" is: the last one heard who may be called so."""
        words = speaker.name.lower().split()
        if len(words) != 1 or words[0] in self.full_names:
            return speaker
        if words[0] in self.lexicon.attribution.pronouns:
            return self._person_before(at, speaker)
        if words[0] in self.lexicon.attribution.backward:
            for other in reversed(self.heard[-_MOST_HEARD:]):
                called = f"{other.phrase} {other.name} {other.role or ''}".lower().replace("-", " ")
                if words[0] in called.split():
                    return replace(other, via=speaker.via)
            if self.heard and words[0] in self.lexicon.attribution.works:
                return replace(self.heard[-1], via=speaker.via)
        return speaker

    def _person_before(self, at: int, speaker: Speaker) -> Speaker:
        """Return who "he" is: the last one heard, or the last one named where that was long ago."""
        if self.heard and at - self.heard_at <= _HEARD_REACH and not self._is_group(self.heard[-1]):
            return replace(self.heard[-1], via=speaker.via)
        named = bisect_left(self.people, (at, ""))
        if named:
            name = self.people[named - 1][1]
            return Speaker(name, via=speaker.via, phrase=name.lower())
        return replace(self.heard[-1], via=speaker.via) if self.heard else speaker

    def _is_group(self, speaker: Speaker) -> bool:
        words = speaker.name.lower().split()
        grouped = any(word in self.lexicon.roles.agents for word in words)
        return grouped and words[-1] not in self.lexicon.roles.words


def cast_of(text: str, row: Sequence[Token], lexicon: Lexicon) -> Cast:
    """Return the people that ``text`` names in full, its short forms, and the roles before names."""
    cast = Cast(lexicon)
    for at in range(1, len(row)):
        _note_name(cast, row, at)
    for match in _ACRONYM.finditer(text):
        full = _spelled_out(
            text[max(0, match.start() - 120) : match.start()],
            match.group(1),
            particles=lexicon.attribution.particles,
        )
        if full:
            cast.full_names.setdefault(match.group(1).lower(), full)
    return cast


def _note_name(cast: Cast, row: Sequence[Token], at: int) -> None:
    """Note "First Last" before token ``at`` ends, and the role in front of it."""
    first, last = row[at - 1], row[at]
    lexicon = cast.lexicon
    if not (_given(first, lexicon) and _given(last, lexicon)) or first.possessive:
        return
    name = f"{first.said} {last.said[:-2] if last.possessive else last.said}"
    cast.full_names.setdefault(last.low, name)
    cast.people.append((first.start, name))
    begin = at - 1
    while (
        begin > max(0, at - _MOST_WORDS)
        and row[begin - 1].word
        and (row[begin - 1].capital or row[begin - 1].low in lexicon.attribution.particles)
    ):
        begin -= 1
    role = _bare(_without_rank(row[begin : at - 1], lexicon), lexicon)
    if role and role[-1].low in lexicon.roles.words:
        cast.roles.setdefault(name, _said(role))


def _given(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token may be part of a person's name."""
    if not token.capital or not token.said[0].isalpha() or any(letter.isdigit() for letter in token.said):
        return False
    words = lexicon.places
    kinds = (words.never, words.features, lexicon.roles.words, words.coarse)
    return not any(token.low in kind for kind in kinds)


def _spelled_out(before: str, letters: str, *, particles: frozenset[str]) -> str:
    """Return the capitalised words right before a bracketed short form that spell it."""
    words = before.split()
    taken: list[str] = []
    initials = ""
    while words and len(initials) < len(letters):
        word = words.pop()
        if not (word[0].isupper() or word.lower() in particles):
            break
        taken.insert(0, word)
        initials = (word[0] if word[0].isupper() else "") + initials
    return " ".join(taken) if initials.lower() == letters.lower() else ""
