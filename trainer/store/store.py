"""The store: sessions as lists of events, drafts, contested verdicts and a few settings."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from trainer.errors import ElsewhereOpen, RecordError
from trainer.store.database import open_database, told_as_trouble
from trainer.store.rows import Contest, SessionRow
from trainer.store.where import database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scenarios.drill import Drill, DrillLine
    from scenarios.model import Scenario
    from trainer.drills.spacing import Card
    from trainer.play.events import Event
    from trainer.play.state import Attempt, State

_READING = 7
"""The column of `contests` that is JSON."""
_SESSION = """
SELECT number, scenario, title, role, began, changed, status, moments, scene, ending, coalesce(text, '')
FROM sessions LEFT JOIN drafts ON drafts.session = sessions.number
"""


class Store:
    """Sessions kept in a database on this machine. Every failure is a `StoreTrouble`."""

    is_saving = True

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or database()
        self._database, self.notice = open_database(self.path)
        """`notice`: what the player must be told about opening; empty where all is well."""

    def close(self) -> None:
        """Put everything into the one file and close it."""
        with contextlib.suppress(sqlite3.Error):
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._database.close()

    def begin(self, scenario: Scenario, events: list[Event], state: State) -> int:
        """Make room for a new session and keep its first events, all or nothing; return its number."""
        now = _now()
        with self._writing() as write:
            done = write.execute(
                "INSERT INTO sessions (scenario, title, role, began, changed, scene)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (scenario.id, scenario.title, scenario.role, now, now, scenario.opening),
            )
            number = int(done.lastrowid or 0)
            _add(write, number, 0, events, state)
        return number

    def append(self, session: int, first: int, events: list[Event], state: State) -> None:
        """Keep `events` and where the session stands, and drop the draft that was sent: all or nothing."""
        with self._writing() as write:
            self._nothing_newer(session, first)
            _add(write, session, first, events, state)

    def _nothing_newer(self, session: int, first: int) -> None:
        """Refuse to write over what another window has added, or into what was deleted there."""
        found = self._database.execute(
            "SELECT (SELECT count(*) FROM events WHERE session = ?1) FROM sessions WHERE number = ?1",
            (session,),
        ).fetchone()
        if found is None:
            raise ElsewhereOpen("This session was deleted in another window.")
        if found[0] != first:
            raise ElsewhereOpen("This session goes on in another window.")

    def draft(self, session: int, text: str) -> None:
        """Keep the half-typed response. It survives a kill at once, and a power cut after a moment."""
        with self._writing(is_lasting=False) as write:
            if text:
                write.execute(
                    "INSERT OR REPLACE INTO drafts SELECT number, ? FROM sessions WHERE number = ?",
                    (text, session),
                )
            else:
                write.execute("DELETE FROM drafts WHERE session = ?", (session,))

    def draft_of(self, session: int) -> str:
        """Return the half-typed response of a session."""
        found = self._rows("SELECT text FROM drafts WHERE session = ?", session)
        return str(found[0][0]) if found else ""

    def events(self, session: int) -> list[Event]:
        """All events of a session, in order."""
        rows = self._rows("SELECT data FROM events WHERE session = ? ORDER BY place", session)
        if not rows:
            raise RecordError(f"There is no session {session}.")
        from trainer.store.written import read_event

        return [read_event(data) for (data,) in rows]

    def sessions(self) -> tuple[SessionRow, ...]:
        """All sessions, the one that changed last first."""
        return tuple(SessionRow(*row) for row in self._rows(f"{_SESSION} ORDER BY changed DESC, number DESC"))

    def unfinished(self) -> SessionRow | None:
        """Return the session to continue: of those that are open, the one that changed last."""
        rows = self._rows(f"{_SESSION} WHERE status = 'open' ORDER BY changed DESC, number DESC LIMIT 1")
        return SessionRow(*rows[0]) if rows else None

    def forget(self, session: int) -> None:
        """Delete one session with its events, its draft and its contested verdicts."""
        with self._writing() as write:
            write.execute("DELETE FROM contests WHERE session = ?", (session,))
            write.execute("DELETE FROM sessions WHERE number = ?", (session,))
        self.scrub()

    def contest(self, session: int, state: State, says: str) -> None:
        """Keep a contested verdict for the author of the scenario."""
        from trainer.store.written import written_reading

        made = state.moment.attempts[-1]
        row = (
            session,
            _now(),
            state.scenario.id,
            state.moment.scene,
            says,
            made.text,
            written_reading(made),
            made.found,
            made.reply,
            made.note,
        )
        self._keep_contest(row)

    def contest_line(self, drill: Drill, line: DrillLine, made: Attempt) -> None:
        """Keep a contested verdict on a line of a drill; what was meant is the skill of the drill."""
        from trainer.store.written import written_reading

        read = written_reading(made)
        self._keep_contest((0, _now(), drill.id, line.id, line.partner, made.text, read, "", drill.skill, ""))

    def _keep_contest(self, row: tuple[object, ...]) -> None:
        with self._writing() as write:
            write.execute("INSERT INTO contests VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def contests(self) -> tuple[Contest, ...]:
        """All contested verdicts, in the order in which they came."""
        rows = self._rows("SELECT * FROM contests ORDER BY number")
        return tuple(
            Contest(*(json.loads(each) if at == _READING else each for at, each in enumerate(row)))
            for row in rows
        )

    def setting(self, name: str) -> str:
        """Return a setting of the program; empty where it was never set."""
        rows = self._rows("SELECT value FROM settings WHERE name = ?", name)
        return str(rows[0][0]) if rows else ""

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting of the program."""
        with self._writing() as write:
            write.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def settings(self) -> dict[str, str]:
        """All settings."""
        return dict(self._rows("SELECT name, value FROM settings ORDER BY name"))

    def cards(self, drill: str = "") -> tuple[Card, ...]:
        """Return what is kept of the lines of a drill, or of all drills."""
        rows = self._rows(
            "SELECT drill, line, level, last, rung, due, times FROM drill_lines"
            " WHERE ?1 IN ('', drill) ORDER BY drill, line",
            drill,
        )
        if not rows:
            return ()
        from trainer.drills.spacing import Card

        return tuple(Card(*row) for row in rows)

    def keep_card(self, card: Card) -> None:
        """Keep what is to be known of a line of a drill."""
        with self._writing() as write:
            write.execute(
                "INSERT OR REPLACE INTO drill_lines (drill, line, level, last, rung, due, times)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (card.drill, card.line, card.level, card.last, card.rung, card.due, card.times),
            )

    def scrub(self) -> None:
        """Leave no trace of what was deleted: its place is zeroed, the log beside the file emptied."""
        with self._telling():
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _rows(self, query: str, *values: object) -> list[Any]:
        with self._telling():
            return self._database.execute(query, values).fetchall()

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as fault:
            raise told_as_trouble(fault, self.path) from fault

    @contextlib.contextmanager
    def _writing(self, *, is_lasting: bool = True) -> Iterator[sqlite3.Connection]:
        """One transaction. A lasting one is on the disk when it ends; the other is with the system."""
        with self._telling():
            self._database.execute(f"PRAGMA synchronous = {'FULL' if is_lasting else 'NORMAL'}")
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
                self._database.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._database.execute("ROLLBACK")
                raise


def _add(write: sqlite3.Connection, session: int, first: int, events: list[Event], state: State) -> None:
    """Add events and where the session stands, in a transaction that is open."""
    from trainer.store.written import sends_draft, written

    now = _now()
    rows = [(session, place, now, written(event)) for place, event in enumerate(events, first)]
    status = state.phase if state.phase in ("ended", "left") else "open"
    write.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", rows)
    if sends_draft(events):
        write.execute("DELETE FROM drafts WHERE session = ?", (session,))
    write.execute(
        "UPDATE sessions SET changed = ?, status = ?, moments = ?, scene = ?, ending = ? WHERE number = ?",
        (now, status, len(state.path), state.moment.scene, " ".join(sorted(state.endings_met)), session),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
