"""The scorer: reads what a person typed and says what was honest and assertive in it.

    from scoring import score, explain

    verdict = score("You went quiet and it scared me.", role="client")
    verdict.labels              # {'describes_event', 'names_feeling'}
    explain(verdict).found      # the words that gave each label, and why

Deterministic, offline, and traceable to a word. Importing this package costs next to nothing: the pattern
library is loaded at the first verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.verdict import Finding, Role, Span, Style, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.explanation import Explanation

__all__ = ["Finding", "Role", "Span", "Style", "Verdict", "closeness", "explain", "score"]


def score(text: str, *, role: Role, partner_says: str = "") -> Verdict:
    """Say what a response contains; see `scoring.scorer.score`."""
    from scoring.scorer import score as real

    return real(text, role=role, partner_says=partner_says)


def explain(
    verdict: Verdict,
    *,
    calls_for: Sequence[str] = (),
    partner_says: str = "",
    before: Sequence[Explanation] = (),
) -> Explanation:
    """Explain a verdict to a person; see `scoring.explanation.explain`."""
    from scoring.explanation import explain as real

    return real(verdict, calls_for=calls_for, partner_says=partner_says, before=before)


def closeness(a: str, b: str) -> float:
    """Return how close two sayings are, 0 to 1, negation kept; see `scoring.likeness.closeness`."""
    from scoring.likeness import closeness as real

    return real(a, b)
