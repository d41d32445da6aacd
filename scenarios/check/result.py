"""What came of checking one file, and how it is written down."""

from __future__ import annotations

from dataclasses import asdict, astuple, dataclass, fields
from typing import Any

from scenarios.check.brief import Brief, Said
from scenarios.faults import Fault
from scenarios.tree import Mark

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one file: what the checks of all files together need, too."""

    faults: tuple[Fault, ...]
    tried: tuple[bool, ...] = ()
    """Whether each marked response reached what it must."""
    brief: Brief | None = None
    """None where the file is neither a scenario nor a drill, or a faulty one."""
    is_stray: bool = False
    """True where the file has no key that a scenario or a drill has: it means to be something else."""


def record_of(result: Result) -> Record:
    """Return a result as plain values."""
    return {
        "faults": [astuple(fault) for fault in result.faults],
        "tried": result.tried,
        "brief": _record(result.brief) if result.brief else None,
        "is_stray": result.is_stray,
    }


def result_of(record: Record) -> Result:
    """Return a result from plain values. Raise ValueError, KeyError or TypeError where it is none."""
    return Result(
        tuple(Fault(*each) for each in record["faults"]),
        tuple(record["tried"]),
        _brief(record["brief"]) if record["brief"] else None,
        bool(record["is_stray"]),
    )


def _record(brief: Brief) -> Record:
    flat = {each.name: getattr(brief, each.name) for each in fields(Brief)}
    chair = brief.other_chair_place
    return {
        **flat,
        "place": asdict(brief.place),
        "other_chair_place": asdict(chair) if chair else None,
        "moments": sorted(brief.moments),
        "said": [[each.key, each.quoted, each.mark.line, each.mark.column] for each in brief.said],
    }


def _brief(record: Record) -> Brief:
    return Brief(
        **{
            **record,
            "place": Mark(**record["place"]),
            "other_chair_place": Mark(**chair) if (chair := record["other_chair_place"]) else None,
            "moments": frozenset(record["moments"]),
            "said": tuple(Said(key, quoted, Mark(line, at)) for key, quoted, line, at in record["said"]),
        }
    )
