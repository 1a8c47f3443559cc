"""Endings that tell what a word is, in languages whose nouns are declined: all of them in one table.

A further language with cases puts its own beside these; what its words are called in other cases stands
in :mod:`feeds.geography.declension`.
"""

from __future__ import annotations

NEUTER = ("о", "е", "є")
VERBAL_NOUNS = ("ння", "ття", "ние", "тие", "ье")
"""Of neuter nouns for what is done."""
FEMININE = ("а", "я")
PLURAL = ("и", "ы", "і", "ї")
"""Of nouns in the nominative."""
PLURAL_ADJECTIVES = ("ые", "ие", "і")
PLURAL_NOUNS = ("ые", "щие")
"""Of adjectives that are nouns in the plural: "военные"."""
SOLDIERS = ("щие", "ные", "ові")
"""Of adjectives for soldiers that are nouns, in the plural, as a subject has them."""
MAYBE_NOMINATIVE = ("ы", "и", "і", "ї", "а", "я", "е")
"""That a noun in the plural may have in the nominative too."""
ADJECTIVES_OF = ("ської", "цької", "зької", "ського", "ского", "ской", "цкой", "ної", "ного")
"""Of adjectives in "of the city council", no last name in the nominative."""
OF_MANY = ("ів", "ов")
"""Of "of the analysts"."""
SURNAMES = (
    "енко", "ський", "цький", "зький", "ский", "цкий", "ний", "ный", "ов", "ев", "єв", "ин", "ін", "їн",
    "ич", "як", "ук", "юк", "ый", "ий",
)  # fmt: skip
"""Of surnames in the nominative, the surest first."""
SURELY_SURNAMES = ("енко", "ов", "ев", "єв", "ин", "ін", "їн", "ич", "ук", "юк")
"""Of surnames in the nominative that no adjective has."""
FLEETING = ("ць", "вц", "мц", "дц")
"""Of surnames without the vowel before their last letter, which the nominative has: "Кравець"."""
SOFT_STEMS = ("трет",)
"""Of adjectives of which most tables know hard ends only."""
SURELY_NOMINATIVE = ("ая", "яя", "ый", "ое", "ые", "ие")
"""Of Russian adjectives that no case but the nominative, and the accusative of things, has."""
OF_MEN = ("ого", "ому")
"""Of men's last names in other cases, which no woman's has."""
OF_WOMEN = ("ська", "цька", "зька", "ская", "цкая")
"""Of women's last names in the nominative, which no man's has in any case."""
MANY_CASED = ("их", "ых")
"""Of last names that are alike in all cases."""
CASELESS = ("у", "ю")
"""Of last names without cases, behind a man's first name in the genitive."""
OF_COUNTRIES = ("и", "ы", "і", "ї")
"""Of a country that goes with an office before a name, not of a given name."""
VOWELS = frozenset("аеєиіїоуюяыэё")
OF_NOUNS = frozenset({"ою"})
"""Of adjectives that most nouns have too."""
STEM_ENDS = frozenset("нкв")
"""Last letters of the stems of most adjectives, whose shortest endings nouns have too."""
IN_PLURAL = {
    "uk": (
        ("о", "а", ("", "ам", "ами", "ах")),
        ("ння", "ння", ("нь", "нням", "ннями", "ннях")),
        ("ий", "і", ("их", "им", "ими")),
    ),
    "ru": (
        ("о", "а", ("", "ам", "ами", "ах")),
        ("ие", "ия", ("ий", "иям", "иями", "иях")),
        ("ый", "ые", ("ых", "ым", "ыми")),
    ),
}
"""By language, of nouns: the end in the singular, that in the plural, and those of its other cases."""
GERUNDS = (("ши", ""), ("ючи", "є"), ("в", "л"), ("я", "л"))
"""Of gerunds, each with that of a finite form of the same verb."""
PAGES = ("нале", "унте", "сети", "сетях", "нице", "мережі", "мережах", "каналі", "інці")
"""Of the pages on which somebody writes, as they stand behind "in"."""
OUTLETS = (
    ("ому", "е"), ("ого", "е"), ("им", "е"),
    ("ому", "ое"), ("ого", "ое"), ("ому", "ый"), ("ого", "ый"), ("ям", "я"), ("ям", "и"), ("ом", ""),
    ("у", ""), ("а", ""), ("е", "а"), ("ой", "ая"), ("ии", "ия"), ("и", "я"), ("у", "а"),
    ("ові", ""), ("і", "а"),
)  # fmt: skip
"""Of an outlet's name in other cases, each with that of the nominative."""
