'''What comes in: one response is one line, or several.

A line that ends with a backslash goes on in the next one. A line of three
quotation marks (""") opens a response of any number of lines, and another closes it.
'''

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.plain.waiting import Readable

BLOCK = '"""'


class Lines:
    """Reads responses from a stream of lines."""

    def __init__(self, stream: Readable, prompt: Callable[[str], None]) -> None:
        self._stream = stream
        self._prompt = prompt
        """Called before each line, with what to show there."""

    def next(self, prompt: str = "> ", draft: Callable[[str], None] | None = None) -> str | None:
        """Read one response; None at the end of the input, also in the middle of a response.

        `draft` is called with what is there so far of a response of several lines.
        """
        line = self._line(prompt)
        if line is None:
            return None
        is_block = line.strip() == BLOCK
        said: list[str] = []
        while is_block or line.endswith("\\"):
            if not is_block:
                said.append(line[:-1])
            more = self._line('""" ' if is_block else ". ")
            if more is None:
                return None
            line = more
            if is_block and line.strip() == BLOCK:
                return "\n".join(said)
            if is_block:
                said.append(line)
            if draft:
                draft("\n".join(said))
        return "\n".join([*said, line])

    def _line(self, prompt: str) -> str | None:
        self._prompt(prompt)
        line = self._stream.readline()
        return line.rstrip("\r\n") if line else None
