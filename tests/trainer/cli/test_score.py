from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.verdict import Finding, Verdict
from trainer.verdicts.lit import marked, pieces
from trainer.verdicts.machine import verdict_record
from trainer.verdicts.report import ranks, spearman

if TYPE_CHECKING:
    from pathlib import Path

    from tests.trainer.cli.conftest import Run

SAYS = "I noticed your face change just now, and I got scared."


def test_a_person_is_told_with_words_lit_and_sources(run: Run) -> None:
    ran = run("score", SAYS)
    assert ran.status == 0
    assert "](" in ran.out
    assert "Comes across as " in ran.out
    assert "(skill, " in ran.out
    assert "from: “" in ran.out
    assert "\x1b" not in ran.out


def test_the_text_can_come_in(run: Run) -> None:
    assert "Comes across as " in run("score", "--role", "client", typed=SAYS).out


def test_control_characters_never_come_out(run: Run) -> None:
    assert "\x1b" not in run("score", "\x1b]52;c;aGk=\x07 I got scared").out


def test_words_of_danger_bring_help_and_no_score(run: Run) -> None:
    ran = run("score", "I want to kill myself")
    assert "findahelpline.com" in ran.out
    assert "of 5" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("score", "  "), "there is nothing to score"),
        (("score",), "there is nothing to score"),
        (("score", "x", "--jsonl"), "one of TEXT"),
        (("score", "--role", "doctor", "x"), "See speakup score --help"),
        (("score", "--report", "/no/such"), "does not exist"),
    ],
)
def test_wrong_use_is_told_in_one_line(run: Run, arguments: tuple[str, ...], told: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_json_lines_come_back_in_order_and_bad_ones_are_named(run: Run) -> None:
    lines = [
        json.dumps({"id": "a1", "role": "client", "text": SAYS, "partner_says": "Hm."}).encode(),
        b"",
        b"not json",
        json.dumps({"id": "a2", "role": "client"}).encode(),
        json.dumps({"id": 3, "role": "doctor", "text": "x"}).encode(),
        json.dumps({"id": "a4", "text": "x"}).encode(),
        b"\xff\xfe",
        b"[" * 100_000,
        b"[1]",
        json.dumps({"id": "a5", "role": "therapist", "text": "\ud800 sorry", "context": "C01"}).encode(),
    ]
    ran = run("score", "--jsonl", typed=b"\n".join(lines))
    out = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 1
    assert [each.get("id", each.get("line")) for each in out] == ["a1", 3, "a2", 3, "a4", 7, 8, 9, "a5"]
    assert [each.get("id") for each in out if "error" not in each] == ["a1", "a5"]
    assert set(out[0]) == {"id", "labels", "style", "rating", "understood", "crisis"}
    assert set(out[0]["labels"][0]) == {"name", "score", "spans", "pattern"}
    assert "`role` must be one of client, therapist" in out[3]["error"]


def test_good_json_lines_end_well_and_a_role_can_be_given(run: Run) -> None:
    ran = run("score", "--jsonl", "--role", "client", typed=json.dumps({"text": SAYS}))
    assert (ran.status, json.loads(ran.out)["line"]) == (0, 1)
    assert run("score", "--jsonl").out == ""


def test_a_verdict_as_a_record() -> None:
    verdict = Verdict(
        "client", "I am sad", (Finding("names_feeling", 0.91234, ((0, 8),), "p"),), "partial", 4.167, 1, True
    )
    assert verdict_record(verdict) == {
        "labels": [{"name": "names_feeling", "score": 0.912, "spans": [[0, 8]], "pattern": "p"}],
        "style": "partial",
        "rating": 4.17,
        "understood": True,
        "crisis": False,
    }


@given(
    st.text(max_size=30),
    st.lists(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3), max_size=3),
)
def test_lighting_loses_no_letter(text: str, evidence: list[list[tuple[int, int]]]) -> None:
    assert "".join(piece.text for piece in pieces(text, evidence)) == text


def test_words_that_show_two_things_carry_both_numbers() -> None:
    assert "".join(marked(each) for each in pieces("so I felt hurt", [[(3, 14)], [(10, 14)]])) == (
        "so [I felt ](1)[hurt](1,2)"
    )


def test_the_report_card(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "marked.jsonl"
    rows = [
        {
            "id": "1",
            "role": "client",
            "text": SAYS,
            "labels": ["names_feeling"],
            "style": "partial",
            "rating": 4,
        },
        {
            "id": "2",
            "role": "client",
            "text": "hm",
            "labels": ["asks_question"],
            "style": "passive",
            "rating": 1,
        },
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ran = run("score", "--report", str(file))
    assert ran.status == 0
    assert "client: 2 responses" in ran.out
    assert "names_feeling        found    1  missed    0  false    0  F1 1.00" in ran.out
    file.write_text('{"text": 1}', encoding="utf-8")
    assert "marked.jsonl:1: a marked response needs" in run("score", "--report", str(file)).err
    file.write_text("", encoding="utf-8")
    assert run("score", "--report", str(file)).status == 1


def test_rank_correlation() -> None:
    assert ranks([3, 1, 3]) == [1.5, 0, 1.5]
    assert spearman([(1, 2), (2, 4), (3, 9)]) == pytest.approx(1)
    assert spearman([(1, 9), (2, 4), (3, 2)]) == pytest.approx(-1)
    assert spearman([]) == 0
    assert spearman([(1, 1), (1, 2)]) == 0
