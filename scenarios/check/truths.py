"""What a row of conditions can come to in a world whose profile is not known.

The profile depends on what a player types, so every profile is possible. All
profiles that make a difference are tried: the numbers that the conditions name,
and one between each two.
"""

from __future__ import annotations

from itertools import islice, pairwise, product
from typing import TYPE_CHECKING

from scenarios.condition_parser import parse
from scenarios.condition_tree import ALLIANCE, Compare, Flag, Leaf, Seen, World, leaves, tree_holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAX_PROFILES = 2000
"""The most profiles tried for one row; an honest scenario needs a dozen."""

Truths = frozenset[tuple[bool, ...]]
"""Each way in which the conditions of a row can hold and not hold together."""

Asked = tuple[int, frozenset[str], frozenset[str]]
"""What the conditions of a row ask for: the alliance, flags, and what was seen."""
NONE: frozenset[str] = frozenset()


class Row:
    """The conditions of lines, ways or replies that stand beside each other, in order."""

    def __init__(self, conditions: Iterable[str]) -> None:
        self._trees = [parse(each) if each else None for each in conditions]
        asked = [leaf for tree in self._trees if tree for leaf in leaves(tree)]
        self.flags = frozenset(leaf.name for leaf in asked if isinstance(leaf, Flag))
        self.seen = frozenset(leaf.name for leaf in asked if isinstance(leaf, Seen))
        self.asks_alliance = any(isinstance(leaf, Compare) and leaf.what == ALLIANCE for leaf in asked)
        self._profiles, self.is_whole = _profiles(asked)
        self._known: dict[Asked, Truths] = {}

    def truths(self, world: World) -> Truths:
        """Return each way in which the conditions can hold together in `world`, whatever the profile is."""
        key = self.asked(world)
        if key not in self._known:
            self._known[key] = self._tried(*key)
        return self._known[key]

    def asked(self, world: World) -> Asked:
        """Return what of `world` the conditions ask for; all else makes no difference to them."""
        return (
            world.alliance if self.asks_alliance else 0,
            world.flags & self.flags if self.flags else NONE,
            world.seen & self.seen if self.seen else NONE,
        )

    def _tried(self, alliance: int, flags: frozenset[str], seen: frozenset[str]) -> Truths:
        worlds = (World(alliance, flags, profile, seen) for profile in self._profiles)
        return frozenset(
            tuple(tree is None or tree_holds(tree, world) for tree in self._trees) for world in worlds
        )


def _profiles(asked: Iterable[Leaf]) -> tuple[tuple[Mapping[str, float], ...], bool]:
    """Return the profiles that make a difference, and whether these are all of them."""
    numbers: dict[str, set[float]] = {}
    for leaf in asked:
        if isinstance(leaf, Compare) and leaf.what != ALLIANCE:
            numbers.setdefault(leaf.what, {0.0, 1.0}).add(leaf.number)
    values = [_with_between(sorted(each)) for each in numbers.values()]
    count = 1
    for each in values:
        count *= len(each)
    made = (dict(zip(numbers, each, strict=True)) for each in product(*values))
    return tuple(islice(made, MAX_PROFILES)), count <= MAX_PROFILES


def _with_between(numbers: list[float]) -> list[float]:
    return sorted({*numbers, *((a + b) / 2 for a, b in pairwise(numbers))})


def first_of(truth: tuple[bool, ...]) -> int | None:
    """Return which line or way of a row is taken."""
    return next((at for at, holds in enumerate(truth) if holds), None)
