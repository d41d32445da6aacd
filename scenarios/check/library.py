"""Checks of several scenarios together: one id for each, and chairs that face each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.faults import Fault, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scenarios.check.subject import Subject


def check(subjects: Sequence[Subject]) -> Iterator[Fault]:
    """Yield what is wrong between the scenarios."""
    by_id: dict[str, Subject] = {}
    for subject in subjects:
        first = by_id.setdefault(subject.scenario.id, subject)
        if first is not subject:
            message = f"there is a scenario {quoted(subject.scenario.id)} already, in {first.source.file}"
            yield subject.error(message, "give this one another id", "scenario")
    for subject in subjects:
        yield from _other_chair(subject, by_id)


def _other_chair(subject: Subject, by_id: dict[str, Subject]) -> Iterator[Fault]:
    scenario = subject.scenario
    name = scenario.other_chair
    if not name:
        return
    other = by_id.get(name)
    if other is None:
        if not Path(subject.source.file).with_name(f"{name}.yaml").exists():
            message = f"there is no scenario {quoted(name)} beside this one"
            yield subject.warning(message, "write its id, or delete the line", "other_chair")
    elif other.scenario.other_chair != scenario.id or other.scenario.role == scenario.role:
        message = f"{quoted(name)} is not told from the other chair of this scenario"
        yield subject.warning(message, "let both name each other, with different roles", "other_chair")
    elif not _moments(subject) & _moments(other):
        message = f"no scene shares a `moment` with {quoted(name)}"
        yield subject.warning(message, "give the same minutes the same `moment` in both", "other_chair")


def _moments(subject: Subject) -> set[str]:
    return {scene.moment for scene in subject.scenario.scenes.values() if scene.moment}
