"""The pattern library: word sets, patterns and how they are indexed.

The library is YAML in `words/` and `patterns/`. A family is a file section that names
its label, its sources and what its patterns mean in plain words; a pattern is one template
with a model sentence. `load` refuses a library in which a pattern misses its own model
sentence or matches one of its own counter-examples.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from scoring.match import Board, Step, compiled, needs
from scoring.scope import NEGATORS
from scoring.spelling import Speller
from scoring.template import Either, Node, Not, Row, Set, TemplateError, Word, parse
from scoring.text import Writing, normal
from scoring.yaml_texts import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from scoring.verdict import Role


class LibraryError(ValueError):
    """A fault in the pattern library; the message names the file's section and says how to mend it."""


@dataclass(frozen=True, slots=True)
class Family:
    """Patterns that mean the same thing."""

    id: str
    label: str
    """The label of the codebook that it gives evidence for, or a cue of our own such as `retraction`."""
    role: Role | None
    """None for cues that hold in both roles."""
    says: str
    """What it means, in plain words: `asks for something specific`."""
    sources: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One template that gives evidence for one label."""

    id: str
    family: Family
    template: str
    node: Node
    step: Step
    weight: float
    """How telling it is, 0 to 1; 0.5 is enough for the label on its own."""
    turned: bool
    """It says the negation itself, so one around it does not turn it."""
    anywhere: bool
    """It holds in reported speech and under an `if` too."""
    mood: str
    """`asks`: only in sentences that end with a question mark; `tells`: only in others; empty: in both."""
    after: Step | None
    """Where given: holds only if this stands in what the partner has just said."""
    model: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(slots=True)
class Library:
    """All that the scorer knows."""

    writing: Writing
    speller: Speller
    patterns: dict[str, Pattern]
    members: Mapping[str, tuple[str, ...]]
    """For each word: the sets that have it as an entry of one word."""
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    """For each first word: the entries of several words, with the sets that have them."""
    index: Mapping[str, tuple[str, ...]]
    """For each word or `~set`: the patterns that can't match without it or one of its alternatives."""
    always: tuple[str, ...] = ()
    _common: frozenset[str] = field(default_factory=frozenset)

    def board(self, words: tuple[str, ...]) -> Board:
        """Lay out the words of a sentence for matching."""
        places: dict[str, int] = defaultdict(int)
        sets: dict[str, dict[int, int]] = {}
        for place, word in enumerate(words):
            places[word] |= 1 << place
            for name in self.members.get(word, ()):
                lengths = sets.setdefault(name, {})
                lengths[1] = lengths.get(1, 0) | 1 << place
            for phrase, names in self.phrases.get(word, ()):
                size = len(phrase)
                if words[place : place + size] == phrase:
                    for name in names:
                        lengths = sets.setdefault(name, {})
                        lengths[size] = lengths.get(size, 0) | 1 << place
        return Board(len(words), dict(places), sets)

    def candidates(self, board: Board) -> Iterator[Pattern]:
        """The patterns that can match a board, each once."""
        seen: set[str] = set(self.always)
        for key in board.words:
            seen.update(self.index.get(key, ()))
        for name in board.sets:
            seen.update(self.index.get(f"~{name}", ()))
        for each in sorted(seen):
            yield self.patterns[each]


@cache
def library() -> Library:
    """Return the library that ships with the program, loaded once."""
    return load(files("scoring"))


def load(root: Traversable) -> Library:
    """Load a library from a folder with `words/` and `patterns/`.

    Raises `LibraryError` for a pattern that misses its model sentence or matches a counter-example.
    """
    raw_forms, suffixes = _writing(root)
    entries = _sets(root)
    sources = list(_families(root))
    plain = _normaliser(raw_forms, suffixes)
    sets = {name: _entries(name, entries, plain) for name in entries}
    patterns = dict(_patterns(sources, plain, sets))
    vocabulary = _vocabulary(patterns.values(), sets, raw_forms)
    speller = Speller(vocabulary)
    writing = Writing(raw_forms, suffixes, speller.knows, speller.mend)
    return _indexed(writing, speller, patterns, sets)


def _yaml_files(folder: Traversable) -> list[Traversable]:
    found = []
    for each in sorted(folder.iterdir(), key=lambda path: path.name):
        if each.is_dir():
            found.extend(_yaml_files(each))
        elif each.name.endswith(".yaml"):
            found.append(each)
    return found


def _writing(root: Traversable) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    data = read(root.joinpath("words/writing.yaml"))
    split = {key: tuple(str(value).split()) for key, value in data["forms"].items()}
    return split, {key: tuple(value.split()) for key, value in data["suffixes"].items()}


def _sets(root: Traversable) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in _yaml_files(root.joinpath("words")):
        for name, entries in (read(path).get("sets") or {}).items():
            if name in found:
                raise LibraryError(
                    f"{path.name}: the set ~{name} stands twice; give one of them another name"
                )
            found[name] = [
                part.strip() for entry in entries for part in str(entry).split(",") if part.strip()
            ]
    return found


def _families(root: Traversable) -> Iterator[tuple[Role | None, str, str, dict[str, Any]]]:
    for path in _yaml_files(root.joinpath("patterns")):
        data = read(path)
        role = data.get("role")
        for name, family in data["families"].items():
            yield role, data.get("label", ""), name, family


def _normaliser(forms: Mapping[str, tuple[str, ...]], suffixes: Mapping[str, tuple[str, ...]]) -> Writing:
    return Writing(forms, suffixes, lambda _: True, lambda word: (word,))


def _entries(
    name: str, sets: Mapping[str, list[str]], plain: Writing, inside: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], ...]:
    """All entries of a set as rows of words, with the sets that it nests."""
    if name in inside:
        raise LibraryError(f"the set ~{name} holds itself: {' > '.join((*inside, name))}")
    found: dict[tuple[str, ...], None] = {}
    for entry in sets[name]:
        if entry.startswith("~") and " " not in entry:
            if entry[1:] not in sets:
                raise LibraryError(f"the set ~{name} nests {entry}, which does not exist")
            found.update(dict.fromkeys(_entries(entry[1:], sets, plain, (*inside, name))))
            continue
        for words in _spelled(entry, plain):
            found[words] = None
    return tuple(found)


def _spelled(entry: str, plain: Writing) -> Iterator[tuple[str, ...]]:
    from scoring.template import forms

    rows: list[tuple[str, ...]] = [()]
    for token in entry.split():
        choices = [(form,) for form in forms(token[:-1])] if token.endswith("+") else [normal(token, plain)]
        rows = [(*row, *choice) for row in rows for choice in choices]
    yield from rows


def _patterns(
    sources: Iterable[tuple[Role | None, str, str, dict[str, Any]]], plain: Writing, sets: Mapping[str, Any]
) -> Iterator[tuple[str, Pattern]]:
    seen: set[str] = set()
    for role, label, name, data in sources:
        label_of = data.get("label", label)
        family = Family(
            id=f"{label_of}.{name}" if role is None else f"{role}.{label_of}.{name}",
            label=label_of,
            role=role,
            says=data["says"],
            sources=tuple(data.get("sources", ())),
            advice=tuple(data.get("advice", ())),
        )
        for number, item in enumerate(data["patterns"], 1):
            pattern = _pattern(family, number, item, plain, sets, data)
            if pattern.id in seen:
                raise LibraryError(f"the pattern {pattern.id} stands twice")
            seen.add(pattern.id)
            yield pattern.id, pattern


def _pattern(
    family: Family,
    number: int,
    item: dict[str, Any],
    plain: Writing,
    sets: Mapping[str, Any],
    data: dict[str, Any],
) -> Pattern:
    name = f"{family.id}.{item.get('id', number)}"
    template = item["match"]
    after = item.get("after", data.get("after"))
    node = _node(name, template, plain, sets)
    return Pattern(
        id=name,
        family=family,
        template=template,
        node=node,
        step=compiled(node),
        weight=float(item.get("weight", data.get("weight", 0.8))),
        turned=_negates(node, sets) or "true" in {item.get("turned"), data.get("turned")},
        anywhere="true" in {item.get("anywhere"), data.get("anywhere")},
        mood=item.get("mood", data.get("mood", "")),
        after=compiled(_node(name, after, plain, sets)) if after else None,
        model=_listed(item.get("model")),
        never=_listed(item.get("never")),
    )


def _node(name: str, template: str, plain: Writing, sets: Mapping[str, Any]) -> Node:
    try:
        node = parse(template, lambda token: normal(token, plain))
    except TemplateError as error:
        raise LibraryError(f"{name}: {error}") from None
    for missing in _named(node) - set(sets):
        raise LibraryError(f"{name}: there is no word set ~{missing}")
    return node


def _listed(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _named(node: Node) -> set[str]:
    match node:
        case Set(name):
            return {name}
        case Either(nodes) | Row(nodes):
            return set().union(*map(_named, nodes))
        case Not(inner):
            return _named(inner)
        case _:
            return set()


def _negates(node: Node, sets: Mapping[str, tuple[tuple[str, ...], ...]]) -> bool:
    """Whether a template says a negation itself."""
    match node:
        case Word(word):
            return word in NEGATORS
        case Set(name):
            return any(word in NEGATORS for entry in sets[name] for word in entry)
        case Either(nodes) | Row(nodes):
            return any(_negates(each, sets) for each in nodes)
        case _:
            return False


def _vocabulary(patterns: Iterable[Pattern], sets: Mapping[str, Any], forms: Mapping[str, Any]) -> set[str]:
    words: set[str] = set(forms) | {word for meaning in forms.values() for word in meaning}
    for entries in sets.values():
        words.update(word for entry in entries for word in entry)
    for pattern in patterns:
        words |= _words(pattern.node)
    return words


def _words(node: Node) -> set[str]:
    match node:
        case Word(word):
            return {word}
        case Either(nodes) | Row(nodes):
            return set().union(*map(_words, nodes))
        case Not(inner):
            return _words(inner)
        case _:
            return set()


_COMMON = frozenset(
    [
        "i",
        "you",
        "me",
        "my",
        "your",
        "it",
        "is",
        "am",
        "are",
        "was",
        "were",
        "be",
        "been",
        "the",
        "a",
        "an",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "and",
        "or",
        "but",
        "so",
        "that",
        "this",
        "not",
        "do",
        "did",
        "does",
        "have",
        "has",
        "had",
        "will",
        "would",
        "can",
        "could",
        "just",
        "really",
        "like",
        "we",
        "us",
        "our",
        "what",
        "how",
        "if",
        "about",
        "as",
        "no",
        "yes",
        "all",
        "up",
        "out",
        "get",
        "got",
        "there",
        "here",
        "when",
        "me",
    ]
)


def _indexed(
    writing: Writing,
    speller: Speller,
    patterns: dict[str, Pattern],
    sets: Mapping[str, tuple[tuple[str, ...], ...]],
) -> Library:
    common_sets = {f"~{name}": _commonness(entries) for name, entries in sets.items()}

    def rare(key: str) -> float:
        return common_sets[key] if key.startswith("~") else (0.05 if key in _COMMON else 1.0)

    index: dict[str, list[str]] = defaultdict(list)
    always = []
    for pattern in patterns.values():
        keys = needs(pattern.node, rare)
        for key in keys:
            index[key].append(pattern.id)
        if not keys:
            always.append(pattern.id)
    members: dict[str, list[str]] = defaultdict(list)
    phrases: dict[str, dict[tuple[str, ...], list[str]]] = defaultdict(dict)
    for name, entries in sets.items():
        for entry in entries:
            if len(entry) == 1:
                members[entry[0]].append(name)
            else:
                phrases[entry[0]].setdefault(entry, []).append(name)
    return Library(
        writing,
        speller,
        patterns,
        {word: tuple(names) for word, names in members.items()},
        {
            word: tuple((entry, tuple(names)) for entry, names in found.items())
            for word, found in phrases.items()
        },
        {key: tuple(ids) for key, ids in index.items()},
        tuple(always),
    )


def _commonness(entries: tuple[tuple[str, ...], ...]) -> float:
    """How telling a set is: low where it holds a word that nearly every sentence has."""
    if any(len(entry) == 1 and entry[0] in _COMMON for entry in entries):
        return 0.05
    return max(0.1, 1.0 - len(entries) / 400)
