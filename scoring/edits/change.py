"""A change to the player's words that has not been tried yet."""

from __future__ import annotations

from dataclasses import dataclass

BLANK = "\0"
"""Stands in a change where only the player knows the word."""
SHOWN_BLANK = "..."


@dataclass(frozen=True, slots=True)
class Change:
    """One way to change a response."""

    words: str
    """The whole response with the change made, `BLANK` where the player has to fill in."""
    says: str
    """What was changed and what it does, in one sentence."""
    label: str
    """The skill that it should add or the pitfall that it should take away."""
    shape: str
    """What kind of change it is; the same kind is not offered again and again."""
    filling: str = ""
    """A plain word or two for the blank, to try the change on the scorer."""

    @property
    def text(self) -> str:
        """The response as it is shown."""
        return self.words.replace(f"{BLANK}.", SHOWN_BLANK).replace(BLANK, SHOWN_BLANK)

    @property
    def tried(self) -> str:
        """The response as it is scored."""
        return self.words.replace(BLANK, self.filling)
