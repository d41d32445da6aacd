"""What `cattrs` found wrong, as faults with line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

from cattrs import (
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from scenarios.faults import Fault, did_you_mean, quoted
from scenarios.spelling import CALLED, SpellingError, keys_of, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.tree import Mark, Source, Step

Path = tuple["Step", ...]


def faults_of(error: BaseException, source: Source, path: Path = ()) -> Iterator[Fault]:
    """Yield a fault for each thing that is wrong below `path`."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        yield from _group(error, source, path)
    elif isinstance(error, SpellingError):
        mark = source.inside(error.column, *path) if error.column else source.place(*path)
        yield _fault(source, mark, error.message, error.mend)
    elif isinstance(error, BaseValidationError):
        for each in error.exceptions:
            yield from faults_of(each, source, path)
    else:
        yield _fault(source, source.place(*path), "this is not what must stand here", "see docs/format.md")


def _group(
    error: ClassValidationError | IterableValidationError, source: Source, path: Path
) -> Iterator[Fault]:
    noted, others = error.group_exceptions()
    for each, note in noted:
        step: Step = note.index if isinstance(note, IterableValidationNote) else spelled(error.cl, note.name)
        if isinstance(each, KeyError):
            yield _missing(error.cl, str(step), source, path)
        else:
            yield from faults_of(each, source, (*path, step))
    for each in others:
        if isinstance(each, ForbiddenExtraKeysError):
            yield from _unknown(each, source, path)
        else:
            yield from faults_of(each, source, path)


def _missing(part: Any, key: str, source: Source, path: Path) -> Fault:
    mark = source.key(*path, key)
    empty = mark != source.key(*path)
    said = f"`{key}` is empty" if empty else f"{_name(part, path)} has no `{key}`"
    return _fault(
        source, mark, said, f"write `{key}: ...`" if not empty else "write something behind the colon"
    )


def _unknown(error: ForbiddenExtraKeysError, source: Source, path: Path) -> Iterator[Fault]:
    known = keys_of(error.cl)
    for key in error.extra_fields:
        hint = did_you_mean(key, known) or f"its keys are {', '.join(known)}"
        yield _fault(
            source, source.key(*path, key), f"{_name(error.cl, path)} has no key {quoted(key)}", hint
        )


def _name(part: Any, path: Path) -> str:
    """Say which part is meant: `the scene "told"` where it has a name, else `a line`."""
    called = CALLED.get(get_args(part)[0] if get_origin(part) else part, "this part")
    if len(path) > 1 and path[-2] in ("scenes", "replies", "endings"):
        return f"the {called.split()[-1]} {quoted(str(path[-1]))}"
    return called


def _fault(source: Source, mark: Mark, message: str, mend: str) -> Fault:
    return Fault(source.file, mark.line, mark.column, "error", message, mend)
