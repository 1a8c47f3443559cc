"""What the configuration says of the screen: its tables, and what is said of mistakes in them."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from feeds.config import default_store_path
from feeds.config.loading import settings_of
from feeds.errors import ConfigError
from feeds.model import Channel, NotifyRules, Occasion, ScreenRules
from feeds.service.own_screen import rules_of

PATH = Path("frontwatch.toml")


def rules(text: str) -> ScreenRules:
    """Return what ``text`` says of the screen."""
    return rules_of(settings_of(text.encode(), PATH))


def test_without_a_word_the_screen_is_as_it_is_shipped() -> None:
    found = rules("")
    assert found == ScreenRules(pictures=default_store_path().parent / "pictures")
    assert found.notify == NotifyRules()


def test_all_that_may_be_said_is_taken_up() -> None:
    found = rules(
        """
[screen]
theme = "frontwatch-light"
pictures = "/srv/pictures"

[keys]
"board.zoom" = "Z,f11"
list.down = "j"

[notify]
oblasts = ["Belgorod", "Sumy"]
on = ["conceded", "confirmed quote", "conceded"]
channels = ["bell", "osc9"]
quiet = "23:00-6:30"
most_per_hour = 3
"""
    )
    assert found == ScreenRules(
        "frontwatch-light",
        {"board.zoom": "Z,f11", "list.down": "j"},
        NotifyRules(
            ("Belgorod", "Sumy"),
            (Occasion.CONCEDED, Occasion.CONFIRMED_QUOTE),
            (Channel.BELL, Channel.OSC9),
            (time(23), time(6, 30)),
            3,
        ),
        Path("/srv/pictures"),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[notify]\nquiet = "at night"', "notify, quiet: expected two times such as '23:00-06:00'"),
        ('[notify]\nquiet = "23:00-23:00"', "notify, quiet: expected two times such as '23:00-06:00'"),
        ('[notify]\nquiet = "24:00-06:00"', "notify, quiet: expected two times such as '23:00-06:00'"),
        ('[notify]\non = ["conceeded"]', "expected a list of 'new claim', 'corroborated', 'conceded'"),
        ('[notify]\nchannels = ["pigeon"]', "expected a list of 'toast', 'bell', 'osc9', 'osc777' or"),
        ('[notify]\noblasts = ["Atlantis"]', "expected the English name of an oblast"),
        ("[notify]\nmost_per_hour = 0", "expected a whole number from 1 to 1000, found 0"),
        ('[notify]\nurls = ["ntfy://a"]', "notify, urls: is no key of this table"),
        ("[screen]\ntheme = 3", "screen, theme: expected the name of a theme such as"),
        ("[keys]\nzoom = 3", "expected ids of keys with the keys wanted for them"),
        ('[keys]\nzoom = ""', "expected ids of keys with the keys wanted for them"),
    ],
)
def test_a_mistake_is_told_with_what_was_expected(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        rules(text)
    assert told in caught.value.problems[0]
