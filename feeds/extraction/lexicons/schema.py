"""From a parsed lexicon file to a lexicon, section by section."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from feeds.extraction.lexicons.cases import all_forms, in_plural
from feeds.extraction.lexicons.conjugation import conjugated, conjugated_phrases
from feeds.extraction.lexicons.doing import Mood, SideWords, Trigger
from feeds.extraction.lexicons.lexicon import SECTIONS, Lexicon, Roles
from feeds.extraction.words.phrases import GAP, Phrases
from feeds.extraction.words.spelling import Spelling
from feeds.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from feeds.extraction.words.phrases import Template


def lexicon_from(data: Mapping[str, Any]) -> Lexicon:
    """Return the lexicon that a parsed TOML file describes, in which :func:`faults_of` finds none.

    Triggers and phrases are spelled out when they are first looked for; so is what raises KeyError for
    data that has faults.
    """
    spelling = Spelling(data.get("paradigms", {}))
    sections = {name: _table(shape, data[name], spelling) for name, shape in SECTIONS.items()}
    sections["mood"] = _in_all_forms(sections["mood"], data, spelling)
    sections["roles"] = _in_all_cases(sections["roles"], data["language"])
    return Lexicon(
        language=data["language"],
        words=frozenset(_words(data, spelling)),
        triggers=Phrases(lambda: _triggers(data, spelling)),
        sides={Side(name): _table(SideWords, words, spelling) for name, words in data["sides"].items()},
        nouns=_nouns(data, spelling),
        **sections,
    )


def _in_all_forms(mood: Mood, data: Mapping[str, Any], spelling: Spelling) -> Mood:
    """Return the mood with all forms of those verbs that are no triggers, or only with an object."""
    idioms, bare, language = data["mood"]["idioms"], data["mood"]["bare"], data["language"]
    gone = spelling.taken_out(bare)
    return replace(
        mood,
        idioms=Phrases(lambda: ((one, None) for one in _conjugated(idioms, spelling, language))),
        bare=frozenset(form for word in mood.bare for form in conjugated(word, language)) - gone,
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
    for form, word in in_plural(spelling.all_of(data["attribution"]["backward"]), data["language"]):
        found.setdefault(form, word)
    return found


def _words(table: Mapping[str, Any], spelling: Spelling) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield from spelling.forms(key)
        elif isinstance(value, dict):
            yield from _words(value, spelling)
        elif isinstance(value, list):
            for template in spelling.templates(value):
                for slot in template:
                    yield from slot


def _table(shape: type, table: Mapping[str, Any], spelling: Spelling) -> Any:  # noqa: ANN401 - of SECTIONS
    return shape(
        **{field.name: _value(str(field.type), table[field.name], spelling) for field in fields(shape)}
    )


def _value(shape: str, value: object, spelling: Spelling) -> object:
    if isinstance(value, dict):
        return {form: meant for word, meant in value.items() for form in spelling.forms(word)}
    if not isinstance(value, list):
        return value
    if shape.startswith("Phrases"):
        return Phrases(lambda: ((template, None) for template in spelling.templates(value)))
    forms = spelling.all_of(value)
    return forms if shape.startswith("tuple") else frozenset(forms)


def _triggers(data: Mapping[str, Any], spelling: Spelling) -> Iterator[tuple[Template, Trigger]]:
    for name, lists in data["triggers"].items():
        kind = Kind(name)
        noun = Trigger(kind, noun=True, base=False)
        verbs = {base: Trigger(kind, noun=False, base=base) for base in (False, True)}
        read = _based if kind is Kind.FIGHTING else _verbs
        for template, base in read(lists["verbs"], data, spelling):
            yield template, verbs[base]
        for template in spelling.templates(lists["nouns"]):
            yield template, noun
    yield from _repelled(data, spelling)
    for template, base in _verbs(data["repelled"]["foes"], data, spelling):
        yield template, Trigger(Kind.ATTACK, noun=False, base=base, repelled=True)
    ousted = Trigger(Kind.ADVANCE, noun=False, base=False, repelled=True)
    for template in spelling.templates(data["ousted"]["verbs"]):
        yield template, ousted


def _repelled(data: Mapping[str, Any], spelling: Spelling) -> Iterator[tuple[Template, Trigger]]:
    """Yield "repelled an attack" and "attacks were repelled", which only passives say in some languages."""
    beaten = tuple(_joined(spelling.templates(data["repelled"]["what"])))
    based = tuple(_based(data["repelled"]["verbs"], data, spelling))
    behind = Trigger(Kind.ATTACK, noun=True, base=False, repelled=True)
    for base in (False, True):
        verb = Trigger(Kind.ATTACK, noun=False, base=base, repelled=True)
        for form in _joined(template for template, is_base in based if is_base is base):
            before = () if base else tuple(_ways(data, form))
            for what in beaten:
                yield (*form, GAP, *what), verb
                for way in before:
                    yield (*what, *way), behind


def _conjugated(patterns: Sequence[str], spelling: Spelling, language: str) -> Iterator[Template]:
    gone = spelling.taken_out(patterns)
    for template in spelling.templates(patterns):
        yield from conjugated_phrases(template, language, gone)


def _verbs(
    patterns: Sequence[str], data: Mapping[str, Any], spelling: Spelling
) -> Iterator[tuple[Template, bool]]:
    """Yield the templates of verbs in all their forms, each with whether they are base forms."""
    gone = spelling.taken_out(patterns)
    for template, base in _based(patterns, data, spelling):
        if base:
            yield template, base
        else:
            for one in conjugated_phrases(template, data["language"], gone):
                yield one, base


def _joined(templates: Iterable[Template]) -> Iterator[Template]:
    """Yield the templates, all of a single word as one."""
    single: list[str] = []
    for template in templates:
        if len(template) == 1:
            single += template[0]
        else:
            yield template
    if single:
        yield (tuple(single),)


def _ways(data: Mapping[str, Any], form: Template) -> Iterator[Template]:
    """Yield what may stand behind "attacks", with ``form`` at its end."""
    grammar = data["grammar"]
    if grammar["free_order"]:
        yield (GAP, *form)
        return
    participles = tuple(word for word in form[0] if word.endswith(tuple(grammar["participles"])))
    if participles:
        said = (participles, *form[1:])
        yield said
        yield (GAP, tuple(data["mood"]["passive"]), GAP, *said)


def _is_inflected(word: str, ways: tuple[str, ...], forms: frozenset[str]) -> bool:
    """Tell whether a word stands among ``forms`` with one of the endings ``ways`` as well, and has none.

    A word that has an "s" of its own stands there with another: "press" beside "presses".
    """
    if word.endswith(ways) and not (word.endswith("ss") and f"{word}es" in forms):
        return False
    stems = (word, word.removesuffix("e"), f"{word}{word[-1:]}")
    return any(f"{stem}{way}" in forms for stem in stems for way in ways)


def _based(
    patterns: Sequence[str], data: Mapping[str, Any], spelling: Spelling
) -> Iterator[tuple[Template, bool]]:
    """Yield the templates of verbs, each with whether they are base forms.

    That is told by the ending, or a verb is the first of its pattern, or stands there with an "s", or with
    an ending of verbs, as well: "move" beside "moved".
    """
    endings = spelling.all_of(data["mood"]["infinitive_endings"])
    ways = ("s", "es", *data["mood"]["verb_endings"])
    for templates in spelling.templates_by_pattern(patterns):
        heads = [word for template in templates for word in template[0]]
        forms = frozenset(heads)
        plain = {word for word in heads if _is_inflected(word, ways, forms)}
        bases = {word for word in heads if word.endswith(endings)} if endings else {*heads[:1], *plain}
        for first, *rest in templates:
            for base in (True, False):
                words = tuple(word for word in first if (word in bases) is base)
                if words:
                    yield (words, *rest), base
