"""From one item to all that it says; pure, linear in the item's length, never raises for any text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.glancing import LONGEST_TEXT, is_passed_over, lexicon_for
from feeds.extraction.pending import pending_in
from feeds.extraction.quotes import QuoteFound, quotes_of, sentence_around
from feeds.extraction.reports.assembly import NAMELY, assemble
from feeds.extraction.reports.bulletins import bulletin_day
from feeds.extraction.reports.counts import with_days_of
from feeds.extraction.reports.denials import denied, taken_back
from feeds.extraction.reports.evidence import stronger, with_standing
from feeds.extraction.reports.framing import frame_sentences, spoken_of
from feeds.extraction.reports.named_later import in_name
from feeds.extraction.reports.reading import Reading, read
from feeds.extraction.reports.scene import Memory, Setting
from feeds.extraction.reports.senses import one_sense
from feeds.extraction.reports.told_to import through_outlets
from feeds.extraction.text.alike import in_one_alphabet
from feeds.extraction.text.zones import day_at_source
from feeds.geography.prior import NO_PRIOR, Prior
from feeds.model import Extract, Kind, Pending, Quote, Report, Span, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.found import Found
    from feeds.extraction.speakers.speakers import Speaker
    from feeds.geography import Gazetteer, Mention
    from feeds.model import Item, Source

_SHORTEST_TITLE = 20
_SHARE = 0.5
"""Of the item's located reports that must lie in one oblast before others are put there too."""


def extract(
    item: Item,
    gazetteer: Gazetteer,
    *,
    source: Source | None = None,
    prior: Prior = NO_PRIOR,
    lexicons: Sequence[Lexicon] | None = None,
) -> Extract:
    """Return the reports, quotes and pending statements of ``item``, each with its span in its text.

    ``source`` tells who "the enemy" is, and on what evidence the item speaks in its own voice.
    ``lexicons`` are the languages that it may be in; by default those that are shipped. What only
    the title says is reported with the empty span at the start of the text.
    """
    item = replace(item, title=in_one_alphabet(item.title), text=in_one_alphabet(item.text[:LONGEST_TEXT]))
    text = item.text
    lexicon = lexicon_for(item, lexicons, source)
    if is_passed_over(item, lexicon):
        return Extract()
    setting = replace(_setting(item, gazetteer, source, lexicon), prior=prior)
    title = item.title[:LONGEST_TEXT]
    found, unmatched, reading = _read(text, lexicon, setting, title=title, beside=gazetteer.find(title))
    titled, _, _ = _read(title, lexicon, setting, title="", beside=tuple(reading.mentions.values()))
    titled = [_in_full(one, reading) for one in titled]
    every = one_sense([*found, *_only_in_title(titled, found)])
    told, quotes = through_outlets(every, quotes_of(reading), reading.cast.heard, lexicon)
    standing = with_standing(told, reading.cast.heard, lexicon, source_class=setting.source_class)
    reports = _merged(_without_ledes(standing))
    above = {id(one.sentence) for one in titled}
    return Extract(
        reports=_identified(
            _report(item, one, setting, spans=id(one.sentence) in above) for one in _placed(reports)
        ),
        quotes=_quotes(item, quotes, setting, lexicon),
        pending=_pending(item, reading),
        unmatched=tuple(unmatched),
    )


def _setting(item: Item, gazetteer: Gazetteer, source: Source | None, lexicon: Lexicon) -> Setting:
    titles = (source.title, *source.voices) if source else ()
    names = {name.lower() for title in titles for name in (title, _initials(title))}
    return Setting(
        gazetteer=gazetteer,
        published=day_at_source(item.published_at, source, lexicon),
        alignment=source.alignment if source else None,
        source_class=source.source_class if source else None,
        own_names=frozenset(names),
    )


def _initials(title: str) -> str:
    """Return the capital letters that shorten a name of several words."""
    letters = "".join(word[0] for word in title.split() if word[0].isupper())
    return letters if len(letters) > 1 else title


def _read(
    text: str, lexicon: Lexicon, setting: Setting, *, title: str, beside: Sequence[Mention] = ()
) -> tuple[list[Found], list[Span], Reading]:
    reading = read(text, lexicon, setting.gazetteer, beside=beside, prior=setting.prior)
    frame_sentences(reading, setting.published, title)
    speakers = {one.start: one.speaker for one in quotes_of(reading, every=True)}
    memory = Memory(
        dated=bulletin_day(reading, title, setting.published),
        speaker_by_quote=dict(speakers),
        day_by_quote=_days_by_quote(reading),
        speaking=_speaking(reading, setting),
    )
    found: list[Found] = []
    unmatched: list[Span] = []
    for sentence in reading.sentences:
        if _boilerplate(text, sentence.span, title):
            continue
        memory.counts.clear()
        reports, lost = assemble(reading, sentence, setting, memory)
        found = _without_general(with_days_of(found, memory.counts), reports, lexicon)
        found = taken_back(found, sentence, lexicon)
        found.extend(reports)
        found.extend(denied(reading, sentence, found, setting, beside=bool(reports)))
        if lost:
            unmatched.append(sentence.span)
    return _without_clearing(found, reading), unmatched, reading


def _without_clearing(found: Sequence[Found], reading: Reading) -> list[Found]:
    """Leave out that a place was mopped up where the item tells that it was taken whole, where cases tell."""
    clearing = reading.lexicon.grammar.clearing
    taken = {(one.side, one.place.lower()) for one in found if one.kind is Kind.SEIZURE and not one.negated}

    def cleared(one: Found) -> bool:
        span = one.trigger_span if one.kind is Kind.ADVANCE and not one.negated else None
        said = reading.text[span.start : span.end].lower() if span is not None and clearing else ""
        return said.startswith(clearing) and (one.side, one.place.lower()) in taken

    return [one for one in found if not cleared(one)] if clearing else list(found)


def _without_general(found: list[Found], more: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """Leave out the region of which the next sentence, ``more``, says more closely where in it.

    Attacks on a whole direction are told beside those near its villages in English.
    """
    closer = {(one.kind, one.side) for one in more if one.rule.endswith(NAMELY)}
    if lexicon.grammar.has_articles:
        closer = {one for one in closer if one[0] is not Kind.ATTACK}
    last = found[-1].sentence if found and closer else None
    return [
        one for one in found if not (one.coarse and one.sentence is last and (one.kind, one.side) in closer)
    ]


def _days_by_quote(reading: Reading) -> dict[int, date]:
    """Return the day on which each quotation was said, where the sentence around it names one day alone."""
    found = ((one, sentence_around(reading, one)) for one in reading.quotations if one.speech)
    told = ((one.start, number) for one, number in found if number is not None)
    days = ((start, reading.outer[number].days) for start, number in told)
    return {start: named[0].on for start, named in days if len(named) == 1 and named[0].on is not None}


def _speaking(reading: Reading, setting: Setting) -> frozenset[str]:
    """Return the names that are nobody's place: the source's, and those of people and outlets heard."""
    names = set(setting.own_names)
    for speaker in reading.cast.heard:
        words = speaker.name.lower().split()
        if len(words) > 1:
            names |= {" ".join(words), words[-1]}
        if speaker.via:
            names.add(speaker.via.lower())
    return frozenset(names)


def _boilerplate(text: str, span: Span, title: str) -> bool:
    """Tell whether a sentence only cites the item's own title: "The post … appeared first on …"."""
    said = text[span.start : span.end]
    return len(title) >= _SHORTEST_TITLE and title in said and said != title


def _in_full(one: Found, reading: Reading) -> Found:
    """Return what the title says with the name of whoever says it as the text gives it in full."""
    cast = reading.cast
    speaker = in_name(one.speaker, reading) if one.speaker else None
    if speaker is not one.speaker:
        return replace(one, speaker=speaker)
    if speaker is None or " " in speaker.name or speaker.name.lower() not in cast.full_names:
        return one
    return replace(one, speaker=replace(speaker, name=cast.full_names[speaker.name.lower()]))


def _only_in_title(titled: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """Return what the title says and the text does not; a headline repeats, it does not claim."""
    said = {(one.kind, one.side) for one in found}
    finer = {one.side for one in found if not one.coarse}
    return [
        one for one in titled if (one.kind, one.side) not in said and not (one.coarse and one.side in finer)
    ]


def _without_ledes(found: Sequence[Found]) -> list[Found]:
    """Leave out "another village in X region", and "near X", where the item names the village."""
    whole = [one for one in found if (one.located or (one.oblast and not one.coarse)) and not one.unnamed]
    named = {(one.kind, one.side, one.oblast) for one in whole}
    named |= {(Kind.ADVANCE, one.side, one.oblast) for one in whole if one.kind is Kind.SEIZURE}
    bare = (one for one in found if one.unnamed and not one.area)
    ledes = {id(one) for one in bare if (one.kind, one.side, one.oblast) in named}
    return [one for one in found if id(one) not in ledes]


def _key(one: Found) -> tuple[str, ...]:
    speaker = one.speaker.name.lower() if one.speaker else ""
    lies = one.located.id if one.located else one.oblast or ""
    return (one.kind, one.side, one.place.lower(), lies, speaker, str(one.negated))


def _merged(found: Iterable[Found]) -> list[Found]:
    """Make one of what is said twice: with the stronger evidence, and the day and figures given."""
    kept: dict[tuple[str, ...], Found] = {}
    for one in found:
        key = _key(one)
        kept[key] = _joined(kept[key], one) if key in kept else one
    return list(kept.values())


def _joined(first: Found, second: Found) -> Found:
    return replace(
        first,
        evidence=stronger(first.evidence, second.evidence),
        event_on=first.event_on or second.event_on,
        distance=first.distance or second.distance,
        area=first.area or second.area,
        speaker=_with_via(first, second),
        caveat=first.caveat or second.caveat,
        # Said twice, it is as firm as where it is said more firmly.
        hedge=first.hedge if second.hedge else "",
        claimed=first.claimed and second.claimed,
        foothold=first.foothold or second.foothold,
    )


def _with_via(first: Found, second: Found) -> Speaker | None:
    if first.speaker is None or second.speaker is None or first.speaker.via:
        return first.speaker
    return replace(first.speaker, via=second.speaker.via)


def _placed(reports: Sequence[Found]) -> list[Found]:
    """Put places that the gazetteer does not know where most reports are, if most are in one oblast."""
    votes = Counter(one.oblast for one in reports if one.oblast)
    if not votes:
        return list(reports)
    oblast, count = votes.most_common(1)[0]
    if count <= _SHARE * sum(votes.values()):
        return list(reports)
    return [one if one.oblast or one.known else _lent(one, oblast) for one in reports]


def _lent(one: Found, oblast: str) -> Found:
    there = " there" if one.candidates else ""
    because = f"The gazetteer knows no {one.place}{there}; most places of the item lie in {oblast} Oblast."
    return replace(one, oblast=oblast, because=because)


def _identified(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Tell apart by their places two reports that are otherwise the same: villages of one name.

    A place is no part of an id else, since an analyst or a later reading may settle it otherwise.
    """
    kept: dict[str, Report] = {}
    for one in reports:
        lies = one.located.id if one.located else one.oblast or ""
        told = one if one.id not in kept else replace(one, id=stable_id(one.id, lies))
        kept.setdefault(told.id, told)
    return tuple(kept.values())


def _report(item: Item, one: Found, setting: Setting, *, spans: bool) -> Report:
    claimant = one.speaker.name if one.speaker else None
    identity = (one.kind, one.side, one.place, claimant or "")
    return Report(
        id=stable_id("report", item.id, *identity, "not" if one.negated else ""),
        item_id=item.id,
        item_version=item.version,
        source_id=item.source_id,
        kind=one.kind,
        side=one.side,
        place=one.place,
        located=one.located,
        oblast=one.oblast,
        distance=one.distance,
        area=one.area,
        event_on=one.event_on,
        claimant=claimant,
        via=_via(one.speaker, setting),
        evidence=one.evidence,
        negated=one.negated,
        span=Span(0, 0) if spans else one.sentence.span,
        rule=f"title-{one.rule}" if spans else one.rule,
        published_at=item.published_at,
        received_at=item.received_at,
        forwarded_from=item.forwarded_from,
        place_because=one.because,
        place_candidates=one.candidates,
        trigger_span=None if spans else one.trigger_span,
        place_span=None if spans else one.place_span,
        caveat=one.caveat,
        hedge=one.hedge,
        claimed=one.claimed,
        foothold=one.foothold,
    )


def _via(speaker: Speaker | None, setting: Setting) -> str | None:
    """Return the outlet that was spoken to, None where that is the item's own source."""
    outlet = speaker.via if speaker else None
    return None if outlet is None or setting.is_own_outlet(outlet) else outlet


def _quotes(item: Item, found: Iterable[QuoteFound], setting: Setting, lexicon: Lexicon) -> tuple[Quote, ...]:
    kept: dict[str, Quote] = {}
    for one in found:
        if one.speaker is None or one.speaker.name in lexicon.attribution.pronouns:
            continue
        quote_id = stable_id("quote", item.id, one.text, one.speaker.name)
        kept.setdefault(
            quote_id,
            Quote(
                id=quote_id,
                item_id=item.id,
                item_version=item.version,
                source_id=item.source_id,
                text=one.text,
                speaker=one.speaker.name,
                affiliation=one.speaker.role,
                via=_via(one.speaker, setting),
                span=one.span,
                published_at=item.published_at,
                received_at=item.received_at,
                forwarded_from=item.forwarded_from,
            ),
        )
    return tuple(kept.values())


def _pending(item: Item, reading: Reading) -> tuple[Pending, ...]:
    kept: dict[str, Pending] = {}
    for sentence in reading.sentences:
        for one in pending_in(spoken_of(reading, sentence)) if sentence.quotation is None else ():
            pending_id = stable_id("pending", item.id, one.asked, one.by or "")
            kept.setdefault(
                pending_id,
                Pending(
                    id=pending_id,
                    item_id=item.id,
                    item_version=item.version,
                    source_id=item.source_id,
                    asked=one.asked,
                    by=one.by,
                    span=sentence.span,
                    asked_at=item.published_at,
                    received_at=item.received_at,
                    refused=reading.lexicon.pending.refused.any(sentence.row),
                ),
            )
    return tuple(kept.values())
