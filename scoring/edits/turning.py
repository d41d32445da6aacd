"""Changes that turn a sentence: `you always ...` into `when you ..., I feel`, a claim into a question.

The words stay the player's own. A blank is left where only the player knows the word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scoring.edits.change import BLANK, Change
from scoring.edits.clauses import Part, begun_as, in_hand_of, parts, swapped
from scoring.edits.feelings import FEELING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring.verdict import Verdict

_LEAD = r"(?P<lead>(?:(?:well|look|and|but|so|honestly|no|yes|yeah|ok|okay|oh)[,.]* )?)"
_ALWAYS = re.compile(
    rf"{_LEAD}you(?P<be>['’]re| are)? (?P<how>always|constantly|never|keep|keep on) (?P<rest>[^,;:–—]+)",
    re.IGNORECASE,
)
_NO_BASE = re.compile(
    r"(?:\w+ed|did|had|was|were|said|told|asked|gave|took|went|came|got|made|saw|even|once|have|has|really"
    r"|been)\b",
    re.IGNORECASE,
)
_AND_I = re.compile(
    r"\b(?:i|we|but|because|so|and you|do you|don['’]?t you|aren['’]?t you|that['’]?s)\b", re.IGNORECASE
)
_YOU_ARE = re.compile(
    rf"{_LEAD}(?:i (?:think|guess|feel|believe|suppose|see|sense|notice|have (?:the|a) feeling)(?: "
    rf"like)?(?: that)? )?"
    rf"you(?:['’]?re| are| feel| look| seem| sound)(?: feeling)? (?P<rest>(?:(?:now|a bit|a little|quite"
    rf"|very|really|so|still|just"
    rf"|obviously|clearly|upset and) )*(?:{FEELING})(?: (?:with|at|about|by|of|because) [^,;:–—]+| now| "
    rf"again| today)?)",
    re.IGNORECASE,
)
_LOOKS = re.compile(r"\byou (?:look|seem|sound)\b", re.IGNORECASE)
_LETS = re.compile(
    rf"{_LEAD}(?:let['’]?s|let us|we should|we need to|we have to|i(?:['’]d| would) suggest (?:that )?we"
    rf"|you should|you need to"
    r"|you could|you have to|you must|try to) (?P<rest>(?!not\b|just\b|be\b|have\b)[a-z]+(?: [^,;:–—]+)?)",
    re.IGNORECASE,
)


def turned(verdict: Verdict, missing: Sequence[str]) -> Iterator[Change]:
    """Yield the changes that turn one sentence."""
    for part in parts(verdict.text):
        if part.asks:
            continue
        if verdict.role == "client":
            yield from _always(verdict, part, missing)
            yield from _asked_of_therapist(verdict, part, missing)
        else:
            yield from _asked_of_client(verdict, part)
            yield from _offered(verdict, part)


def _always(verdict: Verdict, part: Part, missing: Sequence[str]) -> Iterator[Change]:
    """`You never listen` becomes `When you don't listen, I feel ...`."""
    found = _ALWAYS.fullmatch(part.body)
    of = "attacks" if "attacks" in verdict.labels else "names_feeling" if "names_feeling" in missing else ""
    if not found or not of or _AND_I.search(found["rest"]) or len(found["rest"].split()) > 12:
        return
    how, rest, is_be = found["how"].lower(), found["rest"], bool(found["be"])
    if (is_be and how not in {"always", "constantly"}) or (not is_be and _NO_BASE.match(rest)):
        return
    if is_be:
        clause = f"you're {rest}"
    elif how == "never":
        clause = f"you don't {rest}"
    else:
        clause = f"you keep {rest}" if how.startswith("keep") else f"you {rest}"
    said = found["lead"] + begun_as(
        f"when {clause}, {in_hand_of(verdict.text, 'I')} feel {BLANK}", found["lead"] or part.text
    )
    says = "It says when, and what that does to you, in place of always and never."
    yield Change(swapped(verdict.text, part, said), says, of, "turn-always", "hurt")


def _asked_of_therapist(verdict: Verdict, part: Part, missing: Sequence[str]) -> Iterator[Change]:
    """`I think you are angry with me` becomes `Are you angry with me?`."""
    found = _YOU_ARE.fullmatch(part.body)
    if not found or "asks_question" not in missing or "?" in verdict.text:
        return
    if _LOOKS.search(part.body):
        said, says = (
            f"{part.body}. {in_hand_of(verdict.text, 'Are you?')}",
            "Asking leaves you less to guess.",
        )
    else:
        lead = found["lead"]
        said = lead + begun_as(f"are you {found['rest']}?", lead or part.text)
        says = "As a question it can be answered, and you need not guess."
    yield Change(swapped(verdict.text, part, said), says, "asks_question", "turn-are-you")


def _asked_of_client(verdict: Verdict, part: Part) -> Iterator[Change]:
    """`You are angry with me` becomes `I may be wrong: are you angry with me?`."""
    found = _YOU_ARE.fullmatch(part.body)
    if not found or _LOOKS.search(part.body) or found["lead"]:
        return
    said = in_hand_of(verdict.text, "I may be wrong: ") + f"are you {found['rest']}?"
    says = "As a question the other can say yes or no to it."
    for of in ("interprets", "blames_client"):
        if of in verdict.labels:
            yield Change(swapped(verdict.text, part, said), says, of, "turn-are-you")


def _offered(verdict: Verdict, part: Part) -> Iterator[Change]:
    """`Let's go on` becomes `Would you like to go on?`."""
    found = _LETS.fullmatch(part.body)
    if not found or "fixes" not in verdict.labels or _AND_I.search(found["rest"]):
        return
    lead = found["lead"]
    said = lead + begun_as(f"would it help to {found['rest']}?", lead or part.text)
    says = "As a question it leaves the choice with the other."
    yield Change(swapped(verdict.text, part, said), says, "fixes", "turn-would-it-help")
