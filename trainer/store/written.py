"""Events as they are written into the database; imported when a session is read or kept, not to open it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from trainer.errors import RecordError
from trainer.play.codec import from_json, to_json
from trainer.play.events import Alarmed, Event, Responded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.play.state import Attempt


def written(event: Event) -> str:
    """Return an event as JSON."""
    return json.dumps(to_json(event), ensure_ascii=False)


def written_reading(made: Attempt) -> str:
    """Return the reading of an attempt as JSON."""
    reading = to_json(Responded(made.text, made.how, made.reading))["reading"]
    return json.dumps(reading, ensure_ascii=False)


def read_event(data: str) -> Event:
    """Return the event that was written. Raise `RecordError` where it is none."""
    try:
        return from_json(json.loads(data))
    except ValueError as fault:
        raise RecordError(f"a stored event cannot be read ({fault})") from fault


def sends_draft(events: Iterable[Event]) -> bool:
    """Say whether the half-typed response went with these events."""
    return any(isinstance(event, Responded | Alarmed) for event in events)
