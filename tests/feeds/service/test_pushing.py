"""Pushing a notification: where the addresses come from, and what is said where it fails."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from feeds.service.pushing import NAME, PushError, push

if TYPE_CHECKING:
    from pathlib import Path


class FakeApprise:
    """Takes the place of apprise: knows addresses of ntfy, and remembers what was sent."""

    takes = True
    sent: list[tuple[str, str, tuple[str, ...]]]

    def __init__(self) -> None:
        self._addresses: list[str] = []

    def add(self, address: str) -> bool:
        """Take an address that it knows."""
        self._addresses.append(address)
        return address.startswith("ntfy")

    def notify(self, *, title: str, body: str) -> bool:
        """Remember what was sent."""
        FakeApprise.sent.append((title, body, tuple(self._addresses)))
        return self.takes


@pytest.fixture
def apprise(monkeypatch: pytest.MonkeyPatch) -> type[FakeApprise]:
    """Return the stand-in, put where apprise would be."""
    module = ModuleType("apprise")
    FakeApprise.sent, FakeApprise.takes = [], True
    module.Apprise = FakeApprise  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "apprise", module)
    return FakeApprise


def test_addresses_come_from_the_environment_or_the_file_of_secrets(
    apprise: type[FakeApprise], tmp_path: Path
) -> None:
    push("Title", "Text", environ={NAME: "ntfy://a ntfy://b"}, folder=tmp_path)
    secrets = tmp_path / "secrets.toml"
    secrets.write_text('notify_urls = "ntfy://c"\n', encoding="utf-8")
    secrets.chmod(0o600)
    push("Title", "Text", environ={}, folder=tmp_path)
    assert apprise.sent == [("Title", "Text", ("ntfy://a", "ntfy://b")), ("Title", "Text", ("ntfy://c",))]


@pytest.mark.parametrize(
    ("addresses", "told"),
    [
        ("", f"Nothing names an address to push to: set {NAME}, or notify_urls in secrets.toml."),
        ("ntfy://a smoke://s3cret", f"apprise does not know 1 of the 2 addresses in {NAME}."),
        ("ntfy://a " * 21, f"{NAME} names more than 20 addresses."),
    ],
)
@pytest.mark.usefixtures("apprise")
def test_what_can_not_be_pushed_is_said_without_any_address(
    addresses: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(PushError) as caught:
        push("Title", "Text", environ={NAME: addresses}, folder=tmp_path)
    assert str(caught.value) == told


def test_an_address_that_does_not_take_it_is_said(apprise: type[FakeApprise], tmp_path: Path) -> None:
    apprise.takes = False
    with pytest.raises(PushError, match="could not be pushed to all addresses"):
        push("Title", "Text", environ={NAME: "ntfy://a"}, folder=tmp_path)


def test_secrets_that_others_may_read_are_not_used(tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text('notify_urls = "ntfy://c"\n', encoding="utf-8")
    secrets.chmod(0o644)
    with pytest.raises(PushError, match="chmod 600"):
        push("Title", "Text", environ={}, folder=tmp_path)


def test_without_apprise_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(PushError, match=r"pip install 'frontwatch\[notify\]'"):
        push("Title", "Text", environ={NAME: "ntfy://a"}, folder=tmp_path)
