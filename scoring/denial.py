"""What people say but do not mean, or take back: `who says I'm hurt?`, `hurt? no`, `a break.. scratch that`.

`scoring.scope` knows negations; here are denials that take whole sayings to make. They are cues in
`patterns/both/denials.yaml`. Each family says which words it reaches (`reaches`) and, where it does not take
everything that is said there, which labels it takes (`of`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.reading import Hit
    from scoring.text import Sentence

DENIAL = "denial"
"""The name that cues of denial have in place of a label."""

_FOLLOWS, _CLOSELY, _REST, _BEFORE, _QUESTION, _SENTENCE = REACHES = (
    "what follows",
    "what follows closely",
    "the rest",
    "what went before",
    "the question before",
    "the sentence before",
)
"""Up to a pause; up to a pause or somebody's doing; to the end of the sentence; from its start or a `but` on;
the questions right before the sentence; what went before, or where nothing did, the sentence before."""

SHORT_ECHO = 2
"""Words. A no answers a question as short as this together with the one before: `hurt by it? me? no`."""

LEAD = 2
"""Words: `but i`, as in `there is something, but I can't say what`."""

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
        # For each sentence: a bit for each word, and the labels that are denied there, none for all.
        self._begun: list[list[tuple[int, frozenset[str]]]] = [[] for _ in sentences]
        self._ended: list[list[tuple[int, frozenset[str]]]] = [[] for _ in sentences]
        for cue in cues:
            self._note(cue, sentences)

    def takes(self, hit: Hit) -> bool:
        """Whether what a hit says is denied: it begins under a denial, or it is over before one."""
        label = hit.pattern.family.label
        first, last = 1 << hit.first, 1 << hit.end - 1
        return any(bits & first and (not of or label in of) for bits, of in self._begun[hit.sentence]) or any(
            bits & first and bits & last and (not of or label in of) for bits, of in self._ended[hit.sentence]
        )

    def words(self, sentence: int) -> int:
        """Return a bit for each word of a sentence whose every meaning is denied."""
        found = 0
        for bits, of in (*self._begun[sentence], *self._ended[sentence]):
            if not of:
                found |= bits
        return found

    def _note(self, cue: Hit, sentences: Sequence[Sentence]) -> None:
        number, sentence = cue.sentence, sentences[cue.sentence]
        reach, of = cue.pattern.family.reaches, cue.pattern.family.of
        if reach == _FOLLOWS:
            self._begun[number].append((_until_a_pause(sentence, cue), of))
        elif reach == _CLOSELY:
            self._begun[number].append((_until_a_pause(sentence, cue, _SUBJECTS), of))
        elif reach == _REST:
            self._begun[number].append((_until_a_but(sentence, cue), of))
        elif reach == _SENTENCE and cue.first == 0 and number:
            self._ended[number - 1].append((-1, of))
        elif reach in {_BEFORE, _SENTENCE}:
            self._ended[number].append((_since_a_but(sentence, cue.first), of))
        elif reach == _QUESTION and cue.first == 0:
            self._answer(number, sentences, of)

    def _answer(self, number: int, sentences: Sequence[Sentence], of: frozenset[str]) -> None:
        """Deny the questions right before a sentence: `embarrassed when you read it? me? no`."""
        while number and _echoes(sentences[number - 1]):
            number -= 1
            self._begun[number].append((-1, of))
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


def _until_a_but(sentence: Sentence, cue: Hit) -> int:
    words = sentence.words
    end = next((place for place in range(cue.end, len(words)) if words[place] == "but"), len(words))
    return (1 << end) - (1 << min(cue.first + 1, end))


def _since_a_but(sentence: Sentence, end: int) -> int:
    """What went before, back to a `but`; one that leads to the denial itself does not count."""
    before = range(max(0, end - LEAD))
    start = max((place for place in before if sentence.words[place] == "but"), default=0)
    return (1 << end) - (1 << start)


def _echoes(sentence: Sentence) -> bool:
    """Whether a question only says again what it asks, to be answered by the one who asks: `angry? no`."""
    first, second = (*sentence.words, "", "")[:2]
    return sentence.asks and first not in _REAL and not (first in _OPENING and second in _REAL)
