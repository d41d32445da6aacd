"""The words that are commands where they stand alone on a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

COMMANDS = {
    "pick": "shows what you could say; `pick 2` says the second",
    "hint": "gives help: first the idea, then a way to begin, then an example",
    "on": "goes on with the story",
    "again": "tries the same moment again, as often as you like",
    "back": "goes back one moment; `back 1` goes to the first",
    "debrief": "goes back to the look back on your ending, from a moment that you take again",
    "why": "tells why your words were read as they were, word by word",
    "meant": "if you were read wrongly: says what you meant; `meant 2` chooses",
    "draft": "says what you had half typed the last time",
    "look": "shows the present moment again",
    "transcript": "shows the talk so far; `transcript talk.md` writes it to a file",
    "chair": "plays the same minutes from the other chair, once the story is over",
    "plan": "keeps one sentence for your real session",
    "note": "keeps a line for your own journal",
    "pause": "stops for now; you can come back to this moment",
    "leave": "stops for good",
    "help": "shows this list",
}
"""Every command with what it does."""

LONGEST = 300
"""Characters; what is longer is no command."""
_NUMBERED = ("pick", "back", "meant")
_OTHER_WORDS = {
    "go on": "on",
    "next": "on",
    "retry": "again",
    "options": "pick",
    "i meant it": "meant",
    "quit": "pause",
    "exit": "pause",
    "?": "help",
}
_COMMAND = re.compile(r"/?([a-z? ]+?)(?:\s+#?(\d{1,3}))?")
_FILE = re.compile(r"/?transcript\s+(\S.*\.(?:md|txt))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it was typed."""

    word: str
    number: int | None = None
    file: str = ""


def command(text: str) -> Command | None:
    """Return the command that a line is, or None where it is something to say.

    A command stands alone on its line, without a full stop: `why` is a command, `why.` and `Why?` are said.
    """
    line = text.strip()
    if len(line) > LONGEST:
        return None
    if found := _FILE.fullmatch(line):
        return Command("transcript", file=found[1])
    typed = _COMMAND.fullmatch(line.casefold())
    if typed is None:
        return None
    word = _OTHER_WORDS.get(typed[1], typed[1])
    number = int(typed[2]) if typed[2] else None
    if word not in COMMANDS or (number is not None and word not in _NUMBERED):
        return None
    return Command(word, number)


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
