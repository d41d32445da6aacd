"""What is said when words may mean danger. One place, used by every front end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.play.events import Halt

TITLE = "Let us stop here for a moment"

TEXT: tuple[str, ...] = (
    (
        "What you wrote could mean that you, or someone else, may be in danger. "
        "If that is so, you do not have to carry it alone."
    ),
    (
        "If there is danger now, call the emergency number of your country "
        "(112 in Europe, 911 in North America, 999 in the UK, 000 in Australia)."
    ),
    (
        "A crisis line can talk with you by phone or chat, at any hour and without your name. "
        "findahelpline.com lists them for most countries."
    ),
    "If you can, tell someone you trust, or your real therapist, today.",
    (
        "This program is no help line: nobody reads along, and nothing of what you just wrote "
        "was scored, kept or sent."
    ),
)

CHOICES: tuple[tuple[Halt, str], ...] = (
    ("leave", "Leave"),
    ("pause", "Pause, and come back later"),
    ("go on", "Go on with the scene; I am not in danger"),
)
