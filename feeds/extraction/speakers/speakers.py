"""Who speaks: people, groups and organisations, as an item names them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.speakers.conjoined import all_names, any_agent, conjoined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_MOST_WORDS = 22
"""Longer word groups before "said" are clauses, not names."""
_MOST_NAMES = 4
_FULL_NAME = 2
"""Words of a first and a last name."""


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
    plain = _without_clauses(row, lexicon)
    chunks = _chunks(plain, lexicon)
    if not chunks or len(plain) > _MOST_WORDS:
        return ()
    aged = chunks[0][-1].low.endswith(lexicon.attribution.seats)
    if aged and not chunks[0][-1].capital and lexicon.attribution.possessives:
        pronoun = min(lexicon.attribution.possessives.values())  # "the 67-year-old"
        return (Speaker(pronoun, phrase=pronoun),)
    first = bare(chunks[0], lexicon)
    if not first or lexicon.mood.negation.any(first):
        return ()
    if first[-1].low in lexicon.attribution.pronouns:
        first = first[-1:]
    work = _author(first, lexicon)
    if work is not None:
        return speakers(work, lexicon) if work else ()
    led = chunks[0][0].low in lexicon.grammar.definite
    parts = conjoined(first, lexicon, led=led)
    if len(parts) > 1:
        return tuple(one for part in parts for one in speakers(part, lexicon))
    found = _person(chunks, first, lexicon) or _called(row, first, lexicon) or _group(first, lexicon)
    return (found,) if found is not None else ()


def _without_clauses(row: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Drop ", who is serving there," and "that holds the sector": they only tell which."""
    openers = lexicon.attribution.clauses | lexicon.attribution.relatives
    kept: list[Token] = []
    inside = False
    for at, token in enumerate(row):
        inside = token.said != "," if inside else at > 0 and token.low in openers
        if not inside:
            kept.append(token)
    return kept


def _called(row: Sequence[Token], first: Sequence[Token], lexicon: Lexicon) -> Speaker | None:
    """Read "a pilot who uses the call sign Falcon" as Falcon, a pilot."""
    for _, end, _ in lexicon.attribution.callsigns.all(row):
        name = next((at for at in range(end, len(row)) if row[at].word), len(row))
        if name < len(row) and row[name].capital:
            hit = lexicon.attribution.callsigns.all(first)
            role = _noun_phrase(first[: hit[0][0]] if hit else first, lexicon)
            return Speaker(row[name].said, words_of(role) or None, phrase=_phrase(row))
    return None


def _phrase(row: Sequence[Token]) -> str:
    return " ".join(token.low for token in row if token.word)


def _chunks(row: Sequence[Token], lexicon: Lexicon) -> list[list[Token]]:
    """Split at commas; openings such as "In a statement" and days go."""
    chunks: list[list[Token]] = [[]]
    for token in row:
        if token.said == ",":
            chunks.append([])
        elif token.word:
            chunks[-1].append(token)
    kept = [chunk for chunk in chunks if chunk]
    while len(kept) > 1 and (_opens(kept[0][0], lexicon) or not _names_any(kept[0], lexicon)):
        kept.pop(0)
    return kept


def _names_any(chunk: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a chunk can name somebody: "Also on Sunday" names a day alone."""
    return _speaks(chunk, lexicon) and bool(bare(chunk, lexicon))


def _opens(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word begins what is no name: "in a statement", "speaking on television"."""
    mood = lexicon.mood
    apart = lexicon.attribution.boundaries | mood.once | mood.helping | mood.passive
    if lexicon.grammar.has_articles and token.low in apart:
        return True  # "as fighting goes on, X"
    gerund = lexicon.grammar.has_articles and mood.is_active_form(token.low)
    return token.low in lexicon.attribution.openings or (gerund and token.low not in lexicon.roles.words)


def _speaks(row: Sequence[Token], lexicon: Lexicon) -> bool:
    return not any(_counts(row, at, lexicon) for at in range(len(row))) and any(
        token.low in lexicon.roles.agents
        or token.low in lexicon.roles.words
        or token.low in lexicon.attribution.pronouns
        or (token.capital and token.low not in lexicon.attribution.leading)
        for token in row
    )  # fmt: skip


def _counts(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a number that is no part of a unit's name, "the 95th Brigade", stands at token ``at``."""
    if not row[at].said[0].isdecimal():
        return False
    behind = row[at + 1 : at + 3]
    ordinal = len(behind) > 1 and behind[0].low in lexicon.dates.suffixes
    unit = ordinal and (behind[1].capital or behind[1].low in lexicon.actors.forces)
    return not (unit and behind[1].low not in lexicon.dates.months)


def bare(row: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return a group without articles and adjectives of esteem before it, and a day behind it."""
    left = list(_behind_place(row, lexicon))
    while left and (
        left[0].low in lexicon.attribution.leading or left[0].low in lexicon.attribution.openings
    ):
        named = len(left) < len(row) and left[0].capital and left[0].low not in lexicon.actors.articles
        if left[0].low in lexicon.attribution.pronouns or named:
            break  # "the New York Times"
        left.pop(0)
    while left and _day_word(left[-1], lexicon):
        left.pop()
    seats = [at for at, token in enumerate(left) if token.low.endswith(lexicon.attribution.seats)]
    return left[seats[-1] + 1 :] if seats else left


def _behind_place(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Return what stands behind "in the X direction the", where no comma parts it from who speaks."""
    opened = bool(row) and row[0].low in lexicon.attribution.openings
    ends = (
        at
        for at in range(2, len(row))
        if row[at].low in lexicon.grammar.definite and row[at - 1].low in lexicon.places.coarse
    )
    return row[next(ends, 0) if opened else 0 :]


def _day_word(token: Token, lexicon: Lexicon) -> bool:
    day = token.capital and (token.low in lexicon.dates.weekdays or token.low in lexicon.dates.months)
    return day or token.low == "on" or token.said.isdecimal()


def _author(row: Sequence[Token], lexicon: Lexicon) -> list[Token] | None:
    """Return who made the map or footage that ``row`` names; None where it names none."""
    words = lexicon.attribution
    works = (at for at, token in enumerate(row) if token.low in words.works)
    head = next((at for at in works if not (at and row[at].capital)), None)  # no "Institute for the Study"
    if head is None:
        return None
    if len(row) == 1:
        several = words.assertions - words.backward  # "reports say"; "the report says" means one told of
        nobody = lexicon.grammar.has_articles and row[0].low in several
        return [] if nobody or row[0].low in lexicon.evidence.pictures else None
    makers = (
        words.by if row[head].low in lexicon.evidence.pictures else words.by | lexicon.places.of | words.at
    )
    by = next((at for at in range(head + 1, len(row)) if row[at].low in makers), None)
    if by is not None:
        return list(row[by + 1 :])
    owner = next((at + 1 for at in range(head - 1, -1, -1) if row[at].possessive), 0)
    again = owner > 0 and row[owner - 1].low in words.backward | lexicon.roles.agents  # "the army's update"
    if again or any(token.capital for token in row[:owner]):
        return list(row[:owner])
    page = next((at for at in range(head + 1, len(row)) if row[at].possessive), None)
    if page is not None and row[head + 1].low in lexicon.places.upon:
        return list(row[head + 2 : page + 1])  # "a post on the brigade's channel"
    made = head > 0 and head == len(row) - 1 and row[head - 1].low in lexicon.roles.agents
    made = made and row[head].low not in lexicon.evidence.pictures
    return list(row[:head]) if made else _unowned(row, head, lexicon)  # "a General Staff report"


def _unowned(row: Sequence[Token], head: int, lexicon: Lexicon) -> list[Token]:
    """Return the work itself where it stands for whoever made it: "the army's daily report"."""
    stands = row[head].low in lexicon.attribution.backward and head == len(row) - 1
    return [row[head]] if stands else []


def _person(chunks: Sequence[Sequence[Token]], first: Sequence[Token], lexicon: Lexicon) -> Speaker | None:
    found = _named_behind_role(chunks, first, lexicon) or _named_alone(chunks, first, lexicon)
    if found is None:
        return None
    name, role = found
    phrase = " ".join(token.low for chunk in chunks for token in chunk)
    return Speaker(words_of(name), words_of(role) or None, phrase=phrase)


def _named_behind_role(
    chunks: Sequence[Sequence[Token]], first: Sequence[Token], lexicon: Lexicon
) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """Return name and role where the role stands first: "the head of X, NAME", "Major NAME, a spokesman"."""
    cut = _role_end(first, lexicon)
    names = first[cut:]
    beside = bare(chunks[1], lexicon) if len(chunks) > 1 else []
    if len(beside) == _FULL_NAME and all_names(beside) and _of_another(first, cut, lexicon):
        return beside, first
    called = beside[_role_end(beside, lexicon) :]
    if _is_one_of(chunks[0], lexicon) and len(called) == _FULL_NAME and all_names(called):
        return called, first
    if names and cut and all_names(names) and not any_agent(names, lexicon):
        return names, _role_beside_rank(chunks, first[:cut], lexicon)
    named = beside[_role_end(beside, lexicon) :]
    if cut and cut < len(first) and len(named) == len(beside) == _FULL_NAME and all_names(named):
        return named, first
    return (named, first) if cut == len(first) and beside and all_names(named) else None


def _is_one_of(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a group is about one of many: "one of the commanders"."""
    return len(row) > 1 and row[0].low in lexicon.actors.articles and row[1].low in lexicon.places.of


def _role_beside_rank(
    chunks: Sequence[Sequence[Token]], role: Sequence[Token], lexicon: Lexicon
) -> Sequence[Token]:
    """Return a role before a name without ranks; of somebody with a rank alone, the role behind the name."""
    rest = without_rank(role, lexicon)
    if any(token.low in lexicon.roles.words and token.low not in lexicon.roles.ranks for token in rest):
        return rest
    beside = _beside(chunks, lexicon)
    return beside if any(token.low in lexicon.roles.words for token in beside) else role


def _named_alone(
    chunks: Sequence[Sequence[Token]], first: Sequence[Token], lexicon: Lexicon
) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """Return name and role where no role stands before: "NAME, a teacher", "the Kremlin's NAME"."""
    if len(first) == _FULL_NAME + 1 and first[0].possessive and _are_names(first[1:], lexicon):
        return first[1:], first[:1]
    plain = all_names(first) and len(first) <= _MOST_NAMES and first[-1].low not in lexicon.roles.agents
    return (first, _beside(chunks, lexicon)) if plain else None


def _are_names(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether words may be a first and a last name, and none of what forces or offices are called."""
    kinds = (lexicon.roles.agents, lexicon.actors.forces, lexicon.places.features, lexicon.compass.words)
    return all_names(row) and not any(token.low in kind for token in row for kind in kinds)


def _of_another(row: Sequence[Token], cut: int, lexicon: Lexicon) -> bool:
    """Tell whether a role is told by whose it is: "the chief of staff for President X"."""
    words = lexicon.attribution
    own = bool(row) and not row[0].capital and row[0].low in lexicon.roles.words
    inner = row[1 : cut - 1]
    return own and lexicon.grammar.has_articles and any(token.low in words.particles for token in inner)


def _beside(chunks: Sequence[Sequence[Token]], lexicon: Lexicon) -> list[Token]:
    """Return the words of the first apposition after a name, without its article."""
    told = [chunk for chunk in chunks[1:] if not all(token.said.isdecimal() for token in chunk)]  # an age
    row = list(told[0]) if told else []
    words = lexicon.attribution
    small = lexicon.actors.articles | words.relatives | words.at | words.within
    if row and _opens(row[0], lexicon) and row[0].low not in small:
        return []
    while row and row[0].low in small:
        row.pop(0)
    return row


def _role_end(row: Sequence[Token], lexicon: Lexicon) -> int:
    """Return the token after the last word that is a role; 0 where there is none."""
    ends = [at + 1 for at in range(len(row)) if _is_role(row, at, lexicon)]
    end = ends[-1] if ends else 0
    if end and end < len(row) and row[end].low in lexicon.attribution.particles:
        return _after_office(row, end, lexicon)
    return end


def _is_role(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is a role, and no part of an organisation's name: "General Staff"."""
    behind = row[at + 1 : at + 2]
    staff = any(one.capital and one.low in lexicon.roles.agents - lexicon.roles.words for one in behind)
    return row[at].low in lexicon.roles.words and not (staff and row[at].capital and at > 0)


def _after_office(row: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Return where the name begins after "Secretary of State"; the end where only an office is named."""
    begin = len(row)
    while begin > end and row[begin - 1].capital:
        begin -= 1
    run = len(row) - begin
    if row[begin - 1].low in lexicon.attribution.particles:
        return len(row) if run <= _FULL_NAME else len(row) - _FULL_NAME
    return len(row) if run < _FULL_NAME else len(row) - _FULL_NAME


def without_rank(row: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return a role without the ranks behind it; where all of it is a rank, that."""
    left = list(row)
    while left and left[-1].low in lexicon.roles.ranks:
        left.pop()
    return left or list(row)


def _group(row: Sequence[Token], lexicon: Lexicon) -> Speaker | None:
    words = lexicon.attribution
    again = words.institutes.at(row, 0)
    if again is not None and again[0] == len(row):
        return Speaker(words_of(row), phrase=_phrase(row))
    if not _speaks(row, lexicon) or any(token.low in lexicon.mood.losses for token in row):
        return None
    kept = _of_institute(row, lexicon)
    phrase = _phrase(row)
    nations = frozenset().union(*(side.adjectives for side in lexicon.sides.values()))
    named = not all(token.capital and token.low in nations for token in kept[:1])  # "Russian channel"
    for at in range(1 if named else 2, len(kept)):
        hit = words.trailing.at(kept, at)
        whole = hit is not None and hit[0] == len(kept) and kept[at - 1].capital
        if whole and (named or words.trailing.at(kept, at - 1) is None):
            return Speaker(words_of(kept[:at]), words_of(kept[at:]), phrase=phrase)
    return Speaker(words_of(_noun_phrase(kept, lexicon)), phrase=phrase)


def _noun_phrase(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Cut a group before what is said of it: "blogger reportedly affiliated with …", "ministry has …".

    Its complements stay ("head of the regional administration"); no small word may end it.
    """
    seen = False
    end = len(row)
    for at, token in enumerate(row):
        if seen and not token.capital and _verbal(token, lexicon):
            end = at
            break
        seen = seen or token.low in lexicon.roles.agents
    while end > 1 and _hanging(row[end - 1], lexicon):
        end -= 1
    return row[:end]


def _verbal(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a small word can only begin what is said of a group."""
    words = lexicon.attribution
    said = token.low in words.verbs or token.low in words.denials
    helps = token.low in words.auxiliaries and not _hanging(token, lexicon)
    return said or helps or token.low.endswith((*lexicon.mood.verb_endings, *lexicon.mood.adverb_endings))


def _hanging(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word needs another behind it: an article or a preposition."""
    words = lexicon.attribution
    kinds = (
        lexicon.places.cues,
        lexicon.actors.articles,
        words.particles,
        words.joins,
        words.by,
        words.at,
        words.about,
    )
    return not token.capital and any(token.low in kind for kind in kinds)


def _of_institute(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Read "Analysts at the Institute" as the institute."""
    for at in range(1, len(row) - 1):
        if row[at].low in lexicon.attribution.at and row[at - 1].low in lexicon.attribution.members:
            rest = bare(row[at + 1 :], lexicon)
            return rest if any(token.capital for token in rest) else row
    return row


def words_of(row: Sequence[Token]) -> str:
    """Return the words of a group as said, without a possessive ending behind the last."""
    words = [token.said for token in row]
    if words and row[-1].possessive:
        words[-1] = words[-1][:-2]
    gaps = ["" if one.end == other.start and one.said.isdecimal() else " " for one, other in pairwise(row)]
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=False))
