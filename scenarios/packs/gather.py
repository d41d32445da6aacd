"""Takes the texts out of a folder or a zip, and refuses what a pack of texts never needs."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.faults import quoted
from scenarios.packs.errors import PackError
from scenarios.packs.manifest import MANIFEST
from scenarios.packs.names import is_junk, key_of, why_refused
from scenarios.source import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

MOST_FILES = 300
MOST_BYTES = 20_000_000
"""Of all files of a pack together, and of a zip as it is."""
LONGEST_TEXT = 200_000
"""Bytes of a licence or a read-me."""

_SCENARIO = re.compile(r"[^/]+\.ya?ml")
_PAPERS = re.compile(r"(license|licence|copying|readme)(\.txt|\.md)?")


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a pack, not yet read."""

    name: str
    """Its path in the pack, with `/`."""
    size: int
    read: Callable[[int], bytes]
    """Reads at most so many bytes."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The texts of a pack."""

    manifest: bytes
    scenarios: dict[str, bytes]
    """By file name."""
    papers: dict[str, bytes]
    """Licence and read-me, by a name of ours."""
    left_out: tuple[str, ...]
    """Files that are no part of a pack."""


def gathered(path: Path) -> Gathered:
    """Return the texts of a pack. Raise `PackError` where it is none, or is not to be trusted."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise PackError(f"there is no pack at {path} ({error.strerror})") from error
    if stat.S_ISDIR(mode):
        from scenarios.packs.folder import in_folder

        return _sorted_out(in_folder(path))
    if stat.S_ISREG(mode):
        from scenarios.packs.archive import in_archive

        with in_archive(path) as found:
            return _sorted_out(found)
    raise PackError(f"{path} is neither a folder nor a zip")


def _sorted_out(found: Sequence[Found]) -> Gathered:
    """Read what belongs to a pack; refuse the whole where one name or size is not to be trusted."""
    _refuse_wrong_names(found)
    if sum(file.size for file in found) > MOST_BYTES:
        raise PackError(f"the pack holds more than {MOST_BYTES // 1_000_000} MB")
    base = _base(found)
    inside = [file for file in found if file.name.startswith(base) and not is_junk(file.name)]
    named = {file.name.removeprefix(base): file for file in inside}
    scenarios = {name: _read(file, MAX_BYTES) for name, file in named.items() if _is_scenario(name)}
    papers = {_paper(name): _read(file, LONGEST_TEXT) for name, file in named.items() if _paper(name)}
    known = {MANIFEST, *scenarios, *(name for name in named if _paper(name))}
    left_out = [name for name in named if name and name not in known and not name.endswith("/")]
    left_out += [file.name for file in found if file not in inside and not is_junk(file.name)]
    return Gathered(_read(named[MANIFEST], LONGEST_TEXT), scenarios, papers, tuple(sorted(left_out)))


def _refuse_wrong_names(found: Sequence[Found]) -> None:
    if len(found) > MOST_FILES:
        raise PackError(f"the pack holds more than {MOST_FILES} files")
    seen: dict[str, str] = {}
    for file in found:
        if wrong := why_refused(file.name):
            raise PackError(wrong)
        other = seen.setdefault(key_of(file.name), file.name)
        if other is not file.name:
            raise PackError(f"{quoted(other)} and {quoted(file.name)} are one file on other machines")


def _base(found: Sequence[Found]) -> str:
    """Return the folder in which the pack's own file stands: the root, or the one folder that was zipped."""
    homes = [file.name.removesuffix(MANIFEST) for file in found if file.name.split("/")[-1] == MANIFEST]
    homes = [home for home in homes if home.count("/") <= 1 and not is_junk(home + MANIFEST)]
    if "" in homes:
        return ""
    if len(homes) != 1:
        raise PackError(f"there is no {MANIFEST} in it; it tells name, author, licence, language and version")
    return homes[0]


def _is_scenario(name: str) -> bool:
    return name != MANIFEST and _SCENARIO.fullmatch(name) is not None


def _paper(name: str) -> str:
    """Return the name under which a licence or read-me is kept; an empty text where it is none."""
    return name.upper() if _PAPERS.fullmatch(name.lower()) else ""


def _read(file: Found, limit: int) -> bytes:
    if file.size > limit:
        raise PackError(f"{quoted(file.name)} is larger than {limit // 1000} kB")
    data = file.read(limit + 1)
    if len(data) > limit:
        raise PackError(f"{quoted(file.name)} is larger than it says")
    return data
