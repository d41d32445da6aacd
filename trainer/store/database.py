"""Opening the database file: private, checked, and never written over where it is damaged."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from trainer.errors import NewerStore, StoreTrouble
from trainer.store.schema import APPLICATION, STEPS, VERSION
from trainer.store.where import DAMAGED, SIDECARS, make_private

WAIT = 1.0
"""Seconds to wait for another window that is writing."""
_CHECKED = 16_000_000
"""Bytes up to which the whole file is checked when it is opened; a larger one is checked as it is read."""


class Damaged(Exception):  # noqa: N818 - says what the file is
    """The file is no database, or not a whole one."""


def open_database(path: Path) -> tuple[sqlite3.Connection, str]:
    """Open the database, making it where there is none.

    Returns the connection and a line to tell the player (empty where all is well). A damaged file is set
    aside under another name first. Raises `StoreTrouble` where the folder cannot be used.
    """
    try:
        make_private(path.parent)
        try:
            return _opened(path), ""
        except Damaged:
            aside = set_aside(path)
            told = f"The data file was damaged. It was set aside as {aside}, and a new one was begun."
            return _opened(path), told
    except Damaged:
        raise StoreTrouble(f"The data file {path} cannot be read.") from None
    except sqlite3.Error as fault:
        raise told_as_trouble(fault, path) from fault
    except OSError as fault:
        raise StoreTrouble(
            f"The data folder {path.parent} cannot be used ({fault.strerror or fault})."
        ) from fault


def _opened(path: Path) -> sqlite3.Connection:
    """Open a sound database of this version, or make one."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        _prepare(connection, path)
    except BaseException as fault:
        connection.close()
        if isinstance(fault, sqlite3.DatabaseError) and _means_damage(fault):
            raise Damaged from fault
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Check the file before anything is written to it, then set how it is to be written."""
    _check(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    if _number(connection, "user_version") < VERSION:
        _make_tables(connection)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    version = _number(connection, "user_version")
    if _number(connection, "application_id") not in (0, APPLICATION):
        raise StoreTrouble(f"{path} belongs to another program.")
    if version > VERSION:
        raise NewerStore(
            f"{path} is of a newer speakup (format {version}; this one reads up to {VERSION}). "
            "Install the newer one, or set SPEAKUP_HOME to another folder."
        )
    if path.stat().st_size <= _CHECKED:
        result = connection.execute("PRAGMA quick_check(1)").fetchone()
        if result[0] != "ok":
            raise Damaged
    if version and not _has_tables(connection):
        raise Damaged


def _has_tables(connection: sqlite3.Connection) -> bool:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {"sessions", "events", "drafts", "contests", "settings"} <= {name for (name,) in rows}


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables that are missing in one transaction; another window may just have done so."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for tables in STEPS[_number(connection, "user_version") :]:
            for statement in filter(str.strip, tables.split(";")):
                connection.execute(statement)
        if _number(connection, "user_version") < VERSION:
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def set_aside(path: Path) -> Path:
    """Rename a damaged database, with its sidecar files, to the first free name."""
    number = 1
    while (aside := path.with_name(f"{path.name}{DAMAGED}{number}")).exists():
        number += 1
    path.rename(aside)
    for sidecar in SIDECARS:
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{sidecar}").rename(f"{aside}{sidecar}")
    return aside


def _means_damage(fault: sqlite3.DatabaseError) -> bool:
    words = str(fault)
    return any(each in words for each in ("not a database", "malformed", "unsupported file format"))


def told_as_trouble(fault: sqlite3.Error, path: Path) -> StoreTrouble:
    """Return the fault in words for the player."""
    words = str(fault)
    if "full" in words:
        return StoreTrouble(f"The disk with {path.parent} is full.")
    if "readonly" in words or "unable to open" in words:
        return StoreTrouble(f"The data folder {path.parent} cannot be written to.")
    if "locked" in words or "busy" in words:
        return StoreTrouble("Another speakup is writing just now.")
    if isinstance(fault, sqlite3.DatabaseError) and _means_damage(fault):
        return StoreTrouble(f"The data file {path} is damaged; it will be set aside at the next start.")
    return StoreTrouble(f"The data file {path} cannot be used ({words}).")
