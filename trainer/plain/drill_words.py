"""The words that are commands in a drill, where they stand alone on a line."""

from __future__ import annotations

from trainer.plain.words import LONGEST

COMMANDS = {
    "hint": "gives help: first a way to begin, then an example",
    "skip": "takes another line instead of this one",
    "on": "goes on from the feedback",
    "why": "says why your words were read as they were",
    "meant": "says that the skill was there, where it was not seen",
    "again": "tries the same line again, as often as you like",
    "easy": "after a line: it was too easy, the next one is harder",
    "good": "after a line: it was good like this",
    "hard": "after a line: it was too hard, the next one is gentler",
    "look": "shows the present line again",
    "pause": "stops; what comes back on another day is kept",
    "help": "shows this list",
}
"""Every command with what it does."""
_OTHER_WORDS = {
    "go on": "on",
    "next": "on",
    "retry": "again",
    "try again": "again",
    "too easy": "easy",
    "too hard": "hard",
    "leave": "pause",
    "quit": "pause",
    "exit": "pause",
    "?": "help",
}


def command(text: str) -> str:
    """Return the command that a line is; empty where it is something to say."""
    if len(text) > LONGEST:
        return ""
    word = text.strip().casefold().removeprefix("/")
    word = _OTHER_WORDS.get(word, word)
    return word if word in COMMANDS else ""


def help_lines() -> list[str]:
    """Return what the commands are, in words for the player."""
    return [
        "Type what you say to the other person, and press Enter.",
        "For more lines, end each but the last with a backslash,",
        'or put a line of three quotation marks (""") before and after them.',
        "A command is a word alone on its line:",
        *(f"  {word}: {what}" for word, what in COMMANDS.items()),
        "To say one of these words to the other person, put a full stop after it.",
    ]
