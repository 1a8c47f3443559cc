"""From a parsed lexicon file to a lexicon, section by section."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from feeds.extraction.cases import all_forms
from feeds.extraction.doing import SideWords, Trigger
from feeds.extraction.lexicon import SECTIONS, Lexicon, Roles
from feeds.extraction.phrases import Phrases
from feeds.extraction.spelling import Spelling
from feeds.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def lexicon_from(data: Mapping[str, Any]) -> Lexicon:
    """Return the lexicon that a parsed TOML file describes, in which :func:`faults_of` finds none.

    Triggers and phrases are spelled out when they are first looked for; so is what raises KeyError for
    data that has faults.
    """
    spelling = Spelling(data.get("paradigms", {}))
    sections = {name: _table(shape, data[name], spelling) for name, shape in SECTIONS.items()}
    sections["roles"] = _in_all_cases(sections["roles"], data["language"])
    return Lexicon(
        language=data["language"],
        words=frozenset(_words(data, spelling)),
        triggers=Phrases(lambda: _triggers(data, spelling)),
        sides={Side(name): _table(SideWords, words, spelling) for name, words in data["sides"].items()},
        nouns=_nouns(data, spelling),
        **sections,
    )


def _in_all_cases(roles: Roles, language: str) -> Roles:
    """Return the roles with all cases of those words by which it is told that a group can speak."""
    return replace(
        roles,
        words=frozenset(form for form, _ in all_forms(roles.words, language)),
        ranks=frozenset(form for form, _ in all_forms(roles.ranks, language)),
        agents=frozenset(form for form, _ in all_forms(roles.agents, language)),
    )


def _nouns(data: Mapping[str, Any], spelling: Spelling) -> dict[str, str]:
    """Return the nouns for those who speak in all cases, with their nominatives, which stay themselves."""
    neuters = spelling.all_of(data["roles"]["neuters"])
    lists = (
        *(data["roles"][key] for key in ("words", "agents")),
        *(data["attribution"][key] for key in ("works", "labels", "backward", "members")),
    )
    words = [word for one in lists for word in spelling.all_of(one)]
    found = {word: word for word in (*neuters, *words)}
    for form, word in all_forms([word for word in words if word not in neuters], data["language"]):
        found.setdefault(form, word)
    return found


def _words(table: Mapping[str, Any], spelling: Spelling) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield from spelling.forms(key)
        elif isinstance(value, dict):
            yield from _words(value, spelling)
        elif isinstance(value, list):
            for form in spelling.all_of(value):
                yield from form.split()


def _table(shape: type, table: Mapping[str, Any], spelling: Spelling) -> Any:  # noqa: ANN401 - of SECTIONS
    return shape(
        **{field.name: _value(str(field.type), table[field.name], spelling) for field in fields(shape)}
    )


def _value(shape: str, value: object, spelling: Spelling) -> object:
    if isinstance(value, dict):
        return {form: meant for word, meant in value.items() for form in spelling.forms(word)}
    if not isinstance(value, list):
        return value
    forms = spelling.all_of(value)
    if shape.startswith("Phrases"):
        return Phrases(lambda: ((form, form) for form in forms))
    return forms if shape.startswith("tuple") else frozenset(forms)


def _triggers(data: Mapping[str, Any], spelling: Spelling) -> Iterator[tuple[str, Trigger]]:
    endings = spelling.all_of(data["mood"]["infinitive_endings"])
    for name, lists in data["triggers"].items():
        kind = Kind(name)
        noun = Trigger(kind, noun=True, base=False)
        verbs = {base: Trigger(kind, noun=False, base=base) for base in (False, True)}
        for form, base in _based(lists["verbs"], spelling, endings):
            yield form, verbs[base]
        for form in spelling.all_of(lists["nouns"]):
            yield form, noun
    yield from _repelled(data, spelling, endings)
    ousted = Trigger(Kind.ADVANCE, noun=False, base=False, repelled=True)
    for form in spelling.all_of(data["ousted"]["verbs"]):
        yield form, ousted


def _repelled(
    data: Mapping[str, Any], spelling: Spelling, endings: tuple[str, ...]
) -> Iterator[tuple[str, Trigger]]:
    """Yield "repelled an attack" and "attacks were repelled", which only passives say in some languages."""
    beaten = spelling.all_of(data["repelled"]["what"])
    behind = Trigger(Kind.ATTACK, noun=True, base=False, repelled=True)
    for form, base in _based(data["repelled"]["verbs"], spelling, endings):
        verb = Trigger(Kind.ATTACK, noun=False, base=base, repelled=True)
        before = () if base else tuple(_ways(data, form))
        for what in beaten:
            yield f"{form} ... {what}", verb
            for way in before:
                yield f"{what} {way}{form}", behind


def _ways(data: Mapping[str, Any], form: str) -> Iterator[str]:
    """Yield what may stand between "attacks" and ``form``."""
    grammar = data["grammar"]
    if grammar["free_order"]:
        yield "... "
    elif form.partition(" ")[0].endswith(tuple(grammar["participles"])):
        yield ""
        yield from (f"... {helper} ... " for helper in data["mood"]["passive"])


def _based(
    patterns: Sequence[str], spelling: Spelling, endings: tuple[str, ...]
) -> Iterator[tuple[str, bool]]:
    """Yield the forms of verbs, each with whether it is a base form: by its ending, or the first."""
    for form, first in spelling.with_first(patterns):
        yield form, form.split()[0].endswith(endings) if endings else first
