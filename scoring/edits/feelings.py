"""Words for feelings, wide: to see whether one was said already."""

from __future__ import annotations

import re

FEELING = (
    r"angry|annoyed|irritated|frustrated|furious|cross|mad|pissed|pissed off|fed up|upset|sad|hurt|scared"
    r"|afraid|frightened"
    r"|terrified|anxious|nervous|worried|disappointed|let down|ashamed|embarrassed|humiliated|guilty|lonely"
    r"|alone|abandoned"
    r"|rejected|ignored|dismissed|judged|overwhelmed|stuck|trapped|pressured|rushed|uncomfortable|uneasy"
    r"|awkward|confused"
    r"|lost|tired|exhausted|bored|distracted|jealous|offended|resentful|bitter|shocked|surprised|impatient"
    r"|relieved|happy|glad"
)
_BODY = (
    r"stomach|tummy|gut|chest|throat|heart|tears|cry|cried|crying|sick|cold|numb|small|stupid|silly|hate"
    r"|hated|dread|panic\w*"
    r"|froze\w*|sting|stung|stings|scares|hurts|hurting|pain\w*|ache\w*|love|miss|shame|fear|anger|sorrow"
    r"|grief|joy|weird"
    r"|feel|feels|felt|feeling|feelings|sore|gutted|raging|vexed|put out|off|warm|heavy|bother\w*|worr\w+"
    r"|upset\w*|annoy\w*"
    r"|offend\w*|fright\w*|like a|kills?|killed|invisible|shaking|sweat\w*|breath\w*|sleep\w*|slept"
)
_SAID = re.compile(rf"\b(?:{FEELING}|{_BODY})\b", re.IGNORECASE)
NAMED = re.compile(
    r"(?:\bi (?:felt|got|was) (?:\w+ ){0,2}"
    rf"(?:{FEELING})|\b(?:it|that) (?:really )?hurt(?: me)?|\b(?:it|that) scared me|\bi feel (?:\w+ "
    rf"){{0,2}}(?:{FEELING}))",
    re.IGNORECASE,
)


_THEIRS = re.compile(
    rf"\byou(?:['’]?re| are| were| look| looked| seem| seemed| sound)(?: \w+){{0,2}}? (?:{FEELING})\b",
    re.IGNORECASE,
)


def feels(text: str) -> bool:
    """Whether a text may hold a feeling of the speaker's already; where in doubt, it does."""
    return bool(_SAID.search(_THEIRS.sub(" ", text)))
