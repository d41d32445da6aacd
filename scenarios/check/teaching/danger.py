"""Whether an example of the file itself would stop the play, as words of danger do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check.reading import partner_says, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject
    from scenarios.faults import Fault
    from scenarios.model import Scene
    from scenarios.tree import Step


def check(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each example that is read as words of danger."""
    for scene in subject.scenario.scenes.values():
        for text, path in _examples(scene):
            if read(text, subject.scenario.role, partner_says(scene)).crisis:
                message = "the scorer takes this example for words of danger, and play would stop"
                yield subject.error(message, "say it in other words", "scenes", scene.id, *path)


def _examples(scene: Scene) -> Iterator[tuple[str, tuple[Step, ...]]]:
    for at, text in enumerate(scene.strong):
        yield text, ("strong", at)
    if scene.weak:
        yield scene.weak, ("weak",)
    for at, marked in enumerate(scene.marked):
        yield marked.text, ("marked", at)
