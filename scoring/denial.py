"""What people say but do not mean, or take back: `who says I'm hurt?`, `hurt? no`, `a break.. scratch that`.

`scoring.scope` knows negations; here are denials that take whole sayings to make. They are cues in
`patterns/both/denials.yaml`, by what they deny: one family each for what follows, far or closely, for what
went before, for the question before, and for a request before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.reading import Hit
    from scoring.text import Sentence

DENIAL = "denial"
"""The name that cues of denial have in place of a label."""
REQUESTS = frozenset(("states_need", "asks_question", "invites_repair", "sets_boundary", "pushes_boundary"))
"""Labels that are taken back with `never mind`; a feeling that was named stays named."""

SHORT_ECHO = 2
"""Words. A no answers a question as short as this together with the one before: `hurt by it? me? no`."""

_FOLLOWS, _CLOSELY, _BEFORE, _QUESTION, _REQUEST = (
    f"{DENIAL}.{name}"
    for name in (
        "what-follows",
        "what-follows-closely",
        "what-went-before",
        "the-question-before",
        "the-request-before",
    )
)
_SUBJECTS = frozenset("i you we he she they".split())
"""Who begins to do something of their own: `instead of listening you talked`. An `it` is mostly done to."""
_REAL = frozenset("so did who can could would will may shall what why how when where which".split())
"""Words that begin a question that is one: `could we stop? no hurry` takes nothing back."""
_OPENING = frozenset("and but or ok well oh then".split())
"""Words that may stand before those."""


class Denied:
    """Which words of a response are denied by what is said around them."""

    def __init__(self, sentences: Sequence[Sentence], cues: Sequence[Hit]) -> None:
        """Take the sentences of a response and the cues of denial that stand in them."""
        # For each sentence a bit for each word: under a denial, before one, before a request is taken back.
        self._begun = [0] * len(sentences)
        self._ended = [0] * len(sentences)
        self._requests = [0] * len(sentences)
        for cue in cues:
            self._note(cue, sentences)

    def takes(self, hit: Hit) -> bool:
        """Whether what a hit says is denied: it begins under a denial, or it is over before one."""
        ended = self._ended[hit.sentence]
        if hit.pattern.family.label in REQUESTS:
            ended |= self._requests[hit.sentence]
        return bool(self._begun[hit.sentence] >> hit.first & 1) or bool(
            ended >> hit.first & 1 and ended >> (hit.end - 1) & 1
        )

    def _note(self, cue: Hit, sentences: Sequence[Sentence]) -> None:
        number, sentence = cue.sentence, sentences[cue.sentence]
        family = cue.pattern.family.id
        if family == _FOLLOWS:
            self._begun[number] |= _until_a_pause(sentence, cue)
        elif family == _CLOSELY:
            self._begun[number] |= _until_a_pause(sentence, cue, _SUBJECTS)
        elif family == _BEFORE:
            self._ended[number] |= _since_a_but(sentence, cue.first)
        elif family == _REQUEST and cue.first == 0 and number:
            self._requests[number - 1] = -1
        elif family == _REQUEST:
            self._requests[number] |= _since_a_but(sentence, cue.first)
        elif family == _QUESTION and cue.first == 0:
            self._answer(number, sentences)

    def _answer(self, number: int, sentences: Sequence[Sentence]) -> None:
        """Deny the questions right before a sentence: `embarrassed when you read it? me? no`."""
        while number and _echoes(sentences[number - 1]):
            number -= 1
            self._begun[number] = -1
            if len(sentences[number].words) > SHORT_ECHO:
                return


def _until_a_pause(sentence: Sentence, cue: Hit, stops: frozenset[str] = frozenset()) -> int:
    """From the second word of a cue on; a pause right after it, as before a quotation, is none."""
    words = sentence.words
    end = cue.end
    while end < len(words) and words[end] not in stops | {"but"}:
        if end > cue.end and sentence.pauses >> end & 1:
            break
        end += 1
    return (1 << end) - (1 << min(cue.first + 1, end))


def _since_a_but(sentence: Sentence, end: int) -> int:
    start = max((place for place in range(end) if sentence.words[place] == "but"), default=0)
    return (1 << end) - (1 << start)


def _echoes(sentence: Sentence) -> bool:
    """Whether a question only says again what it asks, to be answered by the one who asks: `angry? no`."""
    first, second = (*sentence.words, "", "")[:2]
    return sentence.asks and first not in _REAL and not (first in _OPENING and second in _REAL)
