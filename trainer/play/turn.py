"""One turn of the talk: how a moment opens, and what a response leads to."""

from __future__ import annotations

from dataclasses import replace

from scenarios.condition import World, holds
from scenarios.lines import pick, pick_way
from scenarios.model import Line, Otherwise, Partner, Reply, Scenario, Way
from trainer.errors import PlayError
from trainer.play.events import OTHERWISE, Responded
from trainer.play.state import Attempt, Moment, Said
from trainer.play.world import bounded, world, world_after, world_before


def opened(
    scenario: Scenario, passed: tuple[Moment, ...], scene: str, alliance: int, flags: frozenset[str]
) -> Moment:
    """Meet a scene as it is after the moments before it."""
    if scene not in scenario.scenes:
        raise PlayError(f"There is no scene “{scene}” in “{scenario.title}”.")
    found = scenario.scenes[scene]
    now = world(scenario, passed, alliance, flags)
    lines = said(scenario.partner, found.aside, found.partner, now)
    return Moment(scene, lines, alliance, flags)


def said(partner: Partner, aside: tuple[Line, ...], lines: tuple[Line, ...], now: World) -> tuple[Said, ...]:
    """Return what is seen and what the partner says, of the lines that stand now."""
    seen, words = pick(aside, now), pick(lines, now)
    shown = []
    if words:
        shown.append(Said("partner", partner.name, words))
    if seen:
        shown.append(Said("aside", "", seen))
    return tuple(shown)


def attempted(
    scenario: Scenario,
    passed: tuple[Moment, ...],
    moment: Moment,
    response: Responded,
    reply: str,
    *,
    chosen: bool = False,
    contested: bool = False,
) -> Attempt:
    """Return what comes of `response`, taken for `reply`; conditions see the world that it made."""
    foreseen = foreseen_reply(scenario, moment, reply)
    change = bounded(moment.alliance + foreseen.alliance) - moment.alliance
    flags = moment.flags
    if isinstance(foreseen, Reply):
        flags = (flags | set(foreseen.sets)) - set(foreseen.clears)
    bare = Attempt(
        text=response.text,
        how=response.how,
        reading=response.reading,
        reply=reply,
        reaction=(),
        alliance=change,
        goes="",
        flags=flags,
        chosen=chosen,
        contested=contested,
    )
    after = world_after(scenario, passed, moment, bare)
    reaction = said(scenario.partner, foreseen.aside, foreseen.partner, after)
    return replace(bare, reaction=reaction, goes=way(scenario, foreseen.goes, after))


def foreseen_reply(scenario: Scenario, moment: Moment, reply: str) -> Reply | Otherwise:
    """Return the reply with this id, or what stands for all others."""
    scene = scenario.scenes[moment.scene]
    if reply == OTHERWISE:
        return scene.otherwise
    if reply not in scene.replies:
        raise PlayError(f"There is no reply “{reply}” at this moment.")
    return scene.replies[reply]


def way(scenario: Scenario, ways: tuple[Way, ...], now: World) -> str:
    """Return the first way that stands open, or the last one where none does."""
    if not ways:
        raise PlayError("The story does not say where it goes from here.")
    to = pick_way(ways, now)
    if to not in scenario.scenes and to not in scenario.endings:
        raise PlayError(f"The story leads to “{to}”, which it does not have.")
    return to


def open_replies(scenario: Scenario, passed: tuple[Moment, ...], moment: Moment) -> tuple[Reply, ...]:
    """Return the foreseen replies whose condition holds at this moment, as the author listed them."""
    now = world_before(scenario, passed, moment)
    replies = scenario.scenes[moment.scene].replies.values()
    return tuple(each for each in replies if holds(each.when, now))
