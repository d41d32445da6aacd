"""Loading the scorer's library before it is needed, so that the first response is read at once."""

from __future__ import annotations

import contextlib
from threading import Thread


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


def _load() -> None:
    import scoring

    with contextlib.suppress(Exception):  # told when a response is read
        scoring.explain(scoring.score("I am here.", role="client"))
