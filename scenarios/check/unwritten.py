"""Checks for places that an author has still to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.faults import Fault, quoted
from scenarios.tree import texts_of
from scenarios.twine.skeleton import TO_WRITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject


def check(subject: Subject) -> Iterator[Fault]:
    """Yield every text that begins with `TO WRITE:`."""
    for text in texts_of(subject.source.root):
        if text.text.startswith(TO_WRITE):
            wanted = quoted(text.text.removeprefix(TO_WRITE))
            mend = "write it, or delete the line where it may be left out"
            file = subject.source.file
            yield Fault(
                file, text.mark.line, text.mark.column, "warning", f"still to be written: {wanted}", mend
            )
