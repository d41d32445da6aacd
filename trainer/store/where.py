"""Where things are kept: `SPEAKUP_HOME`, or else the data folder that the system gives to programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.places import data_folder, index_file

if TYPE_CHECKING:
    from pathlib import Path

DATABASE = "speakup.db"
LOG = "speakup.log"
SIDECARS = ("-wal", "-shm", "-journal")
DAMAGED = ".damaged-"
FOLDERS = ("cache", "scenarios", "packs")
"""Folders in the data folder that belong to the program too, with nothing of what a player said."""


def home() -> Path:
    """Return the data folder; it need not exist yet."""
    return data_folder()


def database() -> Path:
    """Return the database of sessions."""
    return home() / DATABASE


def log_file() -> Path:
    """Where the details of an unhandled fault go."""
    return home() / LOG


def ours(folder: Path) -> list[Path]:
    """Return the files in the folder that this program wrote, damaged databases among them."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return []
    return [each for each in found if each.name == LOG or _is_database(each.name)]


def index() -> Path:
    """Return the index of the scenarios, which can be lost without harm."""
    return index_file()


def _is_database(name: str) -> bool:
    if name == DATABASE or name.startswith(DATABASE + DAMAGED):
        return True
    return any(name == DATABASE + sidecar for sidecar in SIDECARS)


def make_private(folder: Path) -> None:
    """Make the folder, open to its owner only. A folder with other things in it is left as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    others = {each for each in folder.iterdir() if each.name not in FOLDERS} - set(ours(folder))
    if not others and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
