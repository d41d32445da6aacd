"""What stands in the store, read from outside while the program runs or after it was killed."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from typing import TYPE_CHECKING

from tests.program.terminal import PATIENCE
from trainer.play.events import Responded
from trainer.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.program.terminal import Terminal
    from trainer.store import SessionRow


def unfinished(home: Path) -> SessionRow:
    """Return the session that can be continued."""
    store = Store(home / "speakup.db")
    row = store.unfinished()
    store.close()
    assert row
    return row


def responses(home: Path) -> list[str]:
    """Return every response of the session that can be continued, in order."""
    store = Store(home / "speakup.db")
    row = store.unfinished()
    events = store.events(row.number) if row else []
    store.close()
    return [event.text for event in events if isinstance(event, Responded)]


def draft_of(home: Path) -> str:
    """Return the half-typed response that is kept now; empty where there is none yet."""
    with contextlib.suppress(sqlite3.Error):
        database = sqlite3.connect(f"file:{home / 'speakup.db'}?mode=ro", uri=True)
        with contextlib.closing(database):
            row = database.execute("SELECT text FROM drafts ORDER BY session DESC").fetchone()
            return str(row[0]) if row else ""
    return ""


def until_draft(home: Path, wanted: str, terminal: Terminal) -> None:
    """Wait until just this is kept as the half-typed response."""
    end = time.monotonic() + PATIENCE
    while (draft := draft_of(home)) != wanted:
        terminal.read(0.02)
        assert time.monotonic() < end, "\n".join([f"kept as draft: {draft!r}", *terminal.rows])
