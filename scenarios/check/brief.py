"""What a scenario is to the others: little enough to keep for a thousand of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.check.teaching.prose import sentences, words
from scenarios.check.teaching.texts import texts_of
from scenarios.faults import Fault, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject
    from scenarios.faults import Severity
    from scenarios.tree import Mark

SHORT = 6
"""Words. A shorter sentence may stand in two scenarios."""
SHORT_SAYING = 9
"""Words. What players say may be alike in two scenarios where it is short."""
SAYINGS = frozenset(("option", "saying", "strong", "weak"))


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, and where it stands."""

    bare: str
    """Its words alone, so that capitals and punctuation make no difference."""
    quoted: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Brief:
    """What the checks of several scenarios together look at."""

    id: str
    role: str
    file: str
    place: Mark
    """Where the id stands."""
    other_chair: str
    other_chair_place: Mark
    moments: frozenset[str]
    said: tuple[Said, ...]

    def fault(self, severity: Severity, message: str, mend: str, mark: Mark) -> Fault:
        """Return a fault at a place in this file."""
        return Fault(self.file, mark.line, mark.column, severity, message, mend)

    def has_beside_it(self, name: str) -> bool:
        """Say whether there is a file for a scenario of this name in the same folder."""
        return Path(self.file).with_name(f"{name}.yaml").exists()


def brief_of(subject: Subject) -> Brief:
    """Return what the other scenarios need to know of this one."""
    scenario, source = subject.scenario, subject.source
    return Brief(
        id=scenario.id,
        role=scenario.role,
        file=source.file,
        place=source.place("scenario"),
        other_chair=scenario.other_chair,
        other_chair_place=source.place("other_chair"),
        moments=frozenset(scene.moment for scene in scenario.scenes.values() if scene.moment),
        said=tuple(_said(subject)),
    )


def _said(subject: Subject) -> Iterator[Said]:
    """Yield every sentence that must not stand in another scenario, once."""
    seen: set[str] = set()
    for text in texts_of(subject.scenario):
        short = SHORT_SAYING if text.kind in SAYINGS else SHORT
        for sentence in sentences(text.says):
            bare = words(sentence)
            key = " ".join(bare)
            if len(bare) >= short and key not in seen:
                seen.add(key)
                yield Said(key, quoted(sentence), subject.source.place(*text.path))
