"""What each clue weighs when a name is resolved, in kilometres.

The unit is a kilometre away from a place named in the same sentence. The order of the weights, the 15 km
and the cap of 60 km come from the project's study of homonyms (November 2026; a place within 15 km told
95 % of them apart, the front alone 52 %); the rest was set by looking at the development corpus.
"""

from __future__ import annotations

from enum import IntEnum


class Clue(IntEnum):
    """What tells places of one name apart; the order is that of the costs of a candidate."""

    SETTLED = 0
    GIVEN = 1
    """The oblast or raion said right behind the name."""
    RAION = 2
    SENTENCE = 3
    HEADING = 4
    """The oblast or direction named last before the name."""
    ITEM = 5
    TITLE = 6
    SOURCE = 7
    SIDE = 8
    FRONT = 9
    RECENT = 10
    SIZE = 11
    NAME = 12
    BEARING = 13
    NEAR = 14
    SAME = 15


SETTLED = 150.0
"""Saved by what an analyst settled: more than all but an explicit oblast can cost together."""
SETTLED_ANYWHERE = 40.0
"""Likewise where not even the oblast was certain when it was settled: less than what lies far from all
places named."""
GIVEN = 250.0
SENTENCE_RAION = 60.0
ITEM_RAION = 30.0
SENTENCE = 60.0
SENTENCE_DIRECTION = 45.0
"""Less, since directions reach beyond the oblasts that they are drawn in."""
SENTENCE_CERTAIN = 15.0
"""An oblast in which another place of the sentence is certain to lie."""
ITEM_CERTAIN = 8.0
SENTENCE_LENT = 20.0
"""Much less where the oblast was said right behind another name."""
HEADING = 20.0
HEADED = 90.0
ITEM = 25.0
TITLE = 30.0
SOURCE = 25.0
NEXT_AREA = 0.3
"""What the clues to the oblast count besides the heaviest: an item's title, headings and text go together."""
SENTENCE_SIDE = 30.0
ITEM_SIDE = 6.0

NEAR_CAP_KM = 60.0
"""What a place costs that lies far from all others named; farther off it costs no more."""
NEAR_FADE_KM = 25.0
"""How fast that is reached: 15 km cost 27, 30 km 42, 60 km 55."""
SECOND_NEAR = 0.5
"""The second nearest place named counts half: the first may be a chance."""
NEXT_SENTENCE = 5.0
ELSEWHERE = 12.0
"""Added to the distance from places named in the next sentence, and farther off."""
DOUBT = 3.0
"""Added, times the logarithm of their number, where the other name may itself mean several places."""
DIRECTION_FREE_KM = 25.0
"""Added to the distance from the town of a direction: it stands for all the land around it."""
OFF_MIDDLE_KM = 12.0
OFF_RAION_KM = 40.0
OFF_HAND_KM = 4.0
"""How far a point may be off: the middle of a hromada (the median), of a raion (the most), one by hand."""
ROUGH_KM = 6.0
"""Added where a point is but the middle of a raion."""
SAME = 12.0
"""Another mention of the same name means another place."""

BEARING = 45.0
BEARING_LOOSE = 20.0
"""Where the words may belong to another name."""
BEARING_SLACK = 45.0
BEARING_OFF = 75.0
"""Degrees from which the whole is charged; half-way from the slack, half."""
BEARING_ASIDE_KM = 6.0
"""Nor is the whole charged where it lies no farther aside: towns are wide, and bearings are rounded."""
BEARING_REACH_KM = 80.0
BEARING_LOST_KM = 160.0
"""The seed article's own bracket reaches some 95 km: it is charged a fifth."""
STATED_SLACK = 1.6
STATED_FREE_KM = 4.0
"""A stated distance is taken so many times, and so much more: from the edge of a town, by road."""

FRONT = 0.15
FRONT_GROUND = 0.5
"""Where the sentence tells of ground fighting, which happens along the line."""
FRONT_GROUND_MOST = 60.0
FRONT_STRIKE = 0.04
"""Where it tells of strikes, which reach far."""
FRONT_FREE_KM = 10.0
FRONT_CAP_KM = 400.0

RECENT = 5.0
"""What a place costs that lies far from all that the source named lately; half as much more for the
second nearest. Together they stay below the margin: one guess must not decide the next."""
ABROAD = 8.0
"""What a Russian village costs where the item speaks of nothing Russian: most of the war is in Ukraine."""
TOWN = 4.0
CITY = 35.0
CITY_PEOPLE = 15_000
"""People from which a city is one that is meant where nothing speaks for a village of its name."""
LARGE_CITY = 60.0
LARGE_PEOPLE = 80_000
"""All oblast centres have more."""
OLD_SAVES = 0.25
"""Of what a city saves where it is called by a former name."""
AREA = 40.0
"""Saved by an oblast, raion or direction: their forms have the word for it, which villages' lack."""
STRIKE_SIZE = 4.0
"""Saved where strikes are told of, each time ten times as many people live there."""
LAST_SIZE = 0.5
OTHER_NAME = 3.0
OLD_NAME = 6.0
FOLDED_NAME = 10.0
"""By how much clearer a place must be whose name is only like the one written."""

MARGIN = 8.0
"""Below it two places are not told apart."""
SAME_SPOT_KM = 3.0
"""Places of one name this near to each other need no telling apart."""
ALONE = 72.0
"""The cost of lying far from all other names (some 45 km) from which a village stands alone."""
BY_FRONT_KM = 40.0
"""So near to the front the only village of a name needs nothing that speaks for it."""
FAR_KM = 150.0
"""Farther from the front a village must have something that speaks for it."""
