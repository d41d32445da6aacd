"""Times a terminal program from outside: on a pseudo-terminal, from its start to what is on the screen."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SIZE = (24, 80)
"""Lines and columns."""
LIMIT = 60.0
"""Seconds after which a program that shows nothing is given up."""
_CONTROL = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]")


class Timed:
    """One run of a program on a terminal."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self._new = b""
        self.began = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
                os.execvpe(command[0], list(command), dict(env))  # noqa: S606 - a program of ours
            finally:
                os._exit(127)

    def until(self, text: str) -> float:
        """Return the seconds from the start, or from the last key, until `text` was written."""
        wanted = text.encode()
        while wanted not in _CONTROL.sub(b"", self._new):
            if not self._read(LIMIT):
                raise TimeoutError(f"{text!r} was never shown: {self._new[-300:]!r}")
        return time.perf_counter() - self.began

    def key(self, letter: str) -> float:
        """Press a key when all is quiet; return the seconds until the letter was written."""
        while self._read(0.1):
            pass
        self._new = b""
        self.began = time.perf_counter()
        os.write(self._master, letter.encode())
        return self.until(letter)

    def press(self, keys: str) -> None:
        """Send keys; what was written before them counts no more."""
        self._new = b""
        os.write(self._master, keys.encode())

    def ended(self) -> float:
        """Return the seconds from the start until the program ended by itself."""
        while self._read(LIMIT):
            pass
        os.waitpid(self.pid, 0)
        self.pid = 0
        return time.perf_counter() - self.began

    def _read(self, within: float) -> bool:
        if not select.select([self._master], [], [], within)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program has gone
            return False
        self._new += data
        return bool(data)

    def close(self) -> None:
        """End the program where it still runs."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._master)


def shown(command: Sequence[str], env: Mapping[str, str], text: str) -> float:
    """Return the seconds that a program needs until `text` is on the screen."""
    run = Timed(command, env)
    try:
        return run.until(text)
    finally:
        run.close()


def ran(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Return the seconds that a program needs to run to its end."""
    run = Timed(command, env)
    try:
        return run.ended()
    finally:
        run.close()
