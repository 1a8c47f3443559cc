"""The claims as GeoJSON (RFC 7946), for maps."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from feeds.exporting.citing import cited, resting_on, sources_of
from feeds.exporting.objects import writable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.model import Export, ExportedClaim, Place, Source


def as_geojson(exported: Export) -> str:
    """Return the claims as a collection of features; a claim without a point has a null geometry.

    How exactly a point is known is its property ``precision``: only ``exact`` is the place itself.
    What the export says of itself is the foreign member ``frontwatch``.
    """
    sources = sources_of(exported)
    collection = {
        "type": "FeatureCollection",
        "frontwatch": {
            "at": exported.at.isoformat(),
            "window_days": exported.window_days,
            "filter": exported.filter_line,
            "attribution": list(exported.attribution),
            "cited_only": list(exported.withheld),
        },
        "features": [_feature(one, sources) for one in exported.claims],
    }
    return json.dumps(writable(collection), ensure_ascii=False, indent=1) + "\n"


def _feature(one: ExportedClaim, sources: Mapping[str, Source]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": one.claim.id,
        "geometry": _point(one.claim.located),
        "properties": _properties(one, sources),
    }


def _point(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    if not (math.isfinite(place.lat) and math.isfinite(place.lon)):
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _properties(one: ExportedClaim, sources: Mapping[str, Source]) -> dict[str, Any]:
    claim = one.claim
    return {
        "line": one.line,
        "kind": claim.kind,
        "side": claim.side,
        "place": claim.place,
        "precision": claim.located.precision if claim.located else None,
        "oblast": claim.oblast,
        "event_from": claim.event_from.isoformat(),
        "event_to": claim.event_to.isoformat(),
        "standing": claim.standing.level,
        "standing_since": claim.standing.at.isoformat(),
        "rule": claim.standing.rule,
        "by": claim.standing.by,
        "grade": one.grade,
        "origins": [origin.name for origin in claim.origins],
        "against": [origin.name for origin in claim.denials],
        "carriers": claim.carriers,
        "drifting": claim.drifting,
        "dismissed_by": claim.dismissed_by,
        "distances": [
            {"low_km": one.low_km, "high_km": one.high_km, "bound": one.bound, "said": one.said}
            for one in claim.distances
        ],
        "areas": [
            {"low_km2": one.low_km2, "high_km2": one.high_km2, "bound": one.bound, "said": one.said}
            for one in claim.areas
        ],
        "reports": [
            {
                "source": citation.title,
                "published_at": citation.published_at.isoformat(),
                "url": citation.link,
                "cited_only": citation.cited_only,
            }
            for citation in cited(resting_on(one), sources)
        ],
    }
