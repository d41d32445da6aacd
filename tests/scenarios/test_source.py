from __future__ import annotations

import os
import time
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scenarios import source
from scenarios.faults import SourceError
from scenarios.source import parse_source, read_source
from scenarios.tree import Items, Mark, Table, Text, texts_of


def refused(data: bytes | str) -> str:
    with pytest.raises(SourceError) as caught:
        parse_source(data, "a.yaml")
    return str(caught.value.fault)


def test_scalars_stay_texts() -> None:
    root = parse_source("a: no\nb: 12:30\nc: 0x10\nd: ~\ne: 2024-01-01\n").root
    values = {key: entry.value.text for key, entry in root.entries.items() if isinstance(entry.value, Text)}
    assert values == {"a": "no", "b": "12:30", "c": "0x10", "d": "~", "e": "2024-01-01"}


def test_every_value_knows_its_line_and_column() -> None:
    found = parse_source("a:\n  - x\n  - b: 'y'\n")
    assert found.place("a", 0) == Mark(2, 5)
    assert found.place("a", 1, "b") == Mark(3, 8)
    assert found.key("a", 1, "b") == Mark(3, 5)
    assert found.place("a") == Mark(1, 1)
    assert found.place("a", 7, "nothing") == found.place("a")
    assert found.inside(2, "a", 0) == Mark(2, 7)
    assert found.inside(0, "a", 1, "b") == Mark(3, 9)


def test_a_text_loses_its_control_characters() -> None:
    root = parse_source('a: "\\e]52;c;eA==\\a\\u202e[red]"').root
    assert [each.text for each in texts_of(root)] == ["]52;c;eA==[red]"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "1:1: error: the file is empty"),
        ("# nothing\n", "1:1: error: the file is empty"),
        ("- a\n", "1:1: error: a scenario is written as `key: value` lines"),
        ("just words", "1:1: error: a scenario is written as"),
        (b"a: 1\nb: \xff\n", "2:4: error: the file is not UTF-8 text; save it as UTF-8"),
        (b"\xff\xfea\x00", "1:1: error: the file is not UTF-8 text"),
        ("a: x\n\x1b[2J", "2:1: error: a control character stands here (number 27)"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1: error: a tab stands before the text; indent with spaces"),
        ("a: 1\n---\nb: 2\n", "2:1: error: a second document starts here"),
        ("a: &x 1\nb: *x\n", '1:4: error: an anchor stands here ("x")'),
        ("a: *x\n", '1:4: error: an alias stands here ("x")'),
        ("a: !!python/object/apply:os.system [ls]\n", "1:4: error: a tag stands here"),
        ("a: !x b\n", "1:4: error: a tag stands here"),
        ("a: b: c\n", "1:5: error: a colon stands inside a text or a line starts in the wrong column"),
        ("a: 'x\nb: c\n", "1:4: error: a quotation mark is opened here and never closed"),
        ("a: @x\n", "1:4: error: a text starts with a sign that YAML keeps for itself"),
        ("a: [b, c\n", "1:4: error: a list in [ ] is not closed"),
        ('a: "\\q"\n', "1:5: error: a backslash stands in a text with double quotes"),
        ("a:\n  - b\n c: d\n", "3:2: error: the lines do not line up"),
        ("? [a]\n: b\n", "1:3: error: a list or a mapping stands where a key must be"),
    ],
)  # fmt: skip
def test_what_is_no_tree_is_refused_with_one_fault(data: bytes | str, said: str) -> None:
    assert refused(data).startswith(f"a.yaml:{said}")


@pytest.mark.parametrize(
    "data",
    [
        "a: " + "[" * 1000,
        "a: " + "[" * 1000 + "]" * 1000,
        "a:\n" + "\n".join(" " * n + "b:" for n in range(1, 1000)),
        "a:\n" + "- " * 100_000,
        "a: " + "{b: " * 5000,
    ],
)
def test_endless_nesting_is_refused_at_once(data: str) -> None:
    started = time.monotonic()
    assert "nested more than 16 deep" in refused(data)
    assert time.monotonic() - started < 5


def test_an_alias_bomb_is_refused() -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    assert refused("\n".join(rows)).startswith("a.yaml:1:5: error: an anchor stands here")


def test_a_key_that_stands_twice_is_told_and_the_first_is_kept() -> None:
    found = parse_source("a: 1\nb: 2\na: 3\n", "a.yaml")
    assert [str(each) for each in found.faults] == [
        'a.yaml:3:1: error: the key "a" stands twice (first in line 1); delete one of the two or rename it'
    ]
    assert [each.text for each in texts_of(found.root)] == ["1", "2"]


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path, monkeypatch) -> None:
    big = tmp_path / "big.yaml"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(source, "parse_source", lambda *_: pytest.fail("it was read"))
    with pytest.raises(SourceError, match="the file is larger than 1 MB"):
        read_source(big)


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path) -> None:
    with pytest.raises(SourceError, match="this is no file"):
        read_source(tmp_path)
    with pytest.raises(SourceError, match="cannot be read"):
        read_source(tmp_path / "none.yaml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(SourceError, match="this is no file"):
        read_source(tmp_path / "pipe.yaml")


def test_the_name_of_a_file_is_text_too(tmp_path) -> None:
    odd = tmp_path / "a\x1b]52;x\nb.yaml"
    odd.write_bytes(b"")
    with pytest.raises(SourceError) as caught:
        read_source(odd)
    assert "\x1b" not in str(caught.value.fault)
    assert "\n" not in str(caught.value.fault)


def test_both_loaders_read_alike(monkeypatch) -> None:
    text = "a:\n  - x: >\n      y\n      z\n  - 'ü': [1, b c, \"d\"]\nb: {c: d}\n"
    fast = parse_source(text).root
    monkeypatch.setattr(source, "_LOADER", yaml.SafeLoader)
    assert parse_source(text).root == fast


@given(st.binary(max_size=300))
def test_no_bytes_bring_anything_but_a_tree_or_one_fault(data: bytes) -> None:
    _tree_or_fault(data)


@given(st.text(alphabet="ab:-[]{}'\"\n \t#&*!|>%@`?,\\é\u2028", max_size=120))
def test_no_text_brings_anything_but_a_tree_or_one_fault(text: str) -> None:
    _tree_or_fault(text)


def _tree_or_fault(data: bytes | str) -> None:
    try:
        root = parse_source(data).root
    except SourceError:
        return
    assert isinstance(root, Table)
    for each in texts_of(root):
        assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in each.text.replace("\n", ""))


def test_texts_come_in_the_order_of_the_file() -> None:
    root = parse_source("a: [1, {b: 2, c: [3]}]\nd: 4\n").root
    assert [each.text for each in texts_of(root)] == ["1", "2", "3", "4"]
    assert isinstance(root.entries["a"].value, Items)
