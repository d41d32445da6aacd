"""What conditions can ask about: the relationship, the flags, the profile and the way so far."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scenarios.condition import World
from scoring.profile import profile
from scoring.verdict import Finding
from trainer.play.state import Attempt, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scenarios.model import Scenario
    from scoring.verdict import Verdict

LOWEST, HIGHEST = -5, 5


def bounded(alliance: int) -> int:
    """Keep the state of the relationship between -5 and 5."""
    return max(LOWEST, min(HIGHEST, alliance))


def verdicts(scenario: Scenario, moments: Iterable[Moment]) -> tuple[Verdict, ...]:
    """Return the verdicts on the attempts that the path follows."""
    kept = (counted(scenario, moment, moment.last) for moment in moments if moment.last)
    return tuple(each for each in kept if each)


def counted(scenario: Scenario, moment: Moment, attempt: Attempt) -> Verdict | None:
    """Return what an attempt counts for: what was read, or what the player says that they meant.

    None where they meant something that nobody foresaw.
    """
    read = attempt.reading.verdict(attempt.text, scenario.role)
    if not attempt.contested:
        return read
    reply = scenario.scenes[moment.scene].replies.get(attempt.reply)
    if reply is None:
        return None
    return replace(read, findings=tuple(Finding(each, 1.0, (), "") for each in reply.shows), understood=True)


def world(scenario: Scenario, path: tuple[Moment, ...], alliance: int, flags: frozenset[str]) -> World:
    """Return the world after the moments of `path`."""
    said = verdicts(scenario, path)
    return World(
        alliance=alliance,
        flags=flags,
        profile=profile(said, scenario.role) if said else {},
        seen=frozenset(name for moment in path for name in moment.seen),
    )


def world_before(scenario: Scenario, passed: tuple[Moment, ...], moment: Moment) -> World:
    """Return the world in which the present moment stands, before it is answered."""
    return world(scenario, passed, moment.alliance, moment.flags)


def world_after(scenario: Scenario, passed: tuple[Moment, ...], moment: Moment, attempt: Attempt) -> World:
    """Return the world that an attempt at the present moment leads to."""
    met = Moment(moment.scene, moment.lines, moment.alliance, moment.flags, (attempt,))
    return world(scenario, (*passed, met), moment.alliance + attempt.alliance, attempt.flags)
