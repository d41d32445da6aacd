"""Ctrl+C in plain mode: it ends the wait for a line also where the signal comes a moment before it."""

from __future__ import annotations

import io
import os
import signal
import threading
from typing import TYPE_CHECKING, TextIO

import pytest

from trainer.plain.waiting import interruptible

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere the console ends a wait itself")

LONG = 20.0
"""Seconds after which a wait that does not end is ended by a line, so that a test fails and does not hang."""


@pytest.fixture
def typed() -> Iterator[tuple[TextIO, int]]:
    """A standard input that stays open, and the end at which a person types."""
    there, here = os.pipe()
    stream = os.fdopen(there, encoding="utf-8", errors="replace")
    yield stream, here
    stream.close()
    os.close(here)


def test_a_signal_that_does_not_break_off_the_waiting_itself_ends_it(typed: tuple[TextIO, int]) -> None:
    """As one that comes between the last look and the wait: the handler waits, and nothing wakes it."""
    stream, here = typed
    elsewhere = threading.Timer(0.3, lambda: signal.pthread_kill(threading.get_ident(), signal.SIGINT))
    rescue = threading.Timer(LONG, lambda: os.write(here, b"\n"))
    with interruptible(stream) as lines:
        elsewhere.start()
        rescue.start()
        try:
            with pytest.raises(KeyboardInterrupt):
                lines.readline()
        finally:
            rescue.cancel()
            elsewhere.join()


def test_an_interruption_that_something_swallowed_still_ends_the_next_wait(typed: tuple[TextIO, int]) -> None:
    stream, here = typed
    with interruptible(stream) as lines:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        os.write(here, b"\n")
        with pytest.raises(KeyboardInterrupt):
            lines.readline()


def test_lines_come_as_they_were_typed(typed: tuple[TextIO, int]) -> None:
    stream, here = typed
    os.write(here, "One, naïve.\nTwo".encode())
    with interruptible(stream) as lines:
        assert lines.readline() == "One, naïve.\n"
        os.write(here, b" \xff and more\nThree\nlast")
        assert [lines.readline(), lines.readline()] == ["Two \ufffd and more\n", "Three\n"]
    assert not stream.closed


def test_what_woke_signals_before_is_put_back(typed: tuple[TextIO, int]) -> None:
    before = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(before)
    with interruptible(typed[0]):
        pass
    assert signal.set_wakeup_fd(before) == before


def test_a_stream_without_a_file_is_read_as_it_is() -> None:
    stream = io.StringIO("one\n")
    with interruptible(stream) as lines:
        assert lines is stream
