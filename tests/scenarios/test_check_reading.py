from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import scoring
from scenarios.check import check, examine, reading
from scenarios.check.reading import _known
from scenarios.finding import Found, _close, _shown, find_reply, scored
from scoring.verdict import Finding, Verdict
from tests.scenarios.stories import story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scenarios.condition import World
    from scenarios.model import Scene

WORDS = {"scared": "names_feeling", "went": "describes_event", "need": "states_need", "fine": "masks"}


@pytest.fixture(autouse=True)
def _a_scorer_that_knows_four_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def score(text: str, *, role: scoring.Role, partner_says: str = "") -> Verdict:
        assert partner_says.startswith("A concert. I see.")
        labels = [label for word, label in WORDS.items() if word in text]
        findings = tuple(Finding(label, 0.9, ((0, 1),), "p") for label in labels)
        return Verdict(role, text, findings, "partial", 3.0, 0.8, "xyz" not in text, "die" in text)

    def closeness(a: str, b: str) -> float:
        one, other = set(a.lower().split()), set(b.lower().split())
        return 2 * len(one & other) / (len(one) + len(other))

    monkeypatch.setattr(scoring, "score", score)
    monkeypatch.setattr(scoring, "closeness", closeness)
    for known in (scored, _shown, _close):
        known.cache_clear()
    _known.clear()
    yield
    for known in (scored, _shown, _close):
        known.cache_clear()
    _known.clear()


GOOD = {
    "name-it": ["I got scared as you went", "scared when you went", "you went, I scared", "went scared"],
    "ask": ["I need a minute", "need to look at this", "what I need is time", "there is a need here"],
    "smooth-over": ["It is fine", "fine by me", "all fine here, really", "no no fine"],
}  # fmt: skip
MARKED = [
    ("u went quiet n i was scared", "name-it"),
    ("i guess i need something", "ask"),
    ("nah fine", "smooth-over"),
    ("my brother has a boat", "otherwise"),
    ("scared cause u went away", "name-it"),
    ("need more", "ask"),
]


def written(says: dict[str, list[str]], marked: list[tuple[str, str]]) -> str:
    """The small story with one scene's sayings and marked responses changed."""
    text = story()
    head, rest = text.split("  opened:\n")
    for reply, sayings in says.items():
        start = head.index("        says:\n", head.index(f"      {reply}:")) + len("        says:\n")
        end = head.index("        shows:", start)
        head = head[:start] + "".join(f'          - "{saying}"\n' for saying in sayings) + head[end:]
    rows = "".join(f'      - {{text: "{said}", reply: {reply}}}\n' for said, reply in marked)
    return f"{head}    marked:\n{rows}  opened:\n{rest}"


def told(tmp_path: Path, says: dict[str, list[str]], marked: list[tuple[str, str]] = MARKED) -> list[str]:
    """The faults of reading in the first scene."""
    file = tmp_path / "the-test.yaml"
    file.write_text(written(says, marked))
    text = file.read_text()
    last = text[: text.index("  opened:\n")].count("\n")
    words = ("scorer", "marked response must", "danger", "word for word")
    return [
        f"{fault.severity}: {fault.message}"
        for fault in check([file])
        if fault.line <= last and any(word in fault.message for word in words)
    ]


def test_a_scene_that_is_read_as_written_has_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD) == []


def test_a_saying_that_is_read_as_the_contrary_is_a_warning(tmp_path: Path) -> None:
    says = {**GOOD, "ask": [*GOOD["ask"][:3], "all is fine"]}
    assert "warning: the scorer reads this saying as masks, not as states_need" in told(tmp_path, says)


def test_sayings_that_are_read_otherwise_are_one_note_for_the_reply(tmp_path: Path) -> None:
    says = {**GOOD, "name-it": [*GOOD["name-it"][:2], "I was scared just now", "so scared, me, just now"]}
    (note,) = told(tmp_path, says)
    assert note == (
        "note: the scorer reads 2 of 4 sayings otherwise than `shows` (describes_event + names_feeling):"
        " lines 24 and 25 as names_feeling"
    )


def test_more_than_is_claimed_is_no_fault_unless_it_is_a_pitfall(tmp_path: Path) -> None:
    says = {**GOOD, "ask": [*GOOD["ask"][:3], "I need you and I am scared"]}
    assert told(tmp_path, says) == []
    says = {**GOOD, "ask": [*GOOD["ask"][:3], "I need you and I am fine"]}
    (note,) = told(tmp_path, says)
    assert note.startswith("note: the scorer reads 1 of 4 sayings otherwise than `shows` (states_need): line")
    assert note.endswith("as masks + states_need")


def test_a_saying_that_reaches_another_reply_word_for_word_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(scene: Scene, world: World, verdict: Verdict, says: str) -> Found:
        if verdict.text == GOOD["ask"][0]:
            return Found("near_tie", between=("ask", "name-it"))
        return find_reply(scene, world, verdict, says)

    monkeypatch.setattr(reading, "find_reply", found)
    said = "warning: typed word for word, this saying reaches ask or name-it and not ask"
    assert said in told(tmp_path, GOOD)


def test_a_saying_that_would_stop_the_play_is_told(tmp_path: Path) -> None:
    says = {**GOOD, "ask": [*GOOD["ask"][:3], "I need to die"]}
    assert any(
        each.startswith("error: the scorer takes this saying for words of danger")
        for each in told(tmp_path, says)
    )


def test_two_replies_that_are_taken_for_each_other_are_told(tmp_path: Path) -> None:
    says = {
        **GOOD,
        "smooth-over": ["I need a week", "need to look at that", "what we need is time", "here is a need"],
    }
    said = told(tmp_path, says, [])
    assert 'warning: the scorer cannot tell the replies "ask" and "smooth-over" apart' in said


def test_marked_responses_that_miss_are_told(tmp_path: Path) -> None:
    marked = [*MARKED, ("all fine", "ask"), ("xyz", "ask")]
    said = told(tmp_path, GOOD, marked)
    assert said == [
        "warning: this marked response must reach ask and reaches smooth-over",
        "warning: this marked response must reach ask and reaches nothing, since it was not understood",
    ]


def test_a_miss_in_ten_is_a_note(tmp_path: Path) -> None:
    marked = [*MARKED, *MARKED, ("all fine", "ask")]
    assert told(tmp_path, GOOD, marked) == [
        "note: this marked response must reach ask and reaches smooth-over"
    ]


def test_labels_of_marked_responses_that_are_read_otherwise_are_one_note(tmp_path: Path) -> None:
    text = written(GOOD, MARKED)
    for said, claimed in {"i guess i need something": "invites_repair", "nah fine": "masks, hedges"}.items():
        text = text.replace(f'"{said}", reply', f'"{said}", labels: [{claimed}], reply')
    file = tmp_path / "the-test.yaml"
    file.write_text(text)
    line = text[: text.index('"i guess i need')].count("\n") + 1
    (note,) = (str(fault) for fault in check([file]) if "than their labels" in fault.message)
    named = f"line {line} as states_need, line {line + 1} as masks; look whether the labels are right"
    assert note.endswith(f"the scorer reads 2 of 6 marked responses otherwise than their labels say: {named}")


def test_a_marked_response_that_is_read_as_the_contrary_is_a_warning(tmp_path: Path) -> None:
    text = written(GOOD, MARKED)
    file = tmp_path / "the-test.yaml"
    file.write_text(text.replace('"nah fine", reply', '"nah fine", labels: [states_need], reply'))
    assert "warning: the scorer reads this as masks, not states_need" in [
        f"{fault.severity}: {fault.message}" for fault in check([file])
    ]


def test_one_in_ten_that_is_read_as_the_contrary_is_a_note(tmp_path: Path) -> None:
    text = written(GOOD, [*MARKED, *MARKED])
    file = tmp_path / "the-test.yaml"
    file.write_text(text.replace('"nah fine", reply', '"nah fine", labels: [states_need], reply', 1))
    assert "note: the scorer reads this as masks, not states_need" in [
        f"{fault.severity}: {fault.message}" for fault in check([file])
    ]


def test_the_marked_responses_are_counted(tmp_path: Path) -> None:
    told(tmp_path, GOOD, [*MARKED, ("all fine", "ask")])
    result = examine([tmp_path])
    assert (result.marked_right, result.marked) == (6, 7)
