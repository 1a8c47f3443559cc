"""The parts of a lexicon by which is told what was done, by whom, and whether it was done at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.extraction.words.phrases import Phrases
    from feeds.model import Kind


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Trigger:
    """What a phrase says was done."""

    kind: Kind
    noun: bool
    base: bool
    """Whether it is the base form of a verb, as after "could" or "to"."""
    repelled: bool = False
    """Whether the phrase beats it back: the other side did it."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SideWords:
    """How one side is named."""

    names: frozenset[str]
    adjectives: frozenset[str]
    forces: frozenset[str]
    phrases: Phrases[None]
    """Names of several words: "defence forces"."""
    keeps: tuple[str, ...]
    """Beginnings of triggers by which this side only holds what it had."""
    voices: frozenset[str]
    """Last names of those known to speak for this side."""
    deeds: tuple[str, ...]
    """Beginnings of triggers that only this side's doings are called by, where nobody is named."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mood:
    """What makes a trigger no report, an attempt, or a denial."""

    forecast: Phrases[None]
    attempt: Phrases[None]
    achieved: Phrases[None]
    negation: Phrases[None]
    doubted: frozenset[str]
    """Those of them that only say that it is another's claim, where somebody is told to claim it."""
    undertakings: frozenset[str]
    """In a heading, before a dash or colon: what stands behind it is only an aim."""
    wholly: frozenset[str]
    """Behind "not" and before a verb of gaining ground: it was done in part."""
    boundaries: frozenset[str]
    passive: frozenset[str]
    being: frozenset[str]
    """Auxiliaries of the present before a participle: "is said to"."""
    to: frozenset[str]
    armed: frozenset[str]
    adjective_after: frozenset[str]
    verb_endings: tuple[str, ...]
    participles: tuple[str, ...]
    past: frozenset[str]
    """Past forms without a regular ending, which are no nouns: "broke"."""
    adverb_endings: tuple[str, ...]
    modal: frozenset[str]
    questions: frozenset[str]
    """Right behind a verb: it is only asked whether it is so."""
    unsettled: frozenset[str]
    """Behind a noun of doing: it is still to come, "the capture is a matter of time"."""
    infinitive: frozenset[str]
    scenery: Phrases[None]
    strikes: frozenset[str]
    losses: frozenset[str]
    raiding: tuple[str, ...]
    """Beginnings of verbs that tell of attacks on the ground and of strikes alike."""
    strike_signs: frozenset[str]
    """Weapons that fly far, and the harm that they do in a town."""
    harmed: frozenset[str]
    """Before a noun of doing: it only says in what people came to harm."""
    civilians: frozenset[str]
    """Those who leave a place and are no forces: "residents"."""
    weapons: frozenset[str]
    """Behind an attack, in a case of their own: what it was made with from afar."""
    history: Phrases[None]
    idioms: Phrases[None]
    """What begins like a trigger and says something else."""
    refuted: Phrases[None]
    """What makes all that a sentence says untrue."""
    absent: frozenset[str]
    """Words of negation that are verbs: "there is none"."""
    conducting: tuple[str, ...]
    """Beginnings of verbs by which what a noun says is done: "the assault was led by", by case."""
    undone: tuple[str, ...]
    """Beginnings of verbs that deny, behind "not", what the noun or infinitive before them says."""
    success: frozenset[str]
    """What is not had by an attack that was made all the same: "had no success"."""
    only: frozenset[str]
    """Words that make "not" none: "not only"."""
    so_called: frozenset[str]
    """Right before a noun of doing: others call it so, "the so-called liberation"."""
    purposes: Phrases[None]
    """Words that open a purpose: "in order to"."""
    ceasing: tuple[str, ...]
    """Beginnings of verbs that make "not" none, as what they hold goes on: "did not give up attempts"."""
    infinitive_endings: tuple[str, ...]
    """Endings of a base form where a language has no word before it."""
    contested: frozenset[str]
    """Words between fighting and the place that one side fights for."""
    aims: frozenset[str]
    """Words right before a noun of doing that make it an aim: "ready for the assault"."""
    afterwards: frozenset[str]
    """Before gains that are only told to say since when: "after"."""
    unchanged: Phrases[None]
    """That the line of contact stays where it was: who attacked in the sentence before gained nothing."""
    stopped: Phrases[None]
    """Behind "but": a push that came to nothing, "was thrown back"."""
    helping: frozenset[str]
    """Verbs that help another or only join, by which a clause is told."""
    inserted: frozenset[str]
    """Small words between a passive and its auxiliary: "are now occupied"."""
    enduring: frozenset[str]
    """Before a noun of attack: verbs and prepositions of those who are attacked."""
    bare: frozenset[str]
    """Verbs of many meanings, which tell of something only with a place as their object."""
    falling: frozenset[str]
    """Verbs whose subject is a place: "X fell"."""
    once: frozenset[str]
    """Words behind which a verb of the past tells what was done, whatever stands before them."""
    building: Phrases[None]
    """Before a noun of doing: verbs whose object is there already, "capitalize on"."""
    decisions: frozenset[str]
    """Verbs by which a withdrawal is under way, and anything else is only planned: "ordered to"."""
    long_past: Phrases[None]
    """Behind a trigger: it is told of long ago."""
    ongoing: frozenset[str]
    """Words right behind fighting by which it is a statement, whatever stands before it."""
    particles: frozenset[str]
    """Small words that go with a verb before its object: "drove back"."""
    joining: tuple[str, ...]
    """Beginnings of verbs by which one side takes fighting to a place."""

    def is_active_form(self, low: str) -> bool:
        """Tell whether a word ends as a verb that acts: "seizing", "вошли", but not "seized"."""
        return low.endswith(self.verb_endings) and not low.endswith(self.participles)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Actors:
    """Who acts, and what of a side's does not."""

    forces: frozenset[str]
    enemy: Phrases[None]
    ours: Phrases[None]
    stand_ins: Phrases[None]
    any_unit: frozenset[str]
    """Nouns that may mean a unit of whatever kind that was named before."""
    own: Phrases[None]
    """Forces of nobody named, which are one's own in an aligned source."""
    freeing: tuple[str, ...]
    """Beginnings of triggers by which a source that has a side calls only its own doings."""
    besetting: tuple[str, ...]
    """Beginnings of triggers by which it only calls the other's."""
    storming: tuple[str, ...]
    """Beginnings of adjectives of units that are made to attack: "assault groups"."""
    regaining: tuple[str, ...]
    """Beginnings of words by which those whose country it is take a place back."""
    losing: tuple[str, ...]
    """Beginnings of passives, and of nouns, for what is lost: where order is free, by one's own side."""
    belongings: frozenset[str]
    operations: frozenset[str]
    """Nouns for what a side undertakes, which gains ground as its forces do: "the Ukrainian offensive"."""
    governing: frozenset[str]
    articles: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Grammar:
    """How a language shows who acts, beside the order of words."""

    oblique: frozenset[str]
    """Words for those who act in a case in which they are no subject."""
    oblique_endings: tuple[str, ...]
    """Endings of words in such cases."""
    nominative: frozenset[str]
    """Words for those who act that only end as in such a case."""
    indeclinable: frozenset[str]
    """Words for those who act that look alike in all cases."""
    has_articles: bool
    free_order: bool
    """Whether a subject may stand behind its verb, and what a noun's doer does right behind it."""
    omits_subject: bool
    """Whether a sentence may leave its subject out: it is then that of the one before."""
    succeeding: frozenset[str]
    """Verbs whose doer stands in another case before or behind them: "they managed"."""
    forcing: frozenset[str]
    """Verbs whose object does what the infinitive behind them says: "made"."""
    pointing: frozenset[str]
    """Pronouns for those of whom it is said: "им удалось"."""
    instrumental_endings: tuple[str, ...]
    """Endings of those by whom a passive says something was done."""
    passive_endings: tuple[str, ...]
    """Endings of a passive without an auxiliary."""
    counting_endings: tuple[str, ...]
    """Endings of a verb whose subject is a number of people: "зашло двести солдат"."""
    control: frozenset[str]
    """Last words of a trigger before those in whose hands a place is."""
    which: frozenset[str]
    """All forms of the words that begin a relative clause."""
    participles: tuple[str, ...]
    """Endings of a passive participle where a noun stands before it: "attacks repelled"."""
    participial: tuple[str, ...]
    """Endings of participles that begin a clause of their own behind a comma."""
    gerunds: tuple[str, ...]
    """Endings of verbs whose doer is the subject of another: "having taken"."""
    beneath: frozenset[str]
    """Words within a trigger before those in whose hands a place comes."""
    definite: frozenset[str]
    """Articles that point at what was named before."""
    asides: frozenset[str]
    """Words that begin a clause which has places of its own."""
    notwithstanding: frozenset[str]
    """Words behind a place that lead to what others did elsewhere: "despite"."""
    ousting: tuple[str, ...]
    """Beginnings of triggers whose place is the one that somebody is driven from."""
    emptying: tuple[str, ...]
    """Beginnings of those of them by which a whole place is emptied of the others."""
    clearing: tuple[str, ...]
    """Beginnings of words for mopping up, which adds nothing where a place is told to be taken whole."""
    speaking_of_us: tuple[str, ...]
    """Endings of verbs in the first person: whoever speaks does it."""
    having: frozenset[str]
    """Verbs right behind "with X", or before it, by which X has something: "у ворога є успіхи"."""
