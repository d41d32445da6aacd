"""Explanations, the smallest edit, closeness and the profile."""

from __future__ import annotations

import pytest

from scoring import closeness, score
from scoring.explanation import explain
from scoring.labels import label, labels_of
from scoring.profile import AXES, profile


def test_what_was_found_is_told_with_its_words_and_its_source() -> None:
    verdict = score("You went quiet when I said concert and it scared me.", role="client")
    found = {each.label: each for each in explain(verdict).found}
    feeling = found["names_feeling"]
    assert feeling.is_skill
    assert "scared" in " ".join(feeling.words)
    assert feeling.reason
    assert feeling.sources
    assert all(verdict.text[start:end] in feeling.words for start, end in feeling.spans)


def test_what_the_moment_called_for_and_was_missing_is_told_with_a_reason_and_a_stem() -> None:
    verdict = score("You went quiet when I said concert.", role="client")
    missing = explain(verdict, calls_for=("describes_event", "names_feeling", "states_need")).missing
    assert [each.label for each in missing][:2] == ["names_feeling", "states_need"]
    assert all(each.why and each.stem for each in missing)


@pytest.mark.parametrize(
    ("text", "gained", "lost"),
    [
        ("I guess I felt left out when you laughed, maybe, a bit, or something, never mind.", None, "hedges"),
        ("You went quiet when I said concert and it scared me.", "states_need", None),
    ],
)
def test_the_smallest_edit_does_what_it_says(text: str, gained: str | None, lost: str | None) -> None:
    verdict = score(text, role="client")
    edit = explain(verdict, calls_for=("states_need",)).edit
    assert edit is not None
    after = score(edit.text, role="client")
    skills = {each for each in verdict.labels if label(each, "client").is_skill}
    assert skills <= after.labels
    if gained:
        assert gained in after.labels
    if lost:
        assert lost in verdict.labels
        assert lost not in after.labels


@pytest.mark.parametrize("text", ["I'm fine, it's nothing.", "Can I have your number?", "Ok."])
def test_nothing_is_added_that_does_not_go_with_what_was_said(text: str) -> None:
    assert explain(score(text, role="client"), calls_for=("names_feeling",)).edit is None


def test_nothing_is_edited_where_nothing_was_understood() -> None:
    assert explain(score("asdf jkl", role="client"), calls_for=("states_need",)).edit is None


@pytest.mark.parametrize("role", ["client", "therapist"])
def test_every_label_has_words_for_the_player(role: str) -> None:
    for each in labels_of(role):  # type: ignore[arg-type]
        assert each.title
        assert each.meaning.endswith(".")
        assert each.why.endswith(".")
        assert each.stem
        assert each.sources
        assert "!" not in each.title + each.meaning + each.why + each.stem


@pytest.mark.parametrize("role", ["client", "therapist"])
def test_there_is_an_addition_that_carries_the_skill_it_promises(role: str) -> None:
    for each in labels_of(role):  # type: ignore[arg-type]
        carried = [each.name in score(added, role=role).labels for added in each.adds]  # type: ignore[arg-type]
        assert any(carried) or not carried, each.name


@pytest.mark.parametrize(
    ("a", "b", "is_close"),
    [
        ("You went quiet and I got scared.", "you went quiet and i got scared", True),
        ("You went quiet and it scared me.", "u went quiet n it scared me", True),
        ("I am angry", "I am not angry", False),
        ("Could we slow down?", "My brother has a boat.", False),
    ],
)
def test_closeness(a: str, b: str, *, is_close: bool) -> None:
    assert (closeness(a, b) > 0.6) is is_close
    assert closeness(a, a) == 1.0
    assert closeness(a, b) == closeness(b, a)


def test_the_profile_parts_honesty_from_aggression() -> None:
    honest = profile(
        [score("I felt hurt when you looked at the clock. I'd like to talk about it.", role="client")],
        "client",
    )
    attack = profile([score("You are useless and you never listen.", role="client")], "client")
    hidden = profile([score("It's fine, whatever you think.", role="client")], "client")
    assert honest["honesty"] > 0.5
    assert honest["aggression"] == 0.0
    assert attack["aggression"] > 0.5
    assert hidden["withdrawal"] > 0.5
    assert set(honest) == {axis.name for axis in AXES["client"]}
    assert profile([], "client") == dict.fromkeys(honest, 0.0)
