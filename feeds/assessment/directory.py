"""Who stands behind a name, as far as the source list tells."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from feeds.assessment.joining import Joined
from feeds.assessment.names import is_party, name_of, who_key
from feeds.assessment.wording import party_of
from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.model import Source


class _Index:
    """Sources by all names that they can be found by."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.by_name: dict[str, Source] = {}
        self.by_bare: dict[str, Source] = {}
        self.by_initials: dict[str, Source] = {}
        self.by_surname: dict[str, Source | None] = {}
        self.by_voice: dict[str, list[Source]] = {}
        self.roofs = Joined()
        for source in sources:
            self._take(source)
            self._join(source)

    def _take(self, source: Source) -> None:
        for name in map(name_of, (source.title, *source.voices)):
            for names, key in (
                (self.by_name, name.key),
                (self.by_bare, name.bare),
                (self.by_initials, name.initials),
            ):
                if key:
                    names.setdefault(key, source)
        for key in dict.fromkeys(who_key(voice) for voice in source.voices):
            self.by_voice.setdefault(key, []).append(source)
        for surname in {name_of(voice).surname for voice in source.voices} - {""}:
            known = self.by_surname.setdefault(surname, source)
            if known is not source:
                self.by_surname[surname] = None

    def _join(self, source: Source) -> None:
        """Put a source under one roof with all of its network, and all that own a voice of its own."""
        own = f"source {source.id}"
        for voice in source.voices:
            self.roofs.join(own, f"voice {who_key(voice)}")
        if source.network:
            self.roofs.join(own, f"network {source.network}")


class Directory:
    """The source list, indexed by ids, titles, voices, their initials, and the last names of voices."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Index ``sources``; where two share a name, the first of them keeps it."""
        self._by_id: dict[str, Source] = {}
        for source in sources:
            self._by_id.setdefault(source.id, source)

    @cached_property
    def _index(self) -> _Index:
        # A thousand names cost a quarter of a second, and a poll without news asks for none.
        return _Index(self._by_id.values())

    def source(self, source_id: str) -> Source | None:
        """Return the source of that id; None where it is no longer configured."""
        return self._by_id.get(source_id)

    def named(self, name: str) -> Source | None:
        """Return the source that ``name`` means; None for a stranger.

        A name means a source whose title or voice it is, in any spelling, case or rank, with or
        without "group" or "agency" beside it, or "Russian channel" before it. Initials mean the first
        source that they may stand for, a last name the only one that has it.
        """
        meant, index = name_of(name), self._index
        for key in (*meant.keys, meant.bare, meant.person, meant.labelled):
            if key in index.by_name:
                return index.by_name[key]
        if meant.bare in index.by_bare:
            return index.by_bare[meant.bare]
        if meant.is_short_form and meant.key in index.by_initials:
            return index.by_initials[meant.key]
        surnames = index.by_surname if meant.is_surname else {}
        return next((surnames[key] for key in meant.keys if key in surnames), None)

    def speaking(self, name: str) -> tuple[Source, ...]:
        """Return the sources that are own voices of whoever ``name`` means; empty for a stranger.

        A last name means the only voice that has it.
        """
        meant, index = name_of(name), self._index
        for key in meant.keys:
            if key in index.by_voice:
                return tuple(index.by_voice[key])
        surnames = index.by_surname if meant.is_surname else {}
        found = next((surnames[key] for key in meant.keys if key in surnames), None)
        return (found,) if found is not None else ()

    def answering(self, name: str) -> tuple[Source, ...]:
        """Return the sources in which whoever ``name`` means would answer.

        Those are their own voices; of a whole side ("Ukraine", "the Kremlin") its officials'.
        """
        own = self.speaking(name)
        side = party_of(name)
        if own or side is Alignment.INDEPENDENT or not is_party(name):
            return own
        return tuple(
            source
            for source in self._by_id.values()
            if source.source_class is SourceClass.OFFICIAL and source.alignment is side
        )

    def voice_key(self, source: Source) -> str:
        """Return what all sources share that are one origin: of one network, or with a voice in common."""
        return self._index.roofs.of(f"source {source.id}")
