"""Whom a name means, however it is spelt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from feeds.assessment import Directory
from feeds.assessment.names import who_key
from tests.building import a_source

if TYPE_CHECKING:
    from feeds.model import Source

GENERAL = a_source("general", title="Ostap Hrushevsky", voices=("Ostap Hrushevsky", "Остап Грушевський"))
INSTITUTE = a_source("institute", title="Institute for the Study of Fronts")
MINISTRY = a_source("ministry", title="Russian Ministry of Defence")
STAFF = a_source("staff", title="General Staff of the Armed Forces of Ukraine", voices=("General Staff",))
MILL = a_source("mill", title="Old Mill", voices=("Petro Kots",))
SISTER = a_source("sister", title="New Mill", voices=("Hanna Kots",))
THREADS = a_source("threads", title="Threads News Agency")
DIRECTORY = Directory((THREADS, GENERAL, INSTITUTE, MINISTRY, STAFF, MILL, SISTER))


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Gen. Ostap Hrushevsky", GENERAL),
        ("Ukrainian Commander-in-Chief General Ostap Hrushevskyi", GENERAL),
        ("генерал Остап Грушевський", GENERAL),
        ("Остапа Грушевського", GENERAL),
        ("Грушевський", GENERAL),
        ("Hrushevsky", GENERAL),
        ("ISF", INSTITUTE),
        ("the Institute for the Study of Fronts", INSTITUTE),
        ("Russia's Defense Ministry", MINISTRY),
        ("Russian MoD", MINISTRY),
        ("Минобороны РФ", MINISTRY),
        ("Міністерство оборони Росії", MINISTRY),
        ("Генеральний штаб ЗСУ", STAFF),
        ("Генштаб", STAFF),
        ("old mill", MILL),
        ("the Old Mill group", MILL),
        ("телеграм-канал Old Mill", MILL),
        ("Ukrainian channel Old Mill", MILL),
        ("російський телеграм канал Old Mill", MILL),
        ("Threads", THREADS),
        ("Petro Kots of the Mill Institute", MILL),
        ("Captain Petro Kots, miller", MILL),
        ("Petro Kots", MILL),
    ],
)
def test_a_name_means_its_source_in_any_language_rank_and_case(name: str, source: Source) -> None:
    assert DIRECTORY.named(name) == source


@pytest.mark.parametrize(
    "name",
    [
        "Ivan Hrushevsky",
        "Ukrainian Defence Ministry",
        "general",
        "institute",
        "Kots",
        "milbloggers",
        "Russian media",
        "Russian news channel",
        "a group",
        "ISFX",
        "",
        "!",
    ],
)
def test_another_name_or_one_that_two_have_means_nobody(name: str) -> None:
    assert DIRECTORY.named(name) is None


def test_sources_of_one_network_or_with_one_voice_are_one_and_others_are_not() -> None:
    first = a_source("first", voices=("Study Group",))
    second = replace(a_source("second", voices=("The Study Group", "Ivan Mapper")), network="maps")
    third = replace(a_source("third"), network="maps")
    other = a_source("other", voices=("Another Group",))
    directory = Directory((first, second, third, other))
    keys = [directory.voice_key(source) for source in (first, second, third, other)]
    assert len(set(keys[:3])) == 1
    assert keys[3] not in keys[:3]


def test_the_order_of_the_sources_does_not_change_who_are_one() -> None:
    sources = [
        a_source(str(number), voices=(f"Voice {number}", f"Voice {number + 1}")) for number in range(5)
    ]
    keys = {Directory(sources).voice_key(sources[0]), Directory(sources[::-1]).voice_key(sources[4])}
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Governor of Bryansk Oblast", "President of Ukraine"),
        ("Russian milbloggers", "Ukrainian milbloggers"),
        ("Military Informant", "Military Review"),
        ("Ivanenko", "Ivanov"),
    ],
)
def test_those_who_only_sound_alike_are_kept_apart(one: str, other: str) -> None:
    assert who_key(one) != who_key(other)
