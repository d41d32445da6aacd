"""One naming everywhere: a list calls a skill what the feedback calls it, as a thing that one does."""

from __future__ import annotations

import pytest

from scoring.labels import labels_of
from trainer.skill_words import skill_words

SKILLS = [each for role in ("client", "therapist") for each in labels_of(role) if each.is_skill]  # type: ignore[arg-type]
STANDS_FOR = {"it", "keeps"}
"""Words of a title that a list says in full, or in another form."""


@pytest.mark.parametrize("label", SKILLS, ids=lambda label: label.name)
def test_the_lists_use_the_words_of_the_feedback(label) -> None:
    verb, *words = label.title.split()
    listed = skill_words(label.name).split()
    assert listed[0].endswith("ing")
    assert listed[0][0] == verb[0]
    assert not (set(words) - STANDS_FOR - {"wants"}) - set(listed)
