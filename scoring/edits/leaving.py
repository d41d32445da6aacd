"""Changes that leave something out: small words that soften, a sorry, a last `it's fine`, a whole pitfall.

What is left out is a sentence, half of one at a `but`, or words from a short list of fillers. What remains
has to be whole sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scoring.edits.change import Change
from scoring.edits.clauses import Part, begun_as, is_whole, leans_back, parts, words
from scoring.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.verdict import Finding, Verdict

LEAST_LEFT = 4
"""Words that have to remain."""
MOST_LEFT_OUT = 0.6
"""The share of a response that may go."""
MOST_OF_A_FILLER = 7
"""Words. A longer sentence of self-blame tells something hard about the speaker, and stays."""
_KEPT = frozenset(("pushes_boundary",))
"""Pitfalls with a wish in them that is worth keeping."""
_SOFTENED = frozenset(("hedges", "appeases", "blames_self", "masks"))
_FEELING_NEXT = (
    r"(?=\s+(?:hurt|sad|scared|afraid|angry|annoyed|upset|lost|alone|cross|nervous|worried|embarrassed"
    r"|ashamed"
    r"|awkward|stupid|disappointed|let down|left out|tired|confused|unsure|uncomfortable|weird|cold|rushed"
    r"|judged|anxious|stuck|tense|uneasy|mad|frustrated|irritated|guilty|silly|small)\b)"
)
_SOFTENERS = re.compile(
    rf"(?:(?<=\bfeel )|(?<=\bfelt )|(?<=\bwas )|(?<=\bam )|(?<=['’]m )|(?<=\bbeen )|(?<=\bgot ))"
    rf"(?:just |maybe |perhaps |kind of |kinda |sort of |sorta |a (?:little |tiny |wee )?bit |a little )+"
    rf"{_FEELING_NEXT.replace(chr(92) + 's+', '')}"
    r"|(?:(?<=^)|(?<=[.!?…] ))(?:i guess|i suppose|maybe|perhaps),? (?=(?:you|we|i (?:need|want|would|felt"
    r"|feel|was)|i['’]d)\b)"
    r"|(?:(?<=\bbut )|(?<=\band )|(?<=\bso ))(?:i guess|i suppose|maybe),? (?=(?:we|i (?:need|want"
    r"|would|felt|feel|was)|i['’]d)\b)"
    r"|,? (?:i guess|i suppose|or something(?: like that)?|or whatever|if that makes sense|maybe|perhaps|a "
    r"bit"
    r"|a little(?: bit)?|or anything)(?=[.!?…]*(?:\s*$|[.!?…]\s))"
    r"|\b(?:kinda|kind of|sort of|sorta) (?=hurts?\b|stings?\b|hated?\b|feel\b|felt\b|need\b|want\b|wish\b"
    r"|hope\b|upset me|scared me)",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"(?:(?:oh|um+|uh|no|god|yeah|ok|okay)[,.]* )*(?:i['’]?m |i am )?(?:so |really |very )*(?:sorry"
    r"|apologies)"
    r"(?: again)?(?:[,.…!-]+| but| to (?:say|ask) (?:this|it),? but)+(?: but)? +"
    r"|(?:(?:oh|um+|uh|so|well)[,.]* )*(?:i (?:don['’]?t|do not) know if (?:it['’]?s|it is|this is|i['’]?m "
    r"allowed) ?(?:ok|okay|allowed"
    r"|all right|stupid|silly)?(?: to (?:ask|say))?(?: this| that)?|i hope (?:it['’]?s|this is) (?:ok"
    r"|okay)(?: to (?:ask|say))?(?: this)?"
    r"|(?:this|it) (?:might|may|probably) (?:sounds?|be|is) (?:silly|stupid|weird|nothing))[,.]*(?: "
    r"but)?[,.…]* +",
    re.IGNORECASE,
)
_COULD_YOU = re.compile(
    r"(?:maybe|perhaps) (?:if )?(?P<who>you|we) could (?:maybe |just |perhaps )*(?P<rest>[^?]+\?)",
    re.IGNORECASE,
)
_FILLER = (
    r"(?:(?:but|so|and|anyway)[, ]+)?(?:(?:it|that)['’]?s (?:fine|ok|okay|nothing|all right|alright|no big "
    r"deal"
    r"|not a big deal|not important|not a problem|no problem|silly|stupid|probably nothing)|never ?mind"
    r"|forget it"
    r"|i['’]?m (?:fine|ok|okay|sure it['’]?s fine|(?:just |probably )*(?:being (?:silly|stupid"
    r"|oversensitive|dramatic"
    r"|too sensitive|daft)|overreacting|oversensitive))|ignore me|don['’]?t mind me|(?:i['’]?m )?(?:so "
    r"|really )*sorry"
    r"|no worries|don['’]?t worry(?: about it)?|it (?:doesn['’]?t|does not) matter|whatever|(?:i "
    r")?(?:don['’]?t know|dunno)(?: why)?|idk"
    r"|maybe i['’]?m (?:just )?(?:imagining (?:it|things)|wrong|reading too much into it|too sensitive)"
    r"|(?:but )?i know you['’]?r?e? (?:busy|tired|trying)"
    r"|that['’]?s on me|(?:it['’]?s )?(?:probably |just )*(?:just me|my fault|me being \w+|my problem)|as "
    r"you like|up to you"
    r"|(?:it['’]?s )?no big deal|not (?:that )?important|i guess|or not|but you know best|if that['’]?s "
    r"ok(?:ay)?)"
)
_CLOSER = re.compile(
    rf"(?:[,.;:!?…–—-]+\s*|\s+(?=but\b))(?P<what>{_FILLER})(?:[ ,]+(?:sorry|really|anyway|i guess|though"
    rf"|tho))?[.!…]*\s*$",
    re.IGNORECASE,
)
_FILLED = re.compile(rf"{_FILLER}[.!…]*$", re.IGNORECASE)
_HALVES = re.compile(
    r"(?P<head>.+?)(?P<joint>[,;]?\s+but\s+|\s*[–—]\s*but\s+|\s+-+\s+but\s+|,\s+(?:though|although|only"
    r"|it['’]?s just)\s+"
    r"|,?\s+because\s+)(?P<tail>.+)",
    re.IGNORECASE | re.DOTALL,
)
_STORY = re.compile(
    r"\b(?:you|he|she|they|i) (?:(?:just|really|only|also|then|never) )?(?:\w{2,}ed|was|were|did|didn['’]?t"
    r"|had|said|told|went|came|got"
    r"|took|gave|made|saw|left|forgot|let|cut|kept)\b",
    re.IGNORECASE,
)
"""Something that happened: the point of a saying, which is not left out with its tone."""
_OWNED = re.compile(
    r"\b(?:sorry|apolog\w*|wrong|mistake|my fault|ruined|annoyed|irritated|should(?:n['’]?t| not| never)? "
    r"have|let you down|i(?:['’]ve| have)? (?:never |not |n['’]t )?asked|think i['’]ve|i haven['’]?t "
    r"asked)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:but|and|so|anyway|still)\b,? (?=(?!that\b|it\b|this\b|they\b|yes\b|yeah\b|no\b)\w)", re.IGNORECASE
)
"""Opens a sentence that can do without it."""
_CONDOLES = re.compile(r"\bsorry (?:about|for|to hear) (?:your|that|it|the)\b", re.IGNORECASE)
_COURTESY = re.compile(
    r"(?:(?:oh|well|but|and|no|yes)[,.]? )?(?:(?:that|it)['’]?s (?:so |very |really )?(?:sweet|nice|kind"
    r"|lovely)|i (?:know|can see|hear|understand"
    r"|see|get) (?!better)|thanks?\b)",
    re.IGNORECASE,
)
"""Warm words that do no harm, whatever else the sentence was taken for."""
_CUES = {
    "masks": re.compile(
        r"\b(?:fine|ok|okay|nothing|no problem|all good|not at all|great|grand|matter|worries|good for me)\b",
        re.IGNORECASE,
    ),
    "blames_self": re.compile(r"\b(?:fault|sorry|i['’]?m|me|my|i should|stupid|silly)\b", re.IGNORECASE),
}
"""Words that a sentence with a pitfall has before it is left out."""
_SORRY = re.compile(r"\bsorry\b", re.IGNORECASE)
_AWFUL = (
    r"(?:(?:and|but) )?(?:i feel (?:so |really |just )*(?:terrible|awful|bad|horrible|dreadful"
    r"|guilty)[^,.!?]*|i['’]m (?:such |being )?(?:a )?"
    r"(?:making a mess|mess|terrible|bad|rubbish|useless|failing|hopeless)[^,.!?]*|(?:that|it) was (?:so "
    r")?(?:awful|terrible|horrible) of me"
    r"|i don['’]t know what['’]?s wrong with me[^,.!?]*|(?:i['’]m )?(?:so |really |very )*sorry)"
)
_AWFUL_SENTENCE = re.compile(
    rf"(?<=[.!?] ){_AWFUL}[.!]+\s*|(?:,| [–—-]) ?(?:and )?(?=i feel|i['’]m (?:making|such)){_AWFUL}(?=[.!])",
    re.IGNORECASE,
)
_EMPTY_HEAD = re.compile(
    r"(?:yes|yeah|no|ok|okay|sure|fine|right|of course|i['’]?m (?:fine|ok|okay|good)|it['’]?s (?:fine|ok"
    r"|okay|nothing"
    r"|silly|stupid)|sorry|i['’]?m (?:so |really |very )*sorry|this is (?:silly|stupid)|i know (?:it['’]?s"
    r"|this is|that['’]?s)"
    r" (?:silly|stupid|not important)|i(?:['’]?m| am) (?:probably |just )*(?:being silly|overreacting)"
    r"|(?:this|it) (?:sounds|may sound|might sound|is probably) (?:silly|stupid|nothing))(?:[, ]+(?:yes"
    r"|yeah|sure|really|fine"
    r"|thanks|thank you|sorry|of course|i guess))*",
    re.IGNORECASE,
)


def left_out(verdict: Verdict) -> Iterator[Change]:
    """Yield the changes that leave a pitfall out."""
    pitfalls = [each for each in verdict.findings if not label(each.label, verdict.role).is_skill]
    for finding in pitfalls:
        if finding.label in _KEPT:
            continue
        if verdict.role == "client" and finding.label in _SOFTENED:
            yield from _without_fillers(verdict.text, finding.label)
        if finding.label == "collapses":
            yield from _without_dismay(verdict.text)
        yield from _without_half(verdict.text, finding)
        yield from _without_sentence(verdict.text, finding)


def _without_fillers(text: str, of: str) -> Iterator[Change]:
    """The text without a sorry at the beginning, a filler at the end, and the words that soften."""
    no_end, ends = _peeled(text)
    no_start, starts = _opened(text)
    plain, softeners = _hardened(text)
    if ends:
        yield _change(no_end, ends, of, "leave-closer")
    if starts:
        yield _change(no_start, starts, of, "leave-sorry")
    if softeners:
        yield _change(plain, softeners, of, "leave-softeners")
    both, more = _opened(no_end)
    all_out, rest = _hardened(both)
    gone = (*more, *rest, *ends)
    if len(gone) > max(len(ends), len(starts), len(softeners)):
        yield _change(all_out, gone, of, "leave-fillers")


def _without_dismay(text: str) -> Iterator[Change]:
    """An apology without what makes the other look after you: the second sorry, `I feel terrible`."""
    gone = tuple(each[0].strip(" ,.!") for each in _AWFUL_SENTENCE.finditer(text))
    if gone:
        rest = _AWFUL_SENTENCE.sub("", text).strip()
        if _SORRY.search(text) and not _SORRY.search(rest):
            return
        yield Change(
            rest, f"Without {_told(gone)}, the other need not comfort you.", "collapses", "leave-dismay"
        )


def _peeled(text: str) -> tuple[str, tuple[str, ...]]:
    gone: tuple[str, ...] = ()
    rest = text.rstrip()
    while found := _CLOSER.search(rest):
        left = rest[: found.start()]
        if not is_whole(parts(left)[-1].text if parts(left) else ""):
            break
        gone = (found["what"].strip(" ,."), *gone)
        rest = left.rstrip(" ,;:–—-")
        rest += "" if rest.endswith((".", "!", "?", "…")) else _close(text, found)
    return rest, gone


def _close(text: str, found: re.Match[str]) -> str:
    """How a sentence closes after its last words have gone."""
    cut = found[0].lstrip()[:1]
    return (
        cut if cut in {"?", "!"} and cut else "." if text.rstrip().endswith((".", "!")) or cut == "." else ""
    )


def _opened(text: str) -> tuple[str, tuple[str, ...]]:
    found = _OPENERS.match(text)
    if not found:
        return text, ()
    rest = text[found.end() :]
    first = parts(rest)
    if not first or not is_whole(first[0].text):
        return text, ()
    return begun_as(rest, text), (found[0].strip(" ,.-…"),)


def _hardened(text: str) -> tuple[str, tuple[str, ...]]:
    gone = tuple(each[0].strip(" ,") for each in _SOFTENERS.finditer(text))
    asked = _COULD_YOU.search(text)
    if asked and (asked.start() == 0 or text[: asked.start()].rstrip()[-1:] in set(".!?…,")):
        said = f"could {asked['who'].lower()} {asked['rest']}"
        return text[: asked.start()] + begun_as(said, asked[0]) + text[asked.end() :], ("maybe",)
    if not gone:
        return text, ()
    rest = re.sub(
        r"\0(\w)",
        lambda each: each[1].upper(),
        _SOFTENERS.sub(lambda each: "\0" if _begins(text, each) else "", text),
    )
    return rest.lstrip(" ,").replace("\0", ""), gone


def _begins(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence with a capital begins with what was found."""
    return found[0][:1].isupper() and text[: found.start()].rstrip()[-1:] in {"", ".", "!", "?", "…"}


def _without_half(text: str, finding: Finding) -> Iterator[Change]:
    """A sentence of two halves at a `but`, without the half that has the evidence."""
    for part in parts(text):
        halves = _HALVES.fullmatch(part.text)
        if not halves:
            continue
        cut = part.start + halves.start("tail")
        inside = [span for span in finding.spans if part.start <= span[0] < part.end]
        if not inside:
            continue
        head, tail = halves["head"], halves["tail"]
        is_but = "but" in halves["joint"].lower()
        if (
            is_but
            and all(span[1] <= cut for span in inside)
            and _EMPTY_HEAD.fullmatch(head.strip(" ,."))
            and is_whole(tail)
        ):
            rest = text[: part.start] + begun_as(tail, part.text) + text[part.start + len(part.text) :]
            yield _change(rest, (head.strip(" ,."),), finding.label, "leave-head")
        if (
            (is_but or finding.label == "defends")
            and _is_after(cut - len(halves["joint"]), inside)
            and is_whole(head)
        ):
            after = text[part.start + len(part.text) :]
            if not leans_back(after):
                rest = (
                    text[: part.start]
                    + head.rstrip(" ,;–—-")
                    + (part.close if "?" not in part.close else ".")
                    + after
                )
                yield _change(
                    rest,
                    (f"{halves['joint'].strip(' ,;–—-')} {Part(0, 0, tail).body}",),
                    finding.label,
                    "leave-tail",
                )


def _without_sentence(text: str, finding: Finding) -> Iterator[Change]:
    """The text without the one or two sentences that the evidence stands in."""
    whole = parts(text)
    out = [
        number
        for number, part in enumerate(whole)
        if any(part.start <= span[0] < part.end for span in finding.spans)
    ]
    for number in out:
        yield from _without(text, whole, range(number, number + 1), finding.label)
    if len(out) == 2 and out[1] - out[0] == 1:
        yield from _without(text, whole, range(out[0], out[1] + 1), finding.label)


def _without(text: str, whole: list[Part], out: range, of: str) -> Iterator[Change]:
    before, after = whole[: out[0]], whole[out[-1] + 1 :]
    kept = [*before, *after]
    if not any(is_whole(each.text) for each in kept) or any(
        _bears_the_point(whole[at].text, of) for at in out
    ):
        return
    rest = text[whole[out[-1]].end :]
    if after and (joint := _JOINT.match(rest)):
        rest = begun_as(rest[joint.end() :], after[0].text)
    if leans_back(rest) and not all(_FILLED.match(whole[at].body) for at in out):
        return
    if before and not is_whole(before[-1].text) and len(words(before[-1].text)) > 2:
        return
    gone = text[whole[out[0]].start : whole[out[-1]].end].strip()
    left = (text[: whole[out[0]].start] + rest).strip()
    yield _change(begun_as(left, text), (gone.rstrip(" ."),), of, "leave-sentence")


def _is_after(cut: int, spans: list[tuple[int, int]]) -> bool:
    return all(span[0] >= cut for span in spans)


def _bears_the_point(sentence: str, of: str) -> bool:
    """Whether the sentence says more than the pitfall."""
    if of == "blames_self" and len(words(sentence)) > MOST_OF_A_FILLER:
        return True
    cue = _CUES.get(of)
    if (cue and not cue.search(sentence)) or _COURTESY.match(sentence):
        return True
    if (
        ("?" in sentence[-3:] and of != "attacks")
        or _CONDOLES.search(sentence)
        or sentence.endswith(("..", "…"))
    ):
        return True
    if of in {"defends", "dismisses", "fixes", "interprets", "blames_client", "collapses"}:
        return bool(_OWNED.search(sentence)) or len(words(sentence)) < 3
    return bool(_STORY.search(sentence)) and "sorry" not in words(sentence)


def _told(gone: tuple[str, ...]) -> str:
    quoted = [f"“{each}”" for each in gone]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def _change(rest: str, gone: tuple[str, ...], of: str, shape: str) -> Change:
    return Change(rest.strip(), f"Without {_told(gone)}, what you say stands plainly.", of, shape)


def leaves_enough(change: Change, text: str) -> bool:
    """Whether what remains is still the player's saying."""
    left, all_ = len(words(change.words)), len(words(text))
    return left >= LEAST_LEFT and left >= (1 - MOST_LEFT_OUT) * all_
