"""What a player can write down beside the talk: a plan, a note, the transcript in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.errors import PlayError
from trainer.play.transcript import markdown, plain

if TYPE_CHECKING:
    from trainer.plain.lines import Lines
    from trainer.play.chairs import TwoChairs
    from trainer.play.state import State
    from trainer.session import Session

Tell = Callable[[str], None]


def write_plan(session: Session, lines: Lines, tell: Tell) -> None:
    """Ask for an if-then sentence and keep it."""
    tell("One sentence for your real session. First: when does it get hard?")
    tell("For example: When I want to say that all is fine")
    when = (lines.next("When: ") or "").strip()
    tell("And then, what will you do or say?" if when else "No plan was kept.")
    if not when:
        return
    then = (lines.next("Then: ") or "").strip()
    if not then:
        tell("No plan was kept.")
    elif session.plan(when, then).phase != "halted":
        tell(f"Kept: {when}, {then}")


def write_note(session: Session, lines: Lines, tell: Tell) -> None:
    """Ask for a line for the journal and keep it."""
    tell("A line for your journal:")
    text = (lines.next("Note: ") or "").strip()
    if not text:
        tell("No note was kept.")
    elif session.note(text).phase != "halted":
        tell("Kept.")


def write_transcript(state: State, file: str, tell: Tell, chairs: TwoChairs | None = None) -> None:
    """Tell the talk so far, or write it to a new file as Markdown."""
    if not file:
        tell(plain(state, chairs).rstrip("\n"))
        return
    try:
        with Path(file).expanduser().open("x", encoding="utf-8") as target:
            target.write(markdown(state, chairs))
    except FileExistsError:
        raise PlayError(f"{file} is there already; choose another name.") from None
    except (OSError, ValueError, RuntimeError) as fault:
        raise PlayError(f"{file} cannot be written ({getattr(fault, 'strerror', None) or fault}).") from None
    tell(f"Written to {file}.")
