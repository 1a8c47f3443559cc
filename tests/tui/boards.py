"""Boards made by hand: a small front of invented reports, and hostile text for every field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from feeds.model import (
    Alignment,
    Area,
    Board,
    Bound,
    Claim,
    Confirmation,
    Distance,
    Evidence,
    Health,
    Hop,
    Item,
    Kind,
    Origin,
    Passing,
    Place,
    PlaceKind,
    Precision,
    Question,
    Quote,
    Relay,
    Reply,
    Report,
    Rhythm,
    Side,
    Source,
    SourceClass,
    SourceKind,
    SourceState,
    Span,
    Standing,
    StandingLevel,
    Statement,
)

NOW = datetime(2025, 3, 28, 14, 3, 21, tzinfo=UTC)
SENTENCE = "Ukrainian units moved between 3.1 and 4 km past the border near Popovka."
LOST_SENTENCE = "Fog hid the rest."
TEXT = f"A quiet morning, they write.\n\nThen the line moved. {SENTENCE} {LOST_SENTENCE}\n\nMore later."
LOST = Span(TEXT.index(LOST_SENTENCE), TEXT.index(LOST_SENTENCE) + len(LOST_SENTENCE))
"""Of a sentence that was not understood."""


def ago(**span: float) -> datetime:
    """Return the moment that lies ``span`` before :data:`NOW`."""
    return NOW - timedelta(**span)


POINTS = {
    "Popovka": (50.79, 35.49),
    "Demidovka": (50.74, 35.53),
    "Grafovka": (50.72, 35.62),
    "Malyi Luh": (50.96, 34.86),
    "Verkhnia Dolyna": (51.37, 34.12),
    "Stara Hreblia": (48.27, 37.18),
    "Kamianyi Brid": (48.63, 37.84),
    "Tykhyi Yar": (47.82, 36.74),
}
"""Where the invented settlements lie; any other lies in the middle of them."""


def place(name: str, oblast: str, *, precision: Precision = Precision.EXACT) -> Place:
    """Return a settlement."""
    lat, lon = POINTS.get(name, (50.7, 35.6))
    return Place(f"place-{name}", name, PlaceKind.SETTLEMENT, oblast, "UA", lat, lon, precision)


def origin(name: str, alignment: Alignment = Alignment.INDEPENDENT) -> Origin:
    """Return an origin of two reports in one item."""
    return Origin(name, alignment, SourceClass.OUTLET, ago(hours=5), ("report-1", "report-2"))


def distance(
    low: float | None, high: float | None, bound: Bound = Bound.RANGE, said: str = "some km"
) -> Distance:
    """Return a distance in km."""
    return Distance(low, high, bound, said)


def claim(
    name: str,
    oblast: str | None = "Belgorod",
    *,
    side: Side = Side.UKRAINE,
    kind: Kind = Kind.ADVANCE,
    level: StandingLevel = StandingLevel.CLAIMED,
    distances: tuple[Distance, ...] = (),
    minutes: float = 30,
    on: date = date(2025, 3, 27),
    precision: Precision | None = Precision.EXACT,
    origins: int = 1,
    hours: float = 70,
) -> Claim:
    """Return a claim first heard ``hours`` before :data:`NOW`, that last changed ``minutes`` before it."""
    standing = Standing(
        level, ago(minutes=minutes), f"{name}: the rule in words.", ("report-1",), by="Study Group"
    )
    first = Standing(StandingLevel.CLAIMED, ago(hours=hours), "One origin says so.", ("report-1",))
    located = place(name, oblast or "", precision=precision) if precision else None
    return Claim(
        f"claim-{name}",
        kind,
        side,
        name,
        located,
        oblast,
        on,
        on,
        ago(hours=hours),
        ago(minutes=minutes),
        ago(minutes=minutes),
        ("report-1", "report-2"),
        tuple(origin(f"Origin {number}") for number in range(origins)),
        origins + 2,
        distances,
        (on,) * len(distances),
        (),
        standing,
        (first, standing),
        reliability="C",
        credibility=3,
    )


def statement(
    name: str, text: str, *, state: Confirmation = Confirmation.AWAITING, hours: float = 5
) -> Statement:
    """Return a statement of the speaker ``name``."""
    return Statement(
        f"statement-{name}",
        text,
        name,
        "Study Group",
        "a wire",
        ("quote-1", "quote-2"),
        ("border-post", "steppe"),
        ago(hours=hours),
        ago(hours=1),
        ago(hours=hours),
        state,
        ago(hours=1),
        "No source of the speaker's own carries these words yet.",
    )


def question(
    asked: str, by: str | None, *, hours: float = 30, state: Reply = Reply.OPEN, reason: str = ""
) -> Question:
    """Return a question, asked some hours ago and, where it is closed, closed by the Study Group."""
    return Question(
        id=f"question-{asked}",
        asked=asked,
        askers=(by,) if by else (),
        source_ids=("border-post",),
        pending_ids=(f"pending-{asked}",),
        asked_at=ago(hours=hours),
        state=state,
        state_at=ago(hours=hours / 2),
        reason=reason or "Nothing on it since in North Channel.",
        source_id="" if state is Reply.OPEN else "study-group",
    )


def source(
    source_id: str,
    title: str,
    *,
    health: Health = Health.GOOD,
    reason: str = "",
    minutes: float = 2,
    quiet: float = 10,
) -> tuple[Source, SourceState]:
    """Return a source with its state, that had been ``quiet`` so many minutes when it last answered."""
    return (
        Source(
            source_id,
            title,
            SourceKind.FEED,
            f"https://{source_id}.example/feed",
            SourceClass.OUTLET,
            Alignment.INDEPENDENT,
            "B",
            300,
        ),
        SourceState(
            source_id,
            health,
            reason,
            None if health is Health.WAITING else ago(minutes=minutes),
            ago(minutes=1),
            NOW + timedelta(minutes=4),
            0 if health is Health.GOOD else 3,
            1240,
            7,
            habit_s=2400.0,
            rhythm=Rhythm(ago(minutes=minutes + quiet), 86, 7 * 3600.0),
        ),
    )


CLAIMS = (
    replace(
        claim(
            "Popovka",
            level=StandingLevel.ASSESSED,
            distances=(
                distance(3.1, 4.0, said="1.9 to 2.5 miles"),
                distance(3.2, None, Bound.AT_LEAST, "over two miles"),
            ),
            minutes=3,
            origins=3,
            precision=Precision.NEAR,
        ),
        drifting=True,
        reliability="B",
        credibility=2,
    ),
    claim("Demidovka", kind=Kind.FIGHTING, side=Side.BOTH, minutes=20, hours=9),
    claim(
        "Grafovka",
        side=Side.UKRAINE,
        level=StandingLevel.CONCEDED,
        distances=(distance(None, 2.0, Bound.AT_MOST, "up to 2 km"),),
        minutes=130,
        on=date(2025, 3, 24),
        origins=2,
    ),
    claim(
        "Malyi Luh",
        "Sumy",
        side=Side.RUSSIA,
        level=StandingLevel.CORROBORATED,
        minutes=45,
        origins=2,
        distances=(distance(1.0, 1.5),),
        on=date(2025, 3, 26),
    ),
    claim(
        "Verkhnia Dolyna",
        "Sumy",
        side=Side.RUSSIA,
        kind=Kind.SEIZURE,
        level=StandingLevel.CONTESTED,
        minutes=300,
    ),
    claim(
        "Stara Hreblia",
        "Donetsk",
        side=Side.RUSSIA,
        level=StandingLevel.CONFIRMED,
        minutes=80,
        origins=4,
        distances=(distance(5.0, 5.0, Bound.EXACT),),
        on=date(2025, 3, 25),
    ),
    claim(
        "Kamianyi Brid", "Donetsk", side=Side.RUSSIA, kind=Kind.ATTACK, minutes=400, precision=Precision.RAION
    ),
    claim(
        "Tykhyi Yar",
        "Donetsk",
        side=Side.UKRAINE,
        kind=Kind.WITHDRAWAL,
        level=StandingLevel.DENIED,
        minutes=2000,
    ),
    claim(
        "Lisova",
        None,
        side=Side.RUSSIA,
        kind=Kind.REDEPLOYMENT,
        level=StandingLevel.RETRACTED,
        minutes=4000,
        precision=None,
    ),
)

STATEMENTS = (
    statement("Olena Hrim", "We hold the heights above the river and we will hold them.", hours=60),
    statement(
        "Pavlo Stepovyi",
        "Three villages changed hands overnight, no more than that.",
        state=Confirmation.ALTERED,
        hours=26,
    ),
    statement("Governor's office", "The situation is difficult but under control.", hours=3),
    statement("Anna Kvit", "They left before dawn.", state=Confirmation.CONFIRMED, hours=70),
)

SOURCES = (
    source("border-post", "The Border Post"),
    source("steppe", "Степовий вісник", minutes=7),
    source(
        "north-channel",
        "North Channel",
        health=Health.DEGRADED,
        minutes=190,
        reason="The server answered 503 three times; next try in four minutes.",
    ),
    source("study-group", "Study Group", minutes=65, quiet=17 * 60),
    source("folder", "Desk folder", health=Health.WAITING),
    source("old-mill", "Old Mill", health=Health.PAUSED, reason="Paused in the configuration."),
)

BOARD = Board(
    NOW,
    7,
    CLAIMS,
    STATEMENTS,
    (question("Ministry of the Interior", "The Border Post"), question("Northern Command", None, hours=6)),
    SOURCES,
)

EMPTY_BOARD = Board(NOW, 7)

MAY_BE = tuple(
    Place(f"ru-{raion}", "Popovka", PlaceKind.SETTLEMENT, "Belgorod", "RU", lat, lon, precision, f"{raion}")
    for raion, lat, lon, precision in (
        ("Krasnoyaruzhsky", 50.78, 35.5, Precision.NEAR),
        ("Korochansky", 50.95, 37.1, Precision.EXACT),
        ("Valuysky", None, None, Precision.RAION),
    )
)
UNCERTAIN = replace(
    claim("Popovka", minutes=3, precision=None),
    place_because="Three places of this name lie in the oblast, and nothing tells them apart.",
    place_candidates=MAY_BE,
)
UNCERTAIN_BOARD = Board(NOW, 7, (UNCERTAIN, *CLAIMS[1:3]), (), (), SOURCES)
"""With one claim whose place could not be told."""
NEARBY = Place("demidovka", "Demidovka", PlaceKind.SETTLEMENT, "Belgorod", "RU", 50.7, 35.4, Precision.EXACT)

HOSTILE = (
    "[/nope][bold red]x[/] \x1b[2J\x1b]0;title\x07\x9b31m \u202egnp.exe\u2066 \u200d漢字テスト😀🇺🇦 "
    "e" + "\u0301" * 200 + " \ud800 \x00\r\n\t{x} $y @click=app.quit " + "W" * 300
)


def report(report_id: str = "report-1", *, text: str = "Popovka") -> Report:
    """Return the report of the sentence :data:`SENTENCE`."""
    start = TEXT.index(SENTENCE)
    return Report(
        report_id,
        "item-1",
        2,
        "border-post",
        Kind.ADVANCE,
        Side.UKRAINE,
        text,
        None,
        "Belgorod",
        distance(3.1, 4.0, said="between 3.1 and 4 km"),
        None,
        date(2025, 3, 27),
        "Emil K., analyst",
        "a wire",
        Evidence.ANALYST,
        negated=False,
        span=Span(start, start + len(SENTENCE)),
        rule="advance.distance",
        published_at=ago(hours=5),
        received_at=ago(hours=4),
        trigger_span=Span(TEXT.index("moved between"), TEXT.index(" between")),
        place_span=Span(TEXT.index("Popovka"), TEXT.index("Popovka") + len("Popovka")),
    )


def relays(name: str) -> tuple[Relay, ...]:
    """Return the ways of two reports that ``name`` was the first to say; the second says more."""
    told = (Hop(name, Passing.SAID, None), Hop("a wire", Passing.TOLD, None))
    first = Hop("The Border Post", Passing.CITED, ago(hours=5), "item-1")
    second = Hop(name, Passing.COPIED, ago(hours=4), "item-2")
    drift = (f"Speaks of a seizure where {name} speaks of an advance.",)
    return Relay("report-1", (*told, first)), Relay("report-2", (*told, first, second), drift)


def item(text: str = TEXT, title: str = "The line moves") -> Item:
    """Return the item that :func:`report` was read from."""
    return Item(
        "item-1",
        "border-post",
        "key-1",
        "https://border-post.example/1",
        title,
        text,
        ago(hours=5),
        published_estimated=False,
        received_at=ago(hours=4),
        version=2,
    )


def quote(quote_id: str, text: str, *, source_id: str = "border-post") -> Quote:
    """Return a quote."""
    return Quote(
        quote_id,
        "item-1",
        1,
        source_id,
        text,
        "Olena Hrim",
        None,
        None,
        Span(0, 4),
        ago(hours=5),
        ago(hours=4),
    )


def hostile_board(text: str = HOSTILE) -> Board:
    """Return a board with ``text`` in every field that comes from outside."""
    bad_source, bad_state = source("border-post", text, health=Health.DEGRADED, reason=text)
    figures = (
        distance(float("nan"), float("inf"), said=text),
        distance(-1.0, 1e300, said=text),
        distance(2.0, 3.0, said=text),
    )
    bad_claim = replace(
        claim(text, text, distances=figures),
        areas=(Area(None, None, Bound.ABOUT, text),),
        origins=(origin(text),),
        standing=Standing(StandingLevel.CONTESTED, NOW, text, (), by=text),
    )
    nowhere = Place(text, text, PlaceKind.SETTLEMENT, text, text, 50.0, 36.0, Precision.NEAR, raion=text)
    uncertain = replace(
        bad_claim, id="uncertain", located=None, place_because=text, place_candidates=(nowhere, nowhere)
    )
    bad_statement = replace(statement(text, text), affiliation=text, via=text, reason=text)
    return Board(
        NOW,
        7,
        (bad_claim, uncertain),
        (bad_statement,),
        (question(text, text, reason=text),),
        ((bad_source, bad_state),),
        (text, text),
    )
