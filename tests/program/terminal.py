"""A real terminal for the installed program: a pseudo-terminal, a model of its screen, and deadlines."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyte

from trainer.screens.hand import REST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType
    from typing import Self

SPEAKUP = str(Path(sys.executable).with_name("speakup"))
"""The program as it is installed beside this Python."""
PATIENCE = 30.0
"""Seconds until a test gives up waiting; on a quiet machine nothing takes a tenth of it."""
KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "ctrl+c": "\x03",
    "ctrl+d": "\x04",
    "ctrl+n": "\x0e",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
}
_TAKE_THE_TERMINAL = (
    "import fcntl, os, resource, signal, sys, termios\n"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
    "if int(sys.argv[1]): resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)\n"
    "os.execvp(sys.argv[2], sys.argv[2:])"
)
_FRAME = re.compile("[\u2500-\u259f]+")
_UNKNOWN_TO_PYTE = b"\x1b[<u"

Wanted: TypeAlias = "str | Callable[[str], bool]"
"""A piece of text, or what tells of the whole text whether it is there."""


class Terminal:
    """The program on a terminal of its own, which is the controlling one. To be used with `with`."""

    def __init__(
        self,
        command: list[str],
        env: Mapping[str, str],
        *,
        size: tuple[int, int] = (80, 24),
        file_limit: int = 0,
    ) -> None:
        """`size`: columns and lines. `file_limit`: bytes that a file may have (0: no limit)."""
        self.raw = bytearray()
        """Every byte that reached the terminal."""
        self._is_gone = False
        """Whether the program has closed its end."""
        self._is_closed = False
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = os.openpty()
        _set_size(slave, size)
        launched = [sys.executable, "-ISc", _TAKE_THE_TERMINAL, str(file_limit), *command]
        self.process = subprocess.Popen(
            launched, stdin=slave, stdout=slave, stderr=slave, env=dict(env), start_new_session=True
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self.hang_up()

    # What is on the screen

    @property
    def rows(self) -> list[str]:
        """The lines of the screen as a person sees them."""
        return [self._line(y).rstrip() for y in range(self.screen.lines)]

    def _line(self, y: int) -> str:
        cells = [self.screen.buffer[y][x].data for x in range(self.screen.columns)]
        return "".join(cells)  # the second half of a wide letter is an empty cell

    @property
    def text(self) -> str:
        """The whole screen as running text, without frames and line ends."""
        return _running(" ".join(self.rows))

    @property
    def notice(self) -> str:
        """What the program tells in a box on the right, for a few seconds."""
        return _running(" ".join(row.rpartition("\u258c")[2] for row in self.rows if "\u258c" in row))

    def is_at(self, text: str) -> bool:
        """Say whether the cursor stands where the line with `text` begins, so that typing goes there."""
        for y, row in enumerate(self.rows):
            if text in row:
                first = next(x for x, letter in enumerate(row) if letter.isalnum())
                cells = self.screen.buffer[y]
                return bool(cells[first].bg != cells[first + 1].bg)
        return False

    @property
    def output(self) -> str:
        """All that was ever written, as running text: for programs that only write lines."""
        return _running(self.raw.decode("utf-8", "replace"))

    def wait(self, *wanted: Wanted, within: float = PATIENCE) -> str:
        """Read until all that is wanted is on the screen; return its text. Fails after `within` seconds."""
        return self._wait(lambda: self.text, wanted, within)

    def wait_output(self, *wanted: Wanted, within: float = PATIENCE) -> str:
        """Read until all that is wanted was written at some time; return all output."""
        return self._wait(lambda: self.output, wanted, within)

    def _wait(self, look: Callable[[], str], wanted: tuple[Wanted, ...], within: float) -> str:
        end = time.monotonic() + within
        text = look()
        while lacking := [each for each in wanted if not _is_there(each, text)]:
            if not self.read(min(0.5, end - time.monotonic())):
                assert time.monotonic() < end, self._told(lacking)
                assert not self._is_gone, self._told(lacking)
            text = look()
        return text

    def _told(self, lacking: list[Wanted]) -> str:
        shown = "\n".join(f"|{line}" for line in self.rows)
        return f"not shown: {lacking}; status {self.process.poll()}\n{shown}"

    def read(self, within: float = 0.0) -> bool:
        """Take what the program has written; return false where nothing came in time."""
        if self._is_gone or not select.select([self._master], [], [], max(0.0, within))[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            data = b""
        self._is_gone |= not data
        self.raw += data
        self._stream.feed(data.replace(_UNKNOWN_TO_PYTE, b""))
        return bool(data)

    # What a person does

    def send(self, text: str) -> None:
        """Send keys as they are."""
        data = text.encode()
        while data:
            data = data[os.write(self._master, data) :]
            self.read()

    def press(self, *keys: str) -> None:
        """Press keys by name; a letter is its own name."""
        for key in keys:
            assert key in KEYS or len(key) == 1, f"there is no key {key}: its letters would be typed"
            self.send(KEYS.get(key, key))

    def rest(self) -> None:
        """Read as long as a hand rests that types no more: then letters are commands again."""
        end = time.monotonic() + REST * 1.5
        while (left := end - time.monotonic()) > 0:
            self.read(left)

    def click(self, text: str) -> None:
        """Click on the first place where `text` stands on one line of the screen, once it stands still."""
        while self.read(0.3):
            pass
        y, x = next((y, line.index(text)) for y, line in enumerate(self.rows) if text in line)
        self.send(f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{x + 1};{y + 1}m")

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the terminal, as dragging its corner does."""
        self.screen.resize(lines, columns)
        _set_size(self._master, (columns, lines))

    # How it ends

    def ended(self, within: float = PATIENCE) -> int:
        """Wait for the end; return the exit status. Fails where the program goes on."""
        end = time.monotonic() + within
        while self.process.poll() is None:
            assert time.monotonic() < end, self._told(["the end"])
            self.read(0.05)
        while self.read():
            pass
        return self.process.wait()

    def hang_up(self) -> None:
        """Take the terminal away, as closing its window does."""
        if not self._is_closed:
            self._is_closed = self._is_gone = True
            os.close(self._master)

    def kill(self) -> None:
        """End the program at once, without a chance to save anything."""
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _set_size(descriptor: int, size: tuple[int, int]) -> None:
    columns, lines = size
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def _running(text: str) -> str:
    return " ".join(_FRAME.sub(" ", text).split())


def _is_there(wanted: Wanted, text: str) -> bool:
    return _running(wanted) in text if isinstance(wanted, str) else bool(wanted(text))
