"""JSON Lines in, JSON Lines out, in the same order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast, get_args

import scoring
from scoring.verdict import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scoring.verdict import Verdict

ROLES: tuple[str, ...] = get_args(Role)


class BadLine(ValueError):  # noqa: N818 - says what the line is
    """A line that cannot be scored, with what to do about it."""


def scored_lines(lines: Iterable[bytes], role: str | None) -> Iterator[tuple[str, bool]]:
    """Yield one JSON object for each line that is not empty, and whether it could be scored.

    `role` is taken where a line has none.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        named: dict[str, Any] = {"line": number}
        try:
            record = _record(line)
            if "id" in record:
                named = {"id": record["id"]}
            yield _json({**named, **verdict_record(_scored(record, role))}), True
        except BadLine as fault:
            yield _json({**named, "error": str(fault)}), False


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record)


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadLine("the line is not UTF-8") from None
    except json.JSONDecodeError as fault:
        raise BadLine(f"the line is not JSON: {fault.msg} at character {fault.pos + 1}") from None
    except (ValueError, RecursionError):
        raise BadLine("the line is not JSON that can be read") from None
    if not isinstance(record, dict):
        raise BadLine("the line must be a JSON object")
    return record


def _scored(record: dict[str, Any], role: str | None) -> Verdict:
    text = record.get("text")
    if not isinstance(text, str):
        raise BadLine("`text` must be a text")
    role = record.get("role", role)
    if role not in ROLES:
        raise BadLine(f"`role` must be one of {', '.join(ROLES)}")
    says = record.get("partner_says") or ""
    if not isinstance(says, str):
        raise BadLine("`partner_says` must be a text")
    return scoring.score(text, role=cast("Role", role), partner_says=says)


def verdict_record(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as plain values."""
    labels = [
        {
            "name": finding.label,
            "score": round(finding.score, 3),
            "spans": [list(span) for span in finding.spans],
            "pattern": finding.pattern,
        }
        for finding in verdict.findings
    ]
    return {
        "labels": labels,
        "style": verdict.style,
        "rating": round(verdict.rating, 2),
        "understood": verdict.understood,
        "crisis": verdict.crisis,
    }
