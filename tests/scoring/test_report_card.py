"""Holds the report card of the marked responses from falling.

The weights were learned from these very responses: the figures are a regression check, never a result. After
`make weights`, or when a round joins, `python -m tests.scoring.test_report_card` prints the figures. Look at
them, and write them into `FLOORS` on purpose.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from trainer.verdicts.report import Card, card, marked_rows, spearman

MARKED = Path(__file__).parents[2] / "scoring" / "marked"
FLOORS = {
    "client": {"micro F1": 0.931, "precision": 0.949, "style": 0.992, "rho": 0.928},
    "therapist": {"micro F1": 0.924, "precision": 0.930, "style": 0.978, "rho": 0.939},
}
TOLERANCE = 0.01


def measured(role: str) -> dict[str, float]:
    """The figures of one role over all marked responses."""
    rows = [
        row for file in sorted(MARKED.glob("*.jsonl")) for row in marked_rows(file) if row["role"] == role
    ]
    return figures(card(rows, role))


def figures(of: Card) -> dict[str, float]:
    total = of.total
    return {
        "micro F1": total.f1,
        "precision": total.found / (total.found + total.false),
        "style": of.styles_right / of.responses,
        "rho": spearman(of.ratings),
    }


@pytest.mark.parametrize("role", ["client", "therapist"])
def test_no_figure_falls(role: str) -> None:
    now = measured(role)
    assert all(now[name] >= floor - TOLERANCE for name, floor in FLOORS[role].items()), now


if __name__ == "__main__":
    for each in FLOORS:
        now = {name: round(value, 3) for name, value in measured(each).items()}
        sys.stdout.write(f"{each}: {now}\n")
