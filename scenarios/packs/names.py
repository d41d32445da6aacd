"""Names of files in a pack: which are refused, and which could be one file on another machine."""

from __future__ import annotations

import re
import unicodedata

from scenarios.faults import quoted

LONGEST_NAME = 100
LONGEST_PATH = 240
_NO_NAME = re.compile(r'[\x00-\x1f\x7f-\x9f\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
_DEVICES = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}
"""Names that mean a device on Windows, whatever their ending is."""
_JUNK = frozenset({"__macosx", "thumbs.db", "desktop.ini"})


def why_refused(name: str) -> str:
    """Return what is wrong with the name of a file in a pack; an empty text where nothing is."""
    parts = name.removesuffix("/").split("/")
    if not name or len(name) > LONGEST_PATH or any(len(part) > LONGEST_NAME for part in parts):
        return "a file in it has a name of no sensible length"
    if _NO_NAME.search(name):
        return f"the file name {quoted(name)} has signs in it that no file name needs"
    if name.startswith("/"):
        return f"the file name {quoted(name)} points to a place outside the pack"
    if any(part in ("", ".", "..") for part in parts):
        return f"the file name {quoted(name)} points to a place outside the pack"
    if any(is_device(part) or part != part.strip() or part.endswith(".") for part in parts):
        return f"the file name {quoted(name)} means something else on Windows"
    return ""


def is_device(name: str) -> bool:
    """Say whether a name means a device on Windows."""
    return name.partition(".")[0].strip().casefold() in _DEVICES


def is_junk(name: str) -> bool:
    """Say whether the file is one that systems leave behind: hidden, or of a known name."""
    return any(part.startswith(".") or part.casefold() in _JUNK for part in name.split("/"))


def key_of(name: str) -> str:
    """Return what two names have in common where some file system takes them for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).removesuffix("/")
