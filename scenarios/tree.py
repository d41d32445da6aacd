"""A file as a tree of texts, each with its line and column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scenarios.faults import Fault


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the file, from 1."""

    line: int = 1
    column: int = 1


@dataclass(slots=True)
class Text:
    """A scalar, as it was written, cleaned."""

    mark: Mark
    text: str
    style: str = ""
    """Empty where it was written plainly, else the sign that it was written with: `'`, `"`, `|` or `>`."""


@dataclass(slots=True)
class Items:
    """A list."""

    mark: Mark
    items: list[Node] = field(default_factory=list)
    flow: bool = False
    """True where it was written as `[a, b]`."""


@dataclass(slots=True)
class Entry:
    """A key with its value."""

    key: Mark
    value: Node


@dataclass(slots=True)
class Table:
    """A mapping: keys in the order of the file."""

    mark: Mark
    entries: dict[str, Entry] = field(default_factory=dict)


Node = Text | Items | Table
Step = str | int
"""One step of a path into the tree: a key of a table or a place in a list."""


@dataclass(slots=True)
class Source:
    """A file that could be read as a tree."""

    file: str
    root: Table
    faults: list[Fault] = field(default_factory=list)
    """What is wrong and yet leaves a tree: keys that stand twice."""

    def node(self, *path: Step) -> Node | None:
        """Return what stands at `path`, if anything does."""
        node: Node | None = self.root
        for step in path:
            if isinstance(node, Table) and step in node.entries:
                node = node.entries[str(step)].value
            elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def inside(self, column: int, *path: Step) -> Mark:
        """Return where a character of the text at `path` stands; the text's start where that is not known."""
        node = self.node(*path)
        if not isinstance(node, Text) or node.style in ("|", ">"):
            return self.place(*path)
        return Mark(node.mark.line, node.mark.column + column + bool(node.style))

    def place(self, *path: Step) -> Mark:
        """Return where the value at `path` stands, or the nearest place above that exists."""
        return find_place(self.root, path)

    def key(self, *path: Step) -> Mark:
        """Return where the key of the value at `path` stands, or the nearest place above that exists."""
        return find_place(self.root, path, at_key=True)


def find_place(root: Node, path: tuple[Step, ...], *, at_key: bool = False) -> Mark:
    """Follow `path` from `root` as far as it goes and return the place where it ends."""
    node, mark = root, root.mark
    for index, step in enumerate(path):
        if isinstance(node, Table) and step in node.entries:
            entry = node.entries[str(step)]
            node = entry.value
            mark = entry.key if at_key and index == len(path) - 1 else _start(entry)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            mark = node.mark
        else:
            break
    return mark


def _start(entry: Entry) -> Mark:
    """Where an author looks for a value: at its text, or at its key where it goes over several lines."""
    return entry.value.mark if entry.value.mark.line == entry.key.line else entry.key


def texts_of(node: Node) -> Iterator[Text]:
    """Yield every text below `node`, in the order of the file."""
    waiting: list[Node] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Text):
            yield each
        elif isinstance(each, Items):
            waiting.extend(reversed(each.items))
        else:
            waiting.extend(entry.value for entry in reversed(each.entries.values()))


def tables_of(node: Node) -> Iterator[Table]:
    """Yield every table in `node`, itself among them."""
    waiting: list[Node] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Items):
            waiting.extend(each.items)
        elif isinstance(each, Table):
            yield each
            waiting.extend(entry.value for entry in each.entries.values())


def plain(node: Node) -> Any:
    """Return texts, lists and dicts; a key with nothing behind it counts as not written."""
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Items):
        return [plain(each) for each in node.items]
    return {
        key: plain(entry.value)
        for key, entry in node.entries.items()
        if not (isinstance(entry.value, Text) and not entry.value.text)
    }
