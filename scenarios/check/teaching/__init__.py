"""Checks of what a scenario teaches: whether the story rewards what helps, and can be read by everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check.teaching import consequences, danger, lengths, levels, options, sameness, stuffing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject
    from scenarios.faults import Fault

_KINDS = (
    options.check,
    stuffing.check,
    consequences.check,
    danger.check,
    levels.check,
    lengths.check,
    sameness.check,
)


def check(subject: Subject) -> Iterator[Fault]:
    """Yield where a story teaches what it should not, or says it too long, too hard or twice."""
    for each in _KINDS:
        yield from each(subject)
