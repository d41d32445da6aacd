"""The conditions of a story: `alliance >= 2 and not swallowed`, `chose told.name-it`, `honesty < 0.4`."""

from __future__ import annotations

from scenarios.condition_parser import parse
from scenarios.condition_tree import World, tree_holds

__all__ = ["World", "holds"]


def holds(condition: str, world: World) -> bool:
    """Say whether the condition holds; an empty one always does."""
    return not condition.strip() or tree_holds(parse(condition), world)
