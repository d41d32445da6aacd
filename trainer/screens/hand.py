"""The hand that is still typing when the words were said already: its letters are no commands."""

from __future__ import annotations

import math
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.events import Key

REST = 1.0
"""Seconds without a letter until letters are commands again; who types with one finger needs most of it."""

STILL_TYPING = "Still typing? For a moment, letters do nothing. T tries again."
PAUSE_TYPED = "Enter leaves. Your place is kept."
_PAUSE = "pause"


class Hand:
    """Knows which keys may still belong to words that were said.

    From saying until the hand has rested, what would be text or say it belongs to them. Esc and the function
    keys are never text: they work at once, and after them letters do, too.
    """

    def __init__(self) -> None:
        self._until = 0.0
        """When the hand will have rested, on the clock that only goes forward."""
        self._word = ""
        """The letters that were typed last where there is no box for them, at most one more than `pause`."""

    def said(self) -> None:
        """Words were said; how long it takes to read them is not known yet."""
        self._until = math.inf

    def heard(self) -> None:
        """What came of them is on the screen; what was picked from a list was not typed."""
        if self._until == math.inf:
            self.begins()

    def wants_pause(self, key: Key) -> bool:
        """Say whether a key ends the word `pause`, typed where there is no box for it."""
        is_end = self.has_typed_pause and key.key in ("enter", "ctrl+j")
        letter = (key.character or "") if key.is_printable else ""
        self._word = f"{self._word}{letter.casefold()}"[-len(_PAUSE) - 1 :] if letter else ""
        return is_end

    def begins_a_word(self) -> None:
        """Take what is typed from here on for a word of its own; the letter before was a command."""
        self._word = ""

    @property
    def has_typed_pause(self) -> bool:
        """Whether the word `pause` stands alone, and Enter would leave."""
        return self._word == _PAUSE

    def begins(self) -> None:
        """Words may be on their way: until the hand has rested, what is typed belongs to them."""
        self._until = monotonic() + REST

    def is_typing(self, key: Key) -> bool:
        """Say whether a key still belongs to those words."""
        if key.key == "escape" or (key.key[:1] == "f" and key.key[1:].isdecimal()):
            self._until = 0.0
        is_text = key.is_printable or key.key in ("enter", "ctrl+j")
        if not is_text or monotonic() >= self._until:
            return False
        self._until = max(self._until, monotonic() + REST)
        return True
