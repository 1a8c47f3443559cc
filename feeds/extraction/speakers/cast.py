"""All who are named in one item: full names, short forms, roles, and who was heard last."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import is_adjective_word, tongue_of
from feeds.extraction.lexicons.endings import OF_MEN
from feeds.extraction.speakers.acronyms import blended, in_brackets, in_full, spelled_out
from feeds.extraction.speakers.ordered_names import note_first_names, note_name
from feeds.extraction.speakers.persons import note_called, note_person
from feeds.extraction.speakers.pronouns import meant_by_he, meant_by_it
from feeds.extraction.speakers.sides import phrase_side
from feeds.extraction.speakers.sites import is_outlet_name
from feeds.extraction.speakers.speakers import Speaker
from feeds.extraction.speakers.tenure import is_known_by_name, may_hold, source_of
from feeds.extraction.speakers.units import unit_meant
from feeds.extraction.words.tokens import tokens
from feeds.model import Side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_MOST_ALIKE = 20
"""Last names with the same first letters that are looked at."""
_STEM = 3
"""Letters that all cases of a name share at least."""
_LONG_ENDING = 3
"""Letters in which the longest cases of a last name differ from the nominative."""
_MOST_HEARD = 40
"""Speakers among whom "the ministry" is looked for."""
_EPITHET_REACH = 500
"""Characters after somebody's name in which "the head of the agency" is rather the same person."""
_TITLE_REACH = 900
"""Characters after somebody is named with an office in which the office alone means the same person."""
_HEARD_REACH = 900
"""Characters after which "he" is rather the last one named than the last one heard."""


@dataclass(slots=True)
class Cast:
    """All who are named in one item, so that a last name, a pronoun or "the ministry" finds its owner."""

    lexicon: Lexicon
    text: str = ""
    """The item's own words."""
    known_words: frozenset[str] = frozenset()
    """The item's words with a capital, in lower case."""
    full_names: dict[str, str] = field(default_factory=dict)
    """By last name, or by the letters of a short form, in lower case."""
    short_forms: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The last two words before a short form in brackets, by it."""
    stems: dict[str, list[str]] = field(default_factory=dict)
    """Last names by their first letters, few for each."""
    persons: frozenset[str] = frozenset()
    """All full names."""
    roles: dict[str, str] = field(default_factory=dict)
    """By full name."""
    people: list[tuple[int, str]] = field(default_factory=list)
    """Full names of people with where they stand, in order."""
    subjects: set[int] = field(default_factory=set)
    """Where people are named in the nominative, in languages with cases."""
    heard: list[Speaker] = field(default_factory=list)
    """In the order in which they spoke."""
    headings: list[tuple[int, tuple[Speaker, ...]]] = field(default_factory=list)
    """Who headings and the first line name as saying what follows, with where they stand, in order."""
    whole: bool = False
    """Whether the author also says what stands before the heading."""
    heard_at: int = 0
    """Where the last one heard is named."""
    units: tuple[tuple[int, Speaker], ...] | None = None
    """Units named by number or name, with where they stand; None until somebody asks."""

    @property
    def author(self) -> tuple[Speaker, ...]:
        """Whom the last heading names; () before any."""
        return self.headings[-1][1] if self.headings else ()

    def known(self, speaker: Speaker, at: int) -> Speaker:
        """Return the speaker under the full name that the item gives it anywhere, and remember it.

        ``at`` is where in the item the speaker is named.
        """
        found = self._by_initials(speaker) or self._meant(speaker, at)
        name = self.full_names.get(found.name.lower()) or self.by_stem(found.name)
        role = found.role or self.roles.get(name)
        if role and role is found.role and self._is_rank(role):
            role = self.roles.get(name, role)
        told = " ".join(dict.fromkeys((role or "", self.roles.get(name, "")))).lower()
        found = replace(found, name=name, role=role, phrase=f"{found.phrase} {told}".rstrip())
        if found.role:
            self.roles.setdefault(name, found.role)
            note_called(self, found)
        elif name != speaker.name and speaker.name.lower() in self.lexicon.roles.words:
            found = replace(found, phrase=f"{found.phrase} {speaker.name.lower()}")  # "the expert said"
        if not (self.lexicon.grammar.free_order and is_outlet_name(found.name, self.lexicon)):
            self.heard.append(found)
            self.heard_at = at
        return found

    def _is_rank(self, role: str) -> bool:
        """Tell whether a role only says of which rank somebody is."""
        ranks = self.lexicon.roles.ranks
        return all(word in ranks for word in role.lower().split())

    def by_stem(self, name: str) -> str:
        """Return the full name that a single word in any case is the last word of, else the word."""
        ending = _LONG_ENDING if name.endswith(OF_MEN) else _LONG_ENDING - 1
        stem = name.lower()[: max(_STEM, len(name) - ending)]
        if not self.lexicon.grammar.free_order or " " in name or len(name) <= _STEM or name.isupper():
            return name
        met = (last for last in self.stems.get(stem[:_STEM], ()) if last.startswith(stem))
        return self.full_names.get(next(met, ""), name)

    def _meant(self, speaker: Speaker, at: int) -> Speaker:
        """Return who "he" or "the ministry" is: the last one heard who may be called so."""
        words = speaker.name.lower().split()
        attribution = self.lexicon.attribution
        if words[0] in self.full_names and len(words) == 1:
            return speaker
        group = words[0] in attribution.group_pronouns and self.heard
        named_so = {words[0], *(plain if len(plain := self._without_adjectives(words)) == 1 else ())}
        office = named_so & attribution.epithets
        meant = self._titled(office, at)
        if meant is None and (group or (office and self._is_near_person(at))):
            last = meant_by_it(words[0], self.heard, self.persons, self.lexicon)
            meant = last if group or may_hold(last, words, self.lexicon) else None
        if meant is None and office and not self.heard and len(words) > 1 and words[-1] not in office:
            meant = self._of_one_side(self._subject_before(at), words)
        meant = meant or self._assessor(speaker) or self._unit(speaker, at) or unit_meant(self, speaker, at)
        meant = meant or source_of(words, self.heard, self.lexicon)
        if meant is not None:
            return replace(meant, via=speaker.via or meant.via)
        if words[0] in attribution.pronouns:
            return self._person_before(at, speaker)
        words = self._without_adjectives(words)
        again = all(self.lexicon.nouns.get(word, word) in self.lexicon.attribution.backward for word in words)
        whole = self.lexicon.grammar.free_order and any(one[0].isupper() for one in speaker.name.split()[1:])
        again = again and not (
            whole and words[0] not in attribution.epithets
        )  # "the press office of the Staff" says whose it is
        if again or self._is_office(speaker, words):
            meant = self._called(words) or (self._unnamed(speaker, words) if again else None)
            meant = meant or (self._subject_before(at) if office and len(words) == 1 else None)
            return replace(meant, via=speaker.via or meant.via) if meant else speaker
        if speaker.role:
            return speaker
        return self._by_office(speaker, words)

    def _titled(self, offices: AbstractSet[str], at: int) -> Speaker | None:
        """Return who was named last with one of ``offices`` where the last one heard has none of them."""
        if not (offices and self.lexicon.grammar.free_order):
            return None
        last = self.heard[-1] if self.heard else None
        if last is not None and offices & set(f"{last.phrase} {last.role or ''}".lower().split()):
            return None
        for start, name in reversed(self.people[: bisect_left(self.people, (at, ""))][-_MOST_HEARD:]):
            role = self.roles.get(name, "")
            if at - start <= _TITLE_REACH and offices & set(role.lower().split()):
                return Speaker(name, role, phrase=f"{name} {role}".lower())
        return None

    def _subject_before(self, at: int) -> Speaker | None:
        """Return the person named last, in the nominative, shortly before."""
        number = bisect_left(self.people, (at, ""))
        start, name = self.people[number - 1] if number else (0, "")
        near = start in self.subjects and at - start <= _EPITHET_REACH
        return Speaker(name, self.roles.get(name), phrase=name.lower()) if near else None

    def _of_one_side(self, person: Speaker | None, office: Sequence[str]) -> Speaker | None:
        """Return a person who is told to be of the side that an office is of."""
        own = phrase_side(" ".join(self.lexicon.nouns.get(one, one) for one in office), self.lexicon)
        called = f"{person.role or ''}".lower() if person is not None else ""
        return person if own is not None and phrase_side(called, self.lexicon) is own else None

    def _assessor(self, speaker: Speaker) -> Speaker | None:
        """Return the institute heard last where only "the think tank" speaks."""
        words = self.lexicon
        if not (words.grammar.has_articles and speaker.name.islower()) or speaker.role:
            return None
        if not words.attribution.institutes.any(tokens(speaker.name)):
            return None
        known = (one for one in reversed(self.heard) if words.publishers.assessor.any(tokens(one.name)))
        return next(known, None)

    def _unit(self, speaker: Speaker, at: int) -> Speaker | None:
        """Return the unit heard last, shortly before, where only "the fighters" or "the unit" speak."""
        last, words = (self.heard[-1] if self.heard else None), self.lexicon
        near = words.grammar.free_order and last is not None and at - self.heard_at <= _HEARD_REACH
        if not near or last is None or speaker.role or last.name in self.persons or " " not in last.name:
            return None
        own = phrase_side(last.phrase, words) or Side.UKRAINE  # whose units need no adjective
        side = phrase_side(speaker.name.lower(), words)
        plain = [one for one in speaker.name.lower().split() if one not in words.sides[own].adjectives]
        forces = words.actors.forces & words.attribution.backward
        generic = len(plain) == 1 and plain[0] in forces and side in {None, own}
        unit = any(words.nouns.get(one) in words.actors.forces for one in last.name.lower().split())
        return last if generic and unit else None

    def _by_initials(self, speaker: Speaker) -> Speaker | None:
        """Return the organisation heard before of which only the short form is named; where order is free."""
        if not self.lexicon.grammar.free_order:
            return None
        if not speaker.name.isupper():
            return blended(speaker, self.heard[-_MOST_HEARD:])
        members = self.lexicon.attribution.members
        named = [one for one in self.heard if one.name.split()[0].lower() not in members]
        meant = in_full(speaker, named, self.short_forms)
        return replace(meant, via=speaker.via) if meant is not None else None

    def _without_adjectives(self, words: list[str]) -> list[str]:
        """Return "ministry" for "defence ministry" where only an adjective of no nation stands before it."""
        head = words[-1]
        if len(words) == 1:
            return words
        nations = frozenset().union(*(side.adjectives for side in self.lexicon.sides.values()))
        plain = self.lexicon.grammar.free_order and head in self.lexicon.attribution.backward
        own = self.heard and phrase_side(self.heard[-1].phrase, self.lexicon)
        told = {word for word in words[:-1] if word in nations}
        plain = plain and (not told or bool(own and phrase_side(" ".join(told), self.lexicon) is own))
        alike = all(is_adjective_word(word, self.lexicon.language) for word in words[:-1])
        return words[-1:] if plain and alike else words

    def _by_office(self, speaker: Speaker, words: Sequence[str]) -> Speaker:
        """Return who holds an office, or the organisation that ``words`` shorten; else the speaker."""
        if self._is_head_of_state(words) and self.heard and not self._is_group(self.heard[-1]):
            last = self.heard[-1]
            return speaker if last.role else replace(last, via=speaker.via or last.via)
        whole = self._holder(speaker) or (self._whole_of(words) if len(words) > 1 else None)
        return replace(whole, via=speaker.via) if whole else speaker

    def _is_office(self, speaker: Speaker, words: Sequence[str]) -> bool:
        """Tell whether only what somebody is is told, in a language that has no word for "the"."""
        alone = len(words) == 1 and words[0] in self.lexicon.roles.words and not speaker.role
        return alone and self.lexicon.grammar.free_order

    def _is_head_of_state(self, words: Sequence[str]) -> bool:
        """Tell whether somebody is only called "the president of X"."""
        nouns, places = self.lexicon.nouns, self.lexicon.places
        of = [nouns.get(word, word) for word in words[1:]]
        return words[0] in self.lexicon.attribution.epithets and bool(of) and set(of) <= places.countries

    def _holder(self, speaker: Speaker) -> Speaker | None:
        """Return the last person heard who holds an office of the same head: "the chief of staff"."""
        words, lexicon = speaker.name.split(), self.lexicon
        head, rest = words[0].lower(), words[1:]
        if head not in lexicon.roles.words:
            return None
        if rest and rest[0] not in lexicon.attribution.within:
            return self._holder_at(head, rest)
        kinds = (lexicon.roles.words, lexicon.roles.agents)
        proper = {
            word.lower()
            for word in rest
            if word[0].isupper() and not any(word.lower() in kind for kind in kinds)
        }
        for other in reversed(self.heard[-_MOST_HEARD:]):
            called = f"{other.phrase} {other.role or ''}".lower().replace("-", " ").split()
            if other.name in self.persons and head in called and proper <= set(called):
                return other
        return None

    def _holder_at(self, head: str, rest: Sequence[str]) -> Speaker | None:
        """Return the last person heard of the same office in the same organisation: "spokesman of X"."""
        proper = [word.strip('«»“”"').lower() for word in rest if not word.islower()]
        if not proper or not self.lexicon.grammar.free_order:
            return None
        for other in reversed(self.heard[-_MOST_HEARD:]):
            called = f"{other.phrase} {other.role or ''}".lower().split()
            met = all(any(one[: len(word) - 1] == word[:-1] for one in called) for word in proper)
            if other.name in self.persons and head in called and met:
                return other
        return None

    def _whole_of(self, words: Sequence[str]) -> Speaker | None:
        """Return the last organisation heard of whose longer name all ``words`` are a part."""
        side = phrase_side(" ".join(words), self.lexicon)
        for other in reversed(self.heard[-_MOST_HEARD:]):
            named = other.name.lower().split()
            more = [word for word in other.name.split() if word.lower() not in words]
            proper = all(word[0].isupper() or word in self.lexicon.attribution.particles for word in more)
            # "Russian sources" are none of "Russian and Ukrainian sources".
            alike = side is None or side is phrase_side(other.name.lower(), self.lexicon)
            part = alike and len(named) > len(words) and set(words) <= set(named)
            if part and proper and not other.role:
                return other
        return None

    def _is_near_person(self, at: int) -> bool:
        """Tell whether the last one heard is a person named shortly before."""
        if not self.heard or at - self.heard_at > _EPITHET_REACH:
            return False
        last = self.heard[-1]
        office = set((last.role or "").lower().split()) & self.lexicon.roles.words
        called = self.lexicon.grammar.free_order and bool(office) and not self._is_group(last)
        called = called or is_known_by_name(last, self.lexicon)
        return last.name in self.persons or called  # "the commander with the call sign NAME"

    def _called(self, words: Sequence[str]) -> Speaker | None:
        """Return the last one heard of whose names or roles ``words`` begin with one."""
        free = self.lexicon.grammar.free_order
        for other in reversed(self.heard[-_MOST_HEARD:]):
            called = f"{other.phrase} {other.name} {other.role or ''}".lower()
            whose = called.split() if free and other.name in self.persons else ()
            met = {self.lexicon.nouns.get(one, one) for one in whose}
            plain = f" {called} ".replace("-", " ")
            found = words[0] in met or f" {words[0].replace('-', ' ')} " in plain
            if found and other.name.lower() != words[0]:
                return other
        return None

    def _unnamed(self, speaker: Speaker, words: Sequence[str]) -> Speaker | None:
        """Return the last one heard where "the interlocutor" may be anybody of whom no role is told."""
        attribution = self.lexicon.attribution
        if not self.heard:
            return None
        last = self.heard[-1]
        if words[0] in attribution.works or (len(words) > 1 and self.lexicon.grammar.has_articles):
            return last  # "the press release"
        if words[0] in self.lexicon.actors.forces and last.name in self.persons:
            return None
        if words[0] in attribution.members:
            near = (one for one in reversed(self.heard[-_MOST_HEARD:]) if self._assesses(one))
            return next(near, None) or (last if self._has_members(last, words[0]) else None)
        generic = self.lexicon.grammar.free_order and (
            words[0] in self.lexicon.roles.words
            or words[0] in attribution.members
            or speaker.name[0].islower()
        )
        labels = attribution.labels
        if (
            words[0] in labels
            and (last.role or "").lower().split()[-1:]
            and set((last.role or "").lower().split()) & labels
        ):
            return last
        generic = generic and not (words[0] in self.lexicon.roles.words and self._is_group(last))
        return last if generic and not last.role and last.name.lower() != speaker.name.lower() else None

    def _has_members(self, last: Speaker, members: str) -> bool:
        """Tell whether "the authors", or "analysts", may be those of the last one heard, no institute."""
        labels, evidence = self.lexicon.attribution.labels, self.lexicon.evidence
        analysts = evidence.analyst.any(tokens(members))
        called = (last.role or last.name).lower().split()
        channel = bool(labels.intersection(called)) or evidence.milblogger.any(tokens(last.name))
        return not analysts if channel else not last.role

    def _assesses(self, speaker: Speaker) -> bool:
        return self.lexicon.publishers.assessor.any(tokens(speaker.name))

    def _person_before(self, at: int, speaker: Speaker) -> Speaker:
        """Return who "he" is: the last one heard, or the last one named where that was long ago."""
        named = bisect_left(self.people, (at, ""))
        near = bool(self.heard) and at - self.heard_at <= _HEARD_REACH
        last = meant_by_he(self.heard, self.lexicon)
        if near and last and not (self._is_group(last) or (named and self._is_anew(named - 1, at))):
            return replace(last, via=speaker.via or last.via)
        if named:
            name = self.people[named - 1][1]
            return Speaker(name, via=speaker.via, phrase=name.lower())
        return replace(self.heard[-1], via=speaker.via) if self.heard else speaker

    def _is_anew(self, number: int, at: int) -> bool:
        """Tell whether somebody is named in the paragraph of ``at``, behind that of the last one heard."""
        start = self.people[number][0]
        apart = "\n" in self.text[self.heard_at : start] and "\n" not in self.text[start:at]
        acts = self.lexicon.grammar.has_articles or start in self.subjects
        return acts and start > self.heard_at and apart

    def _is_group(self, speaker: Speaker) -> bool:
        words = speaker.name.lower().split()
        named = frozenset().union(*(side.names for side in self.lexicon.sides.values()))
        grouped = any(word in self.lexicon.roles.agents or word in named for word in words)
        return grouped and words[-1] not in self.lexicon.roles.words


def cast_of(text: str, row: Sequence[Token], lexicon: Lexicon) -> Cast:
    """Return the people that ``text`` names in full, its short forms, and the roles before names."""
    known = frozenset(token.low.replace("ё", "е") for token in row if token.capital)
    cast = Cast(lexicon, text=text, known_words=known)
    note = note_person if tongue_of(lexicon.language) else note_name
    for at in range(1, len(row)):
        note(cast, row, at)
    cast.persons = frozenset(cast.full_names.values())
    if lexicon.grammar.has_articles:
        note_first_names(cast, row)
    for last in cast.full_names:
        alike = cast.stems.setdefault(last[:_STEM], [])
        if len(alike) < _MOST_ALIKE:
            alike.append(last)
    cast.short_forms = in_brackets(text) if lexicon.grammar.free_order else {}
    for short, full in spelled_out(text, lexicon.attribution.particles):
        cast.full_names.setdefault(short, full)
    return cast
