"""Makes ``forms.bin``: the index of all forms of the shipped places, with their classes.

Run by hand, after ``settlements.tsv.gz`` or a table of words has changed, from the shipped data alone:
``python -m feeds.geography.generator.forms``.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from feeds.geography.index_file import packed
from feeds.geography.indexing import knowledge_of
from feeds.geography.oblasts import load_regions
from feeds.geography.places import load_entries


def main() -> None:
    """Write the file beside the other data."""
    file = Path(str(resources.files("feeds.geography").joinpath("data/forms.bin")))
    file.write_bytes(packed(knowledge_of(load_entries(load_regions()))))


if __name__ == "__main__":
    main()
