"""The explanation of an attempt, also of one that an earlier version of the scorer has read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scoring.explanation import Explanation, Found, explain
from trainer.play.names import is_skill, title
from trainer.play.read import partner_says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.verdict import Finding, Verdict
    from trainer.play.state import Attempt, State

OLD_PATTERN = "a pattern of an earlier version of the scorer"


def explained(state: State, attempt: Attempt) -> Explanation:
    """Return the explanation of the verdict on an attempt at the present moment.

    It knows what was told before in this talk, so as not to say it again in the same words.
    """
    told: list[Explanation] = []
    for at, each in _attempts_before(state, attempt):
        told.append(_explained(at, each, told))
    return _explained(state, attempt, told)


def alone(state: State, attempt: Attempt) -> Explanation:
    """Return the explanation of an attempt as if it were the first of the talk."""
    return _explained(state, attempt, ())


def _attempts_before(state: State, attempt: Attempt) -> Iterator[tuple[State, Attempt]]:
    """Yield the attempts before this one, oldest first, each with the state in which it was made."""
    for number, moment in enumerate(state.passed):
        for each in moment.attempts:
            yield replace(state, moment=moment, passed=state.passed[:number]), each
    for each in state.moment.attempts:
        if each is attempt:
            return
        yield state, each


def _explained(state: State, attempt: Attempt, before: Sequence[Explanation]) -> Explanation:
    verdict = attempt.reading.verdict(attempt.text, state.scenario.role)
    calls_for, says = state.scene.calls_for, partner_says(state)
    try:
        return explain(verdict, calls_for=calls_for, partner_says=says, before=before)
    except KeyError:
        return _of_earlier_version(verdict, calls_for, says, before)


def _of_earlier_version(
    verdict: Verdict, calls_for: tuple[str, ...], says: str, before: Sequence[Explanation]
) -> Explanation:
    """Explain what the scorer still knows, and tell the rest by its label and words."""
    known = tuple(finding for finding in verdict.findings if _is_known(verdict, finding))
    told = explain(
        replace(verdict, findings=known), calls_for=calls_for, partner_says=says, before=tuple(before)
    )
    found = {each.label: each for each in told.found}
    missing = tuple(each for each in told.missing if each.label not in verdict.labels)
    whole = tuple(found.get(finding.label) or _bare(verdict, finding) for finding in verdict.findings)
    return replace(told, found=whole, missing=missing)


def _is_known(verdict: Verdict, finding: Finding) -> bool:
    try:
        explain(replace(verdict, findings=(finding,)))
    except KeyError:
        return False
    return True


def _bare(verdict: Verdict, finding: Finding) -> Found:
    return Found(
        label=finding.label,
        name=title(finding.label, verdict.role),
        is_skill=is_skill(finding.label, verdict.role),
        spans=finding.spans,
        words=tuple(verdict.text[start:end] for start, end in finding.spans),
        reason=OLD_PATTERN,
        why="",
        pattern=finding.pattern,
        sources=(),
        advice=(),
    )
