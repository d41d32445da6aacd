from __future__ import annotations

from tests.trainer.play.test_step import after
from tests.trainer.story import said
from trainer.play.events import Planned, Retried, WentOn
from trainer.play.transcript import escaped, markdown, plain


def test_the_plain_transcript_names_each_speaker() -> None:
    text = plain(
        after(said("ask", "one"), Retried(), said("name-it", "two"), WentOn(), Planned("When A", "then B"))
    )
    assert text.splitlines()[:6] == [
        "A small story",
        "",
        "Last week you went to a concert.",
        "",
        "Dr. Vale: A concert. I see.",
        "(The pen stops.)",
    ]
    assert "You: two\n" in text
    assert "(You also tried: one)" in text
    assert "My plan: When A, then B" in text


def test_the_markdown_transcript_shows_words_as_they_were_typed() -> None:
    text = markdown(after(said("ask", "# *hi* [x](y) <b>\n1. then")))
    assert r"**You:** \# \*hi\* \[x\](y) \<b\>" in text
    assert r"1\. then" in text
    assert "**Dr. Vale:** A concert. I see." in text
    assert "*The pen stops.*" in text


def test_markdown_has_no_marks_of_a_person() -> None:
    assert escaped("- a\n+ b\n2) c") == "\\- a  \n\\+ b  \n2\\) c"
    assert escaped("a\n b", joined=True) == "a b"
