"""The names that a file gives and uses: every one that is used must be given.

This looks at the tree and not at the model, so that wrong names are told together
with wrong spelling.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.faults import Fault, did_you_mean, quoted
from scenarios.slug import slug_fault
from scenarios.tree import Items, Mark, Node, Source, Table, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

OTHERWISE = "otherwise"
KEPT_WORDS = frozenset({"and", "or", "not", "seen", "chose", "alliance"})
"""Words of the condition language, which no flag may have as its name."""


def faults_of_names(source: Source) -> Iterator[Fault]:
    """Yield a fault for each name that is no name, is not free or is nowhere given."""
    return _Names(source).faults()


@dataclass(frozen=True, slots=True)
class _Names:
    source: Source

    def faults(self) -> Iterator[Fault]:
        root = self.source.root
        scenes, endings = _table(root, "scenes"), _table(root, "endings")
        known = [*scenes.entries, *endings.entries]
        yield from self._name_of_scenario(root)
        for what, table in (("scene", scenes), ("ending", endings), ("flag", _table(root, "flags"))):
            yield from self._slugs(what, table)
        for name in scenes.entries.keys() & endings.entries.keys():
            mark = endings.entries[name].key
            yield self._fault(mark, f"{quoted(name)} is a scene and an ending", "rename one of them")
        for name in _table(root, "flags").entries.keys() & KEPT_WORDS:
            mark = _table(root, "flags").entries[name].key
            yield self._fault(
                mark, f"{quoted(name)} cannot be a flag", "it is a word of conditions; rename it"
            )
        for text in _texts(root, "opening"):
            yield from self._used("scene", text, scenes.entries)
        for scene in scenes.entries.values():
            yield from self._scene(scene.value, known)

    def _scene(self, scene: Node, known: list[str]) -> Iterator[Fault]:
        replies = _table(scene, "replies")
        yield from self._slugs("reply", replies)
        if OTHERWISE in replies.entries:
            mark = replies.entries[OTHERWISE].key
            yield self._fault(
                mark, "a reply cannot be named otherwise", "write `otherwise:` beside `replies:`"
            )
        for reply in replies.entries.values():
            yield from self._ways(_child(reply.value, "goes"), known)
            for text in (*_texts(reply.value, "sets"), *_texts(reply.value, "clears")):
                yield from self._slug("flag", text.text, text.mark)
        otherwise = _child(scene, "otherwise")
        goes = _child(otherwise, "goes") if isinstance(otherwise, Table) else otherwise
        yield from self._ways(goes, known)
        for marked in _items(scene, "marked"):
            for text in _texts(marked, "reply"):
                yield from self._used("reply", text, (*replies.entries, OTHERWISE))

    def _ways(self, goes: Node | None, known: Collection[str]) -> Iterator[Fault]:
        for way in goes.items if isinstance(goes, Items) else [goes]:
            for text in [way] if isinstance(way, Text) else _texts(way, "to"):
                yield from self._used("scene or ending", text, known)
        last = goes.items[-1] if isinstance(goes, Items) and goes.items else goes
        if isinstance(last, Table) and "when" in last.entries:
            mark = last.entries["when"].key
            yield self._fault(
                mark, "the story stops where this does not hold", "end with a way without `when`"
            )

    def _used(self, what: str, text: Text, known: Collection[str]) -> Iterator[Fault]:
        if known and text.text and text.text not in known:
            hint = did_you_mean(text.text, known) or f"write the name of a {what} of this file"
            yield self._fault(text.mark, f"there is no {what} {quoted(text.text)}", hint)

    def _name_of_scenario(self, root: Table) -> Iterator[Fault]:
        for key in ("scenario", "other_chair"):
            for text in _texts(root, key):
                yield from self._slug("scenario", text.text, text.mark)

    def _slugs(self, what: str, table: Table) -> Iterator[Fault]:
        for name, entry in table.entries.items():
            yield from self._slug(what, name, entry.key)

    def _slug(self, what: str, name: str, mark: Mark) -> Iterator[Fault]:
        if wrong := slug_fault(what, name):
            yield self._fault(mark, *wrong)

    def _fault(self, mark: Mark, message: str, mend: str) -> Fault:
        return Fault(self.source.file, mark.line, mark.column, "error", message, mend)


def _child(node: Node | None, key: str) -> Node | None:
    entry = node.entries.get(key) if isinstance(node, Table) else None
    return entry.value if entry else None


def _table(node: Node | None, key: str) -> Table:
    found = _child(node, key)
    return found if isinstance(found, Table) else Table(Mark())


def _items(node: Node | None, key: str) -> list[Node]:
    """Return what stands under `key` as a list; one thing alone is a list of one."""
    found = _child(node, key)
    if found is None:
        return []
    return found.items if isinstance(found, Items) else [found]


def _texts(node: Node | None, key: str) -> list[Text]:
    return [each for each in _items(node, key) if isinstance(each, Text)]
