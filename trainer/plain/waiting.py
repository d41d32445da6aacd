"""Waiting for a line: Ctrl+C always ends it, and a line is handed on once the scorer is ready for it."""

from __future__ import annotations

import io
import os
import select
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from _typeshed import WriteableBuffer

    from trainer.warm_up import WarmUp

PATIENCE = 0.5
"""Seconds after which the player is told what there is to wait for."""


class Readable(Protocol):
    """What has lines."""

    def readline(self) -> str:
        """Return the next line; empty at the end."""


class Ready:
    """The lines of a stream."""

    def __init__(self, stream: Readable, warm_up: WarmUp, tell: Callable[[str], None]) -> None:
        self._stream = stream
        self._warm_up = warm_up
        self._tell = tell

    def readline(self) -> str:
        """Return the next line; empty at the end."""
        line = self._stream.readline()
        if line and not self._warm_up.is_done(within=PATIENCE):
            self._tell(self._warm_up.told)
            self._warm_up.wait()
        return line


@contextmanager
def interruptible(stream: TextIO) -> Iterator[Readable]:
    """Give the lines of a stream in such a way that Ctrl+C ends the wait for one at any moment.

    A signal that comes just before a read begins, or in another thread, does not break off the read: Python
    would take note of it only when the next line is there. So each signal also writes a byte into a pipe
    (`signal.set_wakeup_fd`), and nothing is read before a look at both ends.
    """
    source = _descriptor(stream)
    if source is None:
        yield stream
        return
    alarm, ring = os.pipe()
    os.set_blocking(ring, False)
    before = signal.set_wakeup_fd(ring, warn_on_full_buffer=False)
    reader = io.BufferedReader(_Watched(source, alarm))
    try:
        yield io.TextIOWrapper(reader, encoding=stream.encoding, errors=stream.errors)
    finally:
        signal.set_wakeup_fd(before)
        os.close(alarm)
        os.close(ring)


def _descriptor(stream: TextIO) -> int | None:
    """Return the file behind a stream where it can be watched: POSIX only, and where signals are handled."""
    if os.name != "posix" or threading.current_thread() is not threading.main_thread():
        return None
    try:
        return stream.fileno()
    except (OSError, ValueError):
        return None


class _Watched(io.RawIOBase):
    """A file that is read only when something is there, and no more after an interruption."""

    def __init__(self, source: int, alarm: int) -> None:
        self._source = source
        self._alarm = alarm

    def readable(self) -> bool:
        """Return true, as a reader asks."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Wait for something to read. Raise KeyboardInterrupt where Ctrl+C came, now or before."""
        room = memoryview(buffer).cast("B")
        while True:
            there, _, _ = select.select([self._source, self._alarm], [], [])
            if self._alarm in there and signal.SIGINT in os.read(self._alarm, 64):
                raise KeyboardInterrupt
            if self._source in there:
                data = os.read(self._source, len(room))
                room[: len(data)] = data
                return len(data)
