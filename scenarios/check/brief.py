"""What a file is to the others: little enough to keep for a thousand of them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from scenarios.check.teaching.prose import sentences, words
from scenarios.check.teaching.texts import texts_of
from scenarios.faults import Fault, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scenarios.check.drills import DrillSubject
    from scenarios.check.subject import Subject
    from scenarios.drill import Drill
    from scenarios.faults import Severity
    from scenarios.tree import Mark, Source, Step

SHORT = 6
"""Words. A shorter sentence may stand in two files."""
SHORT_SAYING = 9
"""Words. What players say may be alike in two files where it is short."""
SAYINGS = frozenset(("option", "saying", "strong", "weak"))

Told = tuple[str, str, tuple["Step", ...]]
"""A text that a player reads: its kind, its words and its path."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, and where it stands."""

    key: str
    """Made of its words alone, so that capitals and punctuation make no difference."""
    quoted: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Brief:
    """What the checks of several files together look at."""

    kind: Literal["scenario", "drill"]
    id: str
    role: str
    file: str
    place: Mark
    """Where the id stands."""
    said: tuple[Said, ...]
    other_chair: str = ""
    other_chair_place: Mark | None = None
    moments: frozenset[str] = frozenset()

    def fault(self, severity: Severity, message: str, mend: str, mark: Mark | None = None) -> Fault:
        """Return a fault at a place in this file, or about the whole."""
        mark = mark or self.place
        return Fault(self.file, mark.line, mark.column, severity, message, mend)

    def has_beside_it(self, name: str) -> bool:
        """Say whether there is a file for a scenario of this name in the same folder."""
        return Path(self.file).with_name(f"{name}.yaml").exists()


def brief_of(subject: Subject) -> Brief:
    """Return what the others need to know of a scenario."""
    scenario, source = subject.scenario, subject.source
    texts = ((text.kind, text.says, text.path) for text in texts_of(scenario))
    return Brief(
        kind="scenario",
        id=scenario.id,
        role=scenario.role,
        file=source.file,
        place=source.place("scenario"),
        said=tuple(_said(texts, source)),
        other_chair=scenario.other_chair,
        other_chair_place=source.place("other_chair"),
        moments=frozenset(scene.moment for scene in scenario.scenes.values() if scene.moment),
    )


def brief_of_drill(subject: DrillSubject) -> Brief:
    """Return what the others need to know of a drill."""
    drill, source = subject.drill, subject.source
    said = tuple(_said(texts_of_drill(drill), source))
    return Brief("drill", drill.id, drill.role, source.file, source.place("drill"), said)


def texts_of_drill(drill: Drill) -> Iterator[Told]:
    """Yield each text of a drill that a player reads."""
    for at, line in enumerate(drill.lines):
        yield "moment", line.moment, ("lines", at, "moment")
        yield "partner", line.partner, ("lines", at, "partner")
        yield "stem", line.stem, ("lines", at, "stem")
        yield "weak", line.weak, ("lines", at, "weak")
        for number, text in enumerate(line.strong):
            yield "strong", text, ("lines", at, "strong", number)


def _said(texts: Iterable[Told], source: Source) -> Iterator[Said]:
    """Yield every sentence that must not stand in another file, once."""
    seen: set[str] = set()
    for kind, says, path in texts:
        short = SHORT_SAYING if kind in SAYINGS else SHORT
        for sentence in sentences(says):
            bare = words(sentence)
            key = blake2b(" ".join(bare).encode(), digest_size=9).hexdigest() if len(bare) >= short else ""
            if key and key not in seen:
                seen.add(key)
                yield Said(key, quoted(sentence), source.place(*path))
