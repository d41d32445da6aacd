"""Finds the smallest edit: the least change to the player's own words that would help.

A change takes a pitfall away where whole sentences remain, turns a sentence, or adds a skill that follows
from what was said, with a blank where only the player knows the word. Each is scored before it may be shown,
so nothing is promised that the scorer would not see. Where nothing fits, nothing is offered.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from scoring.edits.adding import added
from scoring.edits.leaving import leaves_enough, left_out
from scoring.edits.turning import turned
from scoring.labels import label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from scoring.edits.change import Change
    from scoring.explanation import Edit
    from scoring.labels import Label
    from scoring.verdict import Verdict

LONGEST = 1_200
"""Characters. A longer response gets no edit: nobody reads it again to find three words."""
MOST_TRIED = 14
SLACK = 0.5
"""How much lower a response may be rated that is shorter by a pitfall."""
LEAST = 2.5
"""A response that is rated lower after leaving something out is not worth offering."""
LEAST_ALONE = 3.0
"""The same after an attack or a mask, which can be all that was said."""
MISHEARD = frozenset(("withdraws",))
"""Pitfalls that a short answer is easily taken for: they do not keep a skill from being added."""
WELL_SAID = 4.5
"""From this rating on, a response without a pitfall is left as it is."""


def smallest_edit(
    verdict: Verdict, *, calls_for: Sequence[str] = (), partner_says: str = "", offered: Collection[str] = ()
) -> Edit | None:
    """Return the least change that takes away a pitfall or adds a missing skill; None where none fits.

    `offered` names the kinds of change that were offered lately, and are not offered again now.
    """
    from scoring.explanation import Edit

    if not verdict.understood or verdict.crisis or not verdict.text.strip() or len(verdict.text) > LONGEST:
        return None
    for each in _changes(verdict, tuple(calls_for), partner_says):
        if each.shape not in offered and each.text != verdict.text:
            return Edit(each.text, each.says, each.label, each.tried, each.shape)
    return None


@lru_cache(maxsize=256)
def _changes(verdict: Verdict, calls_for: tuple[str, ...], partner_says: str) -> tuple[Change, ...]:
    """The changes that help, best first."""
    tried = [
        each for _, each in zip(range(MOST_TRIED), _possible(verdict, calls_for, partner_says), strict=False)
    ]
    return tuple(each for each in tried if _helps(each, verdict, partner_says))


def _possible(verdict: Verdict, calls_for: Sequence[str], partner_says: str) -> Iterator[Change]:
    pitfalls = [name for name in verdict.labels if not label(name, verdict.role).is_skill]
    missing = [name for name in calls_for if name not in verdict.labels]
    yield from turned(verdict, missing)
    if pitfalls and verdict.rating < WELL_SAID:
        changes = (each for each in left_out(verdict) if leaves_enough(each, verdict.text))
        yield from sorted(changes, key=lambda each: len(verdict.text) - len(each.words))
    if set(pitfalls) <= MISHEARD and verdict.rating < WELL_SAID:
        yield from added(verdict, missing, partner_says)


def _helps(change: Change, verdict: Verdict, partner_says: str) -> bool:
    """Whether the changed words gain what they should, keep every skill, and bring in no pitfall."""
    from scoring.scorer import score

    after = score(change.tried, role=verdict.role, partner_says=partner_says)
    of = label(change.label, verdict.role)
    if (of.name in after.labels) is not of.is_skill or not after.understood:
        return False
    skills = {name for name in verdict.labels if label(name, verdict.role).is_skill}
    new = after.labels - verdict.labels
    return (
        skills <= after.labels
        and any(label(name, verdict.role).is_skill for name in after.labels)
        and all(label(name, verdict.role).is_skill for name in new)
        and after.rating >= _floor(of, verdict.rating)
    )


def _floor(of: Label, before: float) -> float:
    """The rating that the changed words have to reach."""
    if of.is_skill:
        return before
    return max(LEAST_ALONE if of.name in {"attacks", "masks"} else LEAST, before - SLACK)
