"""Sources of each kind, and recorded answers where the machine has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from feeds.model import Source, SourceKind
from tests.building import a_source

Sample = Callable[[str], bytes]
_SAMPLES = Path(__file__).parents[4] / "shared" / "samples"


@pytest.fixture
def feed() -> Source:
    """Return a source that is polled as a feed."""
    return a_source(url="https://gazette.invalid/rss/all.xml")


@pytest.fixture
def channel() -> Source:
    """Return a source that is polled as a Telegram preview."""
    return a_source("herald", kind=SourceKind.TELEGRAM, url="https://t.me/s/Herald")


@pytest.fixture
def folder() -> Source:
    """Return a source whose files are dropped in."""
    return a_source("desk", kind=SourceKind.FOLDER, url="/nowhere")


@pytest.fixture
def sample() -> Sample:
    """Return what reads a recorded answer; skip where there are none."""
    if not _SAMPLES.is_dir():
        pytest.skip("no recorded samples on this machine")
    return lambda name: (_SAMPLES / name).read_bytes()


@pytest.fixture
def fragments() -> tuple[Path, ...]:
    """Return the recorded single posts; skip where there are none."""
    folder = _SAMPLES / "telegram" / "fragments"
    if not folder.is_dir():
        pytest.skip("no recorded samples on this machine")
    return tuple(sorted(folder.iterdir()))
