"""What tests say with the words of a lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.extraction.words.phrases import Template


def first_form(template: Template) -> str:
    """Return the first form of a template, with a word that means nothing in each gap."""
    return " ".join(slot[0] if slot else "x" for slot in template)
