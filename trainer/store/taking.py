"""Taking it all with you, and deleting it all."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from scenarios.places import checked_folder, drill_index_file
from trainer.errors import RecordError, StoreTrouble
from trainer.play.codec import to_json
from trainer.store.where import index, ours

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.store.none import NoStore
    from trainer.store.store import Store


def exported(store: Store | NoStore) -> dict[str, Any]:
    """Everything that is kept, as plain values. A session that cannot be read is named with what is wrong."""
    return {
        "program": "speakup",
        "format": 1,
        "sessions": [_session(store, asdict(row)) for row in store.sessions()],
        "contested": [asdict(each) for each in store.contests()],
        "drills": [asdict(card) for card in store.cards()],
        "settings": store.settings(),
    }


def _session(store: Store | NoStore, row: dict[str, Any]) -> dict[str, Any]:
    try:
        return {**row, "events": [to_json(event) for event in store.events(row["number"])]}
    except RecordError as fault:
        return {**row, "error": str(fault)}


def wiped(folder: Path) -> list[Path]:
    """Delete every file that this program keeps in the folder, and the folder where nothing else is in it.

    The user's own scenarios stay.
    """
    files = [*ours(folder), *(each for each in (index(), drill_index_file()) if each.exists())]
    for file in files:
        try:
            file.unlink()
        except FileNotFoundError:
            continue
        except OSError as fault:
            raise StoreTrouble(f"{file} cannot be deleted ({fault.strerror}).") from fault
    shutil.rmtree(checked_folder(), ignore_errors=True)
    for emptied in (index().parent, folder):
        with contextlib.suppress(OSError):
            emptied.rmdir()
    return files
