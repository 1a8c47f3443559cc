"""The demo: a made-up fortnight on a real front line, served in the real wire formats.

Outlets, channels, people and words are fiction. The collector polls the demo's server like any
other source; nothing in the rest of the program knows that it is a demo.
"""

from __future__ import annotations

from feeds.demo.configuration import config_text
from feeds.demo.loading import load_story
from feeds.demo.server import HOST, DemoServer
from feeds.demo.story import Story

__all__ = ["HOST", "DemoServer", "Story", "config_text", "load_story"]
