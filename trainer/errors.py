"""The errors that the trainer tells a person: its branch of the tree that `scoring.errors` begins.

Trouble                     told in one clear line; never a traceback
├── PlayError               an event does not fit the moment; nothing has changed
├── RecordError             a stored event cannot be read
├── StoreTrouble            the data folder cannot be used as it is; play goes on without saving
│   ├── NewerStore          the data was written by a newer version of the program
│   └── ElsewhereOpen       the same session goes on in another window
└── WrongUse                the command was called in a way that cannot work; exit status 2
"""

from __future__ import annotations

from scoring.errors import SpeakupError


class Trouble(SpeakupError):  # noqa: N818 - the root of the branch, in a word that people know
    """Something went wrong that a person can be told in one line."""


class PlayError(Trouble):
    """An event that does not fit the moment of the session. The state before it still stands."""


class RecordError(Trouble):
    """A record that is no event of this program, or a broken one."""


class StoreTrouble(Trouble):
    """The data folder or the database in it cannot be used as it is."""


class NewerStore(StoreTrouble):
    """The database was written by a newer version of the program; it is left alone."""


class ElsewhereOpen(StoreTrouble):
    """The session has gone on in another window since it was read here."""


class WrongUse(Trouble):
    """The command line was used in a way that cannot work."""
