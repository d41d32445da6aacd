"""A small story built by hand, and responses to it that need no scorer."""

from __future__ import annotations

from scenarios.model import Coach, Ending, Line, Otherwise, Partner, Reply, Scenario, Scene, Way
from scoring.verdict import Finding
from trainer.play.events import Responded
from trainer.play.reading import Reading

NAME_IT = "I noticed your face change just now, and I got scared."
SMOOTH = "It's fine, let's talk about my week."
ASK = "Could we talk about what just happened between us?"


def _reply(name: str, *says: str, goes: tuple[Way, ...], **more: object) -> Reply:
    values = {
        "shows": ("names_feeling",),
        "coach": Coach(f"Principle of {name}.", "It lands.", "Try more."),
    } | more
    return Reply(id=name, says=says, goes=goes, **values)  # type: ignore[arg-type]


TOLD = Scene(
    id="told",
    partner=(Line("A concert. I see."),),
    aside=(Line("The pen stops."),),
    principle="What is left unsaid grows.",
    stem="When you ..., I ...",
    calls_for=("names_feeling", "describes_event"),
    strong=("You went quiet, and I felt afraid.", "Your face changed, and it hurt."),
    weak="Whatever.",
    inner=(Line("Here we go again."),),
    replies={
        "name-it": _reply(
            "name-it",
            NAME_IT,
            "You went quiet when I said concert and it worried me.",
            goes=(Way("opened", "alliance >= 2"), Way("stuck")),
            partner=(Line("You saw that.", "alliance >= 2"), Line("Did I?")),
            aside=(Line("The pen goes down."),),
            alliance=2,
            sets=("named",),
        ),
        "smooth-over": _reply(
            "smooth-over",
            SMOOTH,
            "All good. So, my week.",
            goes=(Way("opened"),),
            shows=("masks",),
            partner=(Line("All right."),),
            alliance=-1,
            sets=("swallowed",),
        ),
        "ask": _reply(
            "ask", ASK, "Can we stay with that?", goes=(Way("opened"),), partner=(Line("Yes."),), alliance=1
        ),
    },
    otherwise=Otherwise(goes=(Way("stuck"),), partner=(Line("Hm."),), coach=Coach("Stay with it.")),
)
OPENED = Scene(
    id="opened",
    partner=(Line("You said you were scared.", "named"), Line("So, your week.", "swallowed"), Line("Go on.")),
    principle="Stay.",
    stem="I would like ...",
    calls_for=("states_need",),
    replies={
        "stay": _reply(
            "stay",
            "I would like to stay with this for a minute.",
            goes=(Way("repaired", "named and alliance >= 3"), Way("cost", "swallowed"), Way("open")),
            alliance=2,
        ),
        "secret": _reply("secret", "Only where something was named.", goes=(Way("repaired"),), when="named"),
        "round": _reply("round", "Can we start over?", goes=(Way("told"),), clears=("swallowed",)),
    },
    otherwise=Otherwise(goes=(Way("open"),)),
)
STUCK = Scene(
    id="stuck",
    partner=(),
    aside=(Line("Silence."),),
    principle="Silence can be broken.",
    stem="Just now ...",
    replies={"try": _reply("try", "Just now I did not say what I meant.", goes=(Way("opened"),), alliance=9)},
    otherwise=Otherwise(goes=(Way("open"),), alliance=-9),
)
STORY = Scenario(
    id="small",
    title="A small story",
    role="client",
    partner=Partner("Dr. Vale", "warm but easily stung"),
    level=1,
    minutes=5,
    setting="Last week you went to a concert.\n",
    opening="told",
    scenes={each.id: each for each in (TOLD, OPENED, STUCK)},
    endings={
        "repaired": Ending(
            "repaired", "Repaired", (Line("You leave lighter."),), "Said is safer.", "repaired"
        ),
        "open": Ending("open", "Open", (Line("Next week."),), "It was worth it.", "open"),
        "cost": Ending("cost", "As if", (Line("It stays."),), "What is swallowed stays.", "costly"),
    },
    practises=("names_feeling",),
    practises_advice=("D4",),
    sources=("doc-003",),
    flags={"named": "the fear was named", "swallowed": "it was swallowed"},
)


def reading(
    kind: str = "reply", reply: str = "", between: tuple[str, ...] = (), *, rating: float = 4.0
) -> Reading:
    """A reading made by hand."""
    found = (Finding("names_feeling", 0.8, ((0, 3),), "feeling.plain"),)
    return Reading(found, "assertive", rating, 0.7, kind != "not_understood", kind, reply, between)  # type: ignore[arg-type]


def said(reply: str, text: str = "I am scared", *, rating: float = 4.0) -> Responded:
    """A typed response that was read as `reply`, or as none of them."""
    kind = "otherwise" if reply == "otherwise" else "reply"
    return Responded(text, "typed", reading(kind, "" if kind == "otherwise" else reply, rating=rating))


def tied(*replies: str) -> Responded:
    """A typed response between two replies."""
    return Responded("hm, you know", "typed", reading("near_tie", between=replies))


def unclear() -> Responded:
    """A typed response that was not understood."""
    return Responded("wx yz", "typed", reading("not_understood"))
