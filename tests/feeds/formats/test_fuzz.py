"""Mutated answers of all formats: read or refused, never anything else, and never a dirty string."""

from __future__ import annotations

import os
import random

import pytest

from feeds.errors import FormatError
from feeds.formats import parse
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.mutation import mutated
from tests.feeds.formats.seeds import Seed, all_seeds
from tests.feeds.formats.seeing import is_clean

ROUNDS = int(os.environ.get("FRONTWATCH_FUZZ", "20000"))
"""Documents to try; a hundred thousand now and then."""
PARTS = 20
SEEDS = all_seeds()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: str(seed.source.kind))
def test_each_seed_is_a_healthy_answer(seed: Seed) -> None:
    page = parse(seed.source, answer_of(seed.body, url=seed.source.url))
    assert len(page.items) == seed.items


@pytest.mark.parametrize("part", range(PARTS))
def test_mutated_answers_are_read_or_refused(part: int) -> None:
    dice = random.Random(part)  # noqa: S311 - a fuzz that can be repeated
    dirty: list[bytes] = []
    for _ in range(ROUNDS // PARTS):
        seed, other = dice.choice(SEEDS), dice.choice(SEEDS)
        body = mutated(dice, seed.body, other.body)
        if not all(map(is_clean, said_of(seed, body))):
            dirty.append(body)
    assert dirty == []


def said_of(seed: Seed, body: bytes) -> list[str]:
    """Return all strings that come out of the parse layer for an answer."""
    try:
        page = parse(seed.source, answer_of(body, url=seed.source.url))
    except FormatError as error:
        return [str(error)]
    words = [page.cursor, page.more]
    for item in page.items:
        words += (item.key, item.url, item.title, item.text, item.forwarded_from)
    return words
