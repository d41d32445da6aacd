"""A small drill for tests."""

from __future__ import annotations

HEAD = """\
drill: the-drill
title: The drill
role: client
skill: names_feeling
summary: A drill for tests.
practises_advice: [A11]
sources: [doc-000]
lines:
"""


def line(name: str = "one", level: int = 1) -> str:
    """One line, which names itself."""
    return f"""\
  - id: {name}
    level: {level}
    moment: You sit down. ({name})
    partner: So, how are we? ({name})
    calls_for: [names_feeling]
    strong:
      - I feel sad today, and it began with your question {name}.
      - I was scared to come, {name}.
    weak: Fine. ({name})
    stem: "I feel {name} ..."
    marked:
      - {{text: "i felt hurt, {name}", labels: [names_feeling]}}
      - {{text: "All good, {name}, nothing happened.", labels: [masks]}}
"""


def drill(count: int = 3) -> str:
    """Return a whole drill with so many lines on each level."""
    lines = [line(f"l{level}-{at}", level) for level in (1, 2, 3) for at in range(count)]
    return HEAD + "".join(lines)
