"""The keys of the play screen that need no name, and what its footer says of Enter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.play.view import View
    from trainer.widgets.key_bar import Key
    from trainer.widgets.picks import Picks

QUIET = (
    Binding("enter", "read_or_go", show=False),
    Binding("x", "leave_at_once", show=False, priority=True),
    Binding("alt+x", "leave", show=False, priority=True),
    Binding("pagedown", "read_on(1)", show=False, priority=True),
    Binding("pageup", "read_on(-1)", show=False, priority=True),
    Binding("space", "read_on(1)", show=False),
    Binding("down", "read_line(1)", show=False),
    Binding("up", "read_line(-1)", show=False),
)
"""Keys that no footer shows."""


def keys_of_list(keys: Sequence[Key], picks: Picks) -> list[Key]:
    """Return the keys while the list to pick from is open: Enter picks what is lit."""
    said = (
        {"shown": f"1-{picks.option_count}", "title": "Pick one"}
        if picks.highlighted is None
        else {"title": "Pick it"}
    )
    return [replace(each, **said) if each.name == "say" else each for each in keys]


def keys_of_moment(keys: Sequence[Key], shown: View, *, has_more: bool) -> list[Key]:
    """Return the keys of a moment: under feedback Enter reads on first, where there is more to read.

    After a moment that was taken again it leads back to the debrief, and going on has a letter.
    """
    if shown.phase != "feedback":
        return list(keys)
    if shown.is_retaken:
        keys = [replace(each, shown="Enter") for each in keys if each.name == "debrief"] + [
            replace(each, shown="G") if each.name == "on" else each for each in keys if each.name != "debrief"
        ]
    if not has_more:
        return list(keys)
    reads_on = {"title": "Read on", "name": "read_or_go"}
    return [replace(each, **reads_on) if each.shown == "Enter" else each for each in keys]
