"""Words that may mean danger: the scene stops, and there is help to turn to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from trainer.crisis import CHOICES, TEXT, TITLE
from trainer.screens.question import Question

if TYPE_CHECKING:
    from textual.binding import BindingType


class CrisisScreen(Question):
    """Hands back how the player chose to go on. Esc leaves it open: the choice is the player's."""

    CSS_PATH = "crisis.tcss"
    does: ClassVar[tuple[str, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "nothing", show=False),
        Binding("x,alt+x", "leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(TITLE, TEXT, CHOICES)

    def action_nothing(self) -> None:
        """Stay."""

    def action_leave(self) -> None:
        """Leave at once."""
        self.dismiss("leave")
