"""Every family of checks. A new family is a module with a `check` and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check import conditions, library, reading, replies, sources, structure, teaching, unwritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scenarios.check.brief import Brief
    from scenarios.check.subject import Subject
    from scenarios.faults import Fault

OF_ONE: tuple[Callable[[Subject], Iterator[Fault]], ...] = (
    unwritten.check,
    structure.check,
    conditions.check,
    sources.check,
    replies.check,
    reading.check,
    teaching.check,
)
"""The families that look at one scenario."""

OF_ALL: tuple[Callable[[Sequence[Brief], Sequence[Brief]], Iterator[Fault]], ...] = (library.check,)
"""The families that look at all files of a check together, and at those that come with the program."""
