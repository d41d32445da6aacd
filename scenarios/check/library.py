"""Checks of several files together: one id each, chairs that face each other, no sentence in two."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.faults import Fault, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scenarios.check.brief import Brief
    from scenarios.tree import Mark

MOST_REPEATED = 10
"""Sentences of one file that are told to stand in others, before the rest is counted."""


def check(briefs: Sequence[Brief], built_in: Sequence[Brief] = ()) -> Iterator[Fault]:
    """Yield what is wrong between the files, and between them and what comes with the program."""
    by_id: dict[tuple[str, str], Brief] = {}
    for brief in briefs:
        first = by_id.setdefault((brief.kind, brief.id), brief)
        if first is not brief:
            message = f"there is a {brief.kind} {quoted(brief.id)} already, in {first.file}"
            yield brief.fault("error", message, "give this one another id")
    taken = {(brief.kind, brief.id) for brief in built_in}
    for key, brief in by_id.items():
        if key in taken:
            message = f"the program comes with a {brief.kind} {quoted(brief.id)}, which has the right of way"
            yield brief.fault("warning", message, "give this one another id")
    scenarios = {brief.id: brief for brief in by_id.values() if brief.kind == "scenario"}
    for brief in briefs:
        yield from _other_chair(brief, scenarios)
    yield from _repeated(briefs, built_in)


def _other_chair(brief: Brief, by_id: dict[str, Brief]) -> Iterator[Fault]:
    name, place = brief.other_chair, brief.other_chair_place
    if not name:
        return
    other = by_id.get(name)
    if other is None:
        if not brief.has_beside_it(name):
            message = f"there is no scenario {quoted(name)} beside this one"
            yield brief.fault("warning", message, "write its id, or delete the line", place)
    elif other.other_chair != brief.id or other.role == brief.role:
        message = f"{quoted(name)} is not told from the other chair of this scenario"
        yield brief.fault("warning", message, "let both name each other, with different roles", place)
    elif not brief.moments & other.moments:
        message = f"no scene shares a `moment` with {quoted(name)}"
        yield brief.fault("warning", message, "give the same minutes the same `moment` in both", place)


def _repeated(briefs: Sequence[Brief], built_in: Sequence[Brief]) -> Iterator[Fault]:
    """Yield a fault for each sentence that another file has too; the two chairs may share theirs."""
    first: dict[str, tuple[Brief, Mark]] = {}
    for brief in built_in:
        for said in brief.said:
            first.setdefault(said.key, (brief, said.mark))
    for brief in briefs:
        places = ((said, *first.setdefault(said.key, (brief, said.mark))) for said in brief.said)
        found = [(said, other, mark) for said, other, mark in places if not _may_share(brief, other)]
        for said, other, mark in found[:MOST_REPEATED]:
            where = f"line {mark.line} of {Path(other.file).name}"
            message = f"this sentence stands in {where} too: {said.quoted}"
            yield brief.fault("warning", message, "say it in other words", said.mark)
        if len(found) > MOST_REPEATED:
            message = f"{len(found) - MOST_REPEATED} more sentences of this file stand in others"
            yield brief.fault("warning", message, "tell a story of its own")


def _may_share(brief: Brief, other: Brief) -> bool:
    """Say whether two files are one, or the same minutes from two chairs."""
    if brief.kind != other.kind:
        return False
    return brief.id in (other.id, other.other_chair)
