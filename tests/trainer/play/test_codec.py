from __future__ import annotations

import json
from typing import Any

import pytest

from tests.trainer.story import said, tied
from trainer.errors import RecordError
from trainer.play.codec import from_json, to_json
from trainer.play.events import KINDS, Asked, Began, Chose, Contested, Event, Halted, SteppedBack, WentOn

GOOD = json.loads(json.dumps(to_json(said("ask"))))


@pytest.mark.parametrize(
    "event",
    [
        said("ask"),
        tied("ask", "name-it"),
        Began("a", "b", "c", 1, ("x",)),
        Chose("ask"),
        Contested("a", "ü\n"),
        WentOn(),
        SteppedBack(3),
        Asked("why"),
        Halted("go on"),
    ],
)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    assert from_json(json.loads(json.dumps(to_json(event)))) == event


def test_the_kinds_have_one_name_each() -> None:
    assert len(set(KINDS.values())) == len(KINDS)
    assert to_json(WentOn()) == {"kind": "went-on"}


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (None, "must be an object"),
        ([], "must be an object"),
        ({}, "unknown kind of event: None"),
        ({"kind": "exploded"}, "unknown kind of event: 'exploded'"),
        ({"kind": ["x"]}, "unknown kind"),
        ({"kind": "chose"}, "chose: the field 'reply' is missing"),
        ({"kind": "chose", "reply": 3}, "chose.reply: 3 does not belong here"),
        ({"kind": "chose", "reply": "a", "more": 1}, "chose: unknown field 'more'"),
        ({"kind": "stepped-back", "moment": True}, "stepped-back.moment: True"),
        ({"kind": "asked", "help": "money"}, "asked.help: 'money'"),
        ({**GOOD, "how": "sung"}, "responded.how: 'sung'"),
        ({**GOOD, "reading": []}, "responded.reading: an object is needed"),
        (
            {**GOOD, "reading": {**GOOD["reading"], "findings": {}}},
            "responded.reading.findings: a list is needed",
        ),
        ({**GOOD, "reading": {**GOOD["reading"], "between": [1]}}, r"responded.reading.between\[0\]: 1"),
        (
            {
                **GOOD,
                "reading": {
                    **GOOD["reading"],
                    "findings": [{**GOOD["reading"]["findings"][0], "spans": [[1]]}],
                },
            },
            "2 values are needed",
        ),
    ],
)
def test_a_broken_record_is_told_with_its_place(record: Any, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        from_json(record)
