"""Changes that add what a therapist's answer lacks: a sorry, a word for the reaction, a question, thanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scoring.edits.change import Change
from scoring.edits.clauses import in_hand_of, is_whole, joined, parts, swapped, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scoring.verdict import Verdict

_MINE = re.compile(
    r"(?:(?:yes|yeah|no|ok|okay|oh|well|you['’]?re right)[,.]* )?i(?: just| did| really)? (?:looked away"
    r"|looked at (?:the|my) \w+"
    r"|(?:interrupted|rushed|pushed|forgot|missed|frowned|sighed|laughed|yawned|mixed|misread|misheard"
    r"|ignored|cancelled)\b[^,;:–—]*"
    r"|was (?:\w+ )?(?:late|short with you|distracted|cold|impatient|annoyed|wrong|not listening|n['’]?t "
    r"listening)[^,;:–—]*"
    r"|wasn['’]?t listening[^,;:–—]*|didn['’]?t (?:listen|hear|ask|notice|answer|write|reply)\b[^,;:–—]*"
    r"|got (?:it|that|him|her|your \w+|the \w+) wrong[^,;:–—]*|cut you off[^,;:–—]*|went too fast[^,;:–—]*"
    r"|let you down[^,;:–—]*)",
    re.IGNORECASE,
)
_SORRY = re.compile(r"\b(?:sorry|apolog\w+|my fault|on me|forgive|regret)\b", re.IGNORECASE)
_THANKED = re.compile(
    r"\b(?:thank|thanks|glad|grateful|appreciate|good that you|welcome|telling me|told me)\b", re.IGNORECASE
)
_THEY_FEEL = re.compile(
    r"\b(?:i (?:felt|feel)|i['’]?m|i am|i was|it made me(?: feel)?|it makes me(?: feel)?)(?: \w+){0,2}? "
    r"(?P<word>angry|annoyed|hurt|sad|upset|scared|frightened|afraid|lonely|alone|ashamed|embarrassed"
    r"|disappointed|let down"
    r"|ignored|judged|rejected|abandoned|stupid|rushed|lost|furious|frustrated|nervous|worried"
    r"|uncomfortable|invisible)\b",
    re.IGNORECASE,
)


def _own(verdict: Verdict, _: str) -> Iterator[Change]:
    """`I was late` becomes `I was late, and I'm sorry`."""
    text = verdict.text
    if _SORRY.search(text):
        return
    for part in parts(text):
        if (
            not part.asks
            and _MINE.fullmatch(part.body)
            and not re.search(r"\b(?:because|but|as|when you|since|so)\b", part.body, re.IGNORECASE)
        ):
            said = f"{part.body}, {in_hand_of(text, 'and I')}'m sorry{part.close or '.'}"
            says = "With the sorry it is yours, and no report."
            yield Change(swapped(text, part, said), says, "owns_part", "and-im-sorry")


def _validate(verdict: Verdict, partner_says: str) -> Iterator[Change]:
    """`It makes sense that you felt hurt`, with the word that the client used."""
    text = verdict.text
    said = _THEY_FEEL.search(partner_says)
    if not said or "?" in text:
        return
    says = f"It takes up their word, “{said['word'].lower()}”, and lets it be right."
    yield Change(
        joined(text, f"It makes sense that you felt {said['word'].lower()}."),
        says,
        "validates",
        "makes-sense",
    )


def _explore(verdict: Verdict, _: str) -> Iterator[Change]:
    """A question at the end, where something between the two has just been named."""
    text = verdict.text
    named = {"owns_part", "names_rupture"} & verdict.labels
    last = parts(text)[-1]
    if not named or "?" in text or not is_whole(last.text):
        return
    if re.search(
        r"\b(?:(?:do|would|could|can) you|(?:shall|should|could) we|tell me|hear|curious|wonder|like to "
        r"know|know how|next (?:time|week))\b",
        text,
        re.IGNORECASE,
    ):
        return
    says = "You have said your half. This asks for the other one."
    yield Change(joined(text, "What was that like for you?"), says, "explores", "what-was-that-like")
    yield Change(joined(text, "How was that for you?"), says, "explores", "how-was-that")


def _welcome(verdict: Verdict, partner_says: str) -> Iterator[Change]:
    """A word of thanks before the answer, where the client has just said something that was not easy."""
    from scoring.scorer import score

    text = verdict.text
    told = score(partner_says, role="client").labels if partner_says else frozenset()
    if not told & {
        "gives_feedback",
        "names_feeling",
        "discloses_honestly",
        "describes_event",
    } or _THANKED.search(text):
        return
    whole = parts(text)
    says = "It tells them that it was all right to say it."
    if whole[0].asks or re.match(
        r"(?:it|that|this|i can|i['’]d|i would|i want|what|how)\b", text, re.IGNORECASE
    ):
        opening = in_hand_of(text, "I'm glad you told me. ")
        yield Change(opening + text, says, "welcomes_feedback", "glad-you-told-me")
    elif _SORRY.search(whole[-1].text) and not whole[-1].asks and len(words(whole[-1].text)) < 9:
        yield Change(joined(text, "I'm glad you told me."), says, "welcomes_feedback", "glad-you-told-me")


THERAPIST_WAYS: dict[str, Callable[[Verdict, str], Iterator[Change]]] = {
    "owns_part": _own,
    "validates": _validate,
    "explores": _explore,
    "welcomes_feedback": _welcome,
}
