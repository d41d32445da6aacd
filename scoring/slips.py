"""Slips of the hand in short forms: `dpnt` and `dontt` are `dont`, `I'j` is `I'm`.

A rule that mends unknown words does not reach words as short as these, and must not touch a negation. Here
each written form is given its own slips: one letter doubled, left out, swapped with the next, or exchanged
for its neighbour on the keyboard. What is a word of its own, or could be a slip in another form, is none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SHORTEST = 3
"""Characters. What is shorter could be meant for too much."""


def _neighbours() -> dict[str, str]:
    """For each letter those beside, above and below it on the keyboard."""
    found: dict[str, str] = defaultdict(str)
    for row, keys in enumerate(_ROWS):
        for place, key in enumerate(keys):
            near = [keys[place - 1 : place], keys[place + 1 : place + 2]]
            near += [other[max(0, place - 1) : place + 1] for other in _ROWS[row + 1 : row + 2]]
            near += [other[place : place + 2] for other in _ROWS[max(0, row - 1) : row]]
            found[key] = "".join(near)
    return found


_NEAR = _neighbours()


def _typed(form: str) -> Iterator[str]:
    """Yield how one slip changes a form."""
    for place, letter in enumerate(form):
        before, after = form[:place], form[place + 1 :]
        yield before + after
        yield before + letter + letter + after
        if after:
            yield before + after[0] + letter + after[1:]
        yield from (before + near + after for near in _NEAR.get(letter, ""))


def slips_of(forms: Iterable[str], is_taken: Callable[[str], bool]) -> dict[str, str]:
    """Return for each slip the form that it is one of; `is_taken` knows what stands for something already."""
    found: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        for slip in _typed(form):
            if len(slip) >= SHORTEST and slip != form and not is_taken(slip):
                found[slip].add(form)
    return {slip: next(iter(meant)) for slip, meant in sorted(found.items()) if len(meant) == 1}
