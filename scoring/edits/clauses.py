"""Sentences as typed: where they begin and end, and whether what remains of one can stand alone.

Much narrower than English on purpose. Where this cannot tell that something is a whole sentence, nothing is
offered: a broken sentence is worse than no advice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE = re.compile(
    r"(?:\b(?:Dr|Mrs?|Ms|St)\.(?=\s)|\.(?=\w)|[^.!?…\n])+(?:[.!?…]+[\"”')]*|\n+|$)\s*", re.IGNORECASE
)
_OPENING = (
    r"(?:(?:well|ok|okay|so|yes|yeah|no|honestly|actually|look|but|and|hm+|um+|oh|please|today|maybe|perhaps"
    r"|still|also|just|i think|i guess|right now|then|fair enough|right|good|thanks?(?: you)?|i see"
    r"|(?:i['’]?m )?(?:so |really |very )?sorry|because|truth is|to be honest)[,.]*\s+){0,3}"
)
_SUBJECT = (
    r"(?:i|you|we|it|that|this|he|she|they|there|(?:my|your|our|the|this|that|his|her|these|those) [a-z'’-]+"
    r"|something|nothing|everything|part of me|nobody|everyone)"
)
_VERB = (
    r"(?:\s+(?:just|really|never|always|still|also|even|only|actually|kind of|sort of))*\s+"
    r"(?:am|is|are|was|were|do|does|did|don['’]?t|doesn['’]?t|didn['’]?t|can|can['’]?t|cannot|could"
    r"|couldn['’]?t"
    r"|will|won['’]?t|would|wouldn['’]?t|have|haven['’]?t|has|had|may|might|must|should|isn['’]?t|wasn['’]?t"
    r"|aren['’]?t|weren['’]?t|feel|felt|got|get|need|want|wish|think|know|hope|like|love|hate|said|say|told"
    r"|lied"
    r"|went|came|saw|heard|noticed|wonder|prefer|found|find|made|make|makes|left|keep|kept|miss|missed|forgot"
    r"|looked|look|asked|ask|hurt|hurts|scared|scares|worked|works|took|take|see|hear|understand|mean|meant"
    r"|tried|try|use|used|gave|give|talk|talked|sit|sat|pay|owe|trust|[a-z]+ed)\b"
)
_SHORT = (
    r"(?:(?:i|you|we|it|that|this|there|he|she|they)['’](?:m|s|d|re|ve|ll)|im|ive|youre|its|thats)\b\s+\w+"
)
_ASK = (
    r"(?:can|could|would|will|do|does|did|are|is|was|were|have|has|should|may|how|what|when|why|where|who)"
    r"(?:n['’]?t)?\s+(?:i|you|we|it|that|this|there|the|my|your|is|are|was|were|do|did|can|could|would|much"
    r"|long|about|happened|makes|made|would|else)\b|what['’]s \w+"
)
_WHOLE = re.compile(
    rf"{_OPENING}(?:{_SUBJECT}{_VERB}|{_SHORT}|{_ASK}|(?:please|let['’]?s|thank) \w+)", re.IGNORECASE
)
_HANGS = re.compile(
    r"(?:\b(?:to|the|an?|and|but|or|so|because|of|with|my|your|i|if|than|as|is|are|was|were|for|at|by|from"
    r"|i['’]?m|you['’]?re|it['’]s|that['’]s|when|just|not|very|really|about)|[,;:–—-])\s*$",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\W*(?:which|because|cos|and|or|so|that|this|these|those|it|its|it['’]s|that['’]s|thats|they|then|not"
    r"|neither|i mean|either|even|but|though|instead|otherwise|same|both|one|if so|whoever|hence|also|or)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of a response, as typed."""

    start: int
    end: int
    """Where the next sentence begins."""
    text: str
    """Without the space after it."""

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return "?" in self.text[-3:]

    @property
    def body(self) -> str:
        """The sentence without what closes it."""
        return self.text.rstrip(" .!?…\n")

    @property
    def close(self) -> str:
        """What closes it."""
        return self.text[len(self.body) :]


def parts(text: str) -> list[Part]:
    """Return the sentences of a response."""
    return [Part(each.start(), each.end(), each[0].rstrip()) for each in _SENTENCE.finditer(text) if each[0]]


def words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return [each.lower().replace("’", "'") for each in _WORD.findall(text)]


def is_whole(text: str) -> bool:
    """Whether `text` can stand as a sentence of its own."""
    body = text.strip().rstrip(" .!?…")
    return len(words(body)) >= 3 and bool(_WHOLE.match(body)) and not _HANGS.search(body)


def leans_back(text: str) -> bool:
    """Whether a sentence begins as if it went on from the one before."""
    return bool(_LEANS.match(text))


def begun_as(text: str, model: str) -> str:
    """`text` with a capital where `model` begins with one."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def in_hand_of(player: str, added: str) -> str:
    """`added` in small letters where the player writes all in small letters."""
    return added.lower() if player == player.lower() else added


def joined(text: str, added: str) -> str:
    """`text` and one more sentence in the player's hand."""
    text = text.rstrip()
    joint = " " if text.endswith((".", "!", "?", "…")) else ". "
    return text + joint + in_hand_of(text, added)


def swapped(text: str, part: Part, said: str) -> str:
    """`text` with `said` in the place of one of its sentences."""
    return text[: part.start] + said + text[part.start + len(part.text) :]
