"""The scenarios speak of the labels and axes that the scorer has."""

from __future__ import annotations

import pytest

from scenarios.condition_tree import AXES
from scenarios.labels import PITFALLS, SKILLS


@pytest.mark.parametrize("role", ["client", "therapist"])
def test_the_labels_are_those_of_the_scorer(role: str) -> None:
    labels = pytest.importorskip("scoring.labels").labels_of(role)
    assert {each.name for each in labels if each.is_skill} == set(SKILLS[role])
    assert {each.name for each in labels if not each.is_skill} == set(PITFALLS[role])


@pytest.mark.parametrize("role", ["client", "therapist"])
def test_the_axes_are_those_of_the_scorer(role: str) -> None:
    axes = pytest.importorskip("scoring.profile").AXES[role]
    assert {each.name for each in axes} == set(AXES[role])
