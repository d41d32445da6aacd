"""Loading the scorer's library before it is needed, so that the first response is read at once."""

from __future__ import annotations

import contextlib
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

READING = "Reading what you said …"
FIRST = "Getting ready to read what you say. The first time it takes a few seconds …"


class WarmUp:
    """Loads it once, in a thread that does not keep the program from closing."""

    def __init__(self) -> None:
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin to load, unless that was begun already."""
        if self._thread is None:
            self._thread = Thread(target=_load, name="warm-up", daemon=True)
            self._thread.start()

    def is_done(self, within: float = 0.0) -> bool:
        """Say whether it is loaded, waiting for it at most `within` seconds."""
        if self._thread is None:
            return True
        self._thread.join(within)
        return not self._thread.is_alive()

    def wait(self, is_cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Wait until it is loaded; false where the wait was cancelled."""
        while not self.is_done(within=0.1):
            if is_cancelled():
                return False
        return True

    @property
    def told(self) -> str:
        """What to tell a person who waits for a response to be read."""
        return READING if self.is_done() else FIRST


def _load() -> None:
    import scoring

    with contextlib.suppress(Exception):  # told when a response is read
        scoring.explain(scoring.score("I am here.", role="client"))
