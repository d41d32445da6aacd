"""Checks of the story's shape: what can be reached, and whether every way ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check.explore import MAX_MOVES
from scenarios.faults import Fault, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.story import State
    from scenarios.check.subject import Subject
    from scenarios.model import Reply, Scenario, Way


def check(subject: Subject) -> Iterator[Fault]:
    """Yield what is wrong with the shape of the story."""
    story = subject.story
    if not story.is_whole:
        message = f"the story has more than {MAX_MOVES:,} moves, and only these were looked at"
        yield subject.warning(message, "use fewer flags and conditions", "scenes")
    else:
        yield from _out_of_reach(subject)
    yield from _without_ending(subject)
    for scene in sorted(story.scenes):
        if 0 in story.foreseen[scene]:
            message = f"the scene {quoted(scene)} can open with no reply to pick"
            yield subject.key("error", message, "give it a reply without `when`", "scenes", scene)


def ways_from(scenario: Scenario, scene: str) -> Iterator[Way]:
    """Yield every way out of a scene, whatever its condition."""
    found = scenario.scenes[scene]
    parts: list[Reply] = list(found.replies.values())
    for part in parts:
        yield from part.goes
    yield from found.otherwise.goes


def _out_of_reach(subject: Subject) -> Iterator[Fault]:
    scenario, story = subject.scenario, subject.story
    named = {way.to for scene in scenario.scenes for way in ways_from(scenario, scene) if way.to != scene}
    parts = [("scene", "scenes", each) for each in scenario.scenes if each not in story.scenes]
    parts += [("ending", "endings", each) for each in scenario.endings if each not in story.endings]
    for what, where, name in parts:
        if name in named:
            message = f"the {what} {quoted(name)} cannot be reached by any way through the story"
            mend = "look at the conditions and scenes that lead to it"
        else:
            message = f"no reply goes to the {what} {quoted(name)}"
            mend = "let a reply go there, or delete it"
        yield subject.key("warning", message, mend, where, name)


def _without_ending(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each scene from which no ending can be reached, always or in some states."""
    story = subject.story
    before = story.before()
    lost = story.lost(before) if story.is_whole else frozenset()
    for scene in subject.scenario.scenes:
        states = [state for state in story.next if state.scene == scene]
        stuck = [state for state in states if state in lost]
        if stuck and len(stuck) == len(states):
            message = f"from the scene {quoted(scene)} no ending can be reached"
            yield subject.key("error", message, "let one of its ways lead on to an ending", "scenes", scene)
        elif first := next((each for each in stuck if _is_first(each, before, lost)), None):
            message = f"at the scene {quoted(scene)} the story can run in circles for ever ({_said(first)})"
            yield subject.key("error", message, "open a way out that needs no condition", "scenes", scene)


def _is_first(state: State, before: dict[State | str, list[State]], lost: frozenset[State]) -> bool:
    """Say whether the story gets lost in this state, and was not lost before."""
    return any(each not in lost for each in before.get(state, ()))


def _said(state: State) -> str:
    parts = [
        f"alliance {state.alliance}",
        *sorted(state.flags),
        *sorted(f"seen {each}" for each in state.seen),
    ]
    return ", ".join(parts)
