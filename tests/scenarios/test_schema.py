from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from scenarios.described import DRILL_PARTS, PARTS, about, keys
from scenarios.drill_load import parse_drill
from scenarios.load import parse_scenario, read_scenario
from scenarios.packs.manifest import KEYS
from scenarios.reference import DRILL_SCHEMA, REFERENCE, SCHEMA, drill_schema_text, reference, schema_text
from scenarios.schema import DRAFT, drill_schema, example, schema
from scenarios.source import parse_source, read_source
from scenarios.spelling import CALLED, keys_of
from scenarios.starters import started
from scenarios.tree import Items, Node, Text, plain
from tests.scenarios.drilling import drill
from tests.scenarios.stories import story

ROOT = Path(__file__).parents[2]
LIBRARY = sorted((ROOT / "scenarios" / "library").glob("*.yaml"))
DRILLS = sorted((ROOT / "scenarios" / "drills").glob("*.yaml"))
ALL_PARTS = (*PARTS, *DRILL_PARTS)


def as_editors_see_it(node: Node) -> Any:
    """Read plain scalars as YAML 1.2 does: whole numbers, true and false; the rest as texts."""
    if isinstance(node, Text):
        if node.style:
            return node.text
        if re.fullmatch(r"[-+]?[0-9]+", node.text):
            return int(node.text)
        return {"true": True, "false": False}.get(node.text, node.text)
    if isinstance(node, Items):
        return [as_editors_see_it(each) for each in node.items]
    return {key: as_editors_see_it(entry.value) for key, entry in node.entries.items()}


def is_valid(text: str, made: Any = None) -> bool:
    seen = as_editors_see_it(parse_source(text).root)
    return jsonschema.Draft202012Validator(made or schema()).is_valid(seen)


@pytest.mark.parametrize("made", [schema(), drill_schema()], ids=["scenario", "drill"])
def test_a_schema_is_a_schema(made: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$schema"] == DRAFT
    found = re.findall(r'"#/\$defs/(\w+)"', json.dumps(made))
    assert set(found) <= set(made["$defs"])


@pytest.mark.parametrize("file", DRILLS, ids=lambda file: file.stem)
def test_every_drill_of_ours_follows_its_schema_and_names_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert is_valid(text, drill_schema())
    assert text.startswith("# yaml-language-server: $schema=../drill-schema.json\n")
    assert DRILL_SCHEMA == ROOT / "scenarios" / "drill-schema.json"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("level: 1", "level: 4"),
        ("skill: names_feeling", "skill: attacks"),
        ("drill: the-drill", "drill: The Drill"),
        ("title: The drill", "titel: The drill"),
        ("    stem:", "    stems:"),
        ("    strong:\n", "    strongs:\n"),
        ("id: l1-0", "id: L1 0"),
    ],
)
def test_schema_and_loader_refuse_the_same_in_a_drill(old: str, new: str) -> None:
    assert is_valid(drill(), drill_schema())
    text = drill().replace(old, new, 1)
    assert text != drill()
    assert not is_valid(text, drill_schema())
    assert parse_drill(text).drill is None or "attacks" in new  # that it is no skill `check` tells


@pytest.mark.parametrize("file", LIBRARY, ids=lambda file: file.stem)
def test_every_scenario_of_ours_follows_the_schema(file: Path) -> None:
    if read_scenario(file).scenario is None:
        pytest.skip("not playable yet")
    validator = jsonschema.Draft202012Validator(schema())
    seen = as_editors_see_it(read_source(file).root)
    assert [f"{list(each.absolute_path)}: {each.message[:200]}" for each in validator.iter_errors(seen)] == []


def test_every_scenario_of_ours_names_the_schema_in_its_first_line() -> None:
    for file in LIBRARY:
        assert file.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../schema.json\n")
    assert SCHEMA == ROOT / "scenarios" / "schema.json"


@pytest.mark.parametrize("role", ["client", "therapist"])
def test_what_is_new_follows_the_schema(role: Any) -> None:
    assert is_valid(started("mine", role))


CHANGES = [
    ("level: 1", "level: 7"),
    ("level: 1", "level: easy"),
    ("minutes: 5", "minutes: 0"),
    ("role: client", "role: patient"),
    ("title: The test\n", ""),
    ("title: The test", "titel: The test"),
    ("scenario: the-test", "scenario: The Test"),
    ("scenes:\n", "stages:\n"),
    ("opening: told", "opening: [told]"),
    ("title: The test", "title: {a: b}"),
    ("    otherwise: opened\n", ""),
    ("    principle: One true sentence is enough.\n", ""),
    ("        goes: opened\n", ""),
    ("        coach: At told you said name-it.\n", ""),
    ("        coach: At told", "        alliance: 4\n        coach: At told"),
    ("        coach: At told", "        alliance: much\n        coach: At told"),
    ("        coach: At told", "        colour: red\n        coach: At told"),
    ("tone: lost", "tone: sad"),
    ("      name-it:\n", "      Name it:\n"),
    ("  told:\n", "  told it:\n"),
    ("partner: {name: Dr. Vale, manner: warm}", "partner: {name: Dr. Vale, manner: warm, but easily stung}"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES, ids=range(len(CHANGES)))
def test_schema_and_loader_refuse_the_same(old: str, new: str) -> None:
    assert is_valid(story())
    text = story().replace(old, new, 1)
    assert text != story()
    assert parse_scenario(text).scenario is None
    assert not is_valid(text)


ALLOWED = [
    ("level: 1", "level: 3"),
    ("partner: {name: Dr. Vale, manner: warm}", "partner: Dr. Vale"),
    ("title: The test", "title: 1984"),
    ("title: The test", "title: true"),
    ("practises: [names_feeling]", "practises: names_feeling"),
    ("    otherwise: opened", "    otherwise: {goes: opened, partner: Hm., alliance: -1, coach: Well.}"),
    ("    otherwise: opened", "    otherwise:\n      - {when: alliance > 0, to: lost}\n      - opened"),
    ("    text: You said it.", "    text:\n      - {when: seen told, says: Late.}\n      - You said it."),
    ("        coach: At told", "        alliance: +2\n        coach: At told"),
    ("        coach: At told", "        alliance: -3\n        sets: late\n        coach: At told"),
    ("sources: [doc-003]", "sources: [doc-003]\nflags: {late: It was late.}\ncontent_notes: []"),
]


@pytest.mark.parametrize(("old", "new"), ALLOWED, ids=range(len(ALLOWED)))
def test_schema_and_loader_allow_the_same(old: str, new: str) -> None:
    text = story().replace(old, new, 1)
    assert text != story()
    assert parse_scenario(text).scenario, parse_scenario(text).faults
    assert is_valid(text)


def test_every_part_and_key_is_described_once_and_nothing_else_is() -> None:
    words: Any = plain(read_source(ROOT / "scenarios" / "keys.yaml").root)
    assert set(words) == {part.__name__ for part in ALL_PARTS}
    for part in ALL_PARTS:
        assert set(words[part.__name__]["keys"]) == set(keys_of(part)) == {key.name for key in keys(part)}
        assert about(part).endswith(".")
        assert part in CALLED
        assert len(keys(part)) >= len(fields(part)) - 1
        for key in keys(part):
            assert key.about[0].isupper() or key.about.startswith("`")
            assert key.about.endswith((".", "`lost`."))


def test_every_example_fits_its_own_key() -> None:
    for whole, parts in ((schema(), PARTS), (drill_schema(), DRILL_PARTS)):
        for part in parts:
            home = whole if part is parts[0] else whole["$defs"][part.__name__]
            for key in keys(part):
                if key.example:
                    made = {"$defs": whole["$defs"], **home["properties"][key.name]}
                    jsonschema.validate(example(key), made, cls=jsonschema.Draft202012Validator)


def test_the_reference_names_every_key() -> None:
    text = reference()
    for part in ALL_PARTS:
        for key in keys(part):
            assert f"| `{key.name}` | " in text
    for key in KEYS:
        assert f"`{key}`" in text
    for target in re.findall(r"\]\(#([\w-]+)\)", text):
        assert re.search(rf"(?mi)^## {target.replace('-', ' ')}$", text)


def test_reference_and_schema_are_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run `make docs`"
    assert DRILL_SCHEMA.read_text(encoding="utf-8") == drill_schema_text(), "run `make docs`"
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "run `make docs`"
