"""Checks of how much a scene offers: replies, sayings, examples and marked responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.faults import Fault, quoted
from scenarios.finding import bare
from scenarios.names import OTHERWISE
from scenarios.tree import Items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject
    from scenarios.model import Scene

LEAST_REPLIES, MOST_REPLIES = 3, 5
LEAST_SAYINGS = 4
LEAST_MARKED = 6
STRONG = 2


def check(subject: Subject) -> Iterator[Fault]:
    """Yield what a scene offers too little or too much of, or offers twice."""
    for scene in subject.scenario.scenes.values():
        yield from _number_of_replies(subject, scene)
        for reply in scene.replies.values():
            here = ("scenes", scene.id, "replies", reply.id)
            if len(reply.says) < LEAST_SAYINGS:
                message = f"the reply {quoted(reply.id)} has {len(reply.says)} of {LEAST_SAYINGS} sayings"
                yield subject.key("warning", message, "add sayings in really different words", *here, "says")
            if not reply.shows:
                message = f"the reply {quoted(reply.id)} shows no label"
                yield subject.key("warning", message, "say what its sayings show", *here)
            yield from _written_in_brackets(subject, *here)
        yield from _same_sayings(subject, scene)
        yield from _examples(subject, scene)


def _number_of_replies(subject: Subject, scene: Scene) -> Iterator[Fault]:
    """Yield a fault where a player can meet too few or too many replies at one time."""
    numbers = subject.story.foreseen.get(scene.id) or {len(scene.replies)}
    for number in (min(numbers), max(numbers)):
        if 0 < number < LEAST_REPLIES or number > MOST_REPLIES:
            message = f"the scene {quoted(scene.id)} offers {number} replies at a time"
            mend = f"foresee {LEAST_REPLIES} to {MOST_REPLIES}"
            yield subject.key("warning", message, mend, "scenes", scene.id, "replies")
            return


def _written_in_brackets(subject: Subject, *path: str) -> Iterator[Fault]:
    """Yield a fault for sayings in `[...]`, where a comma parts one sentence into two."""
    says = subject.source.node(*path, "says")
    if isinstance(says, Items) and says.flow:
        message = "these sayings stand in [ ], where every comma begins a new one"
        yield subject.warning(message, "write one saying a line with -", *path, "says")


def _same_sayings(subject: Subject, scene: Scene) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for reply in scene.replies.values():
        for at, saying in enumerate(reply.says):
            other = first.setdefault(bare(saying), reply.id)
            path = ("scenes", scene.id, "replies", reply.id, "says", at)
            if other != reply.id:
                message = f"this saying is also one of the reply {quoted(other)}"
                yield subject.error(message, "leave it to one of the two", *path)
            elif any(bare(saying) == bare(each) for each in reply.says[:at]):
                yield subject.warning("this saying stands twice", "say it in other words", *path)


def _examples(subject: Subject, scene: Scene) -> Iterator[Fault]:
    here = ("scenes", scene.id)
    if len(scene.strong) != STRONG:
        message = f"the scene {quoted(scene.id)} has {len(scene.strong)} of {STRONG} strong examples"
        yield subject.key("warning", message, "write two under `strong`", *here, "strong")
    if not scene.weak:
        message = f"the scene {quoted(scene.id)} has no weak example"
        yield subject.key("warning", message, "write one under `weak`", *here)
    if not scene.calls_for:
        message = f"the scene {quoted(scene.id)} does not say what it calls for"
        yield subject.key("warning", message, "name one to three skills under `calls_for`", *here)
    if len(scene.marked) < LEAST_MARKED:
        message = f"the scene {quoted(scene.id)} has {len(scene.marked)} of {LEAST_MARKED} marked responses"
        mend = "type some as people would, with the reply that each must reach"
        yield subject.key("warning", message, mend, *here, "marked")
    sayings = {bare(saying) for reply in scene.replies.values() for saying in reply.says}
    for at, marked in enumerate(scene.marked):
        if marked.reply != OTHERWISE and bare(marked.text) in sayings:
            message = "this marked response is one of the sayings and tests nothing"
            yield subject.warning(message, "type it as somebody else would", *here, "marked", at)
