"""What the scorer says of a response.

Everything here is a value: made once by `scoring.score`, never changed, safe to
keep, compare and turn into JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["client", "therapist"]
Style = Literal["assertive", "partial", "passive", "aggressive", "repairing", "avoiding", "escalating"]
Span = tuple[int, int]
"""Where a piece of evidence stands: `text[start:end]` of the response as it was typed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One label that holds, and the words that gave it."""

    label: str
    """A label of the codebook, such as `names_feeling`."""
    score: float
    """How strong the evidence is, 0 to 1; a finding is reported from 0.5."""
    spans: tuple[Span, ...]
    """The characters of the response that gave it, in order, never overlapping."""
    pattern: str
    """The id of the pattern that weighed most; `scoring.pattern` tells it in words."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that the scorer says of one response."""

    role: Role
    text: str
    findings: tuple[Finding, ...]
    """Strongest first; at most one a label."""
    style: Style
    rating: float
    """1.0 (harmful or empty) to 5.0 (excellent), for the aim of the moment."""
    sure: float
    """How sure the scorer is of its reading, 0 to 1."""
    understood: bool
    """False where no pattern speaks and the text is no answer that the scorer can read."""
    crisis: bool = False
    """True where the words may mean danger to self or others. It comes before all else: who is told it
    is told nothing else. The rest says how the words would have been read, so that a false alarm costs a
    measurement nothing."""
    leanings: tuple[tuple[str, float], ...] = ()
    """How strongly each label is shown, 0 to 1, also those that do not hold: for comparing two texts."""

    @property
    def labels(self) -> frozenset[str]:
        """The names of the labels that hold."""
        return frozenset(finding.label for finding in self.findings)

    def finding(self, label: str) -> Finding | None:
        """The finding for one label, or None."""
        return next((each for each in self.findings if each.label == label), None)
