"""The half-typed response, kept while it is typed, and not more often than is good for typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

EVERY = 0.15
"""Seconds between two savings."""


class Drafts:
    """Saves a draft a moment after it changed."""

    def __init__(self, after: Callable[[float, Callable[[], None]], Timer], save: Callable[[], None]) -> None:
        self._after = after
        """Calls something after some seconds, as `set_timer` does."""
        self._save = save
        self._timer: Timer | None = None
        self.is_held = False
        """True while the box holds words that must not be kept: those that stopped a scene."""

    def changed(self) -> None:
        """Tell that the words have changed."""
        if self._timer is None and not self.is_held:
            self._timer = self._after(EVERY, self._due)

    def _due(self) -> None:
        self._timer = None
        self._save()

    def stop(self) -> None:
        """Save nothing more of what was typed until now."""
        if self._timer:
            self._timer.stop()
        self._timer = None
