"""The phrase book of the characters: lines of our own, read from `phrases.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenarios.source import read_source
from scenarios.tree import plain

if TYPE_CHECKING:
    from scenarios.model import Role

_GAP = re.compile(r"\s*(?:\.{3}|…)")
VARIANTS = 2
"""In how many ways the gaps of a stem are filled."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What fills a gap of a stem."""

    after: tuple[str, ...]
    """The words that can stand before it."""
    says: tuple[str, ...]


def phrases(role: Role, label: str) -> tuple[str, ...]:
    """Return a few lines that show a label; none where the codebook has gained one since."""
    return tuple(_book()[role].get(label, ()))


def stuffed(role: Role) -> tuple[str, ...]:
    """Return lists of key words, as somebody types who wants points and says nothing."""
    return tuple(_book()["stuffed"][role])


def noise() -> tuple[str, ...]:
    """Return words that are no answer to anybody."""
    return tuple(_book()["noise"])


@cache
def filled(stem: str, role: Role) -> tuple[str, ...]:
    """Return a stem with its gaps filled, in different ways; nothing where one of them cannot be filled."""
    parts = _GAP.split(stem.strip())
    texts = (_with(parts, role, variant) for variant in range(VARIANTS)) if len(parts) > 1 else ()
    return tuple(text for text in texts if text)


def _with(parts: list[str], role: Role, variant: int) -> str:
    text = parts[0]
    for after in parts[1:]:
        words = _filling(text, role)
        if not words:
            return ""
        text = f"{text} {words[variant % len(words)]}{after}"
    return text


def _filling(before: str, role: Role) -> tuple[str, ...]:
    """Return what can stand after these words; nothing where the book has nothing."""
    told = f" {before.casefold()}".rstrip(" ,.:").replace("’", "'")
    fitting = (gap.says for gap in _gaps(role) if any(told.endswith(f" {each}") for each in gap.after))
    return next(fitting, ())


@cache
def _gaps(role: Role) -> tuple[Gap, ...]:
    return tuple(Gap(tuple(each["after"]), tuple(each["says"])) for each in _book()["gaps"][role])


@cache
def _book() -> Any:
    return plain(read_source(Path(__file__).with_name("phrases.yaml")).root)
