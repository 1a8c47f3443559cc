"""What is loaded when, seen from outside: import rules miss what is imported while running."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from feeds import assessment, extraction, geography, model, service

if TYPE_CHECKING:
    from types import ModuleType

# httpx loads its own command line, and rich with it, wherever click is installed: as here, for the
# checks, and not with a user.
_LOADED = """
import importlib, json, pkgutil, sys
sys.modules["click"] = None
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(getattr(package, "__path__", ()), name + "."):
        importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""
_LOADED_BY_ONE = (
    "import importlib, json, sys; importlib.import_module(sys.argv[1]); print(json.dumps(list(sys.modules)))"
)


def loaded(program: str, *names: str) -> set[str]:
    """Return the packages and modules in memory after a fresh interpreter imported ``names``."""
    ran = subprocess.run([sys.executable, "-c", program, *names], check=True, capture_output=True)
    modules: list[str] = json.loads(ran.stdout)
    return {module.partition(".")[0] for module in modules} | set(modules)


def test_feeds_never_loads_a_screen() -> None:
    assert loaded(_LOADED, "feeds").isdisjoint({"tui", "textual", "rich", "plotext"})


@pytest.mark.parametrize("module", ["tui.cli", "tui.views.plain", "feeds.model"])
def test_the_command_line_and_the_plain_board_load_no_screen_and_no_poller(module: str) -> None:
    heavy = {
        "textual",
        "rich",
        "plotext",
        "httpx",
        "aiohttp",
        "lxml",
        "fastfeedparser",
        "feedparser",
    }
    assert loaded(_LOADED_BY_ONE, module).isdisjoint(heavy)


def test_what_opens_the_board_loads_neither_the_poller_nor_what_only_pages_and_decisions_need() -> None:
    heavy = {
        "textual",
        "httpx",
        "lxml",
        "fastfeedparser",
        "feedparser",
        "selectolax",
        "trafilatura",
        "feeds.extraction",
        "feeds.geography",
        "feeds.assessment",
        "filelock",
    }
    assert loaded(_LOADED_BY_ONE, "feeds.service.screen").isdisjoint(heavy)


def test_the_app_paints_before_it_loads_what_it_does_not_need_yet() -> None:
    heavy = {"plotext", "httpx", "aiohttp", "lxml", "fastfeedparser", "feedparser", "selectolax"}
    assert loaded(_LOADED_BY_ONE, "tui.app").isdisjoint(heavy)


@pytest.mark.parametrize("package", [model, assessment, geography, extraction, service])
def test_every_name_of_a_package_that_loads_late_can_be_had(package: ModuleType) -> None:
    for name in package.__all__:
        assert getattr(package, name) is not None
        assert name in vars(package)
    assert not hasattr(package, "unheard_of")


def test_what_starts_a_collector_loads_no_filter_before_its_workers() -> None:
    assert loaded(_LOADED_BY_ONE, "feeds.service.collecting").isdisjoint(
        {"feeds.filtering", "feeds.collector"}
    )


def test_a_board_is_opened_without_the_nouns_of_items_and_pages() -> None:
    assert loaded(_LOADED_BY_ONE, "feeds.service.screen").isdisjoint(
        {"feeds.model.said", "feeds.model.details", "feeds.model.exported", "tui.views.details"}
    )
    assert loaded(_LOADED_BY_ONE, "tui.app").isdisjoint({"feeds.model.said", "tui.views.details"})
