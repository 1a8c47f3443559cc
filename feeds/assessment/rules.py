"""Where a claim stands at one moment, by rules that an analyst can check.

Strongest first, the first that holds decides:

==============  ===========================================================================
confirmed       an analyst confirmed it here, or officials of both sides say so in their own
                channels and no official denies it
contested       an analyst disputes it, or desks decide differently, or it is contradicted
                although somebody beside the gaining side says so
denied          only contradictions stand, or only the gaining side says so and all that it
                says is contradicted, by more than the other side's claim to have taken it
retracted       whoever said so took it back
assessed        a named assessor says so
conceded        the side that loses by it, or a source aligned with it, says so
corroborated    two independent origins say so; all that are aligned with one side count as
                one, and so do all who have no name, together with who carries their words
claimed         somebody says so
==============  ===========================================================================

What contradicts what is told in :mod:`feeds.assessment.contradiction`. What the gaining side says and
somebody contradicts counts for nothing else, so that the rest stands by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.contradiction import GROUND_GAINED, Against
from feeds.assessment.wording import is_proper_name, names_of
from feeds.model import Alignment, Caveat, Decision, DecisionKind, Kind, Origin, Side, SourceClass
from feeds.model import StandingLevel as Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from feeds.assessment.contradiction import How
    from feeds.assessment.origins import Voice

_INDEPENDENT_ORIGINS = 2
_OFFICIAL = (SourceClass.OFFICIAL, SourceClass.LOCAL_OFFICIAL)
_PARTISAN = (*_OFFICIAL, SourceClass.MILBLOGGER, SourceClass.STATE_MEDIA)
_ASSESSING = (SourceClass.ASSESSOR, SourceClass.GEOLOCATOR)
_PARTIES = (Alignment.UKRAINIAN, Alignment.RUSSIAN)
_ALIGNED = {Side.UKRAINE: Alignment.UKRAINIAN, Side.RUSSIA: Alignment.RUSSIAN}
_OPPOSED = {Side.UKRAINE: Side.RUSSIA, Side.RUSSIA: Side.UKRAINE}
_CONTRADICTS = {
    None: "denied by {}",
    Caveat.GREY_ZONE: "a grey zone, controlled by neither side, according to {}",
    Caveat.REPELLED: "beaten back that day, according to {}",
    Against.OTHER_SIDE: "taken by the other side that day, according to {}",
}
_CONTRADICTED = {
    None: "no longer denied by {}",
    Caveat.GREY_ZONE: "no longer contradicted by {}, who called it a grey zone",
    Caveat.REPELLED: "no longer contradicted by {}, who said that it was beaten back",
    Against.OTHER_SIDE: "no longer contradicted by {}, who said that the other side took it",
}
_DECIDED = {DecisionKind.CONFIRM: "confirmed", DecisionKind.DISPUTE: "disputed"}
_NOTES = {
    Caveat.GREY_ZONE: "according to {} it is a grey zone, controlled by neither side",
    Caveat.UNKNOWN_CONTROL: "according to {} it is not known who controls it",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules say of one moment."""

    level: Level
    rule: str
    """A sentence."""
    report_ids: tuple[str, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """What could be known of one claim at one moment."""

    kind: Kind
    side: Side
    affirming: tuple[Origin, ...]
    undenied: tuple[Origin, ...]
    """Those of ``affirming`` with a report that nobody contradicts; only these reports."""
    denied: tuple[Origin, ...]
    """Those of ``affirming`` with a report that somebody contradicts; only these reports."""
    denying: Mapping[How, tuple[Origin, ...]]
    """Who contradicts it, by how; None: in so many words."""
    taken_back: tuple[Origin, ...]
    """Who affirmed it and does no longer."""
    taken_back_by: tuple[str, ...]
    """Who took that back, in words: those whose words they were, or whoever had handed them on."""
    denial_taken_back: Mapping[How, tuple[Origin, ...]]
    """Who contradicted it and does no longer, by how."""
    noting: Mapping[Caveat, tuple[Origin, ...]]
    """Who says beside it, without contradicting it, in whose hands the place is."""
    decisions: tuple[Decision, ...]
    """The last word of each desk that confirmed or disputed it, oldest first."""
    overtaken: tuple[Decision, ...]
    """Those after which all that they could rest on was taken back."""
    voices: Mapping[str, Voice]
    """Who said each report, by its id."""

    @property
    def gaining(self) -> Alignment | None:
        """Whose interest the claim serves; None where it serves neither."""
        if self.kind is Kind.WITHDRAWAL:
            return _ALIGNED.get(_OPPOSED.get(self.side, Side.BOTH))
        return _ALIGNED.get(self.side)

    @property
    def losing(self) -> Alignment | None:
        """Who loses by it; None where no ground changes hands."""
        if self.kind is Kind.WITHDRAWAL:
            return _ALIGNED.get(self.side)
        return _ALIGNED.get(_OPPOSED.get(self.side, Side.BOTH)) if self.kind in GROUND_GAINED else None

    @property
    def opposing(self) -> tuple[Origin, ...]:
        """All who contradict it."""
        return tuple(origin for origins in self.denying.values() for origin in origins)

    @property
    def counting(self) -> tuple[Origin, ...]:
        """The origins on which a standing can rest."""
        return self.undenied or self.affirming


def rule_on(moment: Moment) -> Ruling:
    """Return where the claim stands at ``moment``; there is always a reason."""
    rules: tuple[Callable[[Moment], Ruling | None], ...] = (
        _decided, _both_officially, _denied, _retracted, _assessed, _conceded, _corroborated
    )  # fmt: skip
    ruling = next(filter(None, (rule(moment) for rule in rules)), None) or _claimed(moment)
    notes = [f"; {note}" for note in _notes(moment, ruling)]
    return Ruling(ruling.level, f"{ruling.rule}{''.join(notes)}.", ruling.report_ids, ruling.by)


def _decided(moment: Moment) -> Ruling | None:
    made = moment.decisions
    if not made:
        return None
    signed: dict[DecisionKind, list[str]] = {}
    for one in made:
        signed.setdefault(one.kind, []).append(f"{one.by} ({one.why})" if one.why else one.by)
    told = [f"{_DECIDED[kind]} here by {names_of(names)}" for kind, names in sorted(signed.items())]
    level = Level.CONTESTED if DecisionKind.DISPUTE in signed else Level.CONFIRMED
    by = None if len(signed) > 1 else names_of([one.by for one in made])
    return Ruling(level, _sentence(told), _ids(moment.affirming + moment.opposing), by)


def _both_officially(moment: Moment) -> Ruling | None:
    """Officials count in their own channels: what an outlet says of officials confirms nothing."""
    official = tuple(one for one in moment.affirming if _is_official(one) and _in_own_channel(one, moment))
    sides = {origin.alignment for origin in official}
    if not set(_PARTIES) <= sides or any(map(_is_official, moment.opposing)):
        return None
    return Ruling(Level.CONFIRMED, f"Said by officials of both sides: {_names(official)}", _ids(official))


def _denied(moment: Moment) -> Ruling | None:
    if not moment.denying:
        return None
    against, ids = _contradictions(moment), _ids(moment.opposing)
    if _is_word_against_word(moment) or any(one.alignment is not moment.gaining for one in moment.denied):
        told = [f"said by {_names(moment.affirming)}", *against]
        return Ruling(Level.CONTESTED, _sentence(told), _ids(moment.affirming) + ids)
    if moment.undenied:
        return None
    silent = [] if moment.taken_back else ["nobody claims it"]
    only = [f"said only by {_names(moment.affirming)}"] if moment.affirming else silent
    return Ruling(Level.DENIED, _sentence([*against, *only]), ids)


def _is_word_against_word(moment: Moment) -> bool:
    """Tell whether each side alone says that it took the place, so that neither word outweighs the other."""
    claimed = moment.denying.get(Against.OTHER_SIDE, ())
    is_all = len(moment.denying) == 1 and all(one.alignment is moment.losing for one in claimed)
    return bool(claimed) and is_all and not moment.undenied


def _retracted(moment: Moment) -> Ruling | None:
    if moment.affirming:
        return None
    gone = moment.taken_back
    if not gone:
        return Ruling(Level.RETRACTED, _sentence(["nobody claims it", *_no_longer_denied(moment)]))
    return Ruling(Level.RETRACTED, f"Taken back by {names_of(moment.taken_back_by)}", _ids(gone))


def _assessed(moment: Moment) -> Ruling | None:
    named = tuple(origin for origin in moment.counting if origin.source_class in _ASSESSING)
    if not named:
        return None
    return Ruling(Level.ASSESSED, f"Assessed by {_names(named)}", _ids(named), named[0].name)


def _conceded(moment: Moment) -> Ruling | None:
    adverse = tuple(origin for origin in moment.counting if origin.alignment is moment.losing)
    if not adverse:
        return None
    return Ruling(Level.CONCEDED, f"Said against their own side by {_names(adverse)}", _ids(adverse))


def _corroborated(moment: Moment) -> Ruling | None:
    said = moment.counting
    if _independent_origins(said, moment.voices) < _INDEPENDENT_ORIGINS:
        return None
    return Ruling(Level.CORROBORATED, f"Said independently by {_names(said)}", _ids(said))


def _claimed(moment: Moment) -> Ruling:
    said = moment.counting
    is_one_side = all(origin.alignment is not Alignment.INDEPENDENT for origin in said)
    together = ", all of one side" if is_one_side else ", who count as one origin"
    rule = f"Said only by {_names(said)}{together if len(said) > 1 else ''}"
    return Ruling(Level.CLAIMED, rule, _ids(said))


def _independent_origins(origins: Sequence[Origin], voices: Mapping[str, Voice]) -> int:
    """Count who stands alone, and each side once.

    An official, a blogger or a state's medium always stands on a side: where it is not known which, it
    is taken for one that is counted already. So is who has no name: for whoever carries their words.
    """
    apart = [origin for origin in origins if origin.alignment is Alignment.INDEPENDENT]
    alone = [origin for origin in apart if origin.source_class not in _PARTISAN]
    named = [origin for origin in alone if _is_named(origin, voices)]
    counted = {
        voices[origin.report_ids[0]].key for origin in origins if origin not in alone or origin in named
    }
    nameless = [origin for origin in alone if origin not in named]
    carriers = {voices[report_id].carrier for origin in nameless for report_id in origin.report_ids}
    sides = {origin.alignment for origin in origins} - {Alignment.INDEPENDENT}
    unknown_side = min(1, len(apart) - len(alone))
    return len(named) + (len(sides) or unknown_side) + bool(carriers and not carriers & counted)


def _is_named(origin: Origin, voices: Mapping[str, Voice]) -> bool:
    return voices[origin.report_ids[0]].listed or is_proper_name(origin.name)


def _is_official(origin: Origin) -> bool:
    return origin.source_class in _OFFICIAL


def _in_own_channel(origin: Origin, moment: Moment) -> bool:
    return any(moment.voices[report_id].own for report_id in origin.report_ids)


def _contradictions(moment: Moment) -> list[str]:
    return [_CONTRADICTS[how].format(_names(origins)) for how, origins in moment.denying.items()]


def _no_longer_denied(moment: Moment) -> list[str]:
    told = moment.denial_taken_back
    return [_CONTRADICTED[how].format(_names(origins)) for how, origins in told.items()]


def _notes(moment: Moment, ruling: Ruling) -> Iterable[str]:
    """Yield what the reader must know beside the rule: whose hands, what fell away."""
    by_rules = not moment.decisions
    if by_rules and moment.denied and ruling.level not in (Level.CONTESTED, Level.DENIED):
        against = " and ".join(_contradictions(moment))
        other = "other " if moment.undenied else ""
        yield f"{other}reports of it, by {_names(moment.denied)}, are contradicted: {against}"
    for caveat, origins in moment.noting.items():
        yield _NOTES[caveat].format(_names(origins))
    if moment.taken_back and ruling.level is not Level.RETRACTED:
        yield f"taken back by {names_of(moment.taken_back_by)}"
    if moment.affirming or moment.taken_back:
        yield from _no_longer_denied(moment)
    if moment.overtaken:
        made = [f"{_DECIDED[one.kind]} here by {one.by}" for one in moment.overtaken]
        yield f"{' and '.join(made)} before that"


def _sentence(parts: Sequence[str]) -> str:
    told = "; ".join(parts)
    return told[0].upper() + told[1:]


def _names(origins: Sequence[Origin]) -> str:
    return names_of([origin.name for origin in origins])


def _ids(origins: Sequence[Origin]) -> tuple[str, ...]:
    return tuple(report_id for origin in origins for report_id in origin.report_ids)
