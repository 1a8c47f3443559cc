"""Reading documents and texts in processes of their own, which can be killed.

Parsers and extraction meet hostile input: a document may cost minutes or gigabytes. So both run in
child processes with a deadline and a memory limit; what a child did not finish is a failure of that
document, and a new child takes the next one.
"""

from __future__ import annotations

from feeds.workers.pool import Workers
from feeds.workers.readers import Inline, Readers
from feeds.workers.tasks import Reading

__all__ = ["Inline", "Readers", "Reading", "Workers"]
