"""What a scene touches on, told before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.screens.question import Question

if TYPE_CHECKING:
    from scenarios.model import Scenario


class NotesScreen(Question):
    """Hands back `begin`, or another answer where the player would rather not."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__(
            f"Before you begin: {scenario.title}",
            (
                f"This scene touches on: {', '.join(scenario.content_notes)}.",
                "You can leave at any moment: Esc and then x, or type pause.",
            ),
            (("begin", "Begin"), ("home", "Choose another scene")),
        )
