"""Every text of a scenario that a player reads, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.names import OTHERWISE
from scenarios.tree import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.model import Coach, Line, Scenario, Scene

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One text that a player reads."""

    kind: str
    """What it is: `partner`, `aside`, `option` (a first saying), `coach` ..."""
    says: str
    path: Path
    row: Path
    """The list that it stands in; of lines that vary only one is ever said."""


def texts_of(scenario: Scenario) -> Iterator[Text]:
    """Yield every text in the order of the model; the marked responses are no texts for players."""
    yield from _one("title", scenario.title, ("title",))
    yield from _one("summary", scenario.summary, ("summary",))
    yield from _one("setting", scenario.setting, ("setting",))
    for flag, meaning in scenario.flags.items():
        yield from _one("flag", meaning, ("flags", flag))
    for scene in scenario.scenes.values():
        yield from _of_scene(scene, ("scenes", scene.id))
    for ending in scenario.endings.values():
        here: Path = ("endings", ending.id)
        yield from _one("title", ending.title, (*here, "title"))
        yield from _lines("ending", ending.text, (*here, "text"))
        yield from _one("lesson", ending.principle, (*here, "principle"))


def _of_scene(scene: Scene, here: Path) -> Iterator[Text]:
    yield from _lines("partner", scene.partner, (*here, "partner"))
    yield from _lines("aside", scene.aside, (*here, "aside"))
    yield from _lines("inner", scene.inner, (*here, "inner"))
    yield from _one("principle", scene.principle, (*here, "principle"))
    yield from _one("stem", scene.stem, (*here, "stem"))
    for reply in scene.replies.values():
        path = (*here, "replies", reply.id)
        for at, saying in enumerate(reply.says):
            kind = "saying" if at else "option"
            yield Text(kind, saying, (*path, "says", at), (*path, "says", at))
        yield from _reaction(reply.partner, reply.aside, reply.coach, path)
    otherwise = scene.otherwise
    yield from _reaction(otherwise.partner, otherwise.aside, otherwise.coach, (*here, OTHERWISE))
    for at, strong in enumerate(scene.strong):
        yield Text("strong", strong, (*here, "strong", at), (*here, "strong", at))
    yield from _one("weak", scene.weak, (*here, "weak"))


def _reaction(
    partner: tuple[Line, ...], aside: tuple[Line, ...], coach: Coach | None, path: Path
) -> Iterator[Text]:
    yield from _lines("partner", partner, (*path, "partner"))
    yield from _lines("aside", aside, (*path, "aside"))
    if coach:
        for key, says in (("principle", coach.principle), ("effect", coach.effect), ("try", coach.try_)):
            yield from _one("coach", says, (*path, "coach", key))


def _one(kind: str, says: str, path: Path) -> Iterator[Text]:
    if says:
        yield Text(kind, says, path, path)


def _lines(kind: str, lines: tuple[Line, ...], path: Path) -> Iterator[Text]:
    for at, line in enumerate(lines):
        yield Text(kind, line.says, (*path, at), path)
