"""The labels of the codebook: what each is called, means, and is good for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from scoring.yaml_texts import read

if TYPE_CHECKING:
    from scoring.verdict import Role


@dataclass(frozen=True, slots=True)
class Label:
    """A skill or a pitfall of one role."""

    name: str
    """As in the codebook and in data files: `names_feeling`."""
    role: Role
    is_skill: bool
    title: str
    """In plain words, to stand after "this": `says what you feel`."""
    meaning: str
    why: str
    """For a skill, what it is good for; for a pitfall, what it costs. One or two sentences."""
    stem: str
    """The beginning of a sentence that would show the skill, or lead out of the pitfall."""
    more_whys: tuple[str, ...]
    """The same said from other sides, so that it need not be told twice in the same words."""
    more_stems: tuple[str, ...]
    """Other beginnings."""
    sources: tuple[str, ...]
    """Source documents, such as `doc-003`."""
    advice: tuple[str, ...]
    """Rows of the advice table, such as `D4`."""


@cache
def _all() -> dict[Role, dict[str, Label]]:
    data = read(files("scoring").joinpath("labels.yaml"))
    return {
        role: {
            name: Label(
                name,
                role,
                each["skill"] == "true",
                each["title"],
                each["meaning"],
                each["why"],
                each["stem"],
                tuple(each["more_whys"]),
                tuple(each["more_stems"]),
                tuple(each["sources"]),
                tuple(each["advice"]),
            )
            for name, each in labels.items()
        }
        for role, labels in data.items()
    }


def labels_of(role: Role) -> tuple[Label, ...]:
    """Return all labels of a role: skills first, then pitfalls."""
    return tuple(_all()[role].values())


def label(name: str, role: Role) -> Label:
    """Return one label. Raises `KeyError` where the role has no such label."""
    return _all()[role][name]
