"""Who a word group names as the one who speaks, in languages with cases and free word order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import ends_alike, head_of, is_adjective, surname_like
from feeds.extraction.lexicons.endings import ADJECTIVES_OF, OF_MANY, PAGES, PLURAL, SURELY_SURNAMES
from feeds.extraction.speakers.attributes import behind_attribute, behind_time, page_behind
from feeds.extraction.speakers.labels import labelled, organisation
from feeds.extraction.speakers.offices import opens_role, person, words_low
from feeds.extraction.speakers.outlets import listener_end, outlet_behind, spoken_to
from feeds.extraction.speakers.sites import is_address
from feeds.extraction.speakers.speakers import Speaker
from feeds.extraction.speakers.subjects import HARD_MARKS
from feeds.extraction.speakers.wording import (
    in_nominative,
    is_suffix,
    name_end,
    quoted_end,
    said,
    was_quoted,
    within_marks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.subjects import Spoken
    from feeds.extraction.words.tokens import Token

_MOST_WORDS = 24
"""Longer word groups name nobody."""
_UNIT_REACH = 12
"""Tokens of the name of a unit behind its number."""
_SUFFIX = 2
"""Letters behind the hyphen of a number at most."""
_MOST_NAMES = 4
_MOST_BEFORE = 8
"""Tokens before the noun that a group is about."""
_MOST_ROLES = 3
"""Commas between what somebody is, told in several ways, and the name."""
_TAIL_REACH = 8
"""Tokens of "from the party «X»" behind what somebody is."""


@dataclass(frozen=True, slots=True)
class Named:
    """The speakers that a word group names."""

    speakers: tuple[Speaker, ...]
    begin: int
    """Token at which their name begins, behind small words."""
    end: int
    """Token after all that belongs to them, the outlet included."""


def named(spoken: Spoken, begin: int, limit: int, *, oblique: bool = False) -> Named:
    """Read who is named from token ``begin`` on, up to token ``limit`` at most.

    ``oblique`` tells that the group stands in another case than the nominative. No speakers where
    the words name nobody who can speak.
    """
    begin, via, preposition = _behind_small_words(spoken, begin, limit)
    row, words = spoken.row, spoken.lexicon
    if begin >= limit:
        return Named((), begin, begin)
    if row[begin].low in words.figures.vague and begin + 1 < limit:
        begin, oblique = begin + 1, True  # "several of the channels"
    # "on the air of the marathon the spokesman said": the case is that of other words.
    oblique = oblique or (preposition and words.nouns.get(row[begin].low) != row[begin].low)
    if row[begin].low in words.attribution.pronouns:
        told, end = outlet_behind(spoken, begin + 1, limit)
        one = Speaker(row[begin].low, via=via or told, phrase=row[begin].low)
        return Named((one,), begin, end)
    found = (
        _made(spoken, begin, limit)
        or labelled(spoken, begin, limit, oblique=oblique)
        or person(spoken, begin, limit, oblique=oblique)
        or _others(spoken, behind_attribute(spoken, begin, limit), limit, oblique=oblique)
    )
    if found is None:
        return Named((), begin, begin)
    both = _both(spoken, begin, found, limit=limit, oblique=oblique)
    if both is not None:
        return both
    one, end = _with_name_behind(spoken, begin, found, limit=limit, oblique=oblique)
    told, end = outlet_behind(spoken, end, limit)
    return Named((replace(one, via=told or via),), begin, end)


def _both(
    spoken: Spoken, begin: int, found: tuple[Speaker, int], *, limit: int, oblique: bool
) -> Named | None:
    """Read "X and Y", two who speak by their names, as both; None where only one is named."""
    (one, end), row, words = found, spoken.row, spoken.lexicon
    joined = (
        at for at in range(begin + 1, min(end + 1, limit - 1)) if row[at].low in words.attribution.joins
    )
    at = next(joined, None)
    if at is None or one.role or not (row[at + 1].capital and row[at - 1].capital):
        return None
    if row[at + 1].start in spoken.places or within_marks(spoken, at):
        return None
    first = named(spoken, begin, at, oblique=oblique)
    second = named(spoken, at + 1, limit, oblique=oblique)
    if len(first.speakers) != 1 or not second.speakers or first.end < at:
        return None
    return Named((*first.speakers, *second.speakers), begin, second.end)


def _with_name_behind(
    spoken: Spoken, begin: int, found: tuple[Speaker, int], *, limit: int, oblique: bool
) -> tuple[Speaker, int]:
    """Read "the founder of the project, analyst NAME": a comma parts the name from what somebody is.

    There may be more of them: "an expert, a colonel, the former spokesman NAME".
    """
    (one, end), row, words = found, spoken.row, spoken.lexicon
    head = head_of(row[begin:end], words)
    called = head is not None and words.nouns[row[begin + head].low] in words.roles.words and not one.role
    end = _behind_tail(spoken, end, limit) if called else end
    for _ in range(_MOST_ROLES if called else 0):
        if end + 1 >= limit or row[end].said != "," or not opens_role(spoken, end + 1):
            break
        behind = person(spoken, end + 1, limit, oblique=oblique)
        if behind is not None:
            named_so, stop = behind
            role = f"{one.name}, {named_so.role}" if named_so.role else one.name
            return replace(named_so, role=role, phrase=f"{one.phrase} {named_so.phrase}"), stop
        end = name_end(spoken, end + 1, limit, strict=False)
    return found


def _behind_tail(spoken: Spoken, end: int, limit: int) -> int:
    """Return the comma behind "from X" that only tells of which party or region somebody is; else ``end``."""
    row, words = spoken.row, spoken.lexicon
    if end >= limit or row[end].low not in words.attribution.openings:
        return end
    near = range(end + 1, min(limit - 1, end + _TAIL_REACH))
    comma = next((at for at in near if not row[at].word and row[at].said not in {"-", "«", "»", '"'}), end)
    return comma if row[comma].said == "," and row[comma + 1].low in words.roles.words else end


def _made(spoken: Spoken, begin: int, limit: int) -> tuple[Speaker, int] | None:
    """Read "the statements of the minister" as the minister."""
    words, begin = spoken.lexicon, behind_time(spoken, begin, limit)
    work = words.nouns.get(spoken.row[begin].low) in words.attribution.works
    stop = name_end(spoken, begin, limit, strict=False)
    if not work and begin + 1 < stop and _are_analysts(spoken, begin):
        whose = _others(spoken, begin + 1, stop, oblique=True)
        return whose if whose is not None and whose[0].name not in spoken.cast.persons else None
    return _maker(spoken, begin, stop) if work and begin + 1 < stop else None


def _are_analysts(spoken: Spoken, at: int) -> bool:
    """Tell whether "analysts of" begins at token ``at``, after whom their institute is named."""
    token, words = spoken.row[at], spoken.lexicon
    member = words.grammar.free_order and words.nouns.get(token.low) in words.attribution.members
    behind = spoken.row[at + 1 : at + _MOST_NAMES]
    analyst = words.evidence.analyst.at(spoken.row, at) is not None or words.publishers.assessor.any(behind)
    return member and analyst and token.low.endswith(PLURAL + OF_MANY)


def _behind_small_words(spoken: Spoken, begin: int, limit: int) -> tuple[int, str | None, bool]:
    """Return the token behind "to reporters on Monday in"; the outlet told, and whether a case follows."""
    words = spoken.lexicon.attribution
    at, via, oblique = begin, None, False
    while at < limit:
        heard = words.outlets.at(spoken.row, at)
        more = heard is not None and heard[0] < limit and _goes_on(spoken, heard[0])
        listens = words.listeners.at(spoken.row, at)
        aired = words.via.at(spoken.row, at)
        if aired is not None and (told := spoken_to(spoken, aired[0], limit)) is not None:
            via, at = told
        elif (
            heard is not None and more and (heard[0] - at > 1 or spoken.row[heard[0]].low not in words.verbs)
        ):
            via, at = said(spoken, at, heard[0]), heard[0]
        elif listens is not None:
            heard_by = listener_end(spoken, listens[0], limit)
            via = said(spoken, listens[0], heard_by) if heard_by > listens[0] else via
            at = heard_by
        elif _is_small(spoken, at):
            oblique = _asks_case(spoken, at, before=oblique)
            at += 1
        else:
            break
    return at, via, oblique


def _asks_case(spoken: Spoken, at: int, *, before: bool) -> bool:
    """Tell whether a preposition asks a case of what stands behind token ``at``: its own noun ends that."""
    token, words = spoken.row[at], spoken.lexicon
    if token.low in words.attribution.openings:
        return True
    behind = spoken.row[at + 1] if at + 1 < len(spoken.row) else token
    named_next = behind.capital and behind.low not in words.nouns
    named_next = named_next and not _is_declined_adjective(behind, words)
    return before and not (named_next and token.low.endswith(PAGES))


def _is_declined_adjective(token: Token, words: Lexicon) -> bool:
    """Tell whether the name of an office begins in another case: "on the page of the X city council"."""
    return is_adjective(token, words.language) and token.low.endswith(ADJECTIVES_OF)


def _goes_on(spoken: Spoken, at: int) -> bool:
    """Tell whether a name may stand behind an outlet that was told something."""
    words = spoken.lexicon.attribution
    passed = words.citing.at(spoken.row, at) is not None or words.via.at(spoken.row, at) is not None
    return spoken.row[at].word and not passed


def _is_small(spoken: Spoken, at: int) -> bool:
    token, words = spoken.row[at], spoken.lexicon.attribution
    if token.capital and was_quoted(spoken, at):
        return False  # the first word of a quoted name, which may be a number
    if token.said == "," and spoken.lexicon.grammar.free_order:
        return any(is_day(spoken, one) for one in (at - 1, at + 1) if 0 < one < len(spoken.row))
    if not token.word:
        return token.said not in HARD_MARKS and token.said not in ",.“”"
    day = is_day(spoken, at)
    small = token.low in words.leading or token.low in words.auxiliaries or token.low in words.openings
    return (day or small) and not (token.said.isdecimal() and _numbers_name(spoken, at))


def _numbers_name(spoken: Spoken, at: int) -> bool:
    """Tell whether a number begins the name of a unit or of an outlet: "24-й полк", "5 канал"."""
    row, words = spoken.row, spoken.lexicon
    if words.attribution.outlets.at(row, at) is not None:
        return True
    behind = row[at + 1 : at + _UNIT_REACH]
    stop = next((k for k, one in enumerate(behind) if not one.word and one.said != "-"), len(behind))
    first = at + 1
    units = (k for k in range(stop) if _names_force(spoken, first + k))
    unit = next(units, None)
    return unit is not None and all(
        one.said == "-" or len(one.low) <= _SUFFIX or is_adjective(one, words.language)
        for one in behind[:unit]
    )


def _names_force(spoken: Spoken, at: int) -> bool:
    """Tell whether a noun for forces, or a short form of capitals for one, stands at token ``at``."""
    token, words = spoken.row[at], spoken.lexicon
    short = sum(map(str.isupper, token.said)) > 1 and words.publishers.official.at(spoken.row, at) is not None
    return token.low in words.actors.forces or short


def is_day(spoken: Spoken, at: int) -> bool:
    """Tell whether token ``at`` is part of a day: "on Monday", "March 28"."""
    token, dates = spoken.row[at], spoken.lexicon.dates
    said = any(day.begin <= at < day.end for day in spoken.days)
    number = token.said.isdecimal() and not _numbers_name(spoken, at)
    return said or token.low in dates.weekdays or token.low in dates.months or number


def is_telling(spoken: Spoken, who: Named) -> bool:
    """Tell whether a name is more than one word of which nothing is known."""
    one = who.speakers[0]
    row = [token for token in spoken.row[who.begin : who.end] if token.word]
    return bool(one.role) or len(row) != 1 or _is_well_known(spoken, row)


def _others(spoken: Spoken, begin: int, limit: int, *, oblique: bool) -> tuple[Speaker, int] | None:
    """Read an organisation, a group, somebody only called what they are, or a bare name."""
    row, words = spoken.row, spoken.lexicon
    stop = name_end(spoken, begin, limit, strict=True)
    group = row[begin:stop]
    if not group or len(group) > _MOST_WORDS:
        return None
    marked = _marked(spoken, begin, limit)
    if marked is not None:
        return marked
    head, apart = head_of(group, words), _parts_from_object(spoken, begin, stop)
    if head is not None and not apart and words.nouns[group[head].low] in words.attribution.works:
        return _maker(spoken, begin + head, stop)
    if head is None:
        return _bare_name(spoken, begin, stop, oblique=oblique)
    if apart or not _leads_to(spoken, begin, begin + head):
        return _bare_name(spoken, begin, begin + 1, oblique=oblique)
    return organisation(spoken, begin, begin + head, stop, oblique=oblique)


def _parts_from_object(spoken: Spoken, begin: int, stop: int) -> bool:
    """Tell whether a surname alone stands before what is commented on: "denied X news of Y"."""
    first, words = spoken.row[begin], spoken.lexicon
    behind = spoken.row[begin + 1 : min(stop, begin + 3)]
    alone = first.capital and first.low.endswith(SURELY_SURNAMES) and first.low not in words.nouns
    small = all(token.word and not token.capital for token in behind)
    about = small and any(token.low in words.nouns for token in behind)
    return alone and about and behind[0].low not in words.attribution.joins and words.grammar.free_order


def _marked(spoken: Spoken, begin: int, limit: int) -> tuple[Speaker, int] | None:
    """Read a site's address, or a name of several words between marks, as it stands."""
    row = spoken.row
    end = begin + 1 if is_address(row[begin].said) else quoted_end(spoken, begin, limit)
    if end <= begin + 1 and not is_address(row[begin].said):
        return None
    return Speaker(said(spoken, begin, end), phrase=words_low(row[begin:end])), end


def _leads_to(spoken: Spoken, begin: int, head: int) -> bool:
    """Tell whether only adjectives and numbers stand before a noun."""
    row, language = spoken.row, spoken.lexicon.language
    return head - begin <= _MOST_BEFORE and all(
        is_adjective(row[at], language)
        or not row[at].said.isalpha()
        or len(row[at].said) == 1
        or is_suffix(row, at)
        or (_is_no_name(spoken, at, head) and ends_alike(row[at].low, row[head].low))
        for at in range(begin, head)
    )


def _is_no_name(spoken: Spoken, at: int, head: int) -> bool:
    """Tell whether a word has no capital, or only as the first one of its sentence that is no place.

    A unit, its noun being token ``head``, may have one as well: "Third Assault Brigade".
    """
    token, words = spoken.row[at], spoken.lexicon
    opens = at == 0 or words.nouns[spoken.row[head].low] in words.actors.forces
    return not token.capital or (opens and token.start not in spoken.places)


def _maker(spoken: Spoken, head: int, stop: int) -> tuple[Speaker, int] | None:
    """Read "the summary of the General Staff" as the staff; "the summary" alone as whoever made it."""
    row = spoken.row
    if head + 1 == stop and spoken.lexicon.nouns[row[head].low] not in spoken.lexicon.evidence.pictures:
        begin, stop = _behind_participle(spoken, stop), len(row)
    else:
        begin = head + 1
    if begin < stop:
        found = named(spoken, begin, stop, oblique=True)
        if found.speakers:
            return found.speakers[0], found.end
    page = page_behind(spoken, head)
    keeper = named(spoken, page + 1, len(row), oblique=True) if page is not None else None
    if keeper is not None and keeper.speakers:
        return keeper.speakers[0], keeper.end
    word = spoken.lexicon.nouns[row[head].low]
    backward = word in spoken.lexicon.attribution.backward
    return (Speaker(word, phrase=word), head + 1) if backward else None


def _behind_participle(spoken: Spoken, comma: int) -> int:
    """Return the token behind "published" in "the map, published by X"; the end where none stands there."""
    row = spoken.row
    told = comma + 1 < len(row) and row[comma].said == ","
    return comma + 2 if told and is_adjective(row[comma + 1], spoken.lexicon.language) else len(row)


def _bare_name(spoken: Spoken, begin: int, stop: int, *, oblique: bool) -> tuple[Speaker, int] | None:
    """Read a name of which nothing is told: of an outlet, a project, a person, a state that speaks."""
    row, words = spoken.row, spoken.lexicon
    group = row[begin:stop]
    plain = [token for token in group if token.word]
    state = (
        len(plain) == 1 and not oblique and any(plain[0].low in side.names for side in words.sides.values())
    )
    proper = all(token.capital for token in plain) and not any(_is_place(spoken, token) for token in plain)
    if (
        not plain
        or len(plain) > _MOST_NAMES
        or not (state or (proper and _can_be_name(spoken, begin, plain)))
    ):
        return None
    name = " ".join(in_nominative(spoken, begin, stop, oblique=oblique))
    return Speaker(name, phrase=words_low(group)), stop


def _is_place(spoken: Spoken, token: Token) -> bool:
    """Tell whether a name is a place's, and none of a person whom the item names in full."""
    return token.start in spoken.places and spoken.cast.by_stem(token.said) == token.said


def _can_be_name(spoken: Spoken, begin: int, row: Sequence[Token]) -> bool:
    """Tell whether a word's capital is more than that of the first word of a sentence."""
    at = begin - 1
    while at >= 0 and not spoken.row[at].word:
        at -= 1
    return at >= 0 or len(row) > 1 or _is_well_known(spoken, row)


def _is_well_known(spoken: Spoken, row: Sequence[Token]) -> bool:
    """Tell whether one word is a name by its letters, by its end, or by what is known of it."""
    telling = spoken.lexicon.evidence
    known = any(phrases.any(row) for phrases in (telling.official, telling.analyst, telling.milblogger))
    heard = spoken.lexicon.attribution.outlets.any(row) or row[0].low in spoken.cast.full_names
    odd = row[0].said.isascii() or row[0].said.isupper() or surname_like(row[0].low)
    return known or heard or odd
