"""Reads a YAML file as a tree of texts.

Scalars stay texts: `no` is a word and `12:30` a time. What an author of a script
never needs and an attacker might (aliases, tags, endless nesting, several
documents) is refused with one fault. The tree is built from the parser's events
with a stack of our own, so that no depth of nesting can exhaust the interpreter's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from scenarios.faults import Fault, SourceError, one_line, quoted
from scenarios.tree import Entry, Items, Mark, Node, Source, Table, Text
from scenarios.yaml_words import in_plain_words
from scoring.text import clean

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 1_000_000
"""The largest file that is read; the longest scenario of ours has a twentieth of it."""
MAX_DEPTH = 16
"""The deepest nesting; the format itself needs nine."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_source(path: Path, name: str = "") -> Source:
    """Read a file as a tree. Raise `SourceError` with one fault where it cannot be one."""
    name = name or one_line(str(path))
    if path.exists() and not path.is_file():
        raise _refused(name, Mark(), "this is no file", "name a file that ends in .yaml")
    try:
        if path.stat().st_size > MAX_BYTES:
            size = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
            raise _refused(name, Mark(), size, "a scenario is a few pages of text; split it")
        with path.open("rb") as file:
            return parse_source(file.read(MAX_BYTES), name)
    except OSError as error:
        said = f"the file cannot be read ({error.strerror})"
        raise _refused(name, Mark(), said, "look at its name and rights") from error


def parse_source(data: bytes | str, name: str = "<text>") -> Source:
    """Read the content of a file as a tree. Raise `SourceError` with one fault where it cannot be one."""
    text = _decoded(data, name) if isinstance(data, bytes) else data
    _refuse_tabs_and_controls(text, name)
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        at, message, mend = in_plain_words(error)
        raise _refused(name, Mark(*at), message, mend) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise _refused(name, Mark(), "this is not YAML", "start again from a scenario that works") from error
    return builder.source()


def _refused(name: str, mark: Mark, message: str, mend: str) -> SourceError:
    return SourceError(Fault(name, mark.line, mark.column, "error", message, mend))


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        mend = "save it as UTF-8 in your editor"
        raise _refused(name, _mark_at(before, len(before)), "the file is not UTF-8 text", mend) from error


def _mark_at(text: str, index: int) -> Mark:
    return Mark(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _refuse_tabs_and_controls(text: str, name: str) -> None:
    if found := _NOT_TEXT.search(text):
        what = f"a control character stands here (number {ord(found[0])})"
        raise _refused(name, _mark_at(text, found.start()), what, "delete it")
    if found := _TAB_INDENT.search(text):
        raise _refused(
            name, _mark_at(text, found.end() - 1), "a tab stands before the text", "indent with spaces"
        )


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def _cleaned(value: str) -> str:
    return clean(_SURROGATE.sub("", value)).replace("\t", " ").strip()


class _Builder:
    """Takes the parser's events one by one and builds the tree."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[Items | Table] = []
        self._keys: list[Text | None] = []
        self._root: Table | None = None
        self._documents = 0
        self._faults: list[Fault] = []

    def take(self, event: Any) -> None:
        """Take one event; raise `SourceError` at what no scenario needs."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refused(event, "a second document starts here", "put it into a file of its own")
        elif isinstance(event, yaml.NodeEvent):
            self._take_node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()

    def source(self) -> Source:
        """Return the whole tree."""
        if self._root is None:
            raise _refused(
                self._name, Mark(), "the file is empty", "begin with `scenario:` and the scenario's name"
            )
        return Source(self._name, self._root, self._faults)

    def _take_node(self, event: Any) -> None:
        anchor = quoted(event.anchor) if event.anchor is not None else ""
        if isinstance(event, yaml.AliasEvent):
            raise self._refused(
                event, f"an alias stands here ({anchor})", "put a text that starts with * in quotes"
            )
        if anchor:
            raise self._refused(
                event, f"an anchor stands here ({anchor})", "put a text that starts with & in quotes"
            )
        if event.tag is not None:
            raise self._refused(event, "a tag stands here", "put a text that starts with ! in quotes")
        self._place(event, self._node(event))

    def _node(self, event: Any) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return Text(_mark(event), _cleaned(event.value), event.style or "")
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(_mark(event), flow=bool(event.flow_style))
        return Table(_mark(event))

    def _place(self, event: Any, node: Node) -> None:
        if not self._open:
            self._root = self._as_root(event, node)
        elif isinstance(parent := self._open[-1], Items):
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = self._as_key(event, node)
        else:
            self._enter(parent, self._keys[-1], node)
            self._keys[-1] = None
        if isinstance(node, Items | Table):
            self._open.append(node)
            self._keys.append(None)
            if len(self._open) > MAX_DEPTH:
                raise self._refused(
                    event, f"this is nested more than {MAX_DEPTH} deep", "see the format's reference"
                )

    def _as_root(self, event: Any, node: Node) -> Table | None:
        if isinstance(node, Table):
            return node
        if isinstance(node, Text) and not node.text and not node.style:
            return None
        raise self._refused(event, "a scenario is written as `key: value` lines", "begin with `scenario:`")

    def _as_key(self, event: Any, node: Node) -> Text:
        if isinstance(node, Text):
            return node
        raise self._refused(event, "a list or a mapping stands where a key must be", "put the text in quotes")

    def _enter(self, parent: Table, key: Text, node: Node) -> None:
        if key.text not in parent.entries:
            parent.entries[key.text] = Entry(key.mark, node)
            return
        first = parent.entries[key.text].key.line
        message = f"the key {quoted(key.text)} stands twice (first in line {first})"
        mend = "delete one of the two or rename it"
        self._faults.append(Fault(self._name, key.mark.line, key.mark.column, "error", message, mend))

    def _refused(self, event: Any, message: str, mend: str) -> SourceError:
        return _refused(self._name, _mark(event), message, mend)
