"""How a scenario is spelled in a file, and how its parts become values of the model.

`cattrs` builds the values and collects every fault on the way; the hooks here say
what an author may leave out: a text for a list of one, a name for a way, a
sentence for a whole coach.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Literal, get_args, get_origin

from cattrs import (
    BaseConverter,
    BaseValidationError,
    Converter,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from scenarios.condition_parser import parse
from scenarios.drill import Drill, DrillLine, Sample
from scenarios.faults import ConditionError, did_you_mean, quoted
from scenarios.model import Coach, Ending, Line, Marked, Otherwise, Partner, Reply, Scenario, Scene, Way

RANGES: Mapping[str, tuple[int, int]] = {"level": (1, 3), "minutes": (1, 60), "alliance": (-3, 3)}
"""The whole numbers of the format, with the least and the most."""

SHORT: Mapping[type, str] = {Line: "says", Way: "to", Coach: "principle", Partner: "name", Otherwise: "goes"}
"""The parts that may be written as one text, with the key that the text then stands for."""

CALLED: Mapping[type, str] = {
    Scenario: "the scenario", Partner: "the partner", Scene: "a scene", Reply: "a reply",
    Otherwise: "otherwise", Coach: "the coach", Line: "a line", Way: "a way",
    Marked: "a marked response", Ending: "an ending",
    Drill: "the drill", DrillLine: "a line", Sample: "a marked response",
}  # fmt: skip
"""What the parts are called in faults."""

ID = "\0id"
"""The key under which the loader hands in the name of a part; no author can write it."""

FILLED: Mapping[type, tuple[str, ...]] = {
    Reply: ("says", "goes"), Otherwise: ("goes",), Scene: ("partner",), Ending: ("text",),
    Drill: ("lines",), DrillLine: ("strong",),
}  # fmt: skip
"""The lists that may not be empty."""

_RENAMED: Mapping[type, Mapping[str, str]] = {
    Scenario: {"id": "scenario"}, Coach: {"try_": "try"}, Scene: {"id": ID}, Reply: {"id": ID},
    Ending: {"id": ID}, Drill: {"id": "drill"},
}  # fmt: skip
_PARTS = (
    *(Line, Way, Coach, Partner, Marked, Ending, Otherwise, Reply, Scene, Scenario),
    *(Sample, DrillLine, Drill),
)
"""Those that others are made of come first."""
_NUMBER = re.compile(r"[+-]?\d{1,6}")


class SpellingError(ValueError):
    """A value that is not what must stand in its place."""

    def __init__(self, message: str, mend: str, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend
        self.column = column
        """Where in the text, from 0."""


def spelled(part: type, name: str) -> str:
    """Return the key that spells the field `name` of a part."""
    return _RENAMED.get(part, {}).get(name, name)


def keys_of(part: type) -> tuple[str, ...]:
    """Return the keys that may stand in a part, in the order of the model."""
    return tuple(key for each in fields(part) if (key := spelled(part, each.name)) != ID)


@cache
def converter() -> Converter:
    """Return the converter that turns the plain tree of a file into a `Scenario`."""
    made = Converter(detailed_validation=True, forbid_extra_keys=True)
    made.register_structure_hook(str, _text)
    made.register_structure_hook(int, _number)
    made.register_structure_hook_factory(_is_a(Literal), _one_of)
    made.register_structure_hook_factory(_is_a(tuple), _items)
    made.register_structure_hook_factory(_is_a(Mapping), _table)
    for part in _PARTS:
        made.register_structure_hook(part, _part(part, made))
    return made


def _is_a(origin: Any) -> Callable[[Any], bool]:
    """Return what tells a type that is made from `origin`."""
    return lambda kind: get_origin(kind) is origin


def _part(part: Any, made: BaseConverter) -> Callable[[Any, Any], Any]:
    """Return the hook for one part: it takes a mapping, or one text where `SHORT` allows it."""
    special: dict[str, Any] = {name: override(rename=key) for name, key in _RENAMED.get(part, {}).items()}
    special |= {
        each.name: override(struct_hook=_in_range(*RANGES[each.name]))
        for each in fields(part)
        if each.name in RANGES
    }
    special |= {each.name: override(struct_hook=_condition) for each in fields(part) if each.name == "when"}
    whole: Any = make_dict_structure_fn(part, made, _cattrs_forbid_extra_keys=True, **special)
    short, filled = SHORT.get(part), FILLED.get(part, ())

    def structure(value: Any, kind: Any) -> Any:
        if isinstance(value, str | list) and short and (isinstance(value, str) or short == "goes"):
            value = {short: value}
        if not isinstance(value, dict):
            known = ", ".join(keys_of(part))
            raise SpellingError(f"{CALLED[part]} needs `key: value` lines here", f"its keys are {known}")
        return whole({key: each for key, each in value.items() if each or key not in filled}, kind)

    return structure


def _text(value: Any, _kind: Any) -> str:
    if not isinstance(value, str):
        raise SpellingError("a text must stand here", "write it as one text, in quotes if need be")
    if not value:
        raise SpellingError("nothing stands here", "write a text or delete the line")
    return value


def _number(value: Any, _kind: Any) -> int:
    text = value.replace("−", "-") if isinstance(value, str) else ""
    if not _NUMBER.fullmatch(text):
        raise SpellingError(f"{_shown(value)} is no whole number", "write a number such as 2 or -1")
    return int(text)


def _condition(value: Any, kind: Any) -> str:
    text = _text(value, kind)
    try:
        parse(text)
    except ConditionError as error:
        raise SpellingError(error.message, error.mend, error.column) from error
    return text


def _in_range(least: int, most: int) -> Callable[[Any, Any], int]:
    def structure(value: Any, kind: Any) -> int:
        number = _number(value, kind)
        if not least <= number <= most:
            raise SpellingError(f"{number} is out of range", f"write a number from {least} to {most}")
        return number

    return structure


def _one_of(kind: Any, _made: BaseConverter) -> Callable[[Any, Any], Any]:
    words = get_args(kind)

    def structure(value: Any, _kind: Any) -> Any:
        if value in words:
            return value
        hint = did_you_mean(value, words) if isinstance(value, str) else ""
        raise SpellingError(f"{_shown(value)} is not one of {', '.join(words)}", hint or "write one of them")

    return structure


def _items(kind: Any, made: BaseConverter) -> Callable[[Any, Any], Any]:
    """Return the hook for a list; one thing alone is a list of one."""
    item = get_args(kind)[0]

    def structure(value: Any, _kind: Any) -> Any:
        values = value if isinstance(value, list) else [value]
        return tuple(_each(enumerate(values), item, made, kind).values())

    return structure


def _table(kind: Any, made: BaseConverter) -> Callable[[Any, Any], Any]:
    item = get_args(kind)[1]

    def structure(value: Any, _kind: Any) -> Any:
        if not isinstance(value, dict) or not (value or item is str):
            raise SpellingError("names with their parts must stand here", "write `name:` and its part below")
        return _each(value.items(), item, made, kind)

    return structure


def _each(values: Any, item: Any, made: BaseConverter, kind: Any) -> dict[Any, Any]:
    """Structure every value and collect the faults of all."""
    done: dict[Any, Any] = {}
    wrong: list[Exception] = []
    for at, value in values:
        try:
            done[at] = made.structure(value, item)
        except (SpellingError, BaseValidationError) as error:
            note = IterableValidationNote(f"at {at!r}", at, item)
            error.__notes__ = [*getattr(error, "__notes__", []), note]
            wrong.append(error)
    if wrong:
        raise IterableValidationError("some values are wrong", wrong, kind)
    return done


def _shown(value: Any) -> str:
    return quoted(value) if isinstance(value, str) else "this"
