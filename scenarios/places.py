"""Where the program keeps what is the user's own. `SPEAKUP_HOME` puts all of it into one folder."""

from __future__ import annotations

import os
from pathlib import Path

BUILT_IN = Path(__file__).parent / "library"
"""The scenarios that come with the program."""
BUILT_IN_DRILLS = Path(__file__).parent / "drills"
"""The drills that come with the program."""


def data_folder() -> Path:
    """Return the folder of the user's own things; it need not exist."""
    if home := os.environ.get("SPEAKUP_HOME"):
        return Path(os.path.abspath(os.path.expanduser(home)))  # noqa: PTH100, PTH111 - as typed, without links
    from platformdirs import user_data_path

    return user_data_path("speakup", appauthor=False)


def scenarios_folder() -> Path:
    """Return the folder that the user may put scenarios into."""
    return data_folder() / "scenarios"


def drills_folder() -> Path:
    """Return the folder that the user may put drills into."""
    return data_folder() / "drills"


def drill_index_file() -> Path:
    """Return the file that keeps the drills as they were read; it can be lost without harm."""
    return index_file().with_name("drills.json")


def checked_folder() -> Path:
    """Return the folder that keeps what came of checking files; it can be lost without harm."""
    return index_file().with_name("checked")


def index_file() -> Path:
    """Return the file that keeps what was read of the scenarios; it can be lost without harm."""
    if os.environ.get("SPEAKUP_HOME"):
        return data_folder() / "cache" / "library.json"
    from platformdirs import user_cache_path

    return user_cache_path("speakup", appauthor=False) / "library.json"
