"""Contested verdicts: how each is told, and how one becomes a marked response of its scenario or drill."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.drill import Sample
from scenarios.drill_load import read_drill
from scenarios.faults import one_line
from scenarios.finding import bare
from scenarios.load import read_scenario
from scenarios.marking import item_of, with_marked, with_sample
from scenarios.model import Marked
from scenarios.names import OTHERWISE
from trainer.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scenarios.drill import Drill
    from scenarios.model import Scenario
    from trainer.store.rows import Contest


def lines_of(contests: Sequence[Contest]) -> Iterator[str]:
    """Yield what was contested, in words."""
    for each in contests:
        part = "line" if each.is_of_drill else "scene"
        yield f"{each.number}. {each.scenario}, {part} {each.scene}, {each.at[:10]}"
        if each.partner_says:
            yield f"   They said: {one_line(each.partner_says)}"
        yield f"   You said: {one_line(each.text)}"
        yield f"   It was read as: {_read_as(each)}"
        meant = "this reply, but not these labels" if each.meant == each.found else each.meant
        meant = meant.replace("_", " ") if each.is_of_drill else meant
        yield f"   You meant: {meant}"
        if each.note:
            yield f"   Your note: {one_line(each.note)}"
        yield ""
    if contests:
        yield f"Make one a test of its story or drill with: speakup contested --promote {contests[0].number}"
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


def sample_of(contest: Contest, drill: Drill) -> Sample:
    """Return the marked response that a contested verdict of a drill becomes; `Trouble` without its line."""
    if not any(each.id == contest.scene for each in drill.lines):
        raise Trouble(f"{drill.id} has no line {contest.scene} any more")
    return Sample(one_line(contest.text), (contest.meant,))


def item_to_paste(file: Path, contest: Contest) -> str:
    """Return a contested verdict as the line to paste into a file."""
    if contest.is_of_drill:
        return item_of(sample_of(contest, read_drill_in(file)))
    return item_of(marked_of(contest, read(file)))


def promoted(file: Path, contest: Contest) -> int:
    """Write a contested verdict into the file of its scenario or drill as a marked response.

    Return the line where it stands; 0 where the file leaves no place for it and it must be pasted.
    """
    add = _in_drill(file, contest) if contest.is_of_drill else _in_scenario(file, contest)
    try:
        done = add(file.read_bytes().decode("utf-8"))
        if done is None:
            return 0
        _replace(file.resolve(), done[0])
    except OSError as fault:
        raise Trouble(f"{file} cannot be written ({fault.strerror})") from fault
    return done[1]


Add = Callable[[str], tuple[str, int] | None]
"""Adds a marked response to the text of a file; None where there is no place for it."""


def _in_scenario(file: Path, contest: Contest) -> Add:
    scenario = read(file)
    _must_be(file, contest, scenario.id)
    marked = marked_of(contest, scenario)
    _must_be_new(file, marked, scenario.scenes[contest.scene].marked)
    return lambda text: with_marked(text, contest.scene, marked)


def _in_drill(file: Path, contest: Contest) -> Add:
    drill = read_drill_in(file)
    _must_be(file, contest, drill.id)
    sample = sample_of(contest, drill)
    _must_be_new(file, sample, drill.line(contest.scene).marked)
    return lambda text: with_sample(text, contest.scene, sample)


def _must_be(file: Path, contest: Contest, name: str) -> None:
    if name != contest.scenario:
        raise Trouble(f"{file} is {name}, and this was said in {contest.scenario}")


def _must_be_new(file: Path, new: Marked | Sample, known: Sequence[Marked | Sample]) -> None:
    if any(bare(each.text) == bare(new.text) for each in known):
        raise Trouble(f"{file} has a marked response with these words already")


def read(file: Path) -> Scenario:
    """Return the scenario in a file that is to be changed."""
    loaded = read_scenario(file)
    if loaded.scenario is None:
        raise Trouble(f"{file} cannot be changed while it has errors; see: speakup check {file}")
    return loaded.scenario


def read_drill_in(file: Path) -> Drill:
    """Return the drill in a file that is to be changed."""
    loaded = read_drill(file)
    if loaded.drill is None:
        raise Trouble(f"{file} cannot be changed while it has errors; see: speakup check {file}")
    return loaded.drill


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
