from __future__ import annotations

import pytest

from scenarios.load import parse_scenario
from scenarios.marking import item_of, with_marked
from scenarios.model import Marked
from tests.scenarios.stories import story

NEW = Marked('he said: "no" # really?', "name-it", ("names_feeling", "describes_event"))
LINE = '- {text: "he said: \\"no\\" # really?", labels: [names_feeling, describes_event], reply: name-it}'
MARKED = """\
    marked:
      # how people type it
      - {text: u went quiet, labels: [describes_event], reply: name-it}   # from the workshop
      - text: >
          i dont know
          what to say
        reply: otherwise
    # a note about the next scene

"""


def marked_story(marked: str = MARKED) -> str:
    return story().replace("    otherwise: opened\n", f"    otherwise: opened\n{marked}", 1)


def added(text: str, scene: str = "told") -> tuple[list[str], int]:
    """Return the lines that are new, and the line that was told."""
    done = with_marked(text, scene, NEW)
    assert done
    before, after = text.splitlines(keepends=True), done[0].splitlines(keepends=True)
    rest = [line for line in after if line not in before or after.count(line) != before.count(line)]
    assert "".join(line for line in after if line not in rest) == "".join(
        line for line in before if line not in rest
    )
    return rest, done[1]


def test_an_item_is_yaml_whatever_was_typed() -> None:
    assert item_of(NEW) == LINE
    assert item_of(Marked("", "otherwise")) == '- {text: "", labels: [], reply: otherwise}'


def test_the_line_stands_after_the_last_of_the_scene_and_all_else_stays() -> None:
    text = marked_story()
    rest, line = added(text)
    assert rest == [f"      {LINE}\n"]
    lines = with_marked(text, "told", NEW)[0].splitlines()  # type: ignore[index]
    assert lines[line - 1] == f"      {LINE}"
    assert lines[line - 2] == "        reply: otherwise"
    assert lines[line] == "    # a note about the next scene"


def test_a_list_as_far_in_as_its_key_is_kept_so() -> None:
    flat = "    marked:\n    - {text: u went quiet, reply: name-it}\n"
    rest, _ = added(marked_story(flat))
    assert rest == [f"    {LINE}\n"]


def test_a_scene_without_marked_responses_gets_the_key() -> None:
    rest, line = added(story())
    assert rest == ["    marked:\n", f"      {LINE}\n"]
    assert with_marked(story(), "told", NEW)[0].splitlines()[line] == "  opened:"  # type: ignore[index]


def test_line_endings_and_a_missing_last_one_are_kept() -> None:
    rest, _ = added(marked_story().replace("\n", "\r\n"))
    assert rest == [f"      {LINE}\r\n"]
    head, _, scenes = story().partition("scenes:\n")
    scenes, _, endings = scenes.partition("endings:\n")
    text = f"{head}endings:\n{endings}scenes:\n{scenes}".rstrip("\n")
    done = with_marked(text, "opened", NEW)
    assert done
    assert done[0].endswith(f"\n    marked:\n      {LINE}\n")


@pytest.mark.parametrize(
    "marked", ["    marked: [{text: u went quiet, reply: name-it}]\n", "    marked: []\n", "    marked:\n"]
)
def test_a_file_without_a_place_for_a_line_is_left_alone(marked: str) -> None:
    assert parse_scenario(marked_story(marked)).scenario
    assert with_marked(marked_story(marked), "told", NEW) is None


def test_what_cannot_be_read_is_left_alone() -> None:
    assert with_marked("scenario: [", "told", NEW) is None
    assert with_marked(story(), "no-such-scene", NEW) is None
    assert with_marked(story(), "told", Marked("hm", "no-such-reply")) is None
