"""The keys of every screen: which there are, and those that the configuration wants in their place."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
import re
import unicodedata
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, Keys
from textual.screen import ModalScreen, Screen

from tui.panels.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PACKAGES = ("tui.app", "tui.panels", "tui.screens", "tui.widgets")
_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})
_NAMED = frozenset(key.value for key in Keys) | frozenset(KEY_NAME_REPLACEMENTS.values())


def owners() -> tuple[type[DOMNode], ...]:
    """Return every class of ours that has keys, by module and name; loads all of the screen."""
    for name in _PACKAGES:
        package = importlib.import_module(name)
        for module in pkgutil.iter_modules(package.__path__, f"{name}."):
            importlib.import_module(module.name)
    found = {one for one in _below(DOMNode) if one.__module__.startswith("tui.") and "BINDINGS" in vars(one)}
    return tuple(sorted(found, key=lambda one: (one.__module__, one.__name__)))


def bindings_of(owner: type[DOMNode]) -> Iterator[Binding]:
    """Yield the bindings that stand in ``owner`` itself."""
    for binding in vars(owner).get("BINDINGS", ()):
        if isinstance(binding, Binding):
            yield binding


def keymap_of(wanted: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return those of ``wanted`` (keys by id of a binding) that can be had, and what is wrong with the rest.

    Wrong is an id that nothing has, a key that no keyboard has, and one that does something else at
    the same time.
    """
    if not wanted:
        return {}, ()
    known = {binding.id: (binding, owner) for owner in owners() for binding in bindings_of(owner)}
    faults: list[str] = []
    good: dict[str, str] = {}
    for name, keys in wanted.items():
        fault = _misspelt(name, keys, known)
        if fault:
            faults.append(f"[keys] {name}: {fault}")
        else:
            good[name] = keys
    return _without_clashes(good, known, faults)


_Known = dict[str | None, tuple[Binding, type[DOMNode]]]


def _misspelt(name: str, keys: str, known: _Known) -> str:
    if name not in known:
        near = difflib.get_close_matches(name, [one for one in known if one], n=1)
        return f"no key has this id{f'; is {near[0]!r} meant?' if near else ''}"
    wrong = [key for key in keys.split(",") if not is_key(key)]
    return f"{wrong[0]!r} is no key, expected one such as 'Z', 'ctrl+z' or 'f5'" if wrong else ""


def _without_clashes(
    good: dict[str, str], known: _Known, faults: list[str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Leave out each of ``good`` whose key means something else where it works."""
    kept = dict(good)
    for name, keys in good.items():
        binding, owner = known[name]
        for other, (beside, elsewhere) in known.items():
            if other == name or not other or not _meet(owner, elsewhere):
                continue
            taken = _spelt(keys) & _spelt(kept.get(other, beside.key))
            if taken - (_spelt(binding.key) & _spelt(beside.key)):
                faults.append(f"[keys] {name}: {min(taken)} is {beside.description!r} already ({other})")
                kept.pop(name, None)
                break
    return kept, tuple(faults)


def _meet(one: type[DOMNode], other: type[DOMNode]) -> bool:
    """Tell whether the keys of both can work at one time."""
    for kind in (Screen, Panel):
        if issubclass(one, kind) and issubclass(other, kind):
            return issubclass(one, other) or issubclass(other, one)
    # A dialog hides what works on every screen.
    return not any(
        issubclass(dialog, ModalScreen) and issubclass(app, App)
        for dialog, app in ((one, other), (other, one))
    )


def _spelt(keys: str) -> frozenset[str]:
    return frozenset(_long(key.strip()) for key in keys.split(","))


def _long(key: str) -> str:
    """Return ``question_mark`` for ``?``, and a letter as it is."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def is_key(key: str) -> bool:
    """Tell whether ``key`` names a key, such as ``Z``, ``?``, ``ctrl+z``, ``f5`` or ``question_mark``."""
    *modifiers, last = key.split("+") if key != "+" else [key]
    if not _MODIFIERS.issuperset(modifiers):
        return False
    if len(last) == 1:
        return last.isprintable() and last != " "
    return last in _NAMED or _is_sign(last)


def _is_sign(name: str) -> bool:
    if not re.fullmatch(r"[a-z0-9_]{2,40}", name):
        return False
    for spelling in (name.replace("_", " "), name.replace("_", "-")):
        try:
            unicodedata.lookup(spelling.upper())
        except KeyError:
            continue
        return True
    return False


def _below(base: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for one in base.__subclasses__():
        yield one
        yield from _below(one)
