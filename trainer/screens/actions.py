"""Every action a person can take, defined once: from here come keys, footer, menu, palette and help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do. A screen that offers it has a method `action_NAME`."""

    name: str
    title: str
    """Two or three words: for the footer, the menu and the palette."""
    says: str
    """One sentence: for the palette and the help."""
    keys: tuple[str, ...] = ()
    """Keys that work everywhere on the screen, also while typing; the first one is shown."""
    letter: str = ""
    """A plain letter that works where no text box has the focus, and in the menu."""
    is_shown: bool = False
    """Whether the footer shows it."""

    def key(self, *, is_typing: bool = False) -> str:
        """Return the key to show, as a person reads it on the keyboard; while typing, letters are text."""
        if self.letter and not is_typing and "enter" not in self.keys:
            return self.letter.upper()
        return readable(self.keys[0]) if self.keys else ""


_ALL = (
    Action("help", "Help", "What this screen is for, and all its keys.", ("f1",), is_shown=True),
    Action("begin", "Begin", "Begin the chosen scene.", ("enter",), is_shown=True),
    Action(
        "carry_on",
        "Continue",
        "Go on where you stopped, half-typed words included.",
        ("f2",),
        is_shown=True,
    ),
    Action("find", "Search", "Find a scene by a word in its title, its subject or its skills.", ("f3",), "/"),
    Action(
        "settings",
        "Settings",
        "Choose the look, and subjects to leave out.",
        ("f9",),
        is_shown=True,
    ),
    Action("palette", "Commands", "All that can be done here, to search in.", ("ctrl+p",), is_shown=True),
    Action("quit", "Quit", "Close the program. What you did is kept.", ("ctrl+q",), is_shown=True),
    Action("close", "Close", "Close this and go back.", ("escape",), is_shown=True),
    Action("menu", "Menu", "All that can be done here, a letter each.", ("escape",), is_shown=True),
    Action("say", "Say it", "Say what is in the box.", ("enter",), is_shown=True),
    Action("new_line", "New line", "Begin a new line in the box.", ("ctrl+n",), is_shown=True),
    Action("hint", "Hint", "The idea, then a way to begin, then an example.", ("f2",), "h", is_shown=True),
    Action("options", "Options", "Pick from a list, instead of typing.", ("f3",), "o", is_shown=True),
    Action("on", "Go on", "Go on with the story.", ("enter",), "g", is_shown=True),
    Action("again", "Try again", "Say it another way. It costs nothing.", ("f5",), "t", is_shown=True),
    Action("why", "Why", "Why it was read like this, word by word.", ("f4",), "w", is_shown=True),
    Action("meant", "I meant it", "It was read wrongly: say what you meant.", ("f6",), "m", is_shown=True),
    Action("back", "Step back", "Take it up again from an earlier moment.", ("f8",), "b"),
    Action("debrief", "Debrief", "Back to the debrief of your ending.", ("f10",), "d", is_shown=True),
    Action("transcript", "Transcript", "Read, copy or save the talk so far.", ("f7",), "r"),
    Action("leave", "Leave", "Leave at once. Your place and your words are kept.", (), "x"),
    Action("skip", "Another", "Take another line instead of this one.", ("f6",), "k"),
    Action("stop", "Leave", "Leave at once. What comes back on another day is kept.", (), "x"),
    Action("too_easy", "Too easy", "Give me a harder one.", (), "1", is_shown=True),
    Action("good", "Good", "Stay on this level.", (), "2", is_shown=True),
    Action("too_hard", "Too hard", "Give me a gentler one.", (), "3", is_shown=True),
    Action("copy", "Copy", "Copy the text.", ("f2",), "c", is_shown=True),
    Action("export", "Save", "Save the text as a Markdown file.", ("f3",), "s", is_shown=True),
    Action("save", "Keep it", "Keep your sentence with this session.", ("f2",), is_shown=True),
    Action("replay", "Replay it", "Take the hardest moment again.", ("f5",), "p", is_shown=True),
    Action("other_chair", "Other chair", "Play the same minutes from the other chair.", ("f6",), "o"),
    Action("two_chairs", "Two chairs", "Both inner voices, moment by moment.", ("f4",), "c"),
    Action("home", "Home", "Back to the list of scenes.", ("escape",), is_shown=True),
)
ACTIONS = {each.name: each for each in _ALL}


def bindings(names: Iterable[str]) -> list[Binding]:
    """Return the keys of these actions, for the `BINDINGS` of a screen."""
    return [binding for name in names for binding in _bindings(ACTIONS[name])]


def _bindings(action: Action) -> Iterable[Binding]:
    for key in action.keys:
        if key == "enter":
            continue  # a screen says itself what Enter does where no widget has the focus
        is_strong = key.startswith("f") and len(key) > 1
        yield Binding(key, action.name, action.title, show=False, tooltip=action.says, priority=is_strong)
    if action.letter:
        key = _NAMES.get(action.letter, action.letter)
        yield Binding(key, action.name, action.title, show=False, tooltip=action.says)


_NAMES = {"/": "slash"}
_READABLE = {"escape": "Esc", "enter": "Enter", "ctrl+n": "Ctrl+N", "ctrl+q": "Ctrl+Q", "ctrl+p": "Ctrl+P"}


def readable(key: str) -> str:
    """Return a key as a person reads it on the keyboard."""
    return _READABLE.get(key) or (key.upper() if len(key) > 1 else key)
