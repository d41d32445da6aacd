"""Contested verdicts: how each is told, and how one becomes a marked response of its scenario."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.faults import one_line
from scenarios.finding import bare
from scenarios.load import read_scenario
from scenarios.marking import with_marked
from scenarios.model import Marked
from scenarios.names import OTHERWISE
from trainer.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scenarios.model import Scenario
    from trainer.store.rows import Contest


def lines_of(contests: Sequence[Contest]) -> Iterator[str]:
    """Yield what was contested, in words."""
    for each in contests:
        yield f"{each.number}. {each.scenario}, scene {each.scene}, {each.at[:10]}"
        if each.partner_says:
            yield f"   They said: {one_line(each.partner_says)}"
        yield f"   You said: {one_line(each.text)}"
        yield f"   It was read as: {_read_as(each)}"
        meant = "this reply, but not these labels" if each.meant == each.found else each.meant
        yield f"   You meant: {meant}"
        if each.note:
            yield f"   Your note: {one_line(each.note)}"
        yield ""
    if contests:
        yield f"Make one a test of its scenario with: speakup contested --promote {contests[0].number}"
    else:
        yield "Nothing was contested yet. In a scene, “I meant it” keeps a reading that is wrong."


def _read_as(contest: Contest) -> str:
    labels = [str(each["label"]).replace("_", " ") for each in contest.reading.get("findings", [])]
    found = ", ".join(labels) or "no label"
    return f"{contest.found} ({found})" if contest.found else found


def marked_of(contest: Contest, scenario: Scenario) -> Marked:
    """Return the marked response that a contested verdict becomes. `Trouble` where its place is gone."""
    scene = scenario.scenes.get(contest.scene)
    if scene is None:
        raise Trouble(f"{scenario.id} has no scene {contest.scene} any more")
    if contest.meant == OTHERWISE:
        return Marked(one_line(contest.text), OTHERWISE)
    if contest.meant not in scene.replies:
        raise Trouble(f"the scene {contest.scene} of {scenario.id} has no reply {contest.meant} any more")
    return Marked(one_line(contest.text), contest.meant, scene.replies[contest.meant].shows)


def promoted(file: Path, contest: Contest) -> int:
    """Write a contested verdict into a scenario file as a marked response.

    Return the line where it stands; 0 where the file leaves no place for it and it must be pasted.
    """
    scenario = read(file)
    if scenario.id != contest.scenario:
        raise Trouble(f"{file} is {scenario.id}, and this was said in {contest.scenario}")
    marked = marked_of(contest, scenario)
    if any(bare(each.text) == bare(marked.text) for each in scenario.scenes[contest.scene].marked):
        raise Trouble(f"{file} has a marked response with these words already")
    try:
        text = file.read_bytes().decode("utf-8")
        done = with_marked(text, contest.scene, marked)
        if done is None:
            return 0
        _replace(file.resolve(), done[0])
    except OSError as fault:
        raise Trouble(f"{file} cannot be written ({fault.strerror})") from fault
    return done[1]


def read(file: Path) -> Scenario:
    """Return the scenario in a file that is to be changed."""
    loaded = read_scenario(file)
    if loaded.scenario is None:
        raise Trouble(f"{file} cannot be changed while it has errors; see: speakup check {file}")
    return loaded.scenario


def _replace(file: Path, text: str) -> None:
    """Write a file whole or not at all, with the rights that it had."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(text.encode("utf-8"))
        shutil.copymode(file, beside)
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
