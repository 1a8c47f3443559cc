"""What happened at a place: it is taken whole or in part."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.places.lists import is_list_mark
from feeds.extraction.places.reference import is_area
from feeds.extraction.reports.areas import counted
from feeds.extraction.reports.pointing import has_it
from feeds.extraction.words.marks import DASHES_OR_MINUS
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.words.tokens import Token

_PART_REACH = 4
_ALL = "100"
"""Percent."""
_NEAR = 6
"""Tokens right behind what says that something was taken."""


def kind_at(scene: Scene, event: Event, ref: PlaceRef) -> Kind:
    """Read "captured structures in X" as an advance: only what is taken whole is seized."""
    emptied = event.kind is Kind.ADVANCE and (_emptied(scene, event, ref) or _vacated(scene, event, ref))
    if emptied and not _nearly(scene, event):
        return Kind.SEIZURE
    if event.kind is Kind.WITHDRAWAL and _not_lost(scene, event):
        return Kind.SEIZURE
    if event.kind is not Kind.SEIZURE:
        return event.kind
    if _nearly(scene, event):
        return Kind.ADVANCE
    if scene.reading.lexicon.grammar.free_order:
        part = ref.coarse and not _is_whole(scene, event, ref)
        part = part or (_only_part(scene, event, ref) and not _is_seat(scene, ref))
        part = part or _takes_several(scene, event, ref)
    else:
        part = _takes_part(scene, event, ref)
    return Kind.ADVANCE if part else event.kind


def _is_whole(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether an oblast was taken in all: "freed all of X Oblast", "X Oblast is wholly free"."""
    row, words = scene.sentence.row, scene.reading.lexicon.places
    if ref not in scene.refs or not is_area(ref):
        return False
    between = row[ref.end : event.begin] if ref.end <= event.begin else row[event.end : ref.begin]
    apart = [one.end for one in scene.refs if event.end <= one.begin < ref.begin]
    between = row[apart[-1] : ref.begin] if apart else between  # "all of A and much of B"
    before = row[max(0, ref.begin - 1) : ref.begin]
    about = scene.reading.lexicon.figures.about
    if about.any([*row[max(0, ref.begin - 2) : ref.begin], *between]):
        return False  # "almost all of X"
    return _is_all_told_of(scene, event, ref) or words.whole.any([*before, *between])


def _is_all_told_of(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether an oblast itself is what was freed, "X Oblast is freed", and no places in it; by case."""
    row, grammar = scene.sentence.row, scene.reading.lexicon.grammar
    beside = grammar.free_order and not event.noun and ref.end == event.begin
    passive = row[event.end - 1].low.endswith(grammar.passive_endings)
    led = ref.begin > 0 and row[ref.begin - 1].low in scene.reading.lexicon.places.cues
    share = any(token.said.isdecimal() for token in row[event.end : event.end + _PART_REACH])
    return beside and passive and not (led or share)


def _is_seat(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether a town is called "the regional centre" right before its name: that is all of it."""
    before = scene.sentence.row[max(0, ref.begin - 2) : ref.begin] if ref in scene.refs else ()
    return scene.reading.lexicon.places.seats.any(before)


def _not_lost(scene: Scene, event: Event) -> bool:
    """Tell whether it is denied that a place "was lost", which is that it was taken; English alone."""
    words, lost = scene.reading.lexicon, scene.sentence.row[event.begin].low
    return event.passive and event.negated and lost in words.mood.bare and words.grammar.has_articles


def _nearly(scene: Scene, event: Event) -> bool:
    """Tell whether "almost" stands right before a verb, or its object is only "nearby areas"."""
    words, row = scene.reading.lexicon, scene.sentence.row
    near = range(max(0, event.begin - (2 if event.falling else 1)), event.begin)
    about = not event.noun and any(words.figures.about.at(row, at) is not None for at in near)
    behind = [token for token in row[event.end : event.end + 2] if token.word]
    named = bool(behind) and behind[0].capital
    around = not (event.noun or named) and any(token.low in words.places.dropped for token in behind)
    return words.grammar.has_articles and (about or around)


def _emptied(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether a side was driven out of a whole settlement, which the other then has; English alone."""
    words, row = scene.reading.lexicon, scene.sentence.row
    told = row[event.begin : event.end]
    if event.noun or ref.coarse or ref.road or ref not in scene.refs or ref.begin < event.end:
        return False
    of = told[-1].low in words.places.of and told[-2:][0].low in words.mood.particles
    out = told[-1].low in words.places.origins or of
    away = told[:-2] if told[-1].low in words.places.of else told
    # "Pushed back from X", "pushed west from X": whoever pushed was there before.
    onward = words.mood.particles | words.compass.words
    if not (out and words.grammar.has_articles) or any(one.low in onward for one in away):
        return False
    first = min((one for one in scene.refs if one.begin >= event.end), key=lambda one: one.begin)
    small = words.actors.articles | words.places.settlement | words.places.of
    whole = not (first.coarse or first.road)
    return whole and all(one.low in small for one in row[event.end : first.begin])


def _vacated(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether a side was driven out of a whole settlement, by case: "выбили врага из села X и Y"."""
    words, row = scene.reading.lexicon, scene.sentence.row
    driven = any(one.low.startswith(words.grammar.emptying) for one in row[event.begin : event.end])
    if event.noun or not driven or ref.coarse or ref.road or ref not in scene.refs or ref.begin < event.end:
        return False
    first = min((one for one in scene.refs if one.begin >= event.end), key=lambda one: one.begin)
    between = row[event.begin + 1 : first.begin]
    out = max((at for at, one in enumerate(between) if one.low in words.places.origins), default=None)
    joined = any(one.low in words.attribution.joins for one in between[:out])  # "out of A and back from B"
    rest = between[out + 1 :] if out is not None else ()
    off = out is not None and between[out].low in words.figures.places_after  # "pushed back from X"
    return out is not None and not (joined or off) and all(one.low in words.places.settlement for one in rest)


def _takes_part(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell by the order of words whether only a part of a place was taken."""
    words = scene.reading.lexicon.places
    taken = scene.sentence.row[event.begin : event.end]
    if words.parts.any(taken) or ref.road:
        return True  # "took the northern half of the town"
    elsewhere = ref not in scene.refs
    if not elsewhere and ref.end <= event.begin:
        before = scene.sentence.row[max(event.clause, ref.begin - _NEAR) : ref.begin]
        return _part_of(scene, before) or _area_off(scene, before) or _part_behind(scene, event)
    if elsewhere or ref.begin < event.end:
        return elsewhere and _part_meant(scene, event)
    between = scene.sentence.row[event.end : ref.begin]
    if event.noun:
        return words.parts.any(between)
    return not event.passive and (_part_of(scene, between) or _inside(scene, event, ref, between))


def _inside(scene: Scene, event: Event, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether something "in" a place was taken, and no settlement or all of one named before it."""
    words = scene.reading.lexicon
    cued = any(
        token.low in words.places.cues and token.low not in words.attribution.joins for token in between
    )
    earlier = [other for other in scene.refs if other.begin >= event.end and other.end <= ref.begin]
    if earlier and _joined(scene, (*earlier, ref)):
        first = earlier[0]
        return _inside(scene, event, first, scene.sentence.row[event.end : first.begin])
    if earlier and _off_another(scene, between[earlier[-1].end - event.end :]):
        return True
    taken = scene.sentence.row[event.begin : event.end]
    named = _names_town(scene, taken) or _names_town(scene, between)
    if cued and between and words.places.parts.at(between, int(between[0].low in words.actors.articles)):
        return True  # "liberated the city center in X"
    if _is_thing_in(scene, between):
        return True
    named = named or words.places.whole.any(between) or _has_object(scene, event)
    return cued and not (named or earlier)


def _joined(scene: Scene, refs: Sequence[PlaceRef]) -> bool:
    """Tell whether nothing but marks of a list, prepositions and winds parts places: "in A, and near B"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    small = words.places.cues | words.compass.words | words.actors.articles | words.places.settlement
    return all(
        is_list_mark(token, words) or token.low in small
        for one, other in pairwise(refs)
        for token in row[one.end : other.begin]
    )


def _off_another(scene: Scene, between: Sequence[Token]) -> bool:
    """Tell whether something else that was taken only lies off a place: "A and the power plant south of"."""
    words = scene.reading.lexicon
    wind = between[-1].low in words.places.of and between[-2:][0].low in words.compass.words
    thing = any(token.word and token.low not in words.actors.articles for token in between[1:-2])
    return wind and thing and is_list_mark(between[0], words) and not _names_town(scene, between)


def _is_thing_in(scene: Scene, between: Sequence[Token]) -> bool:
    """Tell whether "the coke plant in the town of" stands before a place: only a thing in it was taken."""
    words = scene.reading.lexicon.places
    first = next((at for at, token in enumerate(between) if token.low in words.settlement), len(between))
    thing = next((at for at, token in enumerate(between[:first]) if token.low in words.features), first)
    return any(token.low in words.nearer for token in between[thing + 1 : first])


def _names_town(scene: Scene, row: Sequence[Token]) -> bool:
    """Tell whether a word for a settlement stands among words: "the city of", but not "the City Park"."""
    words = scene.reading.lexicon.places
    return any(
        token.low in words.settlement and not any(one.low in words.features for one in row[at + 1 : at + 2])
        for at, token in enumerate(row)
    )


def _area_off(scene: Scene, before: Sequence[Token]) -> bool:
    """Tell whether "the area to the north of" stands before a place."""
    words = scene.reading.lexicon
    area = next((at for at, token in enumerate(before) if token.low in words.places.dropped), None)
    return area is not None and any(token.low in words.compass.words for token in before[area:])


def _part_behind(scene: Scene, event: Event) -> bool:
    """Tell whether a part of a place named before stands right behind a verb."""
    return not event.falling and _part_meant(scene, event)


def _has_object(scene: Scene, event: Event) -> bool:
    """Tell whether a phrase holds what is done to a place already: "raised the flag in X"."""
    words, last = scene.reading.lexicon, scene.sentence.row[event.end - 1]
    open_to = words.places.cues | words.attribution.by | words.mood.to
    return event.end > event.begin + 1 and not event.noun and last.low not in open_to


def _part_of(scene: Scene, between: Sequence[Token]) -> bool:
    """Tell whether "most of", "the centre of" stands before a place, or before "the town of"."""
    words = scene.reading.lexicon.places
    for at in range(len(between)):
        hit = words.parts.at(between, at)
        if hit is not None and (
            hit[0] == len(between) > 1
            or between[hit[0] - 1].low in words.of
            or any(one.low in words.of for one in between[hit[0] : hit[0] + 1])
        ):
            return True
    return False


def _part_meant(scene: Scene, event: Event) -> bool:
    """Tell whether a part of "the city", named before, stands right behind what says it was taken."""
    behind = scene.sentence.row[event.end : event.end + _NEAR]
    parts = scene.reading.lexicon.places.parts
    return not event.passive and any(parts.at(behind, at) is not None for at in range(len(behind)))


def _only_part(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether a part of a place stands before its name, or behind the verb if the name stands before."""
    row = scene.sentence.row
    if ref not in scene.refs:
        ahead = range(max(event.clause, event.begin - _PART_REACH), event.begin)
        behind = range(event.end, min(len(row), event.end + _NEAR))
        return any(is_part(scene, at) for at in (*ahead, *behind))
    between = row[ref.end : event.begin][-2:] if ref.end <= event.begin else ()
    led = row[max(event.clause, event.begin - _PART_REACH) : event.begin]
    if _names_part(scene, between, whole_phrase=True) or _by_share(scene, ref) or _is_share(scene, led):
        return True  # "near X the forest is ours again", "took X to 80 percent"
    settlement = scene.reading.lexicon.places.settlement
    near = row[max(ref.end, event.begin - _PART_REACH) : event.begin]
    taken = has_it(scene, event) or _has_town(scene, event)
    if ref.end <= event.begin and (taken or any(token.low in settlement for token in near)):
        # "Fighting goes on in X, the town is not taken", "broke through to X and took it", but not
        # "surrounded X, and the eastern part of the town is taken".
        done_to = _up_to_comma(row[event.end : event.end + _PART_REACH])
        part = _names_part(scene, near, whole_phrase=True) or _names_part(scene, done_to, whole_phrase=True)
        return part and not taken
    earlier = [one for one in scene.refs if event.end <= one.begin <= ref.begin]
    if ref not in earlier:
        before = (
            ()
            if _in_relative(scene, ref.end, event.begin)
            else row[max(event.clause, ref.begin - _NEAR) : ref.begin]
        )
        aside = _up_to_comma(row[event.end : event.end + _PART_REACH])
        aside = aside if event.begin >= ref.end or not earlier else ()
        whole = event.end - event.begin > 1
        return _names_part(scene, before, whole_phrase=whole) or _names_part(scene, aside, whole_phrase=True)
    part, begin = False, event.end
    for one in earlier:
        between = row[begin : one.begin]
        # "X in A and Y in B": an area tells where the place before it lies, nothing of the next.
        if one.coarse and one is not earlier[0]:
            begin = one.end
            continue
        if not between or any(_tells(scene, token) for token in between):
            part = _names_part(scene, between, whole_phrase=event.end - event.begin > 1)
        begin = one.end
    return part


def _takes_several(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether settlements that are only counted were taken near a place: "two villages off X"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if event.noun or ref not in scene.refs:
        return False
    begin = max([event.end, *(one.end for one in scene.refs if one.end <= ref.begin)])
    behind = ref.begin >= event.end
    near = row[begin : ref.begin] if behind else row[event.end : event.end + _PART_REACH]
    towns = [at for at, token in enumerate(near) if token.low in words.places.settlement]
    if not towns or not counted(scene, near[: towns[0]]):
        return False
    off = words.places.cues | words.compass.words
    if behind and not any(token.low in off for token in near[towns[-1] + 1 :]):
        return False  # "took the villages of X"
    rest = row[(begin if behind else event.end) :]
    return not any(token.said == ":" or token.said in DASHES_OR_MINUS for token in rest)


def _has_town(scene: Scene, event: Event) -> bool:
    """Tell whether "the town", named before, stands right behind what says it was taken."""
    behind, words = scene.sentence.row[event.end : event.end + 2], scene.reading.lexicon.places
    town = len(behind) > 0 and not event.noun and behind[0].low in words.settlement - words.many
    return town and not any(token.capital for token in behind[1:])


def _in_relative(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether "which" behind token ``begin`` leads to token ``end``: "into X, which Y took"."""
    between, which = scene.sentence.row[begin:end], scene.reading.lexicon.grammar.which
    last = max((at for at, token in enumerate(between) if token.low in which), default=None)
    return last is not None and not any(token.said == "," for token in between[last:])


def _is_share(scene: Scene, row: Sequence[Token]) -> bool:
    """Tell whether words end in a share of less than all: "by 80 percent | under control is X"."""
    share = len(row) > 1 and row[-2].said.isdecimal() and row[-2].said != _ALL
    return share and scene.reading.lexicon.places.parts.at(row, len(row) - 1) is not None


def _by_share(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether a share of less than all of a place stands right behind its name."""
    behind = scene.sentence.row[ref.end : ref.end + _PART_REACH]
    number = next((at for at, token in enumerate(behind) if token.said.isdecimal()), None)
    if number is None or behind[number].said == _ALL:
        return False
    parts = scene.reading.lexicon.places.parts
    led = all(token.word and not token.capital for token in behind[:number])
    return led and number + 1 < len(behind) and parts.at(behind, number + 1) is not None


def is_part(scene: Scene, at: int) -> bool:
    """Tell whether a part of a place stands at token ``at``, and no unit that is called "North"."""
    row = scene.sentence.row
    named = at > 0 and row[at].capital
    return not named and scene.reading.lexicon.places.parts.at(row, at) is not None


def _up_to_comma(row: Sequence[Token]) -> Sequence[Token]:
    return row[: next((at for at, token in enumerate(row) if token.said == ","), len(row))]


def _tells(scene: Scene, token: Token) -> bool:
    """Tell whether a token between two places is more than a mark of their list."""
    return token.word and token.low not in scene.reading.lexicon.attribution.joins


def _is_all(scene: Scene, row: Sequence[Token], at: int) -> bool:
    """Tell whether the word for a part at token ``at`` means all of a place: "the whole territory of"."""
    hit = scene.reading.lexicon.places.whole.at(row, at - 1) if at else None
    return hit is not None and hit[0] > at


def _names_part(scene: Scene, row: Sequence[Token], *, whole_phrase: bool = False) -> bool:
    """Tell whether the last word that says what is named says it is a part, or only near.

    ``whole_phrase`` tells that the verb has its object already: "raised the flag in X".
    """
    words = scene.reading.lexicon
    head = scene.sentence.row[0]
    plain = (at for at, token in enumerate(row) if not token.capital or token is head)
    parts = (at for at in plain if words.places.parts.at(row, at) is not None and not _is_all(scene, row, at))
    part = max(parts, default=-1)
    whole = max((at for at, token in enumerate(row) if token.low in words.places.settlement), default=-1)
    if part >= 0 and not any(is_list_mark(token, words) for token in row[part:whole]):
        return True
    near = row[-1].low if row and not whole_phrase else ""
    joined = near in words.attribution.joins or near in words.mood.contested
    return whole < 0 and near in words.places.cues and not joined
