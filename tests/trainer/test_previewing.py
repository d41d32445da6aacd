from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from scenarios.load import parse_scenario
from tests.scenarios.stories import story
from trainer.previewing import Entry, Watch, begun, entry_of, taken_up

if TYPE_CHECKING:
    from pathlib import Path

    from scenarios.model import Scenario

TEXT = story(head=story().partition("scenes:")[0] + "flags: {late: It was late.}\n")
SAYS = "I noticed your face change just now, and I got scared. (told)"


def read(text: str = TEXT) -> Scenario:
    found = parse_scenario(text)
    assert found.scenario, found.faults
    return found.scenario


def test_a_watch_reads_a_file_when_it_was_saved(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(TEXT, encoding="utf-8")
    watch = Watch(file)
    first = watch.look()
    assert first
    assert first.scenario
    assert watch.look() is None
    file.write_text("scenario: [", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    second = watch.look()
    assert second
    assert second.scenario is None
    assert second.faults


def test_a_file_that_is_away_for_a_moment_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(TEXT, encoding="utf-8")
    watch = Watch(file)
    watch.look()
    file.rename(tmp_path / "b.yaml")
    assert watch.look() is None
    (tmp_path / "b.yaml").rename(file)
    again = watch.look()
    assert again
    assert again.scenario
    file.unlink()
    assert watch.look() is None
    gone = watch.look()
    assert gone
    assert "cannot be read" in str(gone.faults[0])
    assert watch.look() is None


def test_the_place_is_kept_when_words_change() -> None:
    session = begun(read(), Entry())
    session.say(SAYS)
    session.go_on()
    changed = read(TEXT.replace("A concert. I see. (opened)", "Now then."))
    again, is_whole = taken_up(changed, session.events, Entry())
    assert is_whole
    assert again.state.moment.scene == "opened"
    assert again.state.moment.lines[-1].text == "Now then."
    again.say("Never mind me, I'm fine. (opened)")
    assert again.state.phase == "feedback"


def test_what_no_longer_fits_is_stepped_back_from() -> None:
    session = begun(read(), Entry())
    session.say(SAYS)
    session.go_on()
    renamed = read(TEXT.replace("name-it:", "name-that:"))
    again, is_whole = taken_up(renamed, session.events, Entry())
    assert not is_whole
    assert (again.state.moment.scene, again.state.phase) == ("told", "responding")
    other = read(TEXT.replace("opening: told", "opening: begin").replace("  told:\n", "  begin:\n"))
    again, is_whole = taken_up(other, session.events, Entry("told"))
    assert not is_whole
    assert again.state.moment.scene == "begin"


def test_a_new_id_does_not_lose_the_place() -> None:
    session = begun(read(), Entry("opened", 3, ("late",)))
    again, is_whole = taken_up(read(TEXT.replace("the-test", "the-rest")), session.events, Entry())
    assert is_whole
    assert (again.state.moment.scene, again.state.moment.alliance) == ("opened", 3)
    assert again.state.moment.flags == {"late"}


def test_an_entry_must_be_in_the_scenario() -> None:
    assert entry_of(read(), "opened", 3, ("late",)) == Entry("opened", 3, ("late",))
    with pytest.raises(ValueError, match="has no scene nowhere; it has told, opened"):
        entry_of(read(), "nowhere", 0, ())
    with pytest.raises(ValueError, match="has no flag early; its flags: late"):
        entry_of(read(), "", 0, ("early",))
