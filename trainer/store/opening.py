"""A store that can always be used: where the real one cannot, the player is told and plays without saving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.errors import StoreTrouble
from trainer.store.none import NoStore
from trainer.store.store import Store
from trainer.store.where import database

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Opened:
    """A store, and one line to tell the player about it; empty where all is well."""

    store: Store | NoStore
    notice: str = ""


def open_store(*, private: bool = False, path: Path | None = None) -> Opened:
    """Open the user's store; with `private`, one that writes nothing."""
    if private:
        return Opened(NoStore())
    try:
        store = Store(path)
    except StoreTrouble as trouble:
        return Opened(NoStore(), f"{trouble} You can play; nothing is saved.")
    return Opened(store, store.notice)


def kept_store() -> Store | NoStore:
    """Return the store for a command that only reads: nothing is made where nothing is kept."""
    return Store() if database().exists() else NoStore()
