"""Changes that add a missing skill, made of what the player said.

`You were late` becomes `You were late, and I felt ...`: the word is the player's to find. Nothing is added
that does not follow from a sentence that is there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scoring.edits.change import BLANK, Change
from scoring.edits.clauses import Part, begun_as, in_hand_of, is_whole, joined, parts, swapped, words
from scoring.edits.feelings import NAMED, feels
from scoring.edits.owning import THERAPIST_WAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scoring.verdict import Verdict

_PAST = (
    r"(?:\w{2,}ed|was|were|wasn['’]?t|weren['’]?t|did|didn['’]?t|did not|had|hadn['’]?t|couldn['’]?t|said"
    r"|told|went|came|got"
    r"|took|gave|made|saw|thought|left|kept|put|let|cut|forgot|spoke|sat|read|wrote|rang|sent|began|broke"
    r"|brought|held|fell"
    r"|shook|ran|spent|stood|found|heard|never \w+ed)"
)
_EVENT = re.compile(
    rf"(?:(?:and|but|so|well|yes|yeah|no|ok|okay|honestly|look)[,.]* )?(?:you|(?:your|the|that|this) "
    rf"[a-z]+(?: [a-z]+)?|there)"
    rf"(?: (?:just|really|only|also|even|then|kind of|sort of|actually|never))* {_PAST}\b[^,;:–—\"“”()]*",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:(?:and|but|so|well|yes|yeah|no|ok|okay|honestly|look)[,.]* )?(?:i (?:saw|noticed|heard|was "
    rf"waiting|said|told|asked)\b(?! myself)"
    rf"|(?:he|she|they) {_PAST} [^,;:–—]*\b(?:me|my)\b)[^,;:–—\"“”()]*",
    re.IGNORECASE,
)
_SEES = re.compile(
    r"(?:(?:and|but|so)[,.]* )?i (?:see|notice|hear|can see|can hear) [^,;:–—\"“”()]*\b(?:you"
    r"|your)\b[^,;:–—\"“”()]*",
    re.IGNORECASE,
)
_YOU_DID = re.compile(rf"you(?: just| only| even| never)? {_PAST}\b[^,;:–—\"“”()]*", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"\b(?:thank|thanks|nice|kind|good|great|help(?:ed|ful)|well done|lovely|right|better)\b", re.IGNORECASE
)
_ONWARD = re.compile(r"\b(?:when|if|because|cos|but|so|and i|and we|while|until|is|are)\b", re.IGNORECASE)
_GESTURE = re.compile(
    r"\byou(?:r \w+)?(?: just| only| kind of)? (?:laughed|smiled|sighed|frowned|paused|stopped|went "
    r"(?:quiet|silent|cold|stiff|red)"
    r"|looked (?:away|at the (?:clock|time|door|window|floor)|at your (?:watch|phone|notes|screen))|yawned"
    r"|rolled your eyes"
    r"|checked|glanced|changed|dropped|raised|shook your head|stared|blinked|froze)\b",
    re.IGNORECASE,
)
_YOU_SAID = re.compile(r"(?<!when )(?<!that )\byou (?:just )?(?:said|called|told me|wrote)\b", re.IGNORECASE)
_REQUESTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), request)
    for pattern, request in (
        (r"\btoo (?:fast|quick|quickly)\b", "Could we go slower?"),
        (r"\btoo (?:soon|early)\b", "Could we wait with it for now?"),
        (r"\b(?:is|was|it['’]s|all|got) too much\b(?! (?:time|talk|money))", "Could we take less at a time?"),
        (r"\byou (?:were|are|came|['’]re) (?:\w+ )?late\b", "Could we start on time next week?"),
        (
            (
                r"\byou (?:(?:talk|talked|speak|spoke) (?:too much|so much|all the time)"
                r"|(?:kept|keep|went|go) (?:on )?(?:going on|talking|on) about)"
            ),
            "Could you leave me more room to talk?",
        ),
        (r"\byou (?:interrupted|cut me off|cut across|talked over|spoke over)\b", "Could you let me finish?"),
        (
            (
                r"\byou (?:just )?(?:looked|were looking|kept looking|keep looking|are looking) (?:at|to) "
                r"(?:the |your )(?:clock|watch|time)"
            ),
            "Could you tell me when we're near the end?",
        ),
        (
            (
                r"\byou (?:just )?(?:looked|were looking|kept looking|keep looking|are looking|were typing) "
                r"(?:at|on|into) your (?:phone|screen|laptop|notes)"
            ),
            "Could you put it away while I talk?",
        ),
        (
            (
                r"\b(?:don['’]?t|do not|didn['’]?t|did not) (?:really )?(?:understand|get) (?:what|the|this"
                r"|that|it|why|how)\b"
            ),
            "Could you explain it once more?",
        ),
        (r"\b(?:wrong name|name (?:was |is )?wrong|forgot my \w*name)\b", "Could you write it down?"),
        (r"\byou forgot\b", "Could you make a note of it?"),
        (r"\bnot? (?:get|have|had|enough) (?:\w+ )?time\b|\brushed\b", "Could we take more time for it?"),
        (
            (
                r"\b(?:isn['’]?t|is not|not|doesn['’]?t|don['’]?t|aren['’]?t) (?:\w+ )?(?:work|working|help"
                r"|helping)(?: for| me|$|[ .!])"
            ),
            "Could we try it another way?",
        ),
    )
)
_DISAGREES = re.compile(
    r"\bi (?:don['’]?t|do not) (?:think|agree|believe)|\bi disagree|\b(?:not|isn['’]?t) (?:true|right"
    r"|working|helping)|\b(?:doesn['’]?t|don['’]?t|does not) (?:work|help)"
    r"|\bsee it differently",
    re.IGNORECASE,
)
_BARBED = re.compile(
    r"\b(?:why (?:are|do|did|would|can['’]?t) you|do you even|are you (?:even|serious)|what['’]?s wrong "
    r"with)\b",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"\b(?:bye|goodbye|see you|i['’]?m (?:done|leaving|off)|last session|(?:want|like) to (?:stop|end|quit"
    r"|finish))\b",
    re.IGNORECASE,
)
_WISH = re.compile(r"(?P<wish>i (?:really )?wish (?:that )?(?:we|you|i) could [^,;:–—.!?]+)", re.IGNORECASE)


def added(verdict: Verdict, missing: Sequence[str], partner_says: str) -> Iterator[Change]:
    """Yield the changes that add one of the `missing` skills, the most important first."""
    for name in missing:
        way = _WAYS.get(name)
        if way:
            yield from way(verdict, partner_says)


def _feeling(verdict: Verdict, _: str) -> Iterator[Change]:
    """What it was like, after what happened, what is not working, what is hard to say, or a question."""
    text = verdict.text
    if feels(text):
        return
    says = "Only you know the word. With it, you say what you feel."
    evidence = _with_evidence(verdict, "describes_event")
    for part in evidence or [each for each in parts(text) if _TOLD.fullmatch(each.body)]:
        for said, shape in _event_and_feeling(text, part):
            yield Change(swapped(text, part, said), says, "names_feeling", shape, "hurt")
    whole = parts(text)
    last = whole[-1]
    if (
        last in _with_evidence(verdict, "gives_feedback")
        and not last.asks
        and is_whole(last.text)
        and _fault(last.body)
    ):
        yield Change(
            joined(text, f"It leaves me feeling {BLANK}."), says, "names_feeling", "leaves-me", "frustrated"
        )
    if "discloses_honestly" in verdict.labels and not last.asks and is_whole(last.text):
        yield Change(
            joined(text, f"I feel {BLANK} telling you this."), says, "names_feeling", "telling-you", "ashamed"
        )
    if (
        "asks_question" in verdict.labels
        and last.asks
        and is_whole(last.text)
        and not _BARBED.search(last.text)
    ):
        yield Change(
            joined(text, f"I feel {BLANK} asking this."), says, "names_feeling", "asking-this", "nervous"
        )
    if "sets_boundary" in verdict.labels and _no_to_a_thing(last.body):
        yield Change(
            joined(text, f"The thought of it makes me {BLANK}."),
            says,
            "names_feeling",
            "thought-of-it",
            "anxious",
        )


def _fault(body: str) -> bool:
    return bool(
        re.search(
            r"(?:\bnot|n['’]?t|\bnever) (?:\w+ ){0,2}?(?:work\w*|help\w*|useful|right for me|getting "
            r"anywhere|get anything)|\btoo (?:fast|quick|much|hard|soon)",
            body,
            re.IGNORECASE,
        )
    )


def _no_to_a_thing(body: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:(?:no|sorry|look|well|ok|okay|actually)[,.]* )*i(?:['’]d rather not| (?:don['’]?t|do not"
            r"|would not|wouldn['’]?t) (?:really )?want to"
            r"|['’]?m not going to| won['’]?t| can['’]?t) (?!be\b|have\b|say\b|know\b)[a-z]+[^,;:–—]*",
            body,
            re.IGNORECASE,
        )
    )


def _event_and_feeling(text: str, part: Part) -> Iterator[tuple[str, str]]:
    body = part.body
    if part.asks or _NOT_DONE.search(body) or len(words(body)) > 18:
        return
    if _SEES.fullmatch(body):
        yield f"{body}, and {in_hand_of(text, f'I feel {BLANK}')}", "and-i-feel"
    if not _EVENT.fullmatch(body) and not _TOLD.fullmatch(body):
        return
    i_felt = in_hand_of(text, f"I felt {BLANK}")
    if _YOU_DID.fullmatch(body) and not _ONWARD.search(body) and len(words(body)) <= 9:
        yield begun_as(i_felt, body) + " when " + body[0].lower() + body[1:] + part.close, "i-felt-when"
    if not re.search(r"\b(?:because|so|but|if)\b", body, re.IGNORECASE):
        yield f"{body}, and {i_felt}", "and-i-felt"


def _event(verdict: Verdict, _: str) -> Iterator[Change]:
    """What happened, after the feeling it gave."""
    text = verdict.text
    for part in parts(text):
        found = NAMED.search(part.body)
        if found and found.end() == len(part.body) and not part.asks:
            said = f"{part.body} when you {BLANK}"
            says = "Only you know the moment. With it, there is something to look at together."
            yield Change(
                swapped(text, part, said), says, "describes_event", "when-you", "looked at your phone"
            )


def _need(verdict: Verdict, _: str) -> Iterator[Change]:
    """A wish that answers to what was said."""
    text = verdict.text
    if _asks_already(text):
        return
    for pattern, request in _REQUESTS:
        for part in parts(text):
            if pattern.search(part.body) and not part.asks and not _ELSE.search(part.body):
                says = "A small wish that your therapist can say yes to."
                said = (
                    joined(part.text, request)
                    if part.text != part.text.lower()
                    else joined(part.text, request.lower())
                )
                yield Change(swapped(text, part, said), says, "states_need", request)
                return


_ELSE = re.compile(
    r"\b(?:he|she|they|my (?:mum|mother|dad|father|wife|husband|boss|partner|son|daughter))\b", re.IGNORECASE
)


def _asks_already(text: str) -> bool:
    return "?" in text or bool(
        re.search(
            r"\b(?:please|could (?:we|you)|can (?:we|you)|i(?:['’]d| would) (?:like|rather)|i (?:want|need)"
            r"|(?:what|why|how|when) (?:did|do|does|were|was|are|is))\b",
            text,
            re.IGNORECASE,
        )
    )


def _question(verdict: Verdict, _: str) -> Iterator[Change]:
    """A question about what the other did or said."""
    text = verdict.text
    if _asks_already(text) or _LEAVING.search(text):
        return
    whole = parts(text)
    says = "It asks, so that you need not guess."
    if _GESTURE.search(whole[-1].body) or (len(whole) > 1 and _GESTURE.search(whole[-2].body)):
        yield Change(
            joined(text, "What was going on for you then?"), says, "asks_question", "going-on-for-you"
        )
    elif _YOU_SAID.search(whole[-1].body):
        yield Change(joined(text, "What did you mean by that?"), says, "asks_question", "what-did-you-mean")
    elif (
        "gives_feedback" in verdict.labels and is_whole(whole[-1].text) and _DISAGREES.search(whole[-1].body)
    ):
        yield Change(joined(text, "How do you see it?"), says, "asks_question", "how-do-you-see-it")


def _repair(verdict: Verdict, _: str) -> Iterator[Change]:
    """An offer to stay with it, where a strain between the two has just been named."""
    text = verdict.text
    last = parts(text)[-1]
    named = "names_feeling" in verdict.labels and {"describes_event", "gives_feedback"} & verdict.labels
    if named and not _asks_already(text) and not _LEAVING.search(text) and is_whole(last.text):
        says = "It shows that you want to stay and work it out."
        yield Change(joined(text, "Can we talk about it?"), says, "invites_repair", "can-we-talk")


def _limit(verdict: Verdict, _: str) -> Iterator[Change]:
    """`I wish we could meet, and I know we can't`."""
    text = verdict.text
    for part in parts(text):
        found = _WISH.fullmatch(part.body)
        if found and not re.search(r"\bknow\b", text, re.IGNORECASE):
            who = re.search(r"\bcould\b", part.body, re.IGNORECASE)
            subject = part.body[: who.start()].split()[-1] if who else "we"
            i_know = in_hand_of(text, f"I know {subject.lower() if subject.lower() != 'i' else 'I'} can't")
            says = "It keeps the wish, and the line."
            yield Change(
                swapped(text, part, f"{part.body}, and {i_know}{part.close or '.'}"),
                says,
                "respects_boundary",
                "i-know-we-cant",
            )


def _with_evidence(verdict: Verdict, name: str) -> list[Part]:
    finding = verdict.finding(name)
    spans = finding.spans if finding else ()
    return [part for part in parts(verdict.text) if any(part.start <= start < part.end for start, _ in spans)]


_WAYS: dict[str, Callable[[Verdict, str], Iterator[Change]]] = {
    "names_feeling": _feeling,
    "describes_event": _event,
    "states_need": _need,
    "asks_question": _question,
    "invites_repair": _repair,
    "respects_boundary": _limit,
    **THERAPIST_WAYS,
}
