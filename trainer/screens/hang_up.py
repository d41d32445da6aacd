"""Telling that the terminal has gone, also where the signal for that is ignored, as `nohup` has it."""

from __future__ import annotations

import select
import sys
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def when_hung_up(tell: Callable[[], object]) -> None:
    """Call `tell`, from a thread of its own, when the terminal has gone."""
    if hasattr(select, "poll"):  # a console of Windows takes its programs with it
        Thread(target=_wait, args=(tell,), name="hang-up", daemon=True).start()


def _wait(tell: Callable[[], object]) -> None:
    terminal = select.poll()
    terminal.register(sys.stdin.fileno(), 0)  # asks for nothing: a hang-up is told unasked
    if any(told & select.POLLHUP for _, told in terminal.poll()):
        tell()
