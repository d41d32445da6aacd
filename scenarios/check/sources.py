"""Checks of what a scenario names from outside: labels, advice rows and source documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.advice import documents_by_id, rows_by_id
from scenarios.faults import Fault, did_you_mean, quoted
from scenarios.labels import PITFALLS, SKILLS, labels_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scenarios.check.subject import Subject
    from scenarios.model import Role
    from scenarios.tree import Step


def check(subject: Subject) -> Iterator[Fault]:
    """Yield every name that the codebook, the advice table or the documents do not have."""
    scenario = subject.scenario
    yield from _skills(subject, scenario.practises, "practises")
    yield from _known(subject, scenario.practises_advice, rows_by_id(), "advice row", "practises_advice")
    yield from _known(subject, scenario.sources, documents_by_id(), "source document", "sources")
    for key in ("practises", "practises_advice", "sources"):
        if not getattr(scenario, key):
            yield subject.key("warning", f"`{key}` is empty", "say at least one", key)
    for scene in scenario.scenes.values():
        here: tuple[Step, ...] = ("scenes", scene.id)
        yield from _skills(subject, scene.calls_for, *here, "calls_for")
        for reply in scene.replies.values():
            yield from _labels(subject, reply.shows, *here, "replies", reply.id, "shows")
        for at, marked in enumerate(scene.marked):
            yield from _labels(subject, marked.labels, *here, "marked", at, "labels")


def _known(
    subject: Subject, names: Iterable[str], known: Iterable[str], what: str, *path: Step
) -> Iterator[Fault]:
    for at, name in enumerate(names):
        if name not in known:
            mend = did_you_mean(name, known) or "see `speakup sources`"
            yield subject.error(f"there is no {what} {quoted(name)}", mend, *path, at)


def _skills(subject: Subject, names: Iterable[str], *path: Step) -> Iterator[Fault]:
    """Yield a fault for each name that is no skill of the role."""
    role = subject.scenario.role
    for at, name in enumerate(names):
        if name in PITFALLS[role]:
            mend = f"name a skill: {', '.join(SKILLS[role])}"
            yield subject.error(f"{quoted(name)} is a pitfall, and this asks for skills", mend, *path, at)
        else:
            yield from _labels(subject, [name], *path, first=at)


def _labels(subject: Subject, names: Iterable[str], *path: Step, first: int = 0) -> Iterator[Fault]:
    """Yield a fault for each name that is no label of the role."""
    role = subject.scenario.role
    other: Role = "therapist" if role == "client" else "client"
    for at, name in enumerate(names, first):
        if name in labels_of(other):
            mend = f"the {role}'s are {', '.join(labels_of(role))}"
            yield subject.error(f"{quoted(name)} is a label of the {other}'s side", mend, *path, at)
        elif name not in labels_of(role):
            mend = did_you_mean(name, labels_of(role)) or f"the {role}'s are {', '.join(labels_of(role))}"
            yield subject.error(f"there is no label {quoted(name)}", mend, *path, at)
