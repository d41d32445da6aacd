"""A condition as a tree, and the world that it is asked of."""

from __future__ import annotations

import operator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ALLIANCE = "alliance"
LEAST_ALLIANCE, MOST_ALLIANCE = -5, 5
AXES: Mapping[str, tuple[str, ...]] = {
    "client": ("honesty", "directness", "respect", "aggression", "withdrawal"),
    "therapist": ("ownership", "empathy", "curiosity", "openness", "defensiveness"),
}
"""The axes of the profile that a condition may ask for, for each role."""

SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt,
    "<": operator.lt,
}  # fmt: skip
"""The signs of comparisons and what they do."""


@dataclass(frozen=True, slots=True)
class World:
    """All that a condition can ask for."""

    alliance: int = 0
    """-5 to 5."""
    flags: frozenset[str] = frozenset()
    profile: Mapping[str, float] = field(default_factory=dict)
    """The axes of the profile so far, 0 to 1. An axis that is not known yet counts as 0.5."""
    seen: frozenset[str] = frozenset()
    """The ids of scenes passed, and `scene.reply` of replies chosen."""


@dataclass(frozen=True, slots=True)
class Flag:
    """The story remembers this flag."""

    name: str
    column: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """This scene was passed, or (as `scene.reply`) this reply was chosen."""

    name: str
    column: int = 0


@dataclass(frozen=True, slots=True)
class Compare:
    """The alliance, or an axis of the profile, against a number."""

    what: str
    sign: str
    number: float
    column: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Tree


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of the parts holds."""

    parts: tuple[Tree, ...]


Leaf = Flag | Seen | Compare
Tree = Leaf | Not | And | Or


def tree_holds(tree: Tree, world: World) -> bool:
    """Say whether a parsed condition holds."""
    match tree:
        case Flag(name):
            return name in world.flags
        case Seen(name):
            return name in world.seen
        case Compare(what, sign, number):
            value = world.alliance if what == ALLIANCE else world.profile.get(what, 0.5)
            return SIGNS[sign](value, number)
        case Not(part):
            return not tree_holds(part, world)
        case And(parts):
            return all(tree_holds(part, world) for part in parts)
        case Or(parts):
            return any(tree_holds(part, world) for part in parts)


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Yield every flag, scene, reply and comparison that a condition asks for, from left to right."""
    match tree:
        case Not(part):
            yield from leaves(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield tree
