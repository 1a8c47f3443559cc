"""Names of things that depend on nothing but what they are."""

from __future__ import annotations

import hashlib


def stable_id(*parts: str) -> str:
    """Return 16 hexadecimal digits that depend on ``parts`` and nothing else."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=8).hexdigest()
