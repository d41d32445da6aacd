"""A value between 0 and 1 as a bar that can be read without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.widgets.plain_text import Piece

LENGTH = 10


def bar(value: float, *, is_good: bool = True) -> list[str | Piece]:
    """Return the pieces of a bar: full cells and empty ones."""
    full = max(0, min(LENGTH, round(value * LENGTH)))
    look = "$text-success" if is_good else "$text-warning"
    return [("█" * full, look), ("░" * (LENGTH - full), "$text-muted")]
