"""Whether the story repairs, and whether what does harm in it does harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check.explore import rows_of
from scenarios.condition_parser import parse
from scenarios.condition_tree import Seen, leaves
from scenarios.faults import quoted
from scenarios.labels import ALL_PITFALLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject
    from scenarios.faults import Fault
    from scenarios.model import Reply, Scenario, Scene


def check(subject: Subject) -> Iterator[Fault]:
    """Yield a fault where no path repairs, and one for each pitfall that never costs anything."""
    yield from _no_repair(subject)
    yield from _no_cost(subject)


def _no_repair(subject: Subject) -> Iterator[Fault]:
    endings = subject.scenario.endings
    if not any(endings[each].tone == "repaired" for each in subject.story.endings):
        message = "no path of this story repairs"
        mend = "let one lead to an ending with `tone: repaired`, however hard it is to find"
        yield subject.key("warning", message, mend, "endings")


def _no_cost(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at the first reply with a pitfall that has no consequence anywhere in the story."""
    first: dict[str, tuple[str, str]] = {}
    costly: set[str] = set()
    remembered = _remembered(subject.scenario)
    for scene in subject.scenario.scenes.values():
        for reply in scene.replies.values():
            pitfalls = ALL_PITFALLS & set(reply.shows)
            for pitfall in pitfalls:
                first.setdefault(pitfall, (scene.id, reply.id))
            if pitfalls and _has_consequence(scene, reply, remembered):
                costly |= pitfalls
    for pitfall, (where, name) in first.items():
        if pitfall not in costly:
            message = f"{quoted(pitfall)} is never met with a consequence"
            mend = (
                "let it lower the alliance, set a flag that comes due, or lead another way than a skill does"
            )
            yield subject.key("warning", message, mend, "scenes", where, "replies", name)


def _has_consequence(scene: Scene, reply: Reply, remembered: set[str]) -> bool:
    """Say whether a reply costs something: now, later, or by where it leads."""
    if reply.alliance < 0 or reply.sets or f"{scene.id}.{reply.id}" in remembered:
        return True
    skilled = [each for each in scene.replies.values() if not ALL_PITFALLS & set(each.shows)]
    return bool({way.to for way in reply.goes} - {way.to for each in skilled for way in each.goes})


def _remembered(scenario: Scenario) -> set[str]:
    """Return the replies that a condition asks for."""
    conditions = (each for _, row in rows_of(scenario) for each in row if each)
    asked = (leaf for each in conditions for leaf in leaves(parse(each)))
    return {leaf.name for leaf in asked if isinstance(leaf, Seen)}
