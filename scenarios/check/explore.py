"""Walks through every state of a story: scene, alliance, flags, and what was seen.

Only what some condition asks for is kept apart, so that an honest story has a few
hundred states. A story with more than `MAX_MOVES` moves is looked at in part and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.check import truths
from scenarios.check.story import Outcome, Path, State, Story
from scenarios.condition_tree import LEAST_ALLIANCE, MOST_ALLIANCE, World
from scenarios.model import Line, Otherwise, Reply, Scenario, Scene, Way
from scenarios.names import OTHERWISE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_MOVES = 50_000
"""A move is one reply in one state."""


def explore(scenario: Scenario) -> Story:
    """Return every state that the story can be in."""
    return _Walk(scenario).story()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the conditions of a scenario ask for."""

    flags: frozenset[str]
    seen: frozenset[str]
    alliance: bool


class _Walk:
    """One walk through a story."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._rows = {path: truths.Row(conditions) for path, conditions in rows_of(scenario)}
        rows = self._rows.values()
        self._asked = Asked(
            frozenset().union(*(row.flags for row in rows)),
            frozenset().union(*(row.seen for row in rows)),
            any(row.asks_alliance for row in rows),
        )
        self._moves = 0
        self._story = Story(State(scenario.opening), is_whole=all(row.is_whole for row in rows))

    def story(self) -> Story:
        """Walk, and return the story."""
        waiting = [self._story.opening]
        while waiting:
            state = waiting.pop()
            if state in self._story.next:
                continue
            if self._moves >= MAX_MOVES:
                self._story.is_whole = False
                break
            after = frozenset(self._after(state))
            self._story.next[state] = after
            waiting.extend(each for each in after if isinstance(each, State))
        return self._story

    def _after(self, state: State) -> Iterator[State | str]:
        """Yield what can follow a state."""
        scene = self._scenario.scenes[state.scene]
        here: Path = ("scenes", scene.id)
        for key in ("partner", "aside", "inner"):
            self._taken((*here, key), state.world)
        for reply in self._foreseen(scene, state):
            path = (*here, "replies", reply.id)
            yield from self._follow(state, reply.id, reply, path)
        yield from self._follow(state, OTHERWISE, scene.otherwise, (*here, OTHERWISE))

    def _foreseen(self, scene: Scene, state: State) -> list[Reply]:
        """Return the replies that can be foreseen in a state."""
        path = ("scenes", scene.id, "replies")
        found = self._rows[path].truths(state.world)
        outcome = self._outcome(path, len(scene.replies))
        for truth in found:
            held = {at for at, holds in enumerate(truth) if holds}
            outcome.held.update(held)
            outcome.taken.update(held)
            self._story.foreseen[scene.id].add(len(held))
        replies = [reply for at, reply in enumerate(scene.replies.values()) if any(t[at] for t in found)]
        for reply in replies:
            self._story.worlds.setdefault((scene.id, reply.id), state.world)
        return replies

    def _follow(self, state: State, name: str, reply: Reply | Otherwise, path: Path) -> Iterator[State | str]:
        """Yield where one reply can lead."""
        self._moves += 1
        world = self._world_after(state, name, reply)
        for key in ("partner", "aside"):
            self._taken((*path, key), world)
        for at in self._taken((*path, "goes"), world) or [len(reply.goes) - 1]:
            to = reply.goes[at].to
            if to in self._scenario.endings:
                self._taken(("endings", to, "text"), world)
                yield to
            else:
                yield State(to, world.alliance, world.flags, world.seen)

    def _world_after(self, state: State, name: str, reply: Reply | Otherwise) -> World:
        alliance = max(LEAST_ALLIANCE, min(MOST_ALLIANCE, state.alliance + reply.alliance))
        flags = state.flags
        if isinstance(reply, Reply):
            flags = ((flags | set(reply.sets)) - set(reply.clears)) & self._asked.flags
        seen = state.seen | ({state.scene, f"{state.scene}.{name}"} & self._asked.seen)
        return World(alliance if self._asked.alliance else 0, flags, {}, seen)

    def _taken(self, path: Path, world: World) -> list[int]:
        """Return which of a row can be taken in `world`, and keep what was found."""
        if path not in self._rows:
            return []
        found = self._rows[path].truths(world)
        outcome = self._outcome(path, len(next(iter(found))))
        taken = {truths.first_of(truth) for truth in found}
        outcome.held |= {at for truth in found for at, holds in enumerate(truth) if holds}
        outcome.can_fail |= None in taken
        lines = sorted(at for at in taken if at is not None)
        outcome.taken.update(lines)
        return lines

    def _outcome(self, path: Path, length: int) -> Outcome:
        return self._story.rows.setdefault(path, Outcome(length))


def rows_of(scenario: Scenario) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield every row of conditions of a scenario, with the path of the list that they stand in."""
    for scene in scenario.scenes.values():
        here: Path = ("scenes", scene.id)
        yield from _rows(here, scene.partner, scene.aside, scene.inner)
        yield (*here, "replies"), tuple(reply.when for reply in scene.replies.values())
        for reply in scene.replies.values():
            path = (*here, "replies", reply.id)
            yield from _rows(path, reply.partner, reply.aside)
            yield (*path, "goes"), _whens(reply.goes)
        path = (*here, OTHERWISE)
        yield from _rows(path, scene.otherwise.partner, scene.otherwise.aside)
        yield (*path, "goes"), _whens(scene.otherwise.goes)
    for ending in scenario.endings.values():
        yield ("endings", ending.id, "text"), _whens(ending.text)


def _rows(path: Path, *lists: tuple[Line, ...]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for key, lines in zip(("partner", "aside", "inner"), lists, strict=False):
        if lines:
            yield (*path, key), _whens(lines)


def _whens(parts: Iterable[Line | Way]) -> tuple[str, ...]:
    return tuple(part.when for part in parts)
