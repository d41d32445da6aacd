"""Small scenarios to test with, as text of a file."""

from __future__ import annotations

SAYINGS = {
    "name-it": [
        "I noticed your face change just now, and I got scared.",
        "You went quiet when I said concert and it worried me.",
        "Something in me went cold and sad when you said that.",
        "You said fine, and your voice hurt me a little.",
    ],
    "ask": [
        "Could we look at what happened between us for a minute?",
        "I need to talk about last week before anything else.",
        "I want us to stop here and clear this up.",
        "I'd like to know where we stand before I go on.",
    ],
    "smooth-over": [
        "It's fine, shall we start?",
        "All good on my side, nothing happened.",
        "No, everything is fine, it was just a long week.",
        "Never mind me, I'm fine.",
    ],
}

SHOWS = {
    "name-it": "[names_feeling, describes_event]",
    "ask": "[states_need]",
    "smooth-over": "[masks]",
}


def scene(name: str, goes: dict[str, str], otherwise: str, more: str = "") -> str:
    """A scene with three replies; `goes` says where each goes and may hold further keys."""
    lines = [
        f"  {name}:",
        f"    partner: A concert. I see. ({name})",
        "    principle: One true sentence is enough.",
        '    stem: "When you ..., something in me ..."',
        "    calls_for: [names_feeling, describes_event]",
        "    replies:",
    ]
    for reply, to in goes.items():
        lines += [
            f"      {reply}:",
            "        says:",
            *(f'          - "{saying} ({name})"' for saying in SAYINGS[reply]),
        ]
        lines += [
            f"        shows: {SHOWS[reply]}",
            f"        coach: At {name} you said {reply}.",
            f"        goes: {to}",
        ]
    lines += [f"    otherwise: {otherwise}", *([more] if more else [])]
    return "\n".join(lines) + "\n"


def ending(name: str, tone: str = "repaired") -> str:
    text = "    text: You said it.\n    principle: Say it.\n"
    return f"  {name}:\n    title: Said ({name})\n{text}    tone: {tone}\n"


HEAD = """\
scenario: the-test
title: The test
summary: You cancelled, and she minds.
role: client
partner: {name: Dr. Vale, manner: warm}
level: 1
minutes: 5
practises: [names_feeling]
practises_advice: [D4]
sources: [doc-003]
setting: Last week you cancelled a session to go to a concert. You have just said so.
opening: told
"""


def story(scenes: str = "", endings: str = "", head: str = HEAD) -> str:
    """A whole scenario; by default two scenes and two endings, all of which can be reached."""
    scenes = scenes or (
        scene("told", {"name-it": "opened", "ask": "opened", "smooth-over": "lost"}, "opened")
        + scene("opened", {"name-it": "repaired", "ask": "repaired", "smooth-over": "lost"}, "lost")
    )
    endings = endings or ending("repaired") + ending("lost", "lost")
    return f"{head}scenes:\n{scenes}endings:\n{endings}"
