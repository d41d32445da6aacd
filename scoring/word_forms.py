"""The forms of a word: what `feel+` stands for in a template."""

from __future__ import annotations

_IRREGULAR = {
    verb: tuple(forms.split())
    for verb, forms in (
        line.split(":")
        for line in """be:am is are was were been being
become:becomes became becoming
begin:begins began begun beginning
bite:bites bit bitten biting
break:breaks broke broken breaking
bring:brings brought bringing
buy:buys bought buying
catch:catches caught catching
choose:chooses chose chosen choosing
come:comes came coming
cost:costs costing
cut:cuts cutting
deal:deals dealt dealing
do:does did done doing
draw:draws drew drawn drawing
drink:drinks drank drunk drinking
drive:drives drove driven driving
eat:eats ate eaten eating
fall:falls fell fallen falling
feel:feels felt feeling
fight:fights fought fighting
find:finds found finding
forget:forgets forgot forgotten forgetting
freeze:freezes froze frozen freezing
get:gets got gotten getting
give:gives gave given giving
go:goes went gone going
grow:grows grew grown growing
have:has had having
hear:hears heard hearing
hide:hides hid hidden hiding
hit:hits hitting
hold:holds held holding
hurt:hurts hurting
keep:keeps kept keeping
know:knows knew known knowing
lay:lays laid laying
lead:leads led leading
leave:leaves left leaving
let:lets letting
lie:lies lied lying
lose:loses lost losing
make:makes made making
mean:means meant meaning
meet:meets met meeting
miss:misses missed missing
pay:pays paid paying
put:puts putting
quit:quits quitting
read:reads reading
ride:rides rode ridden riding
ring:rings rang rung ringing
run:runs ran running
rush:rushes rushed rushing
say:says said saying
see:sees saw seen seeing
sell:sells sold selling
send:sends sent sending
set:sets setting
shake:shakes shook shaken shaking
show:shows showed shown showing
shut:shuts shutting
sink:sinks sank sunk sinking
sit:sits sat sitting
sleep:sleeps slept sleeping
speak:speaks spoke spoken speaking
spend:spends spent spending
stand:stands stood standing
steal:steals stole stolen stealing
stick:sticks stuck sticking
sting:stings stung stinging
swallow:swallows swallowed swallowing
take:takes took taken taking
teach:teaches taught teaching
tell:tells told telling
think:thinks thought thinking
throw:throws threw thrown throwing
understand:understands understood understanding
wake:wakes woke woken waking
wear:wears wore worn wearing
win:wins won winning
write:writes wrote written writing""".splitlines()
    )
}
_VOWELS = "aeiou"


def forms(word: str) -> tuple[str, ...]:
    """Return every form of a verb (or noun): the word, then -s, -ed, -ing, or its irregular forms."""
    if word in _IRREGULAR:
        return (word, *_IRREGULAR[word])
    if word.endswith("e"):
        return (word, word + "s", word + "d", word[:-1] + "ing")
    if word.endswith("y") and len(word) > 2 and word[-2] not in _VOWELS:
        return (word, word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    stem = word + word[-1] if _doubles(word) else word
    return (word, plural, stem + "ed", stem + "ing")


def _doubles(word: str) -> bool:
    """Whether the last letter doubles, as in `stopped`: one syllable, consonant, vowel, consonant."""
    return (
        len(word) > 2
        and word[-1] not in _VOWELS + "wxy"
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in word) == 1
    )
