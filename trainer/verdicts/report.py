"""The report card: the scorer held against marked responses, so that an author can measure it on their own.

The figures are those of `evaluate.py`: a disputed label counts neither way, and the
averages go over the labels that were marked at least once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING, Any, cast

import scoring
from trainer.errors import Trouble
from trainer.verdicts.machine import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from scoring.verdict import Role, Verdict


@dataclass(slots=True)
class Tally:
    """How a label was found in the marked responses."""

    found: int = 0
    missed: int = 0
    false: int = 0

    @property
    def f1(self) -> float:
        """Both kinds of error in one figure, 0 to 1."""
        whole = 2 * self.found + self.missed + self.false
        return 2 * self.found / whole if whole else 0.0


@dataclass(slots=True)
class Card:
    """The report card of one role."""

    role: str
    responses: int = 0
    labels: dict[str, Tally] = field(default_factory=dict)
    unmarked: dict[str, int] = field(default_factory=dict)
    """Labels that were said and never marked, with how often."""
    styles_right: int = 0
    ratings: list[tuple[float, float]] = field(default_factory=list)
    """The scorer's rating and the marked one, of each response that has one."""
    abstained: int = 0

    @property
    def total(self) -> Tally:
        """All labels together."""
        rows = self.labels.values()
        return Tally(
            sum(row.found for row in rows), sum(row.missed for row in rows), sum(row.false for row in rows)
        )

    @property
    def macro_f1(self) -> float:
        """The mean of the labels, rare ones counting as much as common ones."""
        return fmean(row.f1 for row in self.labels.values()) if self.labels else 0.0


def report_lines(file: Path) -> Iterator[str]:
    """Yield the report card of a file of marked responses, one part a role."""
    rows = marked_rows(file)
    if not rows:
        raise Trouble(f"{file} holds no marked responses")
    for role in sorted({row["role"] for row in rows}):
        yield from _card_lines(card([row for row in rows if row["role"] == role], role))


def marked_rows(file: Path) -> list[dict[str, Any]]:
    """Read marked responses, or tell the first line that is none."""
    rows = []
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise Trouble(f"{file} cannot be read as UTF-8 text ({fault})") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            rows.append(_marked(line, f"{file}:{number}"))
    return rows


def _marked(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise Trouble(f"{where}: the line is not JSON") from None
    labels = row.get("labels") if isinstance(row, dict) else None
    if not isinstance(labels, list) or not isinstance(row.get("text"), str) or row.get("role") not in ROLES:
        raise Trouble(f"{where}: a marked response needs `role`, `text` and `labels`")
    return cast("dict[str, Any]", row)


def card(rows: Sequence[dict[str, Any]], role: str) -> Card:
    """Score the responses and hold the verdicts against the marks."""
    made = Card(
        role, labels={label: Tally() for label in sorted({each for row in rows for each in row["labels"]})}
    )
    for row in rows:
        says = row.get("partner_says")
        verdict = scoring.score(
            row["text"], role=cast("Role", role), partner_says=says if isinstance(says, str) else ""
        )
        _count(made, row, verdict)
    return made


def _count(made: Card, row: dict[str, Any], verdict: Verdict) -> None:
    made.responses += 1
    made.abstained += not verdict.understood
    made.styles_right += verdict.style in (row.get("styles") or [row.get("style")])
    if isinstance(row.get("rating"), int | float):
        made.ratings.append((verdict.rating, row["rating"]))
    for label, tally in made.labels.items():
        if label in (row.get("disputed") or ()):
            continue
        is_marked, is_said = label in row["labels"], label in verdict.labels
        tally.found += is_marked and is_said
        tally.missed += is_marked and not is_said
        tally.false += is_said and not is_marked
    for label in verdict.labels - made.labels.keys():
        made.unmarked[label] = made.unmarked.get(label, 0) + 1


def _card_lines(made: Card) -> Iterator[str]:
    yield f"{made.role}: {made.responses} responses, {made.abstained} not understood"
    for label, row in made.labels.items():
        yield f"  {label:20} found {row.found:4}  missed {row.missed:4}  false {row.false:4}  F1 {row.f1:.2f}"
    for label, times in sorted(made.unmarked.items()):
        yield f"  {label:20} never marked  false {times:4}"
    total = made.total
    precision = total.found / ((total.found + total.false) or 1)
    recall = total.found / ((total.found + total.missed) or 1)
    yield f"  precision {precision:.2f}  recall {recall:.2f}"
    yield f"  micro F1 {total.f1:.3f}  macro F1 {made.macro_f1:.3f}"
    yield f"  style right {made.styles_right / made.responses:.2f}"
    yield f"  rating, rank correlation {spearman(made.ratings):.2f}"


def spearman(pairs: Sequence[tuple[float, float]]) -> float:
    """Return the rank correlation of two ratings, -1 to 1; 0 where it cannot be told."""
    first, second = ranks([one for one, _ in pairs]), ranks([two for _, two in pairs])
    if not pairs:
        return 0.0
    middle = (len(pairs) + 1) / 2 - 1
    top = sum((one - middle) * (two - middle) for one, two in zip(first, second, strict=True))
    bottom = sum((one - middle) ** 2 for one in first) * sum((two - middle) ** 2 for two in second)
    return float(top / bottom**0.5) if bottom else 0.0


def ranks(values: Sequence[float]) -> list[float]:
    """Return the place of each value in order, equal ones sharing the middle of theirs."""
    return [
        sum(other < value for other in values) + (sum(other == value for other in values) - 1) / 2
        for value in values
    ]
