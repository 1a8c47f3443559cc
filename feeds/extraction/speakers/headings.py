"""Headings and signatures by which it is told who speaks: "Source: X", "X on March 28:", "…, — X"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.speakers.frames import Frame
from feeds.extraction.speakers.speakers import Speaker, speakers
from feeds.extraction.speakers.subjects import LOOK_BACK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.subjects import Spoken
    from feeds.extraction.words.tokens import Token

_DASHES = frozenset("–—")
_PARTING = frozenset(":–—-")
_HEAD = 2
"""Tokens of "Source:"."""
_FEWEST_BEFORE = 4
_TOWN = 3
"""Words of a town's name at the head of a line."""
_SHORT_TAIL = 6
"""Words of a name behind the last dash."""


def author(spoken: Spoken) -> Frame | None:
    """Read "Source: X", and remember X for the sentences behind it."""
    row, heads = spoken.row, spoken.lexicon.attribution.sources
    if len(row) <= _HEAD or row[0].low not in heads or row[1].said not in _PARTING:
        return None
    said = known(spoken, speakers(row[_HEAD:], spoken.lexicon), None)
    if not said:
        return None
    spoken.cast.headings.append((row[0].start, said))
    return Frame(said, len(row), len(row), 0, len(row))


def signed(spoken: Spoken) -> Frame | None:
    """Read "…, — X" at the end of a sentence; at the head of an item X says all of it."""
    row = spoken.row
    dash = next((at for at in range(len(row) - 1, 0, -1) if row[at].said in _DASHES), None)
    if dash is None or not 0 < len(row) - dash - 1 <= _SHORT_TAIL or dash < _FEWEST_BEFORE:
        return None
    group = [token for token in row[dash + 1 :] if token.said != "."]
    if not group or not group[0].capital:
        return None
    said = known(spoken, speakers(group, spoken.lexicon), None)
    if not said:
        return None
    if (row[0].start == 0 or not spoken.cast.heard) and not spoken.cast.headings:
        spoken.cast.headings.append((row[0].start, said))
    return Frame(said, 0, dash, dash, len(row))


def heading(spoken: Spoken) -> Frame | None:
    """Read "X, Org, per Outlet:" or "X on March 28:" at the head of a sentence."""
    row, words = spoken.row, spoken.lexicon.attribution
    colon = next((at for at, token in enumerate(row[:LOOK_BACK]) if token.said == ":"), None)
    if not colon or any(token.low in words.headings for token in row[:colon]):
        return None
    if any(token.low in words.verbs for token in row[:colon]) or _tells_before(spoken, colon):
        return None
    place = colon <= _TOWN and row[0].start in spoken.places and row[0].low not in spoken.cast.full_names
    if place or not _names_only(spoken, colon):
        return None
    who, via = row[:colon], None
    for at in range(colon):
        hit = words.via.at(row, at)
        if hit is not None:
            who, via = row[:at], name_of(row[hit[0] : colon], spoken.lexicon)
            break
    said = known(spoken, speakers(who, spoken.lexicon), via)
    if said and colon == len(row) - 1 and row[0].start == 0:
        spoken.cast.headings.append((row[0].start, said))
    return Frame(said, colon + 1, len(row), 0, colon) if said else None


def after_heading(spoken: Spoken) -> int:
    """Return the token after "Unconfirmed claims:"; 0 where no such heading stands."""
    row, words = spoken.row, spoken.lexicon.attribution
    colon = next((at for at, token in enumerate(row[:LOOK_BACK]) if token.said == ":"), 0)
    head = row[:colon]
    told = any(token.low in words.verbs and not token.capital for token in head)
    return colon + 1 if not told and any(token.low in words.headings for token in head) else 0


def known(spoken: Spoken, found: Sequence[Speaker], via: str | None) -> tuple[Speaker, ...]:
    """Return speakers as the cast knows them, and let it remember them; ``via`` is the outlet spoken to."""
    at = spoken.row[0].start if spoken.row else 0
    return tuple(spoken.cast.known(replace(one, via=via) if via else one, at) for one in found)


def name_of(row: Sequence[Token], lexicon: Lexicon) -> str | None:
    """Return the words of a name without articles before it; None where there are none."""
    kept = [token.said for token in row if token.word]
    while kept and kept[0].lower() in lexicon.actors.articles:
        kept.pop(0)
    return " ".join(kept) or None


def _names_only(spoken: Spoken, colon: int) -> bool:
    """Tell whether the words before a colon can all belong to names, roles, days and outlets."""
    words = spoken.lexicon
    if words.grammar.free_order:
        return True
    kinds = (
        words.roles.words, words.roles.agents, words.actors.articles, words.attribution.particles,
        words.attribution.openings, words.attribution.joins, words.attribution.by, words.attribution.works,
        words.attribution.leading, words.actors.forces, words.evidence.pictures,
    )  # fmt: skip
    heard = [words.attribution.via.at(spoken.row, at) is not None for at in range(colon)]
    return all(
        heard[at] or token.capital or not token.word or token.said.isdecimal()
        or any(token.low in kind for kind in kinds)
        for at, token in enumerate(spoken.row[:colon])
    )  # fmt: skip


def _tells_before(spoken: Spoken, colon: int) -> bool:
    """Tell whether the words before a colon report themselves: "They advanced near three villages: …"."""
    return bool(spoken.lexicon.grammar.free_order) and any(begin < colon for begin, _ in spoken.triggers)
