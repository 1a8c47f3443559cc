"""Lexicons: all words of one language by which reports, quotes and pending statements are told.

A lexicon is data, ``lexicons/LANGUAGE.toml``; nothing else in this package knows a word of any
language, a town or an outlet. Its sections are the classes here, their keys the fields;
:mod:`feeds.extraction.lexicons.schema` reads and checks them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.doing import Actors, Grammar, Mood, SideWords, Trigger
from feeds.extraction.lexicons.measuring import Dates, Figures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.extraction.words.phrases import Phrases
    from feeds.model import Side


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Recognition:
    """How a text of the language is told from others."""

    letters: str
    """Small ones, and the apostrophe where words have it within."""
    function_words: frozenset[str]
    """Small words that most of its sentences have."""
    endings: frozenset[str]
    """Of words, of four letters at most, such as no neighbour has."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SentenceWords:
    """Words behind which a full stop ends no sentence."""

    abbreviations: frozenset[str]
    closing: frozenset[str]
    """Behind a number the stop does end it, where a capital letter follows."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Attribution:
    """Who says something, and how it is told that they do."""

    verbs: frozenset[str]
    unheard: frozenset[str]
    """Verbs of saying that name nobody: what stands before them was said elsewhere, or not at all."""
    judging: frozenset[str]
    """Verbs of saying behind which a word for what is untrue denies: "called it a fake that"."""
    besides: Phrases[None]
    """What begins a sentence that adds to what was said in the one before: "besides"."""
    recalls: Phrases[None]
    """What begins what an item adds by itself, behind what others say: "we recall that"."""
    impersonal: frozenset[str]
    """Those of them that name nobody, at the head of a sentence: whoever was heard last goes on."""
    describing: frozenset[str]
    """Verbs that tell of somebody's words only beside quotation marks: "called it"."""
    denials: frozenset[str]
    presenting: frozenset[str]
    """Verbs that say something only behind ``backwards``: "made such a statement"."""
    sourced: frozenset[str]
    """Verbs behind which only a preposition leads to who says it: "became known from"."""
    shows: frozenset[str]
    auxiliaries: frozenset[str]
    pronouns: frozenset[str]
    author: frozenset[str]
    """By which whoever writes calls himself: "we", who is no speaker beside the source."""
    listeners: Phrases[None]
    according: Phrases[None]
    via: Phrases[None]
    relays: frozenset[str]
    headings: frozenset[str]
    sources: frozenset[str]
    """Before a colon or a dash: who is named behind it says all of the item."""
    members: frozenset[str]
    works: frozenset[str]
    institutes: Phrases[None]
    """What an institute that was named before is called again: "the think tank"."""
    trailing: Phrases[None]
    leading: frozenset[str]
    backward: frozenset[str]
    particles: frozenset[str]
    openings: frozenset[str]
    by: frozenset[str]
    relatives: frozenset[str]
    free_relatives: frozenset[str]
    """Relatives that stand for what they tell of: "in what X calls a raid", which X does not report."""
    joins: frozenset[str]
    at: frozenset[str]
    seats: tuple[str, ...]
    assertions: frozenset[str]
    making: frozenset[str]
    """Verbs by which such a thing is said: "made a claim that"."""
    told: frozenset[str]
    boundaries: frozenset[str]
    clauses: frozenset[str]
    callsigns: Phrases[None]
    outlets: Phrases[None]
    """Those who are told things or pass them on, and say little themselves."""
    labels: frozenset[str]
    """Nouns before a proper name that only say what it is: "the channel Lantern"."""
    about: frozenset[str]
    """What is said begins behind these: "spoke about the capture"."""
    backwards: Phrases[None]
    """What was said before: "this was reported by"."""
    likewise: frozenset[str]
    """Before the verb: "as X said"."""
    contrasting: frozenset[str]
    """Before such a word, which then only contrasts: "where|as"."""
    anew: frozenset[str]
    """Before what was told before: "denied any such advance"."""
    within: frozenset[str]
    """Prepositions that stay within the name of an office."""
    citing: Phrases[None]
    """Before who is cited by the outlet that speaks."""
    quoting: Phrases[None]
    """What an outlet does that passes on another's words: "quotes him", "quotes"."""
    possessives: Mapping[str, str]
    """By "his" and the like: the pronoun."""
    possessors: frozenset[str]
    """Words that say whose forces are meant: the speaker's own."""
    group_pronouns: frozenset[str]
    """Those that may mean an organisation: "they", "there"."""
    epithets: frozenset[str]
    """What somebody named just before is called for a change: "the head of the agency"."""
    untrue: Phrases[None]
    """That a statement is not so."""
    his_words: Mapping[str, str]
    """By three words, "in his words": the pronoun."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Roles:
    """What people are."""

    words: frozenset[str]
    ranks: frozenset[str]
    agents: frozenset[str]
    honouring: frozenset[str]
    """Before the name of somebody after whom something is called."""
    between: frozenset[str]
    """Small words between a first and a last name: "de", "von"."""
    neuters: frozenset[str]
    """Nouns without cases, of the neuter."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EvidenceWords:
    """What tells on which evidence a claimant speaks."""

    pictures: frozenset[str]
    geolocated: Phrases[None]
    milblogger: Phrases[None]
    analyst: Phrases[None]
    official: Phrases[None]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Publishers:
    """What the name of a source tells of what it is."""

    official: Phrases[None]
    assessor: Phrases[None]
    outlet: Phrases[None]
    channel: Phrases[None]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlaceWords:
    """What stands around the name of a place."""

    cues: frozenset[str]
    origins: frozenset[str]
    goals: frozenset[str]
    """Before where somebody withdraws to."""
    nearer: frozenset[str]
    beside: frozenset[str]
    capital_near: frozenset[str]
    """Right before the name of a side that is a capital too: then the city is meant, not who rules in it."""
    landmarks: Phrases[None]
    """Behind a comma, between a place and one that only tells where it lies: ", close to"."""
    settlement: frozenset[str]
    appositive: frozenset[str]
    """Words for a settlement with its name in the nominative, but with one of the endings ``accusative``."""
    accusative: tuple[str, ...]
    many: frozenset[str]
    """Those of them that mean several, so none named before."""
    sectors: frozenset[str]
    """Words for several parts of the front: "areas", "directions"."""
    unspecified: frozenset[str]
    """Words before such a class that mean no place named before: "another village"."""
    kept: Phrases[None]
    dropped: frozenset[str]
    coarse: frozenset[str]
    roads: frozenset[str]
    plural: Mapping[str, str]
    of: frozenset[str]
    features: frozenset[str]
    whole: Phrases[None]
    """What means all of a place: "all of"."""
    seats: Phrases[None]
    """What a town may be called that is no part of one: "the regional centre X"."""
    heading: frozenset[str]
    """Prepositions for where somebody goes, beside the place where they are."""
    borders: frozenset[str]
    """Between a place and the region on whose edge it lies."""
    banks: frozenset[str]
    """What a river has on both sides."""
    flanks: frozenset[str]
    """Which of them, beside the winds: "left"."""
    parts: Phrases[None]
    """What is a part of a place, or lies in it: to take it is no seizure of the place."""
    joined: frozenset[str]
    """Nouns that belong to a name of several towns: "the X-Y area"."""
    several: frozenset[str]
    """Words before a class or a sector that mean all settlements named last: "both", "these"."""
    namely: Phrases[None]
    """What begins a sentence that only says more closely where: "in particular"."""
    lying: tuple[str, ...]
    """Beginnings of words behind a comma that only tell where a place lies: ", that is near B"."""
    whither: frozenset[str]
    """Relatives that stand for the place right before them: "the village, to which"."""
    there: frozenset[str]
    """Adverbs that mean the settlement named last."""
    endings: Mapping[str, str]
    """Of unknown names: endings in other cases, and those of the nominative; the longest fits."""
    never: frozenset[str]
    abroad: tuple[str, ...]
    """Beginnings of names of other lands and their cities, which are no places of this war."""
    embattled: tuple[str, ...]
    """Beginnings of words for lands that have a war of their own."""
    countries: frozenset[str]
    amid: frozenset[str]
    """Behind the word for a border, before the areas that it parts."""
    upon: frozenset[str]
    """In a list these lead to a border or a line too: "near A and on the border"."""
    lands: frozenset[str]
    """Names of parts of a country that are no oblast of it."""
    elided: Mapping[str, str]
    """Endings of adjectives that may name a direction alone, and how its name then ends, noun and all."""
    elided_areas: Mapping[str, str]
    """Likewise of oblasts, behind one that is named: "in the X oblast and in the Y"."""
    ways: frozenset[str]
    """Words for the way to a place that only tells where another lies: "the last town on the way to X"."""
    elided_after: frozenset[str]
    """Prepositions right before such an adjective."""
    islands: Mapping[str, str]
    """Words for what the name behind them is an essential part of, and their base forms."""
    rivers: Mapping[str, str]
    """Words for a river, before its name, and their base forms, where cases tell."""
    called: frozenset[str]
    """Before a name that the item does not take over: "the so-called"."""
    facilities: Mapping[str, str]
    """Words for works that are called after a town by an adjective, and their base forms."""
    adjectival: tuple[str, ...]
    """Endings of such adjectives that few settlements have."""
    crossing: tuple[str, ...]
    """Beginnings of verbs by which a river itself is taken: "crossed the river X near Y"."""
    highways: Mapping[str, str]
    """Words for roads that are called after the towns they join, and their base forms."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ControlWords:
    """What says in whose hands a place is."""

    grey: Phrases[None]
    """In those of neither side: "grey zone"."""
    unknown: Phrases[None]
    """That it is not known."""
    agnostic: frozenset[str]
    """Words in the names of those by whom a grey zone is a place of which that is not known."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Certainty:
    """How firmly something is told, so that it can be seen where it is passed on as more."""

    hedges: Phrases[str]
    """What leaves open whether it is so: "reportedly"."""
    claiming: Phrases[str]
    """Verbs of those whom one need not believe: "claimed"."""
    declaring: Phrases[str]
    """Verbs that may mean that as well as "said"."""
    footholds: Phrases[str]
    """What tells that ground is not only reached but held: "gained a foothold"."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Compass:
    """The winds, as nouns and as adjectives."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PendingWords:
    """How it is told that somebody was asked, or has said nothing."""

    neither: frozenset[str]
    nor: frozenset[str]
    asking: Phrases[None]
    purpose: Phrases[None]
    plural: Mapping[str, str]
    """Of nouns that two parties share: "the Russian and Ukrainian ministries"."""
    silent: frozenset[str]
    unsaid: Phrases[None]
    absent: Phrases[None]
    requests: Phrases[None]
    """Of the asking ones, those that need no purpose."""
    requested: Phrases[None]
    """Before who has asked: "did not answer the request of"."""
    refused: Phrases[None]
    """Who was asked would not answer, which is more than not having answered yet."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lexicon:
    """All words of one language; each is its own, so that what is made of one can be kept by it."""

    language: str
    """Its code, such as ``uk``."""
    words: frozenset[str]
    """All whole words of all its lists."""
    recognition: Recognition
    sentences: SentenceWords
    triggers: Phrases[Trigger]
    sides: Mapping[Side, SideWords]
    mood: Mood
    actors: Actors
    grammar: Grammar
    attribution: Attribution
    roles: Roles
    evidence: EvidenceWords
    publishers: Publishers
    places: PlaceWords
    control: ControlWords
    certainty: Certainty
    compass: Compass
    figures: Figures
    dates: Dates
    pending: PendingWords
    nouns: Mapping[str, str]
    """Nouns for those who speak, in all cases, with their nominative."""


SECTIONS: Mapping[str, type] = {
    "recognition": Recognition,
    "sentences": SentenceWords,
    "mood": Mood,
    "actors": Actors,
    "grammar": Grammar,
    "attribution": Attribution,
    "roles": Roles,
    "evidence": EvidenceWords,
    "publishers": Publishers,
    "places": PlaceWords,
    "control": ControlWords,
    "certainty": Certainty,
    "compass": Compass,
    "figures": Figures,
    "dates": Dates,
    "pending": PendingWords,
}
"""The sections of a file whose keys are the fields of a class, by name."""
