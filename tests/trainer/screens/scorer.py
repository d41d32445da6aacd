"""A scorer that knows a few words, so that what the screens show does not change with the real one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scenarios.finding import Found as Reached
from scoring.explanation import Edit, Explanation, Found, Missing
from scoring.verdict import Finding, Role, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scenarios.condition import World
    from scenarios.model import Scene

WORDS = {
    "names_feeling": r"\b(hurt|sad|scared|forgotten|small)\b",
    "describes_event": r"\b(you came \w+ \w+ late|you came late|you started)\b",
    "states_need": r"\b(i need|i want|i'd like|could we)\b",
    "masks": r"\b(it's fine|all good|never mind)\b",
}
NAMES = {
    "names_feeling": "says what you feel",
    "describes_event": "points to what happened",
    "states_need": "asks for what you need",
    "masks": "says that all is well",
}
WHY = {
    "names_feeling": "A feeling said aloud can be met.",
    "describes_event": "One small moment can be looked at together.",
    "states_need": "A wish can be answered.",
    "masks": "It keeps the peace for now, and leaves you alone with it.",
}


def score(text: str, *, role: Role, partner_says: str = "") -> Verdict:  # noqa: ARG001
    low = text.lower()
    found = tuple(
        Finding(label, 0.8, ((match.start(), match.end()),), f"test.{label}")
        for label, words in WORDS.items()
        if (match := re.search(words, low))
    )
    skills = [each for each in found if each.label != "masks"]
    style = "assertive" if skills else "passive" if found else "partial"
    rating = 4.5 if len(skills) > 1 else 3.5 if skills else 2.0
    is_crisis = "kill myself" in low
    understood = bool(found) or len(low.split()) > 3
    return Verdict(role, text, found, style, rating, 0.9 if found else 0.3, understood, is_crisis)


def closeness(a: str, b: str) -> float:
    one, other = (set(re.findall(r"\w+", text.lower())) for text in (a, b))
    return len(one & other) / max(1, len(one | other))


def find_reply(scene: Scene, world: World, verdict: Verdict, partner_says: str) -> Reached:  # noqa: ARG001
    """Reach the reply that shares most labels with what was said."""
    if not verdict.understood:
        return Reached("not_understood", None, (), 0.0)
    shared = {id_: len(verdict.labels.intersection(each.shows)) for id_, each in scene.replies.items()}
    best = max(shared, key=lambda id_: shared[id_])
    return Reached("reply", best, (), 0.9) if shared[best] else Reached("otherwise", None, (), 0.9)


def explain(
    verdict: Verdict,
    *,
    calls_for: Sequence[str] = (),
    partner_says: str = "",  # noqa: ARG001
    before: Sequence[Explanation] = (),  # noqa: ARG001
) -> Explanation:
    found = tuple(
        Found(
            each.label,
            NAMES[each.label],
            each.label != "masks",
            each.spans,
            tuple(verdict.text[start:end] for start, end in each.spans),
            "A word of this kind, said in the first person.",
            WHY[each.label],
            each.pattern,
            ("doc-003",),
            ("D4",),
        )
        for each in verdict.findings
    )
    missing = tuple(
        Missing(label, NAMES.get(label, label), WHY.get(label, ""), "Something in me ...")
        for label in calls_for
        if label not in verdict.labels
    )
    edit = Edit(f"{verdict.text} I was sad.", "It adds what you feel.", "names_feeling") if missing else None
    return Explanation(found, missing, "Say it in one breath.", edit)


def profile(verdicts: Sequence[Verdict], role: Role) -> dict[str, float]:
    from scoring.profile import AXES

    open_ones = sum(
        bool(each.labels & {"names_feeling", "describes_event", "states_need"}) for each in verdicts
    )
    share = open_ones / max(1, len(verdicts))
    return {axis.name: share if axis.is_good else 1 - share for axis in AXES[role]}
