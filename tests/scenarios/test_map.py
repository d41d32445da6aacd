from __future__ import annotations

import html.parser
import itertools
import json
import random
import re
import uuid
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from scenarios.load import parse_scenario, read_scenario
from scenarios.map import Graph, Played, graph_of
from scenarios.map.dot import dot_lines
from scenarios.map.graph import Node, Row
from scenarios.map.layers import layered
from scenarios.map.layout import GAP, JOINT, laid_out
from scenarios.map.mermaid import mermaid_lines
from scenarios.map.page import page_lines
from scenarios.map.svg import svg_lines
from scenarios.map.text import ASCII, tree_lines
from scenarios.map.twee import ifid, twee_lines
from scenarios.model import Way
from tests.scenarios.stories import scene, story

ROOT = Path(__file__).parents[2]
LIBRARY = sorted((ROOT / "scenarios" / "library").glob("*.yaml"))
HOSTILE = [
    '"]; evil [label="x',
    "</title><script>alert(1)</script><svg onload=alert(1)>",
    "]] [[pwned->told]] :: told [script]",
    ":: StoryData",
    "<<script>>alert(1)<</script>> (goto: 'x') {embed passage: 'y'} $x _y `z`",
    "\\N \\G \" ' & #quot; %% -->",
    "\x1b]52;c;aGk=\x07 \u202eevil \x9b31m",
    "a\nb\n\nc",
    "end",
    "",
]
PLAYED = Played("session 3", frozenset({"told", "opened"}), frozenset({("told", "name-it", "opened")}))


def graph(text: str = "") -> Graph:
    loaded = parse_scenario(text or story())
    assert loaded.scenario, loaded.faults
    return graph_of(loaded.scenario)


def looping() -> Graph:
    """A story that goes back, and has a condition."""
    varied = "\n          - {when: seen opened, to: lost}\n          - opened"
    scenes = scene("told", {"name-it": "opened", "ask": varied, "smooth-over": "lost"}, "told")
    scenes += scene("opened", {"name-it": "repaired", "ask": "told", "smooth-over": "lost"}, "opened")
    return graph(story(scenes))


def hostile() -> Graph:
    """A graph in which every text is hostile."""
    made = looping()
    nodes = {
        name: replace(node, says=" ".join(HOSTILE), more=HOSTILE[at % len(HOSTILE)])
        for at, (name, node) in enumerate(made.nodes.items())
    }
    told = nodes["told"]
    rows = tuple(replace(row, says=text) for row, text in zip(told.rows, HOSTILE, strict=False))
    nodes["told"] = replace(told, rows=rows)
    return replace(made, title=" ".join(HOSTILE), partner=HOSTILE[1], nodes=nodes)


def tangled(scenes: int, seed: int = 1) -> Graph:
    """A story with many scenes and ways, forth and back."""
    chance = random.Random(seed)  # noqa: S311 - a story, not a secret
    names = [f"s{at}" for at in range(scenes)]
    nodes: dict[str, Node] = {}
    for at, name in enumerate(names):
        near = [*names[max(0, at - 3) : at + 6], "good", "bad"]
        rows = tuple(Row(f"r{row}", "x", 0, (Way(chance.choice(near)),)) for row in range(5))
        nodes[name] = Node(name, "scene", "Hm. " * chance.randint(1, 40), "", rows)
    nodes["good"] = Node("good", "ending", "Good", tone="repaired")
    nodes["bad"] = Node("bad", "ending", "Bad", tone="lost")
    return Graph("tangled", "Tangled", "client", "Dr. Vale", 1, 5, "s0", nodes)


# The graph


def test_the_opening_stands_first_and_endings_last() -> None:
    made = graph(story().replace("opening: told", "opening: opened"))
    assert list(made.nodes) == ["opened", "told", "repaired", "lost"]
    assert [row.name for row in made.nodes["told"].rows] == ["name-it", "ask", "smooth-over", "otherwise"]
    assert [row.has_pitfall for row in made.nodes["told"].rows] == [False, False, True, False]


# The tree


def test_the_tree_writes_each_scene_out_once() -> None:
    lines = list(tree_lines(looping(), Played(), width=200))
    assert lines[0] == "The test (the-test)"
    assert lines[1] == "client with Dr. Vale, level 1 of 3, 2 scenes, 2 endings"
    assert "├─ name-it → opened: A concert. I see. (opened)" in lines
    assert "│  ├─ name-it → repaired (ending, repaired): Said (repaired)" in lines
    assert "│  ├─ if seen opened → lost (ending, lost): Said (lost)" in lines
    assert "│  └─ else → opened" in lines
    assert sum("A concert. I see. (opened)" in line for line in lines) == 1


def test_the_tree_marks_what_was_played_in_words_and_not_in_colour() -> None:
    lines = list(tree_lines(looping(), PLAYED))
    assert "* was played in session 3." in lines
    assert "* told: A concert. I see. (told)" in lines
    assert "├─ * name-it → opened: A concert. I see. (opened)" in lines
    assert not any("\x1b" in line for line in lines)


def test_the_tree_knows_plain_signs() -> None:
    lines = [line for line in tree_lines(looping(), PLAYED, signs=ASCII) if "name-it" in line]
    assert lines[0] == "|- * name-it -> opened: A concert. I see. (opened)"
    assert all(line.isascii() for line in lines)


def test_the_tree_is_no_wider_than_the_terminal() -> None:
    assert max(map(len, tree_lines(looping(), Played(), width=50))) <= 100
    body = list(tree_lines(looping(), Played(), width=50))[3:]
    assert max(map(len, body)) <= 50


def test_a_scene_that_nothing_leads_to_is_still_shown() -> None:
    scenes = scene("told", dict.fromkeys(("name-it", "ask", "smooth-over"), "lost"), "lost")
    scenes += scene("alone", dict.fromkeys(("name-it", "ask", "smooth-over"), "repaired"), "lost")
    assert "alone: A concert. I see. (alone)" in list(tree_lines(graph(story(scenes)), Played()))


def test_a_very_long_chain_does_not_run_off_the_page() -> None:
    names = [f"s{at}" for at in range(3000)]
    nodes = {
        name: Node(name, "scene", "Hm.", "", (Row("on", "x", 0, (Way(to),)),))
        for name, to in zip(names, [*names[1:], "end"], strict=True)
    }
    nodes["end"] = Node("end", "ending", "End", tone="open")
    lines = list(tree_lines(Graph("long", "Long", "client", "X", 1, 5, "s0", nodes), Played()))
    assert sum(line.count("Hm.") for line in lines) == 3000
    assert max(line.count("   ") for line in lines) < 12


# Layout


@pytest.mark.parametrize("seed", range(5))
def test_nothing_overlaps_and_every_forward_way_leads_to_the_right(seed: int) -> None:
    made = laid_out(tangled(30, seed))
    for column in made.layers.columns:
        edges = []
        for name, joint in column:
            box = made.boxes[name]
            top = made.joints[name, joint] - JOINT / 2 if joint >= 0 else box.y
            edges.append((top, top + (JOINT if joint >= 0 else box.height)))
        assert all(low[1] + GAP <= high[0] + 0.01 for low, high in itertools.pairwise(edges))
        assert min(top for top, _ in edges) >= 0
        assert max(low for _, low in edges) <= made.height
    for start, to in made.layers.links:
        at = [made.layers.column[name] if joint < 0 else joint for name, joint in (start, to)]
        assert at[1] == at[0] + 1
    assert all(y > max(box.y + box.height for box in made.boxes.values()) for y in made.lanes.values())


def test_endings_stand_in_the_last_column() -> None:
    made = layered(tangled(12))
    assert {made.column["good"], made.column["bad"]} == {len(made.columns) - 1}


def test_a_drawing_is_the_same_each_time() -> None:
    assert list(svg_lines(tangled(20), PLAYED)) == list(svg_lines(tangled(20), PLAYED))


@pytest.mark.parametrize("file", LIBRARY, ids=lambda file: file.stem)
def test_every_scenario_of_ours_can_be_drawn_in_every_form(file: Path) -> None:
    scenario = read_scenario(file).scenario
    if scenario is None:
        pytest.skip("not playable yet")
    made = graph_of(scenario)
    drawn = ET.fromstring("\n".join(svg_lines(made, Played())))  # noqa: S314 - our own
    boxes = drawn.findall(".//{http://www.w3.org/2000/svg}rect")
    assert len(boxes) == len(made.nodes)
    for form in (mermaid_lines, dot_lines, page_lines, twee_lines, tree_lines):
        assert all(name in "\n".join(form(made, Played())) for name in made.nodes)


# Mermaid and DOT


def test_mermaid_joins_rows_that_lead_to_one_place() -> None:
    lines = list(mermaid_lines(looping(), PLAYED))
    assert lines[3] == "flowchart LR"
    assert '  n0["told<br/>A concert. I see. (told)"]' in lines
    assert '  n0 ==>|"name-it<br/>ask"| n1' in lines
    assert '  n0 -->|"ask (if seen opened)<br/>smooth-over"| n3' in lines
    assert '  n2(["repaired<br/>Said (repaired)<br/>(repaired)"])' in lines
    assert "  class n0,n1 played" in lines


def test_hostile_words_stay_inside_mermaids_quotes() -> None:
    for line in list(mermaid_lines(hostile(), Played()))[4:]:
        assert line.count('"') in (0, 2)
        inside = line.split('"')[1] if '"' in line else ""
        assert not set(inside.replace("<br/>", "")) & set("<>[]{}|`&\\\x1b\u202e")


def test_dot_names_each_way() -> None:
    lines = list(dot_lines(looping(), PLAYED))
    assert '  "told" -> "opened" [label="name-it", penwidth=3];' in lines
    assert '  "told" -> "lost" [label="ask\\nif seen opened", style=dashed];' in lines
    assert lines[-1] == "}"


def test_hostile_words_stay_inside_dots_quotes() -> None:
    for line in dot_lines(hostile(), Played()):
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "Q", line)
        assert '"' not in bare
        assert re.fullmatch(r"digraph Q \{|\}|  [\w ]*(Q -> Q|Q)?[\w ]*\[[\w ,.=;Q]*\];", bare), bare


# The page


class Reader(html.parser.HTMLParser):
    """Keeps what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)


@pytest.mark.parametrize("make", [looping, hostile])
def test_the_page_runs_nothing_and_fetches_nothing(make: object) -> None:
    assert callable(make)
    text = "\n".join(page_lines(make(), PLAYED))
    reader = Reader()
    reader.feed(text)
    assert not {"script", "link", "img", "iframe", "object", "embed", "base", "form"} & set(reader.tags)
    assert reader.tags.count("svg") == 1
    assert reader.tags.count("style") == 1
    for name, value in reader.attributes:
        assert not name.startswith("on")
        if name in ("href", "src"):
            assert (value or "").startswith("#part-")
    assert "url(http" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_the_page_highlights_what_was_played_and_is_light_dark_and_printed() -> None:
    text = "\n".join(page_lines(looping(), PLAYED))
    assert 'class="way played"' in text
    assert 'class="scene opening played"' in text
    assert "Thick lines were played in session 3." in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert "size: A4 landscape" in text
    assert 'class="way played"' not in "\n".join(page_lines(looping(), Played()))


def test_the_drawing_shows_ways_that_go_back() -> None:
    drawn = "\n".join(svg_lines(looping(), Played()))
    assert "<title>opened, ask: told</title>" in drawn
    assert 'class="way sometimes"' in drawn


# Twee


def passages(text: str) -> dict[str, tuple[str, str, str]]:
    """Read Twee 3 as its specification says: header, optional tags, optional metadata, content."""
    found = {}
    for part in re.split(r"(?m)^::", text)[1:]:
        header, _, content = part.partition("\n")
        match = re.fullmatch(r" *((?:[^\[\]{}\\]|\\.)+?) *(\[(?:[^\[\]]|\\.)*\])? *(\{.*\})?", header)
        assert match, header
        assert match[1] not in found
        found[match[1]] = (match[2] or "", match[3] or "", content.rstrip("\n"))
    return found


@pytest.mark.parametrize("make", [looping, hostile])
def test_twee_follows_its_specification(make: object) -> None:
    assert callable(make)
    made: Graph = make()
    found = passages("\n".join(twee_lines(made, PLAYED)))
    assert set(found) == {"StoryTitle", "StoryData", *made.nodes}
    data = json.loads(found["StoryData"][2])
    assert re.fullmatch(r"[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}", data["ifid"])
    assert uuid.UUID(data["ifid"]).version == 4
    assert data["start"] == "told"
    places = set()
    for name in made.nodes:
        tags, metadata, content = found[name]
        assert not {"script", "stylesheet"} & set(tags.strip("[]").split())
        places.add(json.loads(metadata)["position"])
        targets = re.findall(r"\[\[[^\[\]|<>{}$`]*->([^\[\]]*)\]\]", content)
        assert targets == [way.to for row in made.nodes[name].rows for way in row.goes]
        assert content.count("[[") == len(targets)
        assert "<" not in content
        assert "\n::" not in f"\n{content}"
    assert len(places) == len(made.nodes)
    assert all(re.fullmatch(r"\d+,\d+", place) for place in places)


def test_a_story_keeps_its_number_in_twine() -> None:
    assert ifid("the-concert") == ifid("the-concert") != ifid("the-clock")
