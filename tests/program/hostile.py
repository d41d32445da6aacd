"""A scenario every field of which tries to take over the terminal, and what must never come out of it."""

from __future__ import annotations

import re

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
"""One picture made of three by joiners, which must stay together."""
MARKUP = "[red] [@click=app.quit]QUIT[/] [/ [b]$text"
"""Must be seen just as it stands here."""
CONTROLS = {
    "clipboard": "\x1b]52;c;SE9TVElMRQ==\x07",
    "title": "\x1b]0;HOSTILE\x1b\\",
    "link": "\x1b]8;;http://hostile.example\x1b\\",
    "erase": "\x1b[2J\x1b[3J",
    "colour": "\x1b[41;5;45m",
    "move": "\x1b[7;7H",
    "ask": "\x1b[6n\x1b[c\x1b[>q",
    "reset": "\x1bc\x1b#8",
    "device": "\x1bP+q544e\x1b\\",
    "private": "\x1b_Ghostile\x1b\\\x1b^x\x1b\\\x1bXx\x1b\\",
    "c1": "\x9b41;5;45m\x9d52;c;SE9TVElMRQ==\x9c\x90x\x9c\x85\x8d",
    "bidi": "\u202eabc\u202c\u2066def\u2069\u200f\u200e\u202a\u202b",
    "lines": "\u2028\u2029",
    "bells": "\x07\x08\x0e\x0f\x00\x7f",
}
ATTACK = "".join(CONTROLS.values())
"""Every control sequence after one another."""
VISIBLE = "]52;c;SE9TVElMRQ=="
"""What may be left of a control sequence: text."""

_CONTROL = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"
    rb"|\x1b[PX^_].*?(?:\x1b\\|\Z)"
    rb"|\x1b\[[0-?]*[ -/]*[@-~]"
    rb"|\x1b[ -/]*[0-~]"
    rb"|[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]"
    rb"|\xc2[\x80-\x9f]"
    rb"|\xe2\x80[\x8e\x8f\xa8-\xae]"
    rb"|\xe2\x81[\xa6-\xa9]",
    re.DOTALL,
)
_OURS = re.compile(
    rb"\x1b\[[0-9;]*m"  # colours
    rb"|\x1b\[\d+;\d+H"  # the cursor
    rb"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes
    rb"|\x1b\[\?20(?:26|48)\$p"
    rb"|\x1b\[[<>]\d*u"  # the keyboard
    rb"|\x1b\]22;[a-z]*\x07"  # the shape of the pointer
)


def foreign(raw: bytes | bytearray, *, screens: bool) -> set[bytes]:
    """Return every control sequence in `raw` that the program has no reason to send."""
    found = {match[0] for match in _CONTROL.finditer(raw)}
    hostile = {each for each in found if any(evil in each for evil in (b"41;5;45", b"[7;7H"))}
    return hostile | {each for each in found if not (screens and _OURS.fullmatch(each))}


def quoted(text: str) -> str:
    """Return `text` between YAML quotation marks, with everything odd written as an escape."""
    letters = {"\\": "\\\\", '"': '\\"'}
    inner = (letters.get(each) or (each if each.isprintable() else _escape(each)) for each in text)
    return f'"{"".join(inner)}"'


def _escape(letter: str) -> str:
    return f"\\x{ord(letter):02x}" if ord(letter) < 256 else f"\\u{ord(letter):04x}"


def evil(field: str) -> str:
    """Return hostile words that still tell which field they are from."""
    return f"{field} {MARKUP} {ATTACK} {FAMILY}"


def reply(name: str, label: str, goes: str) -> str:
    says = "".join(f"          - {quoted(evil(f'{name}-{at}'))}\n" for at in range(4))
    return (
        f"      {name}:\n        says:\n{says}        shows: [{label}]\n        goes: {goes}\n"
        f"        partner: {quoted(evil(f'{name}-partner'))}\n"
        f"        aside: {quoted(evil(f'{name}-aside'))}\n"
        f"        coach: {{principle: {quoted(evil('coach'))}, effect: {quoted(evil('effect'))}, "
        f"try: {quoted(evil('try'))}}}\n"
    )


def ending(name: str, tone: str) -> str:
    return (
        f"  {name}:\n    title: {quoted(evil(f'ending-{name}'))}\n    text: {quoted(evil('ending-text'))}\n"
        f"    principle: {quoted(evil('ending-principle'))}\n    tone: {tone}\n"
    )


def story() -> str:
    """Return the scenario as the text of a file."""
    return f"""\
scenario: hostile
title: {quoted(evil("title"))}
summary: {quoted(evil("summary"))}
role: client
partner: {{name: {quoted(evil("partner"))}, manner: {quoted(evil("manner"))}}}
level: 1
minutes: 5
content_notes: [{quoted(evil("note"))}]
practises: [names_feeling]
practises_advice: [D4]
sources: [doc-003]
setting: {quoted(evil("setting"))}
opening: told
flags: {{marked: {quoted(evil("flag"))}}}
scenes:
  told:
    partner: {quoted(evil("line"))}
    aside: {quoted(evil("aside"))}
    inner: {quoted(evil("inner"))}
    principle: {quoted(evil("principle"))}
    stem: {quoted(evil("stem"))}
    calls_for: [names_feeling]
    replies:
{reply("one", "names_feeling", "good")}{reply("two", "masks", "bad")}\
{reply("three", "asks_question", "good")}\
    otherwise: {{goes: bad, partner: {quoted(evil("otherwise"))}, coach: {quoted(evil("coach"))}}}
    strong: [{quoted(evil("strong-1"))}, {quoted(evil("strong-2"))}]
    weak: {quoted(evil("weak"))}
endings:
{ending("good", "repaired")}{ending("bad", "lost")}"""
