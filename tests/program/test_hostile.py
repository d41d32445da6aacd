"""Words of people and files are only words: none of their control sequences reaches the terminal."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.program.hostile import ATTACK, FAMILY, MARKUP, VISIBLE, evil, foreign, quoted, story
from tests.program.players import BOX, SEARCH, concert, is_feedback
from trainer.session import Session
from trainer.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.program.conftest import Run, Start
    from tests.program.terminal import Terminal

SIZE = (120, 50)


@pytest.fixture
def hostile(used: Path) -> Path:
    """A home with the hostile scenario in it."""
    folder = used / "scenarios"
    folder.mkdir(mode=0o700)
    file = folder / "hostile.yaml"
    file.write_text(story(), encoding="utf-8")
    return file


def paste(terminal: Terminal, text: str) -> None:
    """Paste as terminals do, which let no escape character through."""
    terminal.send(f"\x1b[200~{text.replace(chr(27), '')}\x1b[201~")


@pytest.mark.usefixtures("hostile")
def test_a_hostile_scenario_and_a_hostile_player_on_the_screens(start: Start) -> None:
    terminal = start(size=SIZE)
    terminal.wait("title [red]", "summary [red]")
    terminal.click("QUIT")
    terminal.wait("Before you begin", "note [red]")
    terminal.press("enter")
    terminal.wait("line [red]", MARKUP, "aside [red]")
    terminal.press("f2", "f2", "f2")
    terminal.wait("stem [red]", "strong-1 [red]")
    terminal.press("f3")
    terminal.wait("one-0 [red]", "two-0 [red]")
    terminal.press("1")
    terminal.wait("partner [red]", "coach [red]", is_feedback)
    terminal.press("t")
    terminal.wait("Your last try")
    terminal.press("f3")
    terminal.wait(BOX, lambda text: "two-0 [red]" not in text)
    paste(terminal, evil("one-1"))
    terminal.wait("one-1 [red]", VISIBLE)
    terminal.press("enter")
    terminal.wait("one-partner [red]", is_feedback)
    terminal.rest()
    for key, shown in (("w", "Why it was read"), ("m", "What did you mean"), ("r", "one-1 [red]")):
        terminal.press(key)
        terminal.wait("Esc Close", shown)
        terminal.press("esc")
        terminal.wait(is_feedback)
    terminal.press("pagedown", "pagedown", "pageup", "g")

    terminal.wait("How you came across", "ending-good [red]")
    terminal.press("f7")
    terminal.wait("Esc Close", "one-1 [red]")
    terminal.press("esc")
    terminal.wait("F2 Keep it")
    terminal.press("f2")
    terminal.wait("When it gets hard", lambda _: terminal.is_at("When I want"))
    paste(terminal, evil("plan"))
    terminal.wait("plan [red]")
    terminal.press("enter")
    terminal.wait(lambda _: terminal.is_at("I noticed something"))
    paste(terminal, evil("then"))
    terminal.press("enter")
    terminal.wait("Kept with this session: plan [red]")
    terminal.press("esc")
    terminal.wait("P Replay it")
    terminal.press("esc")
    terminal.wait("title [red]", SEARCH)
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    assert not foreign(terminal.raw, screens=True)
    assert FAMILY.encode() in terminal.raw


@pytest.mark.usefixtures("hostile")
def test_a_hostile_draft_and_a_hostile_search(start: Start) -> None:
    terminal = start("play", "hostile", size=(80, 24))
    terminal.wait("Before you begin")
    terminal.press("enter")
    terminal.wait(BOX)
    paste(terminal, f"draft {MARKUP} {ATTACK}")
    terminal.wait("draft [red]")
    terminal.press("esc", "x")
    terminal.wait("Continue:", "You were typing: “draft [red]")
    terminal.press("f3")
    terminal.wait(lambda _: terminal.is_at(SEARCH))
    paste(terminal, evil("search"))
    terminal.wait("No scene has all these words")
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    assert not foreign(terminal.raw, screens=True)


def test_a_hostile_store(start: Start, used: Path) -> None:
    store = Store(used / "speakup.db")
    session = Session.begin(concert(), store)
    session.hint()
    store.draft(session.number, evil("draft"))
    store._database.execute("UPDATE sessions SET title = ?", (evil("title"),))
    store.set_setting("theme", evil("theme"))
    store.set_setting("hidden subjects", evil("hidden"))
    store.close()
    terminal = start(size=SIZE)
    terminal.wait("Continue: title [red]", "You were typing: “draft [red]")
    terminal.press("f2")
    terminal.wait("moment 1", "draft [red]", VISIBLE)
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    assert not foreign(terminal.raw, screens=True)


@pytest.mark.usefixtures("hostile")
def test_a_hostile_scenario_and_a_hostile_player_line_by_line(run: Run) -> None:
    said = evil("one-1").replace("\x00", "")
    lines = ["hint", "hint", "hint", "pick", "1", "why", "meant", "2", "again", said, "why", ATTACK]
    lines += ["on", "plan", evil("when"), evil("then"), "note", evil("note"), "transcript", "back 1", "pick"]
    ran = run("play", "hostile", typed="\n".join([*lines, "pause", ""]))
    assert (ran.status, ran.err) == (0, "")
    assert not foreign(ran.out.encode(), screens=False)
    for field in ("title", "manner", "setting", "line", "principle", "one-1", "coach", "ending-good"):
        assert f"{field} {MARKUP}" in ran.out
    assert FAMILY in ran.out
    assert not foreign(run("play", "hostile", typed="continue\nlook\n").out.encode(), screens=False)


def test_a_hostile_scenario_in_every_other_command(run: Run, hostile: Path) -> None:
    run("play", "hostile", typed=f"{evil('one-1')}\non\npause\n")
    for arguments in (
        ["list"],
        ["list", "--json"],
        ["check", str(hostile)],
        ["check", "--json", str(hostile)],
        ["sources"],
        ["progress"],
        ["progress", "--json"],
        ["export"],
        ["score", evil("I felt hurt.").replace("\x00", "")],
    ):
        ran = run(*arguments)
        assert not foreign(f"{ran.out}{ran.err}".encode(), screens=False), arguments
        assert "Traceback" not in ran.err
    line = json.dumps({"id": ATTACK, "text": evil("I felt hurt.")})
    assert not foreign(run("score", "--jsonl", typed=f"{line}\n{ATTACK}\n").out.encode(), screens=False)


def test_hostile_words_on_the_command_line_come_back_as_words(run: Run) -> None:
    attack = ATTACK.replace("\x00", "")
    for arguments in (
        ["play", attack],
        ["play", "the-concert", "--from", attack],
        ["check", f"./{attack}.yaml"],
        [attack],
        ["list", f"--{attack}"],
        ["export", "--to", f"/no/such/folder/{attack}"],
    ):
        ran = run(*arguments)
        assert ran.status in (1, 2), arguments
        assert not foreign(f"{ran.out}{ran.err}".encode(), screens=False), arguments
        assert ran.err.count("\n") == 1


def test_a_hostile_file_name_and_a_hostile_folder(
    run: Run, start: Start, tmp_path: Path, cache: Path
) -> None:
    attack = ATTACK.replace("\x00", "").replace("/", "")
    home = tmp_path / f"[@click=app.quit]home[ {attack}"
    folder = home / "scenarios"
    folder.mkdir(parents=True, mode=0o700)
    shutil.copytree(cache, home / "cache")
    (folder / f"bad{attack}.yaml").write_text(f"scenario: [{quoted(attack)}", encoding="utf-8")
    (folder / f"odd{attack}.yaml").write_text(story().replace("hostile\n", "odd\n", 1), encoding="utf-8")
    for arguments in (["list"], ["check", str(folder)], ["check", "--json", str(folder)], ["wipe"]):
        ran = run(*arguments, SPEAKUP_HOME=str(home))
        assert not foreign(f"{ran.out}{ran.err}".encode(), screens=False), arguments
    terminal = start(SPEAKUP_HOME=str(home), size=SIZE)
    terminal.wait("on this machine only, in", "home[", VISIBLE)
    terminal.press("enter")
    terminal.wait("title [red]")
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    assert not foreign(terminal.raw, screens=True)
