"""Reading a response without touching the session: so that it can run beside the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from trainer.errors import PlayError
from trainer.play.feedback import Feedback, feedback
from trainer.play.step import step

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.play.events import Event
    from trainer.play.state import State


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading."""

    event: Event | None
    """What the player did; None where it does not fit."""
    told: Feedback | None = None
    """The feedback on it, where there is some."""
    refused: str = ""
    """Why it does not fit, in words for the player."""


def is_cancelled() -> bool:
    """Say whether the worker in which this is called is to stop."""
    return get_current_worker().is_cancelled


def read_response(state: State, make: Callable[[], Event]) -> Read:
    """Read a response at `state`, with the feedback that it will get."""
    try:
        event = make()
        after = step(state, event)
    except PlayError as trouble:
        return Read(None, refused=str(trouble))
    return Read(event, feedback(after) if after.phase == "feedback" else None)
