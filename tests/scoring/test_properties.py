"""What holds for any text: no crash, work in step with length, the same verdict in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import explain, score

if TYPE_CHECKING:
    from collections.abc import Iterator

SAID = "You went quiet when I said concert, and honestly it scared me a bit. Could we talk about that? "
ROLES = st.sampled_from(("client", "therapist"))
PIECES = st.sampled_from(
    ("I", "feel", "not", "n't", "’", "hurt", "you", "?", "...", "\n", "😢", "\u202e", "\x00", " ")
)


@settings(deadline=None, max_examples=150)
@given(st.text() | st.lists(PIECES).map(" ".join), st.text(max_size=40), ROLES)
def test_any_text_gets_a_verdict_and_an_explanation(text: str, before: str, role: str) -> None:
    verdict = score(text, role=role, partner_says=before)  # type: ignore[arg-type]
    assert 1.0 <= verdict.rating <= 5.0
    for finding in verdict.findings:
        assert all(0 <= start < end <= len(verdict.text) for start, end in finding.spans)
    explain(verdict, calls_for=("states_need",) if role == "client" else ("owns_part",))


@contextmanager
def calls() -> Iterator[list[int]]:
    """Count the calls of Python functions: work that no busy machine changes."""
    made = [0]

    def count(_frame: object, event: str, _arg: object) -> None:
        made[0] += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield made
    finally:
        sys.setprofile(before)


@pytest.mark.parametrize(
    "piece", [SAID, "not ", "i feel ", "hurt ", "a", "n't ", ", ", "?", "you never ", "((("]
)
def test_work_grows_no_faster_than_length(piece: str) -> None:
    score(piece * 50, role="client")
    work = []
    for times in (200, 800):
        with calls() as made:
            score(piece * times, role="client")
        work.append(made[0])
    assert work[1] <= 6 * work[0]


def test_the_same_text_has_the_same_verdict_in_every_process() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", f"import scoring; print(scoring.score({SAID * 2!r}, role='client'))"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2", "77")
    }
    assert len(told) == 1
