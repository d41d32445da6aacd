"""Whether somebody who only lists key words can reach a good ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check.reading import partner_says, read
from scenarios.condition_tree import LEAST_ALLIANCE, MOST_ALLIANCE, World
from scenarios.faults import quoted
from scenarios.finding import find_reply
from scenarios.lines import pick_way
from scenarios.model import Reply
from scenarios.names import OTHERWISE
from scenarios.players.book import stuffed
from scoring.profile import profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.subject import Subject
    from scenarios.faults import Fault
    from scenarios.model import Otherwise, Scenario, Scene
    from scoring.verdict import Verdict

MOST_MOMENTS = 40
"""A story that has not ended after so many moments goes round."""
GOOD = frozenset(("repaired",))


def check(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each good ending that a list of key words reaches, said again at every moment."""
    scenario = subject.scenario
    reached: dict[str, str] = {}
    for text in stuffed(scenario.role):
        reached.setdefault(_ending(scenario, text), text)
    for ending, text in reached.items():
        if ending in scenario.endings and scenario.endings[ending].tone in GOOD:
            message = (
                f"somebody who only lists key words ({quoted(text)}) reaches the ending {quoted(ending)}"
            )
            mend = "let the way to it ask for more: a flag that a reply sets, or what was said before"
            yield subject.key("warning", message, mend, "endings", ending)


def _ending(scenario: Scenario, text: str) -> str:
    """Return the ending that a text leads to; nothing where the story goes round."""
    scene, world = scenario.scenes[scenario.opening], World()
    for _ in range(MOST_MOMENTS):
        verdict = read(text, scenario.role, partner_says(scene))
        if verdict.crisis:
            return ""
        world, to = _answered(scene, world, verdict)
        if to not in scenario.scenes:
            return to
        scene = scenario.scenes[to]
    return ""


def _answered(scene: Scene, world: World, verdict: Verdict) -> tuple[World, str]:
    """Return the world after one answer, and where it leads; what is not understood is `otherwise`."""
    found = find_reply(scene, world, verdict, partner_says(scene))
    name = found.reply or OTHERWISE
    reply: Reply | Otherwise = scene.replies[name] if found.reply else scene.otherwise
    flags = world.flags
    if isinstance(reply, Reply):
        flags = (flags | set(reply.sets)) - set(reply.clears)
    after = World(
        max(LEAST_ALLIANCE, min(MOST_ALLIANCE, world.alliance + reply.alliance)),
        flags,
        profile([verdict], verdict.role),
        world.seen | {scene.id, f"{scene.id}.{name}"},
    )
    return after, pick_way(reply.goes, after)
