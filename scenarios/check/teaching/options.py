"""Whether the best option can be told by its length, without reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.labels import ALL_PITFALLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject
    from scenarios.faults import Fault
    from scenarios.model import Reply, Scene

FEW_SCENES = 3
"""In a story with fewer scenes it can be chance."""
TOO_OFTEN = 0.75
"""From this share of the scenes on a player learns to pick the longest."""


def check(subject: Subject) -> Iterator[Fault]:
    """Yield a fault where the longest option is nearly always the best one."""
    scenes = list(subject.scenario.scenes.values())
    giving_away = [scene for scene in scenes if _longest(scene).id in _best(scene)]
    if len(scenes) < FEW_SCENES or len(giving_away) < TOO_OFTEN * len(scenes):
        return
    scene = giving_away[0]
    message = f"the longest option is the best one in {len(giving_away)} of {len(scenes)} scenes"
    mend = "let a short saying stand first in some of the best replies, or a long one in the poor ones"
    yield subject.warning(message, mend, "scenes", scene.id, "replies", _longest(scene).id, "says", 0)


def _longest(scene: Scene) -> Reply:
    """Return the reply whose option, its first saying, is longest."""
    return max(scene.replies.values(), key=lambda reply: len(reply.says[0]))


def _best(scene: Scene) -> set[str]:
    """Return the replies that the story rewards most."""
    worth = {reply.id: _worth(reply, scene) for reply in scene.replies.values()}
    return {name for name, each in worth.items() if each == max(worth.values())}


def _worth(reply: Reply, scene: Scene) -> tuple[int, int, int]:
    shows = set(reply.shows)
    return reply.alliance, -len(shows & ALL_PITFALLS), len(shows & set(scene.calls_for))
