"""The command line as ``python -m tui.cli``."""

from __future__ import annotations

import sys

from tui.cli import main

sys.exit(main())
