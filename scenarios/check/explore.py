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
    from collections.abc import Iterable, Iterator, Sequence

MAX_MOVES = 50_000
"""A move is one reply in one state."""


MAX_KEPT = 32
"""Stories of one shape have the same states; those of the last shapes are kept."""
_kept: dict[object, Story] = {}


def explore(scenario: Scenario) -> Story:
    """Return every state that the story can be in. It may be shared, and is not to be changed."""
    shape = _shape(scenario)
    if shape not in _kept:
        if len(_kept) >= MAX_KEPT:
            del _kept[next(iter(_kept))]
        _kept[shape] = _Walk(scenario).story()
    return _kept[shape]


def _shape(scenario: Scenario) -> object:
    """Return all that the states depend on: everything but the texts."""
    moves = [
        (scene.id, reply.id, reply.alliance, reply.sets, reply.clears, reply.goes)
        for scene in scenario.scenes.values()
        for reply in scene.replies.values()
    ]
    others = [
        (scene.id, scene.otherwise.alliance, scene.otherwise.goes) for scene in scenario.scenes.values()
    ]
    return scenario.opening, tuple(scenario.endings), tuple(rows_of(scenario)), tuple(moves), tuple(others)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the conditions of a scenario ask for."""

    flags: frozenset[str]
    seen: frozenset[str]
    alliance: bool


def _together(asked: Sequence[Asked]) -> Asked:
    return Asked(
        frozenset().union(*(each.flags for each in asked)),
        frozenset().union(*(each.seen for each in asked)),
        any(each.alliance for each in asked),
    )


class _Row:
    """The conditions at one place of the file, and what they came to so far."""

    def __init__(self, path: Path, conditions: tuple[str, ...], story: Story) -> None:
        self.row = truths.Row(conditions)
        self._path, self._length, self._story = path, len(conditions), story
        self.is_plain = conditions == ("",)
        """True where one line or way stands there and is always taken: nothing can be wrong with that."""
        self._lines: dict[truths.Asked, list[int]] = {}

    def lines(self, world: World) -> list[int]:
        """Return which line or way can be taken in `world`, and keep what was found."""
        if self.is_plain:
            return [0]
        key = self.row.asked(world)
        if key not in self._lines:
            self._lines[key] = self._found(world)
        return self._lines[key]

    def _found(self, world: World) -> list[int]:
        found = self.row.truths(world)
        outcome = self.outcome
        taken = {truths.first_of(truth) for truth in found}
        outcome.held |= {at for truth in found for at, holds in enumerate(truth) if holds}
        outcome.can_fail |= None in taken
        lines = sorted(at for at in taken if at is not None)
        outcome.taken.update(lines)
        return lines

    @property
    def outcome(self) -> Outcome:
        """What the conditions came to; told of in the story from the first time on."""
        return self._story.rows.setdefault(self._path, Outcome(self._length))


@dataclass(frozen=True, slots=True)
class _Move:
    """One reply of a scene, with the rows that stand in it."""

    name: str
    reply: Reply | Otherwise
    told: tuple[_Row, ...]
    goes: _Row
    sets: frozenset[str]
    clears: frozenset[str]
    seen: frozenset[str]


class _Walk:
    """One walk through a story."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._story = Story(State(scenario.opening))
        self._rows = {path: _Row(path, each, self._story) for path, each in rows_of(scenario)}
        rows = [each.row for each in self._rows.values()]
        self._story.is_whole = all(row.is_whole for row in rows)
        self._asked = _together([Asked(row.flags, row.seen, row.asks_alliance) for row in rows])
        self._met = {scene.id: self._told(("scenes", scene.id)) for scene in scenario.scenes.values()}
        self._moves = {scene.id: self._moves_of(scene) for scene in scenario.scenes.values()}
        self._ends = {ending: self._told(("endings", ending)) for ending in scenario.endings}
        self._live = self._live_at()
        self._number = 0

    def _live_at(self) -> dict[str, Asked]:
        """Return for each scene what a condition can still ask for, there or later; the rest is forgotten."""
        live = {name: self._asked_at(name) for name in self._moves}
        changed = True
        while changed:
            changed = False
            for name, moves in self._moves.items():
                later = {way.to for move in moves for way in move.reply.goes} & live.keys()
                whole = _together([live[name], *(live[each] for each in later)])
                changed |= whole != live[name]
                live[name] = whole
        return live

    def _asked_at(self, scene: str) -> Asked:
        """Return what is asked for in a scene, in its replies and in the endings that they lead to."""
        moves = self._moves[scene]
        ends = {way.to for move in moves for way in move.reply.goes} & self._ends.keys()
        rows = [self._rows["scenes", scene, "replies"], *self._met[scene]]
        rows += [row for move in moves for row in (*move.told, move.goes)]
        rows += [row for ending in ends for row in self._ends[ending]]
        return _together([Asked(row.row.flags, row.row.seen, row.row.asks_alliance) for row in rows])

    def _told(self, here: Path) -> tuple[_Row, ...]:
        """Return the rows of lines that stand directly at a place and can differ."""
        paths = ((*here, key) for key in ("partner", "aside", "inner", "text"))
        rows = (self._rows[path] for path in paths if path in self._rows)
        return tuple(row for row in rows if not row.is_plain)

    def _moves_of(self, scene: Scene) -> tuple[_Move, ...]:
        """Return the replies of a scene, and last what is none of them."""
        here: Path = ("scenes", scene.id)
        parts: list[tuple[str, Reply | Otherwise, Path]] = [
            (reply.id, reply, (*here, "replies", reply.id)) for reply in scene.replies.values()
        ]
        parts.append((OTHERWISE, scene.otherwise, (*here, OTHERWISE)))
        return tuple(
            _Move(
                name,
                reply,
                self._told(path),
                self._rows[*path, "goes"],
                frozenset(reply.sets if isinstance(reply, Reply) else ()) & self._asked.flags,
                frozenset(reply.clears if isinstance(reply, Reply) else ()),
                frozenset((scene.id, f"{scene.id}.{name}")) & self._asked.seen,
            )
            for name, reply, path in parts
        )

    def story(self) -> Story:
        """Walk, and return the story."""
        waiting = [self._story.opening]
        while waiting:
            state = waiting.pop()
            if state in self._story.next:
                continue
            if self._number >= MAX_MOVES:
                self._story.is_whole = False
                break
            after = frozenset(self._after(state))
            self._story.next[state] = after
            waiting.extend(each for each in after if isinstance(each, State))
        return self._story

    def _after(self, state: State) -> Iterator[State | str]:
        """Yield what can follow a state."""
        world = state.world
        for row in self._met[state.scene]:
            row.lines(world)
        *replies, otherwise = self._moves[state.scene]
        for at in self._foreseen(state, world):
            yield from self._follow(state, replies[at])
        yield from self._follow(state, otherwise)

    def _foreseen(self, state: State, world: World) -> list[int]:
        """Return which replies can be foreseen in a state."""
        row = self._rows["scenes", state.scene, "replies"]
        found, outcome = row.row.truths(world), row.outcome
        can: set[int] = set()
        for truth in found:
            held = {at for at, holds in enumerate(truth) if holds}
            can |= held
            self._story.foreseen[state.scene].add(len(held))
        outcome.held |= can
        outcome.taken |= can
        for at in sorted(can):
            self._story.worlds.setdefault((state.scene, self._moves[state.scene][at].name), world)
        return sorted(can)

    def _follow(self, state: State, move: _Move) -> Iterator[State | str]:
        """Yield where one reply can lead."""
        self._number += 1
        world = self._world_after(state, move)
        for row in move.told:
            row.lines(world)
        for at in move.goes.lines(world) or [len(move.reply.goes) - 1]:
            to = move.reply.goes[at].to
            if to in self._ends:
                for row in self._ends[to]:
                    row.lines(world)
                yield to
            else:
                live = self._live[to]
                alliance = world.alliance if live.alliance else 0
                yield State(to, alliance, world.flags & live.flags, world.seen & live.seen)

    def _world_after(self, state: State, move: _Move) -> World:
        alliance = max(LEAST_ALLIANCE, min(MOST_ALLIANCE, state.alliance + move.reply.alliance))
        flags = (state.flags | move.sets) - move.clears
        return World(alliance if self._asked.alliance else 0, flags, {}, state.seen | move.seen)


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
