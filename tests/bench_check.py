"""Measures `speakup check` on many scenarios of the size of ours: run by hand, no test.

    python tests/bench_check.py [HOW_MANY]

Two libraries are made from the scenarios that come with the program. In the one, each text stands in many
files, as in packs that are copies of each other; in the other, each text that is scored is another one, as in
a library of a thousand scenarios by a thousand authors. Each is checked for the first time, again, and after
one file has changed.
"""

from __future__ import annotations

import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIBRARY = sorted((ROOT / "scenarios" / "library").glob("*.yaml"))
WORDS = [word for word in (ROOT / "scoring" / "words" / "frequent.txt").read_text().split() if len(word) > 3]
_WORD = re.compile(r"\b[a-z]{4,}\b")
_SCORED = re.compile(r"^\s+(?:- (?!\{?(?:when|says|to):)|partner: (?!\{)|weak: |says: ).*\w+ \w+ \w+")


def copied(text: str, number: int) -> str:
    """Return a scenario under another id."""
    return re.sub(r"(?m)^((?:scenario|other_chair): .*)$", rf"\1-{number}", text)


def altered(text: str, chance: random.Random) -> str:
    """Return a scenario in which each scored text has another word in one place."""
    return "".join(
        _with_another_word(line, chance) if _SCORED.match(line) else line
        for line in text.splitlines(keepends=True)
    )


def _with_another_word(line: str, chance: random.Random) -> str:
    begins = line.index(": ") + 2 if ": " in line and "- " not in line else line.index("- ") + 2
    begins = line.index("text: ") + 6 if "text: " in line else begins
    ends = line.find(", labels:") if "labels:" in line else line.find(", reply:")
    found = list(_WORD.finditer(line, begins, ends if ends > 0 else len(line)))
    if not found:
        return line
    at = chance.choice(found)
    return line[: at.start()] + chance.choice(WORDS) + line[at.end() :]


def written(folder: Path, many: int, *, alters: bool) -> Path:
    """Write a library of so many scenarios."""
    chance = random.Random(1)  # noqa: S311 - a library is no secret
    folder.mkdir()
    for number in range(many):
        text = copied(LIBRARY[number % len(LIBRARY)].read_text(encoding="utf-8"), number // len(LIBRARY))
        name = re.findall(r"(?m)^scenario: (\S+)", text)[0]
        (folder / f"{name}.yaml").write_text(altered(text, chance) if alters else text, encoding="utf-8")
    return folder


def ready(home: Path) -> None:
    """Let the scorer keep its library, as it does at the first verdict on a machine."""
    env = {**os.environ, "SPEAKUP_HOME": str(home)}
    subprocess.run([sys.executable, "-m", "trainer", "score", "I am here."], env=env, cwd=ROOT, check=True,
                   capture_output=True)  # fmt: skip


def timed(folder: Path, home: Path) -> str:
    """Check a folder; return wall time, processor time and what was found."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "trainer", "check", str(folder)],
        env={**os.environ, "SPEAKUP_HOME": str(home)}, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = next((line for line in done.stdout.splitlines() if " checked: " in line), done.stderr)
    wall = time.perf_counter() - began
    return f"{wall:7.1f} s, {after.ru_utime - before.ru_utime:7.1f} s of processors; {found}"


def main() -> None:
    """Measure and print all."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory(prefix="speakup-bench-") as made:
        for what, alters in (("texts that repeat", False), ("texts that differ", True)):
            folder = written(Path(made) / what.replace(" ", "-"), many, alters=alters)
            home = Path(made) / f"home-{alters}"
            ready(home)
            sys.stdout.write(f"{many} scenarios, {what}\n  the first time   {timed(folder, home)}\n")
            sys.stdout.write(f"  again            {timed(folder, home)}\n")
            one = next(folder.glob("*.yaml"))
            one.write_text(one.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
            sys.stdout.write(f"  one has changed  {timed(folder, home)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
