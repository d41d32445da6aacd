"""Checks of drills: what they name, their examples, and their marked responses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.advice import documents_by_id, rows_by_id
from scenarios.check.brief import texts_of_drill
from scenarios.check.claims import is_contrary, said, summed_up
from scenarios.check.reading import GOOD_SHARE, read
from scenarios.faults import Fault, Severity, did_you_mean, quoted
from scenarios.labels import SKILLS, labels_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scenarios.check.claims import Differing
    from scenarios.drill import Drill, DrillLine
    from scenarios.tree import Source, Step

EXAMPLES = 2
"""How many strong examples a line has."""
LEVELS = (1, 2, 3)
MOST_OF_WEAK = 3.5
"""A weak example that shows the skill and is rated from here on is not weak."""


@dataclass(frozen=True, slots=True)
class DrillSubject:
    """A drill under check, with the file that it was read from."""

    drill: Drill
    source: Source

    def fault(self, severity: Severity, message: str, mend: str, *path: Step) -> Fault:
        """Return a fault about the value at `path`."""
        mark = self.source.place(*path)
        return Fault(self.source.file, mark.line, mark.column, severity, message, mend)


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one marked response of a drill."""

    path: tuple[Step, ...]
    must: frozenset[str]
    found: frozenset[str]
    skill: str

    @property
    def is_right(self) -> bool:
        """True where the skill of the drill was read if it is there, and only then: feedback turns on it."""
        return (self.skill in self.must) == (self.skill in self.found)


def check(subject: DrillSubject) -> Iterator[Fault]:
    """Yield what is wrong with one drill."""
    yield from _names(subject)
    for at, line in enumerate(subject.drill.lines):
        yield from _labels(subject, line.calls_for, SKILLS[subject.drill.role], "lines", at, "calls_for")
        for number, sample in enumerate(line.marked):
            path = ("lines", at, "marked", number, "labels")
            yield from _labels(subject, sample.labels, labels_of(subject.drill.role), *path)
        yield from _examples(subject, line, at)
    yield from _marked(subject)
    yield from _twice(subject)


def tried(subject: DrillSubject) -> tuple[Tried, ...]:
    """Try every marked response of a drill."""
    drill = subject.drill
    return tuple(
        Tried(
            ("lines", at, "marked", number),
            frozenset(sample.labels),
            read(sample.text, drill.role, line.partner).labels,
            drill.skill,
        )
        for at, line in enumerate(drill.lines)
        for number, sample in enumerate(line.marked)
    )


def _names(subject: DrillSubject) -> Iterator[Fault]:
    drill = subject.drill
    yield from _labels(subject, [drill.skill], SKILLS[drill.role], "skill", is_list=False)
    for key, names, known, what in (
        ("practises_advice", drill.practises_advice, rows_by_id(), "advice row"),
        ("sources", drill.sources, documents_by_id(), "source document"),
    ):
        if not names:
            yield subject.fault("warning", f"`{key}` is empty", "say at least one", key)
        for at, name in enumerate(names):
            if name not in known:
                mend = did_you_mean(name, known) or "see `speakup sources`"
                yield subject.fault("error", f"there is no {what} {quoted(name)}", mend, key, at)
    for level in LEVELS:
        if not any(line.level == level for line in drill.lines):
            yield subject.fault("warning", f"no line has level {level}", "write a few", "lines")


def _labels(
    subject: DrillSubject, names: Iterable[str], known: Sequence[str], *path: Step, is_list: bool = True
) -> Iterator[Fault]:
    for at, name in enumerate(names):
        if name not in known:
            role = subject.drill.role
            what = "skill" if known == SKILLS[role] else "label"
            mend = did_you_mean(name, known) or f"the {role}'s are {', '.join(known)}"
            here = (*path, at) if is_list else path
            yield subject.fault("error", f"the {role}'s side has no {what} {quoted(name)}", mend, *here)


def _examples(subject: DrillSubject, line: DrillLine, at: int) -> Iterator[Fault]:
    """Yield what is wrong with the strong examples and the weak one."""
    drill = subject.drill
    if drill.skill not in SKILLS[drill.role]:
        return
    if len(set(line.strong)) != EXAMPLES:
        message = f"{len(set(line.strong))} strong examples stand here"
        yield subject.fault("warning", message, "write two that differ in kind", "lines", at, "strong")
    for number, text in enumerate(line.strong):
        verdict = read(text, drill.role, line.partner)
        path = ("lines", at, "strong", number)
        if verdict.crisis:
            yield subject.fault("error", "play would stop at these words", "say it in other words", *path)
        elif drill.skill not in verdict.labels:
            message = f"the scorer does not read {drill.skill} in this strong example"
            yield subject.fault("note", message, "look whether it shows the skill", *path)
    weak = read(line.weak, drill.role, line.partner)
    if drill.skill in weak.labels and weak.rating >= MOST_OF_WEAK:
        message = f"the scorer reads {drill.skill} in this weak example"
        yield subject.fault("note", message, "look whether it is weak", "lines", at, "weak")


def _marked(subject: DrillSubject) -> Iterator[Fault]:
    """Yield where the skill of the drill is missed or read in vain, and where other labels are read."""
    results = tried(subject)
    wrong = [each for each in results if not each.is_right]
    contrary = [each for each in results if each.is_right and is_contrary(each.must, each.found)]
    for misread in (wrong, contrary):
        severity: Severity = "note" if len(misread) <= (1 - GOOD_SHARE) * len(results) else "warning"
        for each in misread:
            yield _misread(subject, severity, each)
    for at, _ in enumerate(subject.drill.lines):
        yield from _other_labels(subject, [each for each in results if each.path[1] == at])


def _other_labels(subject: DrillSubject, results: Sequence[Tried]) -> Iterator[Fault]:
    """Yield where responses of one line are read rightly as to the skill, and otherwise as to the rest."""
    differing: list[Differing] = [
        (subject.source.place(*each.path).line, each.found)
        for each in results
        if each.is_right and each.must - each.found and not is_contrary(each.must, each.found)
    ]
    if differing:
        message = summed_up(differing, len(results), "marked responses", "their labels say")
        path = results[0].path[:3]
        yield subject.fault("note", message, "look whether the labels are right", *path)


def _misread(subject: DrillSubject, severity: Severity, tried: Tried) -> Fault:
    message = f"the scorer reads this as {said(tried.found)}, not {said(tried.must)}"
    return subject.fault(severity, message, "look whether the labels are right", *tried.path)


def _twice(subject: DrillSubject) -> Iterator[Fault]:
    """Yield a fault for each text that stands twice in the drill."""
    first: dict[str, int] = {}
    for _, text, path in texts_of_drill(subject.drill):
        line = subject.source.place(*path).line
        there = first.setdefault(" ".join(text.casefold().split()), line)
        if there != line:
            yield subject.fault("warning", f"this stands in line {there} too", "say it in other words", *path)
