"""What is kept of a verdict: enough to show, compare and replay a response without scoring it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scoring.verdict import Finding, Role, Style, Verdict

Kind = Literal["reply", "near_tie", "otherwise", "not_understood"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The verdict on a response in brief, and the reply that was found for it."""

    findings: tuple[Finding, ...]
    style: Style
    rating: float
    sure: float
    understood: bool
    kind: Kind
    """How the response was matched: to a reply, to two nearly alike, to none of them, or not understood."""
    reply: str = ""
    """The id of the reply that was found; empty unless `kind` is `reply`."""
    between: tuple[str, ...] = ()
    """The ids of the replies of a near tie."""

    def verdict(self, text: str, role: Role) -> Verdict:
        """Return the verdict as it was when the response was read."""
        return Verdict(role, text, self.findings, self.style, self.rating, self.sure, self.understood)

    @property
    def labels(self) -> frozenset[str]:
        """The names of the labels that hold."""
        return frozenset(finding.label for finding in self.findings)


def summary(verdict: Verdict, kind: Kind, reply: str = "", between: tuple[str, ...] = ()) -> Reading:
    """Keep of `verdict` what a replay needs."""
    return Reading(
        findings=verdict.findings,
        style=verdict.style,
        rating=verdict.rating,
        sure=verdict.sure,
        understood=verdict.understood,
        kind=kind,
        reply=reply,
        between=between,
    )
