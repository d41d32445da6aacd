"""A scenario under check, with the file that it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from scenarios.check.explore import explore
from scenarios.faults import Fault, Severity

if TYPE_CHECKING:
    from scenarios.check.story import Story
    from scenarios.model import Scenario
    from scenarios.tree import Mark, Source, Step


@dataclass(frozen=True)
class Subject:
    """A scenario under check. Every family of checks takes one and yields faults."""

    scenario: Scenario
    source: Source

    @cached_property
    def story(self) -> Story:
        """Every state that the story can be in."""
        return explore(self.scenario)

    def error(self, message: str, mend: str, *path: Step) -> Fault:
        """Return an error about the value at `path`."""
        return self._fault("error", message, mend, self.source.place(*path))

    def warning(self, message: str, mend: str, *path: Step) -> Fault:
        """Return a warning about the value at `path`."""
        return self._fault("warning", message, mend, self.source.place(*path))

    def note(self, message: str, mend: str, *path: Step) -> Fault:
        """Return a note about the value at `path`."""
        return self._fault("note", message, mend, self.source.place(*path))

    def key(self, severity: Severity, message: str, mend: str, *path: Step) -> Fault:
        """Return a fault about the part that begins with the key at `path`."""
        return self._fault(severity, message, mend, self.source.key(*path))

    def inside(self, severity: Severity, message: str, mend: str, column: int, *path: Step) -> Fault:
        """Return a fault about one place in the text at `path`; `column` counts from 0."""
        return self._fault(severity, message, mend, self.source.inside(column, *path))

    def _fault(self, severity: Severity, message: str, mend: str, mark: Mark) -> Fault:
        return Fault(self.source.file, mark.line, mark.column, severity, message, mend)
