"""The words to light up."""

from __future__ import annotations

import pytest

from scoring.lit import lit


@pytest.mark.parametrize(
    ("text", "evidence", "shown"),
    [
        (
            "Might be my headphones though. They're cheap.",
            ["Might be my", "though"],
            ["Might be my headphones though"],
        ),
        ("it makes me feel thick, asking.", ["makes me feel"], ["it makes me feel thick"]),
        ("lol. not that im planning to cancel", ["lol", "not that im"], ["not that im planning to cancel"]),
        ("Angry.", ["Angry"], ["Angry"]),
        ("You were late and I felt hurt", ["I felt hurt"], ["I felt hurt"]),
    ],
)
def test_evidence_grows_to_a_phrase(text: str, evidence: list[str], shown: list[str]) -> None:
    spans = [(text.index(each), text.index(each) + len(each)) for each in evidence]
    assert [text[start:end] for start, end in lit(text, spans)] == shown
