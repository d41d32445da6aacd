from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer.drills.spacing import DAYS, DONE, Card, after


def practised(before: Card | None, day: int, *, well: bool) -> Card:
    return after(before, drill="d", line="l", level=2, went_well=well, today=day)


def test_what_went_badly_is_due_after_one_three_and_seven_days() -> None:
    card = practised(None, 100, well=False)
    assert (card.due, card.rung) == (101, 0)
    card = practised(card, 101, well=True)
    assert card.due == 104
    card = practised(card, 106, well=True)
    assert card.due == 113
    card = practised(card, 113, well=True)
    assert (card.due, card.rung, card.times) == (0, DONE, 4)


def test_what_never_went_badly_is_not_due() -> None:
    assert practised(None, 100, well=True).due == 0


def test_coming_back_the_same_day_does_not_take_another_day_away() -> None:
    card = practised(practised(None, 100, well=False), 100, well=True)
    assert (card.due, card.rung, card.times) == (101, 0, 1)


def test_going_badly_again_begins_anew() -> None:
    card = practised(practised(practised(None, 100, well=False), 101, well=True), 104, well=False)
    assert (card.due, card.rung) == (105, 0)


@given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=30))
def test_a_card_is_due_on_a_later_day_or_not_at_all(days: list[tuple[int, bool]]) -> None:
    card, day = None, 1000
    for later, well in days:
        day += later
        card = practised(card, day, well=well)
        assert card.due == 0 or card.due - day <= DAYS[-1]
        assert not card.is_due(day) or (well and card.due <= day)
        assert (card.rung == DONE) == (card.due == 0)
        assert card.last == day
