"""How the commands talk: lines without anything that a terminal could take for a command, and progress."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator

import click

Progress = Callable[[int, int], None]
_FEW = 50
"""Up to so many things the work is done before anyone waits."""


def printed(lines: Iterable[str]) -> None:
    """Print lines of text from files and people, cleaned."""
    from scoring.text import clean

    for line in lines:
        click.echo(clean(line))


@contextlib.contextmanager
def progress_on(what: str) -> Iterator[Progress | None]:
    """Show how far long work is, on a terminal only, and take it away again."""
    if not sys.stderr.isatty():
        yield None
        return
    widest = 0

    def show(done: int, of: int) -> None:
        nonlocal widest
        if of <= _FEW or (done % 10 and done != of):
            return
        line = f"{what}: {done} of {of}"
        widest = max(widest, len(line))
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        if widest:
            sys.stderr.write("\r" + " " * widest + "\r")
            sys.stderr.flush()
