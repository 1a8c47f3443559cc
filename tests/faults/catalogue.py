"""All faults by their names; a name is the path at which the server shows the fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.bodies import BODIES
from tests.faults.heads import HEADS
from tests.faults.redirecting import REDIRECTS
from tests.faults.statuses import STATUSES

if TYPE_CHECKING:
    from tests.faults.line import Fault

FAULTS: dict[str, Fault] = {**BODIES, **HEADS, **REDIRECTS, **STATUSES}
