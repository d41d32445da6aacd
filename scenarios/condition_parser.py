"""Reads conditions: `alliance >= 2 and not swallowed`, `chose told.name-it`, `honesty < 0.4`.

A small language of our own, so that a file from anywhere is only ever read and
never run. In it stand flags, comparisons of `alliance` (-5 to 5) and of the axes
of the profile (0 to 1), `seen SCENE`, `chose SCENE.REPLY`, `and`, `or`, `not` and
brackets; `not` binds most, `or` least.

    either := both ("or" both)*
    both   := one ("and" one)*
    one    := "not" one | "(" either ")" | flag | "seen" name | "chose" name "." name | what compares number
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scenarios.condition_tree import (
    ALLIANCE,
    AXES,
    LEAST_ALLIANCE,
    MOST_ALLIANCE,
    SIGNS,
    And,
    Compare,
    Flag,
    Leaf,
    Not,
    Or,
    Seen,
    Tree,
)
from scenarios.faults import ConditionError, did_you_mean, quoted

MAX_LENGTH = 300
MAX_NESTING = 20

_AXES = frozenset(axis for axes in AXES.values() for axis in axes)
_TOKEN = re.compile(
    r"\s*(?:(?P<sign>>=|<=|==|!=|>|<|\(|\))|(?P<number>[+-]?\d{1,6}(?:\.\d{1,6})?)(?![\w-])"
    r"|(?P<word>\w[\w.-]*)|(?P<other>\S))"
)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?")


@lru_cache(maxsize=4096)
def parse(condition: str) -> Tree:
    """Return the tree of a condition. Raise `ConditionError` with the column (from 0) where it is none."""
    return _Parser(condition).whole()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


class _Parser:
    """Reads a condition from left to right, one token ahead."""

    def __init__(self, condition: str) -> None:
        if len(condition) > MAX_LENGTH:
            raise ConditionError(
                f"a condition is longer than {MAX_LENGTH} characters", "set a flag and ask for it", 0
            )
        self._tokens = [
            _Token(str(found.lastgroup), found[str(found.lastgroup)], found.start(str(found.lastgroup)))
            for found in _TOKEN.finditer(condition)
        ]
        self._tokens.append(_Token("end", "", len(condition)))
        self._at = 0
        self._depth = 0

    def whole(self) -> Tree:
        tree = self._either()
        if self._next.kind != "end":
            raise self._wrong("`and` or `or` is missing before", "join the parts with `and` or `or`")
        return tree

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, *texts: str) -> _Token | None:
        """Take the next token where it is one of `texts`."""
        token = self._next
        if token.kind == "end" or token.text not in texts:
            return None
        self._at += 1
        return token

    def _either(self) -> Tree:
        parts = [self._both()]
        while self._take("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _both(self) -> Tree:
        parts = [self._one()]
        while self._take("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Tree:
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise self._wrong("the condition is nested too deep at", "set a flag and ask for it")
        tree = self._nested()
        self._depth -= 1
        return tree

    def _nested(self) -> Tree:
        if self._take("not"):
            return Not(self._one())
        if self._take("("):
            tree = self._either()
            if not self._take(")"):
                raise self._wrong("a closing bracket is missing before", "close it with )")
            return tree
        return self._leaf()

    def _leaf(self) -> Leaf:
        token = self._next
        if token.kind != "word" or token.text in ("and", "or"):
            raise self._wrong("a flag, `alliance`, `seen` or `chose` must stand before", "see docs/format.md")
        self._at += 1
        if token.text in ("seen", "chose"):
            return self._name(token)
        if token.text == ALLIANCE or token.text in _AXES:
            return self._comparison(token)
        return self._flag(token)

    def _name(self, token: _Token) -> Seen:
        name = self._next
        dots = 0 if token.text == "seen" else 1
        if name.kind == "end" or not _NAME.fullmatch(name.text) or name.text.count(".") != dots:
            form = "`seen scene`" if token.text == "seen" else "`chose scene.reply`"
            raise self._wrong("a name must stand here, not", f"write {form}")
        self._at += 1
        return Seen(name.text, name.column)

    def _comparison(self, token: _Token) -> Compare:
        sign = self._take(*SIGNS)
        if not sign:
            raise self._wrong(
                f"`{token.text}` is a number and needs a comparison before", f"write `{token.text} >= 1`"
            )
        number = self._next
        if number.kind != "number":
            raise self._wrong("a number must stand before", f"write `{token.text} {sign.text} 1`")
        self._at += 1
        value = float(number.text)
        low, high = (LEAST_ALLIANCE, MOST_ALLIANCE) if token.text == ALLIANCE else (0, 1)
        if not low <= value <= high:
            mend = f"write a number from {low} to {high}"
            raise ConditionError(f"`{token.text}` is never {number.text}", mend, number.column)
        return Compare(token.text, sign.text, value, token.column)

    def _flag(self, token: _Token) -> Flag:
        if "." in token.text:
            raise ConditionError(
                f"{quoted(token.text)} is no flag", f"write `chose {token.text}`", token.column
            )
        if not _NAME.fullmatch(token.text):
            mend = did_you_mean(token.text.lower(), ("and", "or", "not")) or "use the flag's name"
            raise ConditionError(f"{quoted(token.text)} is no flag", mend, token.column)
        if self._next.text in SIGNS:
            hint = did_you_mean(token.text, (ALLIANCE, *sorted(_AXES)))
            mend = hint or "only `alliance` and the profile are numbers"
            raise ConditionError(f"{quoted(token.text)} is no number", mend, token.column)
        return Flag(token.text, token.column)

    def _wrong(self, message: str, mend: str) -> ConditionError:
        token = self._next
        said = f"{message} {quoted(token.text) if token.text else 'the end'}"
        return ConditionError(said, mend, token.column)
