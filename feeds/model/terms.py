"""The closed lists of words that the nouns use."""

from __future__ import annotations

from enum import StrEnum


class SourceKind(StrEnum):
    """How a source is polled."""

    FEED = "feed"
    """RSS, Atom, RDF or JSON Feed over HTTP."""
    TELEGRAM = "telegram"
    """The public preview page of a Telegram channel."""
    WORDPRESS = "wordpress"
    """The REST interface of a WordPress site, such as the Institute for the Study of War's."""
    DAILY_PAGE = "daily_page"
    """A page a day whose address carries the date, such as Critical Threats' assessment."""
    MASTODON = "mastodon"
    """A Mastodon account, by its public address."""
    BLUESKY = "bluesky"
    """A Bluesky account, by its public address."""
    GDELT = "gdelt"
    """A search of GDELT's DOC 2.0 interface."""
    ACLED = "acled"
    """Events of the Armed Conflict Location & Event Data project; needs an account."""
    DEEPSTATE = "deepstate"
    """The history of DeepState's map with its descriptions; its licence limits who may ask for it."""
    FACT_CHECK = "fact_check"
    """A search of Google's Fact Check Tools; needs a key."""
    FOLDER = "folder"
    """A folder into which text, HTML and JSONL files are dropped."""


class SourceClass(StrEnum):
    """What a source is; says nothing about how far to trust it."""

    OFFICIAL = "official"
    LOCAL_OFFICIAL = "local_official"
    ASSESSOR = "assessor"
    GEOLOCATOR = "geolocator"
    MILBLOGGER = "milblogger"
    STATE_MEDIA = "state_media"
    WIRE = "wire"
    OUTLET = "outlet"


class Alignment(StrEnum):
    """Whose part a source takes."""

    INDEPENDENT = "independent"
    UKRAINIAN = "ukrainian"
    RUSSIAN = "russian"


class Side(StrEnum):
    """Who advanced, seized, withdrew, attacked or moved; ``BOTH`` for fighting without an attacker."""

    UKRAINE = "ukraine"
    RUSSIA = "russia"
    BOTH = "both"


class Kind(StrEnum):
    """What a report says happened."""

    ADVANCE = "advance"
    SEIZURE = "seizure"
    WITHDRAWAL = "withdrawal"
    ATTACK = "attack"
    FIGHTING = "fighting"
    REDEPLOYMENT = "redeployment"


class Evidence(StrEnum):
    """What a report rests on, by its own words."""

    GEOLOCATED = "geolocated"
    MILBLOGGER = "milblogger"
    ANALYST = "analyst"
    OFFICIAL = "official"
    UNATTRIBUTED = "unattributed"


class Caveat(StrEnum):
    """What a report says beside its kind that bears on who holds the place."""

    GREY_ZONE = "grey_zone"
    """Neither side controls it."""
    UNKNOWN_CONTROL = "unknown_control"
    """It is not known who controls it; some assessors call that a grey zone too."""
    REPELLED = "repelled"
    """An attack that was beaten back."""


class Bound(StrEnum):
    """How a figure was given."""

    EXACT = "exact"
    RANGE = "range"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class Passing(StrEnum):
    """How a report came from one hand to the next."""

    SAID = "said"
    """Where it begins."""
    TOLD = "told"
    """Said to an outlet."""
    CITED = "cited"
    """Named as the one who says so."""
    FORWARDED = "forwarded"
    """Taken over whole, with its sender named: a forward, or the source that a feed names."""
    COPIED = "copied"
    """In the same words, without saying so."""


class Precision(StrEnum):
    """How exactly a place is known, finest first."""

    EXACT = "exact"
    NEAR = "near"
    RAION = "raion"
    OBLAST = "oblast"


class PlaceKind(StrEnum):
    """What a place is."""

    SETTLEMENT = "settlement"
    RAION = "raion"
    OBLAST = "oblast"
    DIRECTION = "direction"


class StandingLevel(StrEnum):
    """Where a claim stands; the rules are in :mod:`feeds.assessment.rules`."""

    CLAIMED = "claimed"
    CORROBORATED = "corroborated"
    CONCEDED = "conceded"
    ASSESSED = "assessed"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    DENIED = "denied"
    RETRACTED = "retracted"


WEAKEST_FIRST = (
    StandingLevel.RETRACTED,
    StandingLevel.DENIED,
    StandingLevel.CONTESTED,
    StandingLevel.CLAIMED,
    StandingLevel.CORROBORATED,
    StandingLevel.CONCEDED,
    StandingLevel.ASSESSED,
    StandingLevel.CONFIRMED,
)
"""From what stands least to what stands most, by which a claim rises or falls."""


class Confirmation(StrEnum):
    """How far a statement is known to have been made, in these words."""

    AWAITING = "awaiting"
    MATCHED = "matched"
    CONFIRMED = "confirmed"
    ALTERED = "altered"
    DISPUTED = "disputed"
    DISMISSED = "dismissed"


class Held(StrEnum):
    """Who has some words of a quotation."""

    BOTH = "both"
    OWN = "own"
    """The speaker's own voice alone."""
    CARRIED = "carried"
    """The quotation alone."""


class Reply(StrEnum):
    """What became of a question."""

    OPEN = "open"
    ANSWERED = "answered"
    DECLINED = "declined"


class DecisionKind(StrEnum):
    """What an analyst said of a claim or a statement."""

    CONFIRM = "confirm"
    DISPUTE = "dispute"
    DISMISS = "dismiss"
    MERGE = "merge"
    """The claims of two reports are one."""
    SPLIT = "split"
    """A report is no part of the claim it was put in."""
    MOVE = "move"
    """A report belongs to the claim of another one."""
    PLACE = "place"
    NOTE = "note"
    UNDO = "undo"


class Changed(StrEnum):
    """What became of a claim, a statement or a question between two moments."""

    NEW = "new"
    RISEN = "risen"
    FALLEN = "fallen"
    WIDENED = "widened"
    """The same standing, with further figures or days."""
    ANSWERED = "answered"
    GONE = "gone"
    """An analyst has put it aside."""


class Health(StrEnum):
    """How a source is doing. Silence of a healthy source and an outage are never one."""

    WAITING = "waiting"
    """Not polled yet."""
    GOOD = "good"
    DEGRADED = "degraded"
    """The last poll failed; what it had before is still shown, with its age."""
    PAUSED = "paused"


class Outcome(StrEnum):
    """What one poll came to, or what went wrong with what it brought."""

    NEWS = "news"
    """New, edited or vanished items."""
    UNCHANGED = "unchanged"
    FAILED = "failed"
    UNREAD = "unread"
    """An item was kept that could not be read."""


class ExportFormat(StrEnum):
    """As what a board is given away."""

    MARKDOWN = "markdown"
    """A brief to be pasted."""
    CSV = "csv"
    GEOJSON = "geojson"
    JSONL = "jsonl"
    """A JSON object a line."""
    JSON = "json"
    """One JSON object."""
