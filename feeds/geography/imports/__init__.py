"""Taking in the country dumps of GeoNames: reading, matching with the shipped places, keeping the result.

What is taken in lies in a folder of the user's; the shipped data is never changed. The dumps are
under Creative Commons Attribution 4.0, so whatever shows them names GeoNames.
"""

from __future__ import annotations

ATTRIBUTION = "Contains data from GeoNames (https://www.geonames.org), CC BY 4.0."
