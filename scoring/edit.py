"""Finds the smallest edit: the least change to the player's own words that would help.

Candidates are cheap and plain: leave out a sentence or a few words that carry a pitfall, or add one short
sentence that carries a missing skill. Each is scored before it may be shown, so nothing is promised that
the scorer would not see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.explanation import Edit
    from scoring.verdict import Finding, Verdict

LONGEST = 1_200
"""Characters. A longer response gets no edit: nobody reads it again to find three words."""
MOST_TRIED = 14
SLACK = 0.5
"""How much lower a response may be rated that is shorter by a pitfall."""
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*\s*")
_SOFTENERS = re.compile(
    r",?\s*\b(i guess|i suppose|maybe|perhaps|kind of|kinda|sort of|sorta|a (?:little |tiny )?bit"
    r"|or something|or whatever|if that makes sense|never ?mind|probably)\b,?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(^|[,.;:!?…\n–—-]|\b(?:but|and|so|or|though|because))\s*$", re.IGNORECASE)
_AFTER = re.compile(r"^\s*($|[,.;:!?…\n–—-]|(?:but|and|so|or|though|because)\b)", re.IGNORECASE)
"""What a piece has to stand between, so that a sentence is left when it is cut."""
_LEANS_ON = {
    "names_feeling": frozenset(("describes_event", "gives_feedback")),
    "owns_part": frozenset(("names_rupture", "validates", "welcomes_feedback", "explores")),
}
"""Additions that say `it` or `that`: one of these has to be there for them to mean."""
_CONTENT = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    says: str
    label: str
    cost: int


def smallest_edit(verdict: Verdict, *, calls_for: Sequence[str] = (), partner_says: str = "") -> Edit | None:
    """Return the least change that takes away a pitfall or adds a missing skill; None where none is found."""
    from scoring.explanation import Edit

    if not verdict.understood or verdict.crisis or len(verdict.text) > LONGEST:
        return None
    candidates = sorted(
        (*_without_pitfall(verdict), *_with_skill(verdict, calls_for)), key=lambda each: each.cost
    )
    for each in candidates[:MOST_TRIED]:
        if _helps(each, verdict, partner_says):
            return Edit(each.text, each.says, each.label)
    return None


def _helps(candidate: _Candidate, verdict: Verdict, partner_says: str) -> bool:
    """Whether the changed words gain what they should, keep every skill, and bring in no pitfall."""
    from scoring.scorer import score

    after = score(candidate.text, role=verdict.role, partner_says=partner_says)
    of = label(candidate.label, verdict.role)
    if (of.name in after.labels) is not of.is_skill or not after.understood:
        return False
    skills = {name for name in verdict.labels if label(name, verdict.role).is_skill}
    new = after.labels - verdict.labels
    return (
        skills <= after.labels
        and any(label(name, verdict.role).is_skill for name in after.labels)
        and all(label(name, verdict.role).is_skill for name in new)
        and after.rating >= verdict.rating - (0.0 if of.is_skill else SLACK)
    )


def _without_pitfall(verdict: Verdict) -> Iterator[_Candidate]:
    for finding in verdict.findings:
        of = label(finding.label, verdict.role)
        if of.is_skill:
            continue
        if finding.label == "hedges":
            yield from _without_softeners(verdict.text)
        for text, left_out in _shortened(verdict.text, finding):
            says = f'Leave out "{left_out}", and what you say stands plainly.'
            yield _Candidate(text, says, of.name, len(left_out.split()))


def _without_softeners(text: str) -> Iterator[_Candidate]:
    """The text without the small words that soften each saying away."""
    softeners = [found[1] for found in _SOFTENERS.finditer(text)]
    rest = re.sub(r"\s+([.,!?])", r"\1", " ".join(_SOFTENERS.sub(" ", text).split()))
    if softeners and len(_CONTENT.findall(rest)) >= 2:
        told = ", ".join(f'"{each}"' for each in softeners)
        says = f"Leave out {told}, and what you say stands plainly."
        yield _Candidate(_begun(rest, text), says, "hedges", len(softeners))


def _begun(rest: str, text: str) -> str:
    """`rest` with a capital where `text` has one."""
    return rest[0].upper() + rest[1:] if text[0].isupper() else rest


def _shortened(text: str, finding: Finding) -> Iterator[tuple[str, str]]:
    """The text without the words of the evidence, and without the sentences they stand in."""
    for start, end in finding.spans:
        yield from _cut(text, start, end)
        for sentence in _SENTENCE.finditer(text):
            if sentence.start() <= start < sentence.end():
                yield from _cut(text, sentence.start(), max(end, sentence.end()))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    if not _BEFORE.search(text[:start]) or not (_AFTER.search(text[end:]) or text[end - 1] in ".!?…\n "):
        return
    left_out = text[start:end].strip(" ,.;!?\n")
    rest = text[:start].rstrip(" ,;") + " " + text[end:].lstrip(" ,;")
    rest = re.sub(r"\s+([.,!?])", r"\1", rest).strip(" ,;")
    rest = re.sub(r"([.,!?])[.,]+$", r"\1", rest)
    if left_out and len(_CONTENT.findall(rest)) >= 2 and rest != text:
        yield (
            _begun(re.sub(r"[,;]?\s+(?:but|and|so|or|though|because)([.!?]*)$", r"\1", rest), text),
            left_out,
        )


def _with_skill(verdict: Verdict, calls_for: Sequence[str]) -> Iterator[_Candidate]:
    """One more sentence. Where a pitfall stands it has to go first: `I'm fine. It hurt.` says nothing."""
    if any(not label(each, verdict.role).is_skill for each in verdict.labels):
        return
    for rank, name in enumerate(each for each in calls_for if each not in verdict.labels):
        if name in _LEANS_ON and not _LEANS_ON[name] & verdict.labels:
            continue
        of = label(name, verdict.role)
        for added in of.adds:
            text = verdict.text.rstrip()
            joint = " " if text and text[-1] in ".!?…" else ". "
            says = f'Add "{added}", and it also {of.title}.'
            yield _Candidate(text + joint + added, says, name, len(added.split()) + 2 * rank)
