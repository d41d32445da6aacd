"""What stands on the shelf of the home screen; a large library is read beside the screen."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenarios.library import Entry, Library


class Shelf:
    """The entries of a library, read in a thread of its own."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.entries: tuple[Entry, ...] = ()
        self.unread = 0
        """Files that are faulty and cannot be played."""
        self.done = 0
        """Files read so far."""
        self.of = 0
        """Files to read; 0 where the index knows all of them."""
        self._thread = Thread(target=self._read, name="shelf", daemon=True)
        self._trouble: Exception | None = None

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def is_ready(self, within: float = 0.0) -> bool:
        """Say whether all is read, waiting for it at most `within` seconds."""
        self._thread.join(within)
        if self._trouble:
            raise self._trouble
        return not self._thread.is_alive()

    def _read(self) -> None:
        try:
            self.entries = self.library.entries(self._progress)
            self.unread = len({fault.file for fault in self.library.faults() if fault.is_error})
        except Exception as trouble:  # noqa: BLE001 - raised again in the thread that asks
            self._trouble = trouble

    def _progress(self, done: int, of: int) -> None:
        self.done, self.of = done, of
