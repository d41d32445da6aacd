from __future__ import annotations

from tests.trainer.play.test_step import after
from tests.trainer.story import NAME_IT, STORY, said, tied, unclear
from trainer.play.events import Alarmed, Asked, Left, Retried, SteppedBack, WentOn
from trainer.play.view import options, view


def test_the_first_moment_shows_the_setting_and_the_talk() -> None:
    shown = view(after())
    assert (shown.setting, shown.number, shown.partner) == ("Last week you went to a concert.", 1, "Dr. Vale")
    assert [line.name for line in shown.said] == ["Dr. Vale", ""]
    assert view(after(said("ask"), WentOn())).setting == ""


def test_the_options_are_the_first_sayings_in_an_order_of_their_own() -> None:
    shown = options(after())
    assert {each.reply for each in shown} == set(STORY.scenes["told"].replies)
    assert [each.number for each in shown] == [1, 2, 3]
    assert NAME_IT in {each.says for each in shown}
    assert options(after()) == shown


def test_an_option_is_offered_only_where_its_condition_holds() -> None:
    assert "secret" not in {each.reply for each in options(after(said("ask"), WentOn()))}
    assert "secret" in {each.reply for each in options(after(said("name-it"), WentOn()))}


def test_help_comes_as_principle_then_stem_then_example() -> None:
    shown = view(after(Asked("hint"), Asked("hint"), Asked("hint")))
    assert [each.kind for each in shown.hints] == ["principle", "stem", "example"]
    assert not shown.more_hints
    assert view(after(Asked("hint"))).more_hints


def test_the_example_falls_back_to_a_saying() -> None:
    state = after(said("ask"), WentOn(), *[Asked("hint")] * 3)
    assert view(state).hints[2].text == "I would like to stay with this for a minute."


def test_a_near_tie_offers_both_and_neither() -> None:
    shown = view(after(tied("ask", "name-it")))
    assert [each.reply for each in shown.options] == ["ask", "name-it", "otherwise"]
    assert "two ways" in shown.asks
    assert shown.said[-1].text == "hm, you know"


def test_not_understood_blames_nobody() -> None:
    assert "other words" in view(after(unclear())).asks
    offered = view(after(unclear(), unclear()))
    assert offered.options[-1].reply == "otherwise"
    assert "my limit" in offered.asks


def test_after_a_response_the_talk_shows_it_with_the_reaction() -> None:
    assert [line.text for line in view(after(said("ask"))).said][-2:] == ["I am scared", "Yes."]


def test_what_can_be_done_follows_the_phase() -> None:
    assert {"say", "pick", "hint"} <= view(after()).actions
    assert "back" not in view(after()).actions
    assert {"on", "again", "why", "meant"} <= view(after(said("ask"))).actions
    assert {"say", "on"} <= view(after(said("ask"), Retried())).actions
    assert "back" in view(after(said("ask"), WentOn())).actions
    assert {"plan", "note", "back"} <= view(after(said("ask"), WentOn(), said("stay"), WentOn())).actions
    assert view(after(Alarmed())).actions == {"halt"}
    assert view(after(Left())).actions == frozenset()


def test_after_stepping_back_the_earlier_attempt_is_still_there() -> None:
    assert view(after(said("ask"), WentOn(), SteppedBack(0))).attempts == 1
