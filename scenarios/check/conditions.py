"""Checks of conditions and flags: names that mean nothing, and what can never come true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.check.explore import rows_of
from scenarios.condition_parser import parse
from scenarios.condition_tree import ALLIANCE, AXES, Flag, Leaf, Seen, leaves
from scenarios.faults import Fault, did_you_mean, quoted
from scenarios.names import OTHERWISE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.check.story import Path
    from scenarios.check.subject import Subject
    from scenarios.model import Scenario


def check(subject: Subject) -> Iterator[Fault]:
    """Yield what is wrong with conditions and flags."""
    asked: set[str] = set()
    unknown: set[Path] = set()
    for path, leaf in _asked(subject.scenario):
        if isinstance(leaf, Flag):
            asked.add(leaf.name)
        if fault := _of_leaf(subject, path, leaf):
            unknown.add(path)
            yield fault
    if subject.story.is_whole:
        yield from _never(subject, unknown)
    yield from _flags(subject, asked)


def _asked(scenario: Scenario) -> Iterator[tuple[Path, Leaf]]:
    """Yield everything that a condition asks for, with the path of the condition."""
    for row, conditions in rows_of(scenario):
        for at, condition in enumerate(conditions):
            for leaf in leaves(parse(condition)) if condition else ():
                yield _path(scenario, row, at), leaf


def _path(scenario: Scenario, row: Path, at: int) -> Path:
    """Return the path of one condition in a row."""
    if row[-1] == "replies":
        return (*row, list(scenario.scenes[str(row[1])].replies)[at], "when")
    return (*row, at, "when")


def _of_leaf(subject: Subject, path: Path, leaf: Leaf) -> Fault | None:
    """Return what is wrong with one name in a condition."""
    scenario = subject.scenario
    if isinstance(leaf, Seen):
        known = _replies(scenario) if "." in leaf.name else tuple(scenario.scenes)
        if leaf.name not in known:
            what = "reply" if "." in leaf.name else "scene"
            mend = did_you_mean(leaf.name, known) or f"write the name of a {what} of this file"
            message = f"there is no {what} {quoted(leaf.name)}"
            return subject.inside("error", message, mend, leaf.column, *path)
    elif isinstance(leaf, Flag):
        known = tuple(_set_by_replies(scenario))
        if leaf.name not in known:
            mend = did_you_mean(leaf.name, known) or "let a reply set it, or delete the condition"
            return subject.inside(
                "error", f"no reply sets the flag {quoted(leaf.name)}", mend, leaf.column, *path
            )
    elif leaf.what != ALLIANCE:
        axes = AXES[scenario.role]
        if leaf.what not in axes:
            message = f"a {scenario.role} has no {quoted(leaf.what)} in the profile"
            return subject.inside("error", message, f"it has {', '.join(axes)}", leaf.column, *path)
    return None


def _replies(scenario: Scenario) -> tuple[str, ...]:
    return tuple(
        f"{scene.id}.{reply}" for scene in scenario.scenes.values() for reply in (*scene.replies, OTHERWISE)
    )


def _set_by_replies(scenario: Scenario) -> dict[str, Path]:
    """Return every flag that a reply sets, with the path where it first does."""
    found: dict[str, Path] = {}
    for scene in scenario.scenes.values():
        for reply in scene.replies.values():
            for at, flag in enumerate(reply.sets):
                found.setdefault(flag, ("scenes", scene.id, "replies", reply.id, "sets", at))
    return found


def _never(subject: Subject, unknown: set[Path]) -> Iterator[Fault]:
    """Yield a fault for each condition that never holds, and each line or way that is never taken."""
    conditions = dict(rows_of(subject.scenario))
    for row, found in subject.story.rows.items():
        for at in range(found.length):
            path = _path(subject.scenario, row, at)
            if path in unknown or at in found.taken:
                continue
            if at in found.held or not conditions[row][at]:
                message = "this is never taken, since something before it always holds"
                yield subject.warning(message, "delete it, or change what stands before it", *path[:-1])
            else:
                message = f"this can never hold: {quoted(conditions[row][at])}"
                yield subject.warning(message, "change it, or delete what depends on it", *path)
        if found.can_fail and row[-1] in ("partner", "text") and len(row) == 3:
            message = "in some plays none of these lines holds, and nothing is said"
            yield subject.warning(message, "end with a line without `when`", *row)


def _flags(subject: Subject, asked: set[str]) -> Iterator[Fault]:
    scenario, set_here = subject.scenario, _set_by_replies(subject.scenario)
    for flag, path in set_here.items():
        if flag not in scenario.flags:
            mend = did_you_mean(flag, scenario.flags) or f"write `{flag}: what it means` under `flags`"
            yield subject.warning(f"the flag {quoted(flag)} is not told under `flags`", mend, *path)
    for flag in scenario.flags:
        if flag not in set_here:
            message = f"no reply sets the flag {quoted(flag)}"
            yield subject.key("warning", message, "let a reply set it, or delete it", "flags", flag)
        elif flag not in asked:
            message = f"no condition asks for the flag {quoted(flag)}"
            yield subject.key("warning", message, "use it in a `when`, or delete it", "flags", flag)
    yield from _cleared(subject, set_here)


def _cleared(subject: Subject, set_here: dict[str, Path]) -> Iterator[Fault]:
    for scene in subject.scenario.scenes.values():
        for reply in scene.replies.values():
            for at, flag in enumerate(reply.clears):
                if flag not in set_here:
                    message = f"no reply sets the flag {quoted(flag)} that this one clears"
                    mend = did_you_mean(flag, set_here) or "delete it"
                    yield subject.warning(
                        message, mend, "scenes", scene.id, "replies", reply.id, "clears", at
                    )
