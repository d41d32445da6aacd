"""Measures how fast the program is, side by side with the least that could be: run by `make bench`, no test.

What is compared is measured in turns within one run, so that a busy machine is busy for both. Medians are
printed; a goal stands beside what has one.
"""

from __future__ import annotations

import json
import os
import statistics
import string
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.bench_terminal import Timed, ran, shown
from tests.scenarios.stories import story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).parents[1]
PYTHON = sys.executable
SPEAKUP = str(Path(PYTHON).with_name("speakup"))
ROUNDS = 11
KEYS = string.ascii_letters[:44]
"""Every one is typed once, so that its first showing is its own."""
SAID = "I felt hurt when you looked at the clock while I was talking about my father."
BARE_APP = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("The bare application")
Bare().run()
"""
BARE_BOX = """
from textual.app import App
from textual.widgets import TextArea
class Bare(App):
    def compose(self):
        yield TextArea(placeholder="The bare box")
Bare().run()
"""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    seconds: float
    spread: tuple[float, float]
    """The fastest and the slowest."""
    told: str = ""
    is_met: bool = True


def row(what: str, times: Sequence[float], goal: float = 0.0) -> Row:
    """Return a line for times, with a goal in seconds for the median."""
    median = statistics.median(times)
    told = f"goal {goal * 1000:g} ms" if goal else ""
    return Row(what, median, (min(times), max(times)), told, not goal or median <= goal)


def compared(what: str, times: Sequence[float], base: Sequence[float], goal: float = 0.0) -> Row:
    """Return a line for times that are held against others, with a goal for the ratio of the medians."""
    median = statistics.median(times)
    ratio = median / statistics.median(base)
    told = f"{ratio:.2f} times" + (f", goal {goal:g}" if goal else "")
    return Row(what, median, (min(times), max(times)), told, not goal or ratio <= goal)


def in_turns(rounds: int, **measures: Callable[[], float]) -> dict[str, list[float]]:
    """Measure all of them in every round, after one round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in measures}
    for turn in range(rounds + 1):
        for name, measure in measures.items():
            seconds = measure()
            if turn:
                times[name].append(seconds)
    return times


class Bench:
    """Everything that is measured, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "app.py").write_text(BARE_APP)
        (folder / "box.py").write_text(BARE_BOX)
        self._empty = self._home("empty", 0)

    def _home(self, name: str, scenarios: int) -> dict[str, str]:
        """Make a home in which the program was used before; return the environment for it."""
        home = self._folder / name
        (home / "scenarios").mkdir(parents=True)
        for at in range(scenarios - len(list((ROOT / "scenarios" / "library").glob("*.yaml")))):
            text = (
                story().replace("the-test", f"scene-{at:04}").replace("title: The test", f"title: A {at:04}")
            )
            (home / "scenarios" / f"scene-{at:04}.yaml").write_text(text, encoding="utf-8")
        env = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "SPEAKUP_HOME": str(home),
            "HOME": str(self._folder),
        }
        for command in (["list"], ["score", SAID], ["play", "the-concert"]):
            subprocess.run([SPEAKUP, *command], env=env, input=b"pause\n", capture_output=True, check=True)
        settled = "from trainer.store import Store; Store().set_setting('welcomed', 'yes')"
        subprocess.run([PYTHON, "-c", settled], env=env, check=True)
        return env

    def start(self) -> Iterator[Row]:
        """From the command to the first frame that can be read: home with 30 and with 1,000 scenarios."""
        few, many = self._home("few", 30), self._home("many", 1000)
        bare = [PYTHON, str(self._folder / "app.py")]
        times = in_turns(
            ROUNDS,
            bare=lambda: shown(bare, self._empty, "The bare application"),
            few=lambda: shown([SPEAKUP], few, "A 0000"),
            many=lambda: shown([SPEAKUP], many, "A 0000"),
        )
        yield row("A Textual application with one Static", times["bare"])
        yield compared("Home with 30 scenarios", times["few"], times["bare"], 1.3)
        yield compared("Home with 1,000 scenarios", times["many"], times["bare"], 1.5)

    def keys(self) -> Iterator[Row]:
        """From a key to its letter on the screen, both programs open at once."""
        bare = Timed([PYTHON, str(self._folder / "box.py")], self._empty)
        ours = Timed([SPEAKUP, "play", "the-concert"], self._empty)
        try:
            bare.until("bare box")
            ours.until("own words")
            time.sleep(2)  # let the scorer's library be loaded, as it is when a person begins to type
            times = [(bare.key(letter), ours.key(letter)) for letter in KEYS]
        finally:
            bare.close()
            ours.close()
        bares, ourses = [one for one, _ in times[4:]], [one for _, one in times[4:]]
        yield row("A key in a bare TextArea", bares)
        yield compared("A key in the response box", ourses, bares, 1.5)

    def commands(self) -> Iterator[Row]:
        """Commands from the shell to their end, and to the first line of a verdict."""
        times = in_turns(
            ROUNDS,
            nothing=lambda: ran([PYTHON, "-c", "pass"], self._empty),
            list=lambda: ran([SPEAKUP, "list"], self._empty),
            score=lambda: shown([SPEAKUP, "score", SAID], self._empty, "Comes across as"),
        )
        yield row("python -c pass", times["nothing"])
        yield compared("speakup list", times["list"], times["nothing"])
        yield row("speakup score: the first verdict", times["score"], 0.25)

    def cold(self) -> Iterator[Row]:
        """What the very first verdict on a machine costs, before the scorer has kept its library."""
        env = {**self._empty, "SPEAKUP_NO_CACHE": "1"}
        times = [shown([SPEAKUP, "score", SAID], env, "Comes across as") for _ in range(3)]
        yield row("speakup score: the first verdict ever", times)


def scoring_rows() -> Iterator[Row]:
    """Return what scoring costs in a program that runs: responses of about 25 words, and a long text."""
    import scoring

    scoring.explain(scoring.score("I am here.", role="client"))
    texts = marked_texts()
    usual = [text for text in texts if 20 <= len(text.split()) <= 30]
    first, then = usual[::2], usual[1::2]
    yield row(f"One response of about 25 words, the first {len(first)}", [timed(text) for text in first])
    times = sorted(timed(text) for text in then)
    late = times[len(times) * 99 // 100]
    yield row(f"The next {len(then)}, none of them seen before", times, 0.0015)
    yield Row("  99 of 100 are faster than", late, (late, late), "goal 6 ms", late <= 0.006)
    words = " ".join(texts[::-1]).split()
    long = [" ".join(words[at * 3000 : (at + 1) * 3000]) for at in range(min(5, len(words) // 3000))]
    yield row("A text of 3,000 words", [timed(text) for text in long], 0.2)
    yield row("An explanation with the smallest edit", [explained(text) for text in usual[:100]])
    yield from with_many_patterns(usual)


def with_many_patterns(texts: Sequence[str]) -> Iterator[Row]:
    """Yield what a response costs where the library has ten times as many patterns, both in turns."""
    from scoring import scorer
    from scoring.library import library
    from tests.scoring.many_patterns import multiplied

    libraries = {"as it is": library(), "ten times": multiplied(10)}
    times: dict[str, list[float]] = {name: [] for name in libraries}
    for turn in range(2):  # what the first turn reads stays read
        for text in texts[:200]:
            for name, known in libraries.items():
                scorer.library = lambda known=known: known  # type: ignore[assignment,misc]
                seconds = timed(text)
                if turn:
                    times[name].append(seconds)
    scorer.library = library
    yield compared("Ten times as many patterns", times["ten times"], times["as it is"], 3.0)


def marked_texts() -> list[str]:
    """Return every marked response once."""
    found: dict[str, None] = {}
    for file in sorted((ROOT / "scoring" / "marked").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            found[json.loads(line)["text"]] = None
    return list(found)


def timed(text: str) -> float:
    import scoring

    began = time.perf_counter()
    scoring.score(text, role="client")
    return time.perf_counter() - began


def explained(text: str) -> float:
    import scoring

    verdict = scoring.score(text, role="client")
    began = time.perf_counter()
    scoring.explain(verdict)
    return time.perf_counter() - began


def table(title: str, rows: Iterator[Row]) -> None:
    """Print lines as they come."""
    sys.stdout.write(f"\n{title}\n")
    for each in rows:
        mark = " " if each.is_met else "!"
        low, high = (f"{seconds * 1000:.1f}" for seconds in each.spread)
        spread = f"{low} to {high}" if low != high else ""
        line = f"{mark} {each.what:<52}{each.seconds * 1000:>9.1f} ms  {spread:<18} {each.told}"
        sys.stdout.write(f"{line.rstrip()}\n")
        sys.stdout.flush()


def main() -> None:
    """Measure and print all."""
    sys.stdout.write("Medians, with the fastest and the slowest. A line with ! misses its goal.\n")
    with tempfile.TemporaryDirectory(prefix="speakup-bench-") as folder:
        bench = Bench(Path(folder))
        table("From the command to the first frame", bench.start())
        table("From a key to the letter on the screen", bench.keys())
        table("Commands", bench.commands())
        table("The first verdict on a new machine", bench.cold())
    table("Scoring", scoring_rows())


if __name__ == "__main__":
    main()
