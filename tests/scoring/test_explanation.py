"""Explanations, the smallest edit, closeness and the profile."""

from __future__ import annotations

import pytest

from scoring import closeness, score
from scoring.explanation import Explanation, explain
from scoring.labels import labels_of
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
    assert [each.label for each in missing] == ["names_feeling"]
    assert all(each.why and each.stem for each in missing)


def test_what_was_told_before_is_told_in_other_words_and_at_last_by_its_name_alone() -> None:
    verdict = score("You went quiet when I said concert.", role="client")
    told: list[Explanation] = []
    for _ in range(4):
        told.append(explain(verdict, calls_for=("names_feeling",), before=told))
    whys = [each.missing[0].why for each in told]
    assert len(set(whys)) == 4
    assert whys[-1] == ""
    assert len({each.missing[0].stem for each in told[:3]}) == 3
    assert all(each.missing[0].stem for each in told)


def test_at_most_two_are_missing_and_one_where_there_is_a_pitfall_or_some_of_it() -> None:
    called = ("names_feeling", "states_need", "describes_event")

    def missing(text: str) -> int:
        return len(explain(score(text, role="client"), calls_for=called).missing)

    assert missing("I brought the sheet. It is in my bag.") == 2
    assert missing("You went quiet when I said concert.") == 1
    assert missing("I'm fine.") == 1


@pytest.mark.parametrize("role", ["client", "therapist"])
def test_every_label_has_words_for_the_player(role: str) -> None:
    for each in labels_of(role):  # type: ignore[arg-type]
        assert each.title
        assert each.meaning.endswith(".")
        assert each.why.endswith(".")
        assert each.stem
        assert each.sources
        assert "!" not in each.title + each.meaning + each.why + each.stem
        assert all(why.endswith((".", ":")) for why in each.more_whys)
        assert len({each.why, *each.more_whys}) >= (3 if each.is_skill else 2)
        assert len({each.stem, *each.more_stems}) >= (3 if each.is_skill else 2)


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
