from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import scoring
from scenarios.condition import World
from scenarios.finding import _close, _shown, find_reply, scored
from scenarios.model import Coach, Line, Otherwise, Reply, Scene, Way
from scoring.verdict import Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator


def reply(name: str, says: list[str], shows: list[str], when: str = "") -> Reply:
    return Reply(name, tuple(says), tuple(shows), (Way("on"),), Coach("."), when=when)


SCENE = Scene(
    id="told",
    partner=(Line("A concert. I see."),),
    principle=".",
    stem=".",
    otherwise=Otherwise((Way("stuck"),)),
    replies={
        each.id: each
        for each in [
            reply(
                "name-it",
                [
                    "I noticed your face change just now, and I got scared.",
                    "You went quiet and it worried me.",
                ],
                ["names_feeling", "describes_event"],
            ),
            reply("ask", ["Could we look at what happened between us?"], ["states_need"]),
            reply("need", ["I need five minutes for something else."], ["states_need"]),
            reply("smooth-over", ["It's fine, let's talk about my week."], ["masks", "withdraws"]),
            reply("lash-out", ["You are so cold, honestly."], ["attacks"]),
            reply("late", ["I came late on purpose."], ["discloses_honestly"], when="late"),
        ]
    },
)


@pytest.fixture(autouse=True)
def _words_in_common(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand in for the scorer's closeness, so that these tables test the finding alone."""

    def closeness(a: str, b: str) -> float:
        one, other = (set(re.findall(r"[\w']+", text.lower())) for text in (a, b))
        return 2 * len(one & other) / (len(one) + len(other))

    shows = {saying: each.shows for each in SCENE.replies.values() for saying in each.says}
    real = scoring.score

    def score(text: str, *, role: scoring.Role, partner_says: str = "") -> Verdict:
        if text in shows and partner_says:
            return verdict(text, *shows[text])
        return real(text, role=role, partner_says=partner_says)

    monkeypatch.setattr(scoring, "closeness", closeness)
    monkeypatch.setattr(scoring, "score", score)
    for known in (scored, _shown, _close):
        known.cache_clear()
    yield
    for known in (scored, _shown, _close):
        known.cache_clear()


def verdict(text: str, *labels: str, understood: bool = True) -> Verdict:
    findings = tuple(Finding(label, 0.9, ((0, 1),), "p") for label in labels)
    return Verdict("client", text, findings, "partial", 3.0, 0.8, understood)


def found(text: str, *labels: str, understood: bool = True, world: World | None = None) -> tuple[str, str]:
    result = find_reply(
        SCENE, world or World(), verdict(text, *labels, understood=understood), "A concert. I see."
    )
    assert 0 <= result.sure <= 1
    return result.kind, result.reply or "/".join(result.between)


@pytest.mark.parametrize("understood", [True, False])
@pytest.mark.parametrize("labels", [(), ("attacks",), ("names_feeling", "describes_event")])
def test_a_saying_always_finds_its_reply(labels: tuple[str, ...], understood: bool) -> None:
    for each in SCENE.replies.values():
        if each.when:
            continue
        for saying in each.says:
            for text in (saying, saying.upper(), saying.rstrip(".") + "!!", saying.replace("'", "’")):
                assert found(text, *labels, understood=understood) == ("reply", each.id)


def test_other_words_with_the_same_labels_find_the_reply() -> None:
    assert found("ur eyebrows went up and i felt tiny", "names_feeling", "describes_event") == (
        "reply",
        "name-it",
    )
    assert found("whatever you say doesn't matter to me", "attacks") == ("reply", "lash-out")


def test_one_of_two_labels_and_some_of_the_words_are_enough() -> None:
    assert found("You went so quiet that it worried me a bit", "names_feeling") == ("reply", "name-it")


def test_an_insult_weighs_more_than_what_stands_beside_it() -> None:
    kind, which = found("you pulled a face, you cow", "describes_event", "attacks")
    assert (kind, which.split("/")[0]) in [("reply", "lash-out"), ("near_tie", "lash-out")]


def test_two_replies_that_are_as_near_are_asked_about() -> None:
    kind, between = found("a little break, perhaps", "states_need")
    assert kind == "near_tie"
    assert set(between.split("/")) == {"ask", "need"}


def test_closeness_parts_replies_with_the_same_labels() -> None:
    text = "Could we look at what happened there between us?"
    assert found(text, "states_need") == ("reply", "ask")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Do you do this in the evening as well?", ["asks_question"]),
        ("My brother has bought a boat.", []),
        ("I have been drinking again all through the autumn.", ["discloses_honestly"]),
        ("A concert. I see.", ["masks", "withdraws"]),
    ],
)
def test_what_is_none_of_the_replies_goes_to_otherwise(text: str, labels: list[str]) -> None:
    assert found(text, *labels) == ("otherwise", "")


def test_what_is_not_understood_is_said_so() -> None:
    assert found("asdf jkl", understood=False) == ("not_understood", "")


def test_a_reply_whose_condition_does_not_hold_is_not_foreseen() -> None:
    text = "I came late on purpose."
    assert found(text, "discloses_honestly") == ("otherwise", "")
    assert found(text, world=World(flags=frozenset({"late"}))) == ("reply", "late")


def test_the_scorer_itself_can_be_asked() -> None:
    text = "It's fine, let's talk about my week."
    result = find_reply(SCENE, World(), scoring.score(text, role="client"), "")
    assert (result.kind, result.reply) == ("reply", "smooth-over")
