"""A drill as a value: one skill, and lines to practise it on.

The loader (`scenarios.drill_load`) makes these from YAML. Nothing in them changes.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.model import Role  # noqa: TC001 - the loader resolves the types at run time


@dataclass(frozen=True, slots=True)
class Sample:
    """A typed response with the labels that it must get: a test of its line."""

    text: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrillLine:
    """One moment: what the partner says, and what helps to answer it."""

    id: str
    level: int
    """1 (kind and plain) to 3 (an attack, a silence, a wish that cannot be granted)."""
    moment: str
    """Where this happens, in one or two sentences."""
    partner: str
    """What the partner says."""
    strong: tuple[str, ...]
    """Two strong examples of different kinds, to compare with; the second hint shows the first."""
    weak: str
    """One weak example to compare with."""
    stem: str
    """The beginning of a sentence; the first hint."""
    calls_for: tuple[str, ...] = ()
    """The skills that this line asks for, most important first; the skill of the drill where none is said."""
    marked: tuple[Sample, ...] = ()


@dataclass(frozen=True, slots=True)
class Drill:
    """Lines of many partners, all for one skill."""

    id: str
    title: str
    role: Role
    """Whom the player plays."""
    skill: str
    """The label of the codebook that it practises."""
    summary: str
    """One sentence for the list."""
    practises_advice: tuple[str, ...]
    """Rows of the advice table, such as `D4`."""
    sources: tuple[str, ...]
    """Source documents, such as `doc-003`."""
    lines: tuple[DrillLine, ...]

    def line(self, id: str) -> DrillLine:  # noqa: A002 - the field's own word
        """Return the line with this id. Raise `KeyError` where there is none."""
        for each in self.lines:
            if each.id == id:
                return each
        raise KeyError(id)

    def calls_for(self, line: DrillLine) -> tuple[str, ...]:
        """Return the skills that a line asks for: always that of the drill, most important first."""
        return line.calls_for if self.skill in line.calls_for else (self.skill, *line.calls_for)
