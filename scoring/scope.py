"""What a word stands under: a negation, somebody else's mouth, an if.

`I am not angry` names no feeling, nor does `my wife says I'm angry` or `if I were
angry I would say so`. A scope runs from the word that opens it to the end of its
clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.text import Sentence

NEGATORS = frozenset("not no never none nobody nothing neither nor hardly barely scarcely without".split())
"""Words that turn what follows them. None of them is ever mended from a typing error, nor into one."""

HELPERS = frozenset(
    "am is are was were do does did have has had can could will would should must might may".split()
)
"""Verbs that a `not` right after them turns: `my stomach did not`."""

JOINERS = frozenset(
    "but because though although however except yet so and or while when since unless".split()
)
"""Words that begin a clause of their own."""

_LAUGHS = frozenset("lol haha hehe lmao".split())
"""Words that people put where others put a full stop: `im fine lol its all good`."""

_NOT_TURNING = {
    "not": frozenset("only just sure certain".split()),
    "no": frozenset(
        "i we you it he she they that this please thanks thank wonder doubt actually sorry offence "
        "offense".split()
    ),
    "nothing": frozenset(),
}
_WILLING = frozenset("will would can could shall should".split())
"""Verbs of which `not just` is a denial: `I will not just go along`, but not `I am not just hurt`."""
_NUMBERS = frozenset("one two three four five six seven eight nine ten fifteen twenty".split())
_NAMED = frozenset("a the said say saying says them him her us firm told".split())
"""Before a `no` that is a word spoken of: `I told them no`, `a no`, `I said no`."""
_NO_DENIALS = frozenset(
    tuple(each.split())
    for each in (
        "not going to lie",
        "not going to pretend",
        "not saying this",
        "not saying it to",
        "not saying that to",
        "not know what",
        "not know how",
        "not know why",
        "not know where",
        "not know who",
        "not know which",
        "not know i",
        "not know you",
        "not know we",
        "not know it",
    )
)
"""`I'm not going to lie, I was hurt` and `I don't know how it hurt` deny no hurt."""
_DENIALS = frozenset((("far", "from"), ("anything", "but"), ("lying", "if")))
"""Two words that deny what follows: `far from angry`, `I'd be lying if I said I was angry`."""
_OWNING = frozenset("saying said say telling claiming suggesting accusing calling asking your my".split())
_ALL = frozenset("everyone everybody all whatever every always anything".split())
"""What is denied whole: `I'm not saying it's over`, `that's not your fault`, `not everyone`."""
_DISBELIEFS = frozenset(
    tuple(each.split())
    for each in (
        "is not that",
        "is not like",
        "was not that",
        "not know whether",
        "will not tell",
        "would not tell",
        "would not call",
        "will not call",
    )
)
_THINKING = frozenset("think thought believe believed".split())
_BEFORE_THINKING = frozenset("once ever even really actually for a one second moment minute did do i".split())
"""What may stand between a negation and the thinking that it denies: `not once did I think you rude`."""
_AFTER_WILL = frozenset("will would".split())
_NO_VERBS = frozenset(
    "not never no then also still maybe that this the a an my your our there if when what now".split()
)
"""Words that begin a clause of their own after `and`, beside subjects and helpers."""
_NONE = frozenset(("none", "nobody"))
_COPULAS = frozenset("am is are was were be been".split())
_BEFORE_ADJECTIVE = frozenset("a an the really very so too that just at all any even".split())
_BOTH = frozenset("try come go stay sit wait stop talk".split())
_OR = frozenset(("or", "nor"))
_SHORT_ITEM = 2
"""Words of one item of a list."""
_SUBJECTS = frozenset("i you we he she it they".split())
_NO_LIST = _SUBJECTS | HELPERS | JOINERS | {"please", "this", "that", "my", "just", "not", "no"}
"""Words that no item of a denied list has: a clause of its own has begun."""
_ASKING = frozenset("could can would should do does did is are was were will has have had".split())
"""Verbs that ask where a subject follows: `couldn't we` is no negation."""
_REPORTERS = frozenset("says said say thinks thought reckons told tells tell keeps keep".split())
_OTHERS = frozenset(
    "he she they wife husband mother father friend friends sister brother partner boss doctor people "
    "everyone everybody somebody someone daughter son girlfriend boyfriend colleague supervisor mate".split()
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Bits for the words of one sentence."""

    turning: int
    """Words that turn what follows them."""
    negated: int
    """Under an odd number of negations."""
    disowned: int
    """Under a denial of the whole saying: `I'm not saying that ..`, `I never said ..`, `not everyone ..`."""
    reported: int
    """In somebody else's mouth."""
    supposed: int
    """Under an `if I were`, an `I wish I could` or a `somebody would`."""
    starts: int
    """Places where a clause begins."""
    ends: int
    """Places where a clause ends."""


def scope(sentence: Sentence) -> Scope:
    """Work out the scopes of a sentence."""
    starts, ends = _clauses(sentence)
    turning = _turning(sentence)
    negated = _negated(sentence, starts, turning)
    disowned = _disowned(sentence, starts)
    return Scope(turning, negated, disowned, _reported(sentence), _supposed(sentence), starts, ends)


def _clauses(sentence: Sentence) -> tuple[int, int]:
    words = sentence.words
    starts = 1 | sentence.pauses
    ends = sentence.pauses | 1 << len(words)
    for place, word in enumerate(words):
        if word in JOINERS or word in _LAUGHS:
            starts |= 1 << place | 1 << (place + 1)
            ends |= 1 << place
        elif word in _SUBJECTS and _affirms(words, place):
            starts |= 1 << place
            ends |= 1 << place
    return starts, ends & ~1


def _affirms(words: tuple[str, ...], place: int) -> bool:
    """Whether a verb that was denied comes again, affirmed: `I do not need advice I need you to listen`."""
    denied = (words[place], "do", "not", *words[place + 1 : place + 2])
    return any(words[at : at + 4] == denied for at in range(place - 3))


def _turning(sentence: Sentence) -> int:
    words = sentence.words
    bits = 0
    for place, word in enumerate(words):
        if (word in NEGATORS and _turns(sentence, place)) or words[place - 1 : place + 1] in _DENIALS:
            bits |= 1 << place
    return bits


def _negated(sentence: Sentence, starts: int, turning: int) -> int:
    words = sentence.words
    turned = False
    bits = 0
    for place in range(len(words)):
        if turned and starts >> place & 1 and not _carries_on(words, place, sentence.pauses):
            turned = False
        if turned:
            bits |= 1 << place
        if turning >> place & 1:
            turned = not turned or words[place] == "nor"
    return bits


def _disowned(sentence: Sentence, starts: int) -> int:
    """What stands after a denial that begins a clause, or that denies saying or doing it."""
    words = sentence.words
    bits = 0
    denied = False
    for place, word in enumerate(words):
        if starts >> place & 1 and not _carries_on(words, place, sentence.pauses):
            denied = False
        bits |= denied << place
        after = words[place + 1] if place + 1 < len(words) else ""
        denied = (
            denied
            or (word == "not" and after in _ALL and bool(starts >> place & 1))
            or (word in {"not", "never"} and after in _OWNING)
            or (words[place : place + 3] == ("not", "going", "to") and not _is_candid(words, place))
            or (word == "not" and after == "because")
            or words[place - 1 : place + 1] in _DENIALS
            or (word in _THINKING and _doubts(words, place))
            or (word == "nothing" and after in {"i", "you"})
            or words[place - 2 : place + 1] in _DISBELIEFS
            or (word in _NONE and bool(starts >> place & 1))
        )
        if (
            word == "not"
            and place
            and words[place - 1] in _COPULAS
            and after not in _NOT_TURNING["not"] | {"one"}
        ):
            bits |= _close_by(words, place + 1)
    return bits


def _doubts(words: tuple[str, ...], place: int) -> bool:
    """Whether thinking is denied: `not for a second did I believe`, but not by `can not believe`."""
    at = place - 1
    while at > 0 and words[at] in _BEFORE_THINKING:
        at -= 1
    if at < 0 or words[at] not in {"not", "never"}:
        return False
    return not (words[place] == "believe" and at and words[at - 1] in {"can", "could"})


def _is_candid(words: tuple[str, ...], place: int) -> bool:
    """Whether it is `I'm not going to lie`, which denies nothing."""
    return words[place : place + 4] in _NO_DENIALS


def _close_by(words: tuple[str, ...], place: int) -> int:
    """The word that a `not` after `is` denies: `not attracted`, `not a terrible [therapist]`."""
    end = place
    while end < len(words) and words[end] in _BEFORE_ADJECTIVE:
        end += 1
    return (1 << min(end + 1, len(words))) - (1 << place)


def _carries_on(words: tuple[str, ...], place: int, pauses: int) -> bool:
    """Whether a clause goes on under the negation before it: `not hurt or angry`, `not because I'm angry`."""
    if pauses >> place & 1 and _lists(words, place):
        return True
    if "and" in words[place - 1 : place + 1] and (_does_both(words, place) or _will_do_neither(words, place)):
        return True
    if words[place] in _OR or (place and words[place - 1] in _OR) or words[place - 2 : place] in _DENIALS:
        return True
    return "not because" in (
        " ".join(words[max(0, place - 1) : place + 1]),
        " ".join(words[max(0, place - 2) : place]),
    )


def _lists(words: tuple[str, ...], place: int) -> bool:
    """Whether a list goes on that an `or` ends: `I will not tell you to breathe, ring a friend or go out`."""
    end = next((at for at in range(place, len(words)) if words[at] in _OR), len(words))
    if end == len(words) or end == place or not _NO_LIST.isdisjoint(words[place:end]):
        return False
    return end - place <= _SHORT_ITEM or "to" in words[:place]


def _does_both(words: tuple[str, ...], place: int) -> bool:
    """Whether an `and` ties two verbs to one: `let us not try and sort it out`."""
    at = place if words[place] == "and" else place - 1
    return at > 0 and words[at - 1] in _BOTH


def _will_do_neither(words: tuple[str, ...], place: int) -> bool:
    """Whether an `and` ties a second verb to a denied will: `I will not stop and keep it for Thursday`."""
    at = place if words[place] == "and" else place - 1
    if words[at + 1 : at + 2] and words[at + 1] in _SUBJECTS | HELPERS | _NO_VERBS | JOINERS:
        return False
    denied = max((k for k in range(1, at) if words[k] == "not"), default=0)
    return bool(denied) and words[denied - 1] in _AFTER_WILL and not _SUBJECTS & set(words[denied + 2 : at])


def _turns(sentence: Sentence, place: int) -> bool:
    words = sentence.words
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else ""
    if not after or sentence.pauses >> (place + 1) & 1:
        return False
    if word == "no" and place and words[place - 1] in _NAMED:
        return False
    if word == "no" and after in {"thanks", "thank"} and "for" in words[place + 2 : place + 4]:
        return True
    if word == "not" and after == "just" and place and words[place - 1] in _WILLING:
        return True
    if word == "not" and after in {"just", "only"} and _is_number(words[place + 2 : place + 3]):
        return True
    if word == "not" and after in _SUBJECTS and _asks_before(words, place):
        return False
    if tuple(words[place : place + 3]) in _NO_DENIALS or tuple(words[place : place + 4]) in _NO_DENIALS:
        return False
    return after not in _NOT_TURNING.get(word, ())


def _is_number(words: tuple[str, ...]) -> bool:
    """Whether it was more than a few: `it was not only five minutes` denies the five minutes."""
    return bool(words) and (words[0] in _NUMBERS or words[0].isdigit())


def _asks_before(words: tuple[str, ...], place: int) -> bool:
    """Whether a `not` belongs to a question: `couldn't we`, but not `it isn't you`."""
    if not place or words[place - 1] not in _ASKING:
        return False
    return place < 2 or words[place - 2] not in _SUBJECTS | {"that", "this", "there"}


def _reported(sentence: Sentence) -> int:
    """Everything after `my wife says`, `they told me`: to the end of the sentence or to `but`."""
    words = sentence.words
    for place in range(1, len(words)):
        if words[place] in _REPORTERS and _spoken_by_other(words, place):
            stop = next((k for k in range(place + 1, len(words)) if words[k] == "but"), len(words))
            return (1 << stop) - (1 << place)
    return 0


def _spoken_by_other(words: tuple[str, ...], place: int) -> bool:
    before = words[max(0, place - 2) : place]
    return any(word in _OTHERS for word in before)


def _supposed(sentence: Sentence) -> int:
    words = sentence.words
    bits = 0
    for place, word in enumerate(words[:-2]):
        opened = (
            (word == "if" and words[place + 1] in {"i", "we"} and words[place + 2] in {"were", "was", "had"})
            or (
                word in {"braver", "someone", "somebody", "people", "anyone", "anybody"}
                and words[place + 1] == "would"
            )
            or (word == "would" and words[place + 1] == "have" and "if" in words)
        )
        if opened:
            bits |= (1 << len(words)) - (1 << place)
    return bits
