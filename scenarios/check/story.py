"""Every state that a story can be in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from scenarios.condition_tree import World
from scenarios.tree import Step

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class State:
    """Where the story stands when a scene opens."""

    scene: str
    alliance: int = 0
    flags: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()

    @property
    def world(self) -> World:
        """The world in which the conditions of the scene are asked."""
        return World(self.alliance, self.flags, {}, self.seen)


@dataclass(slots=True)
class Outcome:
    """What the conditions at one place of the file came to, over all states."""

    length: int
    held: set[int] = field(default_factory=set)
    """Which of them can hold."""
    taken: set[int] = field(default_factory=set)
    """Which of them can be the first that holds."""
    can_fail: bool = False
    """True where it can be that none of them holds."""


@dataclass(slots=True)
class Story:
    """Every state that a story can be in, and what follows each."""

    opening: State
    next: dict[State, frozenset[State | str]] = field(default_factory=dict)
    """The states and endings that can follow a state."""
    rows: dict[Path, Outcome] = field(default_factory=dict)
    """What the conditions at each place came to; a line or way that stands alone has none and is left out."""
    foreseen: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """For each scene the numbers of replies that are foreseen at one time."""
    worlds: dict[tuple[str, str], World] = field(default_factory=dict)
    """For each scene and reply a world in which the reply is foreseen."""
    is_whole: bool = True
    """False where the story has more states than are looked at."""

    @property
    def scenes(self) -> frozenset[str]:
        """The scenes that can be reached."""
        return frozenset(state.scene for state in self.next)

    @property
    def endings(self) -> frozenset[str]:
        """The endings that can be reached."""
        return frozenset(each for after in self.next.values() for each in after if isinstance(each, str))

    def before(self) -> dict[State | str, list[State]]:
        """Return the states that can come before each state and ending."""
        before: dict[State | str, list[State]] = defaultdict(list)
        for state, after in self.next.items():
            for each in after:
                before[each].append(state)
        return before

    def lost(self, before: dict[State | str, list[State]]) -> frozenset[State]:
        """Return the states from which no ending can be reached."""
        waiting: list[State | str] = [each for each in before if isinstance(each, str)]
        good: set[State] = set()
        while waiting:
            for state in before.get(waiting.pop(), ()):
                if state not in good:
                    good.add(state)
                    waiting.append(state)
        return frozenset(self.next.keys() - good)
