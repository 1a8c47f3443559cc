"""The word and the glyph for each term: one place, so that every screen says it alike.

Glyphs are one cell wide and stand in DejaVu Sans Mono; none carries meaning that its word does not.
"""

from __future__ import annotations

from feeds.model import (
    Alignment,
    Area,
    Bound,
    Caveat,
    Claim,
    Confirmation,
    Distance,
    Evidence,
    Health,
    Kind,
    Place,
    PlaceKind,
    Precision,
    Question,
    Reply,
    Side,
    StandingLevel,
)
from tui.views.lines import Part, Tone, clamp

SIDE_TONES = {Side.UKRAINE: Tone.UKRAINE, Side.RUSSIA: Tone.RUSSIA, Side.BOTH: Tone.BOTH}
SIDE_WORDS = {Side.UKRAINE: "Ukraine", Side.RUSSIA: "Russia", Side.BOTH: "both"}
SIDE_SHORTS = {Side.UKRAINE: "UA", Side.RUSSIA: "RU", Side.BOTH: "⇄"}

KIND_GLYPHS = {
    Kind.ADVANCE: "→",
    Kind.SEIZURE: "■",
    Kind.WITHDRAWAL: "←",
    Kind.ATTACK: "↯",
    Kind.FIGHTING: "×",
    Kind.REDEPLOYMENT: "↻",
}

KIND_WORDS = {Kind.REDEPLOYMENT: "redeploy"}
"""Shorter words for a list."""

STANDING_GLYPHS = {
    StandingLevel.CLAIMED: "○",
    StandingLevel.CORROBORATED: "◎",
    StandingLevel.CONCEDED: "◐",
    StandingLevel.ASSESSED: "◉",
    StandingLevel.CONFIRMED: "●",
    StandingLevel.CONTESTED: "◇",
    StandingLevel.DENIED: "−",
    StandingLevel.RETRACTED: "∅",
}

STATE_GLYPHS = {
    Confirmation.AWAITING: "○",
    Confirmation.MATCHED: "◎",
    Confirmation.CONFIRMED: "●",
    Confirmation.ALTERED: "≠",
    Confirmation.DISPUTED: "◇",
    Confirmation.DISMISSED: "−",
}

HEALTH_GLYPHS = {Health.GOOD: "●", Health.DEGRADED: "✗", Health.WAITING: "○", Health.PAUSED: "‖"}

DRIFT_GLYPH = "△"
"""Of a report that says more than its origin."""

EVIDENCE_WORDS = {
    Evidence.GEOLOCATED: "geolocated footage",
    Evidence.MILBLOGGER: "military blogger",
    Evidence.ANALYST: "analyst",
    Evidence.OFFICIAL: "official",
    Evidence.UNATTRIBUTED: "none stated",
}

CAVEAT_WORDS = {
    Caveat.GREY_ZONE: "a grey zone, which neither side controls",
    Caveat.UNKNOWN_CONTROL: "not known who controls it",
    Caveat.REPELLED: "beaten back",
}

RELIABILITY_WORDS = {
    "A": "source completely reliable",
    "B": "source usually reliable",
    "C": "source fairly reliable",
    "D": "source not usually reliable",
    "E": "source unreliable",
    "F": "reliability of the source can't be judged",
}
CREDIBILITY_WORDS = {
    1: "confirmed by others",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth can't be judged",
}
"""Both scales as in :mod:`feeds.assessment.grades`."""

ALIGNMENT_WORDS = {
    Alignment.INDEPENDENT: "independent",
    Alignment.UKRAINIAN: "Ukrainian",
    Alignment.RUSSIAN: "Russian",
}


def side_part(side: Side) -> Part:
    """Return ``Ukraine``, in short ``UA``, in its tone."""
    return Part(SIDE_WORDS[side], SIDE_TONES[side], SIDE_SHORTS[side])


def kind_part(kind: Kind) -> Part:
    """Return ``→ advance``, in short ``→``."""
    return Part(f"{KIND_GLYPHS[kind]} {KIND_WORDS.get(kind, kind)}", short=KIND_GLYPHS[kind])


def standing_part(level: StandingLevel) -> Part:
    """Return ``◉ assessed``, in short ``◉``, in its tone."""
    return Part(f"{STANDING_GLYPHS[level]} {level}", Tone(level), STANDING_GLYPHS[level])


def grade_words(claim: Claim) -> str:
    """Return the Admiralty grade of ``claim``: ``B2``."""
    return f"{clamp(claim.reliability, 1)}{claim.credibility}"


def drift_part(*, drifting: bool) -> Part:
    """Return ``△ drift``, in short ``△``; nothing where no report drifts."""
    return Part(f"{DRIFT_GLYPH} drift", Tone.WARNING, DRIFT_GLYPH) if drifting else Part("")


def state_part(state: Confirmation) -> Part:
    """Return ``○ awaiting``, in short ``○``, in its tone."""
    return Part(f"{STATE_GLYPHS[state]} {state}", Tone(state), STATE_GLYPHS[state])


def reply_part(question: Question) -> Part:
    """Return ``? unanswered``, ``● answered``, ``− declined`` or ``− dismissed``, in short the glyph."""
    if question.dismissed_by:
        return Part("− dismissed", Tone.DISMISSED, "−")
    if question.state is Reply.OPEN:
        return Part("? unanswered", Tone.AWAITING, "?")
    if question.state is Reply.ANSWERED:
        return Part("● answered", Tone.CONFIRMED, "●")
    return Part("− declined", Tone.DENIED, "−")


def health_part(health: Health) -> Part:
    """Return ``● good``, in short ``●``, in its tone."""
    return Part(f"{HEALTH_GLYPHS[health]} {health}", Tone(health), HEALTH_GLYPHS[health])


def place_words(name: str, located: Place | None) -> str:
    """Return the place with how exactly it is known: ``~`` near, ``(?)`` not certain which."""
    said = clamp(name, 80)
    if located is None:
        return f"{said} (?)"
    if located.precision is Precision.NEAR:
        return f"~{said}"
    if located.precision is Precision.RAION and located.kind is not PlaceKind.RAION:
        return f"{said} (raion)"
    if located.precision is Precision.OBLAST and located.kind is not PlaceKind.OBLAST:
        return f"{said} (oblast)"
    return said


def distance_words(distance: Distance) -> str:
    """Return the range in kilometres: ``3.1–4.0 km``, ``≥ 3.2 km``, ``≤ 3.2 km``, ``~2.0 km``."""
    return _range_words(distance.low_km, distance.high_km, distance.bound, "km")


def area_words(area: Area) -> str:
    """Return the range in square kilometres, written like a distance."""
    return _range_words(area.low_km2, area.high_km2, area.bound, "km²")


def _range_words(low: float | None, high: float | None, bound: Bound, unit: str) -> str:
    if low is None and high is None:
        return f"? {unit}"
    if high is None:
        return f"≥ {low:.1f} {unit}"
    if low is None:
        return f"≤ {high:.1f} {unit}"
    figure = f"{low:.1f}" if low == high else f"{low:.1f}–{high:.1f}"
    return f"{'~' if bound is Bound.ABOUT else ''}{figure} {unit}"
