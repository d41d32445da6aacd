"""Lines that are handed on once the scorer is ready for them: on a new machine that takes a few seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

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
