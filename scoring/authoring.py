"""Reads the library as its authors write it, and refuses one that does not keep its own promises.

`words/*.yaml` hold named word sets (`sets:`) and, in `writing.yaml`, how people write. `patterns/**/*.yaml`
hold families of patterns. Each pattern carries a model sentence that it has to match, and may carry sentences
that it must never match. `docs/scorer.md` tells authors how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from scoring.denial import DENIAL, REACHES
from scoring.index import Filing, file_entries, file_phrases
from scoring.library import (
    ROLES,
    EntryParts,
    FamilyParts,
    Library,
    Parts,
    PatternParts,
    RoleParts,
    plain_writing,
)
from scoring.needs import Sample, left_out
from scoring.phrases import bundled
from scoring.reading import boards
from scoring.reading import read as read_response
from scoring.scope import NEGATORS
from scoring.slips import slips_of
from scoring.spelling import english
from scoring.template import Either, Node, Row, Set, TemplateError, Word, leaves, parse
from scoring.text import Writing, normal
from scoring.word_forms import forms
from scoring.yaml_texts import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from scoring.verdict import Role

PAIR = 2
"""Words that a contraction stands for: `dont`, `im`."""

Entry = tuple[str, ...]
Sets = dict[str, tuple[Entry, ...]]


class LibraryError(ValueError):
    """A fault in the pattern library; the message names the place and says how to mend it."""


def authored(root: Traversable) -> Parts:
    """Read and verify the library in `root`.

    Raises `LibraryError` for whatever can't be read, and for a pattern that misses its model sentence or
    matches a counter-example.
    """
    parts, examples, nodes = _read(root)
    faults = list(_broken_promises(Library(parts, nodes), examples))
    if faults:
        raise LibraryError("\n".join(faults))
    return parts


def beside_patterns(root: Traversable) -> dict[str, Example]:
    """Return the sentences that stand beside each pattern, by its id."""
    return _read(root)[1]


class Example:
    """What a pattern has to match and must never match, and what the partner said before."""

    model: tuple[str, ...]
    never: tuple[str, ...]
    heard: str

    def __init__(self, item: Mapping[str, Any]) -> None:
        self.model = _listed(item.get("model"))
        self.never = _listed(item.get("never"))
        self.heard = item.get("heard", "")


def _broken_promises(library: Library, examples: Mapping[str, Example]) -> Iterator[str]:
    for name, example in examples.items():
        role = library.patterns[name].family.role or "client"
        if not example.model:
            yield f"{name}: give it a model sentence (`model:`) that it matches"
        for sentence, wanted in (
            *((each, True) for each in example.model),
            *((each, False) for each in example.never),
        ):
            hits = read_response(sentence, role, library, example.heard, only=name).hits
            if any(hit.pattern.id == name for hit in hits) is not wanted:
                told = "misses its own model sentence" if wanted else "matches its counter-example"
                yield f"{name}: `{library.patterns[name].match}` {told} `{sentence}`"


def _read(root: Traversable) -> tuple[Parts, dict[str, Example], dict[str, Node]]:
    """Read all files; return also what each pattern has to match, and the templates, ready to be matched."""
    parts = _empty(root)
    plain = plain_writing(parts)
    written = _written_sets(root)
    sets = {name: _entries(name, written, plain) for name in written}
    vocabulary = set(parts["forms"]) | {word for words in parts["forms"].values() for word in words}
    vocabulary.update(word for entries in sets.values() for entry in entries for word in entry)
    patterns: dict[str, PatternParts] = {}
    examples = {}
    nodes = {}
    heard = {}
    for name, family, item, defaults in _items(root, parts):
        node = _node(name, item["match"], plain, sets)
        after = item.get("after", defaults.get("after", ""))
        if after:
            heard[name] = _node(name, after, plain, sets)
        vocabulary |= _words(node)
        nodes[name] = node
        patterns[name] = _pattern(
            family,
            item,
            defaults,
            after,
            negates=_negates(node, sets),
            cue=parts["families"][family]["role"] is None,
        )
        examples[name] = Example(item)
    parts["vocabulary"] = sorted(vocabulary)
    _add_slips(root, parts, plain)
    taken = {name: bundled(node) for name, node in nodes.items()}
    _lay_out(parts, patterns, taken, heard, sets, examples)
    return parts, examples, {patterns[name]["match"]: node for name, node in taken.items()}


def _empty(root: Traversable) -> Parts:
    data = read(root.joinpath("words/writing.yaml"))
    forms = {written: words.split() for written, words in data["forms"].items()}
    return Parts(
        forms=_slips(root) | forms,
        suffixes={written: words.split() for written, words in data["suffixes"].items()},
        vocabulary=[],
        sets=EntryParts(words={}, phrases={}),
        left_out=[],
        families={},
        roles={
            role: RoleParts(
                patterns={}, rare=[], common=[], found_by={}, phrases=EntryParts(words={}, phrases={})
            )
            for role in ROLES
        },
    )


def _slips(root: Traversable) -> dict[str, list[str]]:
    """Common slips of the hand in short words, where the library lists any."""
    path = root.joinpath("words/slips.yaml")
    slips = read(path)["slips"] if path.is_file() else {}
    return {slip: [word] for word, typed in slips.items() for slip in typed.split()}


def _add_slips(root: Traversable, parts: Parts, plain: Writing) -> None:
    """Let slips of the hand in short forms be read as the form; see `scoring.slips`.

    What could be a slip in `not` or `never`, another contraction, or `iwant` in one, is left as it is.
    """
    listed = read(root.joinpath("words/writing.yaml")).get("slipped") or []
    forms = parts["forms"]
    often = [*listed, *(form for form, words in forms.items() if len(words) == PAIR), *NEGATORS]
    taken = english() | {*parts["vocabulary"], *forms}

    def is_taken(slip: str) -> bool:
        stems = [slip.removesuffix(suffix) for suffix in parts["suffixes"] if slip.endswith(suffix)]
        return not taken.isdisjoint([slip, slip.removeprefix("i"), *stems])

    slips = slips_of(often, is_taken)
    read_as = {slip: list(normal(form, plain)) for slip, form in slips.items() if form not in NEGATORS}
    parts["forms"] = read_as | forms


def yaml_files(folder: Traversable) -> list[Traversable]:
    """Return all YAML files below a folder, in order of name."""
    found = []
    for each in sorted(folder.iterdir(), key=lambda path: path.name):
        if each.is_dir():
            found.extend(yaml_files(each))
        elif each.name.endswith(".yaml"):
            found.append(each)
    return found


def _written_sets(root: Traversable) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in yaml_files(root.joinpath("words")):
        for name, entries in (read(path).get("sets") or {}).items():
            if name in found:
                raise LibraryError(
                    f"{path.name}: the set ~{name} stands twice; give one of them another name"
                )
            found[name] = [part.strip() for entry in entries for part in entry.split(",") if part.strip()]
    return found


def _entries(
    name: str, written: Mapping[str, list[str]], plain: Writing, inside: Entry = ()
) -> tuple[Entry, ...]:
    """All entries of a set as rows of words, those of the sets that it nests with them."""
    if name in inside:
        raise LibraryError(f"the set ~{name} holds itself: {' > '.join((*inside, name))}")
    found: dict[Entry, None] = {}
    for entry in written[name]:
        if not entry.startswith("~"):
            found.update(dict.fromkeys(_spelled(entry, plain)))
        elif entry[1:] in written:
            found.update(dict.fromkeys(_entries(entry[1:], written, plain, (*inside, name))))
        else:
            raise LibraryError(f"the set ~{name} nests {entry}, which does not exist")
    return tuple(found)


def _spelled(entry: str, plain: Writing) -> list[Entry]:
    """The rows of words that an entry stands for: one, or one for each form where a word ends with `+`."""
    rows: list[Entry] = [()]
    for word in entry.split():
        choices = [(form,) for form in forms(word[:-1])] if word.endswith("+") else [normal(word, plain)]
        rows = [(*row, *choice) for row in rows for choice in choices]
    return rows


def _items(
    root: Traversable, parts: Parts
) -> Iterator[tuple[str, str, Mapping[str, Any], Mapping[str, Any]]]:
    """Each pattern as written: its id, the id of its family, its keys and those of the family."""
    seen: set[str] = set()
    for path in yaml_files(root.joinpath("patterns")):
        data = read(path)
        role: Role | None = data.get("role")
        for short, family in data["families"].items():
            name = ".".join(filter(None, (role, data["label"], short)))
            parts["families"][name] = _family(path.name, name, data["label"], role, family)
            for item in family["patterns"]:
                pattern = f"{name}.{item.get('id', '')}"
                if "id" not in item or "match" not in item:
                    raise LibraryError(f"{path.name}: a pattern of {name} needs an `id` and a `match`")
                if pattern in seen:
                    raise LibraryError(f"{path.name}: the pattern {pattern} stands twice; rename one of them")
                seen.add(pattern)
                yield pattern, name, item, family


def _family(file: str, name: str, label: str, role: Role | None, family: Mapping[str, Any]) -> FamilyParts:
    if "says" not in family:
        raise LibraryError(f"{file}: {name} needs `says`: what its patterns mean, in plain words")
    if (label == DENIAL) != (family.get("reaches") in REACHES):
        raise LibraryError(
            f"{file}: {name}: cues of denial, and no others, need `reaches`: {', '.join(REACHES)}"
        )
    made = FamilyParts(
        label=label,
        role=role,
        says=family["says"],
        sources=list(family.get("sources", ())),
        advice=list(family.get("advice", ())),
    )
    if label == DENIAL:
        made |= {"reaches": family["reaches"], "of": list(family.get("of", ()))}
    return made


def _pattern(
    family: str,
    item: Mapping[str, Any],
    defaults: Mapping[str, Any],
    after: str,
    *,
    negates: bool,
    cue: bool,
) -> PatternParts:
    turned = "true" in {item.get("turned"), defaults.get("turned")}
    said = {
        "turned": turned,
        "denied": item.get("denied") == "true" or (turned and cue),
        "negates": negates,
        "anywhere": "true" in {item.get("anywhere"), defaults.get("anywhere")},
        "mood": item.get("mood", defaults.get("mood", "")),
        "after": after,
    }
    return cast(
        "PatternParts",
        {
            "family": family,
            "match": item["match"],
            "weight": float(item.get("weight", defaults.get("weight", 0.8))),
            **{key: value for key, value in said.items() if value},
        },
    )


def _node(name: str, template: str, plain: Writing, sets: Sets) -> Node:
    try:
        node = parse(template, lambda word: normal(word, plain))
    except TemplateError as error:
        raise LibraryError(f"{name}: {error}") from None
    for missing in sorted(_named(node) - set(sets)):
        raise LibraryError(f"{name}: there is no word set ~{missing}")
    return node


def _listed(value: str | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _named(node: Node) -> set[str]:
    return {leaf.name for leaf in leaves(node) if isinstance(leaf, Set)}


def _words(node: Node) -> set[str]:
    return {leaf.word for leaf in leaves(node) if isinstance(leaf, Word)}


def _negates(node: Node, sets: Sets) -> bool:
    """Whether a template can say a negation itself (what follows `!` is not said)."""
    match node:
        case Word(word):
            return word in NEGATORS
        case Set(name):
            return any(word in NEGATORS for entry in sets[name] for word in entry)
        case Either(nodes) | Row(nodes):
            return any(_negates(each, sets) for each in nodes)
        case _:
            return False


def _lay_out(
    parts: Parts,
    patterns: Mapping[str, PatternParts],
    nodes: Mapping[str, Node],
    heard: Mapping[str, Node],
    sets: Sets,
    examples: Mapping[str, Example],
) -> None:
    """File the word sets, and each pattern for its role, cues for both; models tell what is rare."""
    parts["left_out"] = sorted({name for node in nodes.values() for name in left_out(node)})
    for name, entries in sets.items():
        file_entries(f"~{name}", entries, parts["sets"])
    for role, kept in parts["roles"].items():
        kept["patterns"] = {
            name: pattern
            for name, pattern in patterns.items()
            if parts["families"][pattern["family"]]["role"] in {None, role}
        }
        after = [bundled(heard[name]) for name in kept["patterns"] if name in heard]
        file_phrases([*(nodes[name] for name in kept["patterns"]), *after], kept["phrases"])
    library = Library(parts)
    for role, kept in parts["roles"].items():
        models = [said for name in kept["patterns"] for said in examples[name].model]
        filing = Filing(kept, Sample(board.keys for said in models for board in boards(said, role, library)))
        for name in kept["patterns"]:
            filing.file(name, nodes[name])
        filing.close()
