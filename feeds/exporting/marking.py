"""Text and links in Markdown that say what they say, and mark nothing up by themselves."""

from __future__ import annotations

import re

from feeds.exporting.citing import one_line

_SIGNS = re.compile(r"([\\`*_\[\]<>|~$@&])")
_ADDRESSES = re.compile(r"(?<=\w):(?=//)|(?<=\bwww)\.", re.IGNORECASE)
"""Bare addresses, which many readers of Markdown make links of."""


def literal(text: str) -> str:
    """Return ``text`` so that it is shown as it stands; never at the start of a line."""
    return _ADDRESSES.sub(r"\\\g<0>", _SIGNS.sub(r"\\\1", one_line(text)))


def linked(words: str, link: str) -> str:
    """Return ``words`` as a link, or alone where there is none."""
    return f"[{literal(words)}](<{link}>)" if link else literal(words)
