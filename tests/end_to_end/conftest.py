"""What several tests from end to end look at."""

from __future__ import annotations

import pytest

from tests.end_to_end.replaying import Replay, replay


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    """Return what one replay of the whole scenario left; no test changes it."""
    return replay(tmp_path_factory.mktemp("replay"))
