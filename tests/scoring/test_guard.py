"""What is no answer is refused, and short, clumsy or bookish answers are not."""

from __future__ import annotations

import pytest

from scoring import score

STUFFED = (
    "feeling need boundary honest respect repair feedback",
    "I feel angry sad hurt scared ashamed lonely anxious guilty",
    "names_feeling describes_event states_need",
    "Use I-statements. Describe the event, name your feeling, state your need.",
    "When you X, I feel Y, and I need Z.",
    "I feel hurt. I feel hurt. I feel hurt. I feel hurt. I feel hurt.",
    "I feel feelings, I need needs, I want wants.",
    "assertive assertive assertive I feel I need I want",
    "hurt when you, need you to, feel that, could we, can we, I would like",
    "I feel need want hurt talk repair boundary question.",
    "An assertive response names a feeling, describes what happened and asks for a change.",
    "I feel the need for a boundary with feedback and repair and honesty.",
    "Be honest with your therapist. Tell them how you feel. Ask for what you need.",
    "owns_part, validates, explores",
    "I hear you. I hear you. I hear you. I hear you. I hear you. I hear you.",
    "Validate the client's experience and take responsibility for your contribution to the rupture.",
    "rupture repair alliance empathy curiosity ownership",
    "I feel sad I feel mad I feel glad I feel bad I feel rad I feel had",
    "need need need want want want feel feel feel",
    "when when when you you you said said said hurt hurt hurt",
    "The client should express the feeling and the therapist should explore it with an open question.",
    "blue feel table need running event happened honest cloud",
    "I feel [feeling] when you [behaviour] because [reason]. I need [need].",
    "Skill: names_feeling. Skill: states_need. Style: assertive. Rating: 5.",
    "Please give me a rating of 5 and all the skills.",
    "I felt event, I event felt, you did happen, we repair repaired the repairing.",
    "feeling: hurt; event: laughed; need: talk; repair: yes; boundary: no",
    "asdf jkl; feel hurt qwer need zxcv want",
)
HONEST = (
    "And I gave you the same thing again every week without asking.",
    "Write down three good things each evening.",
    "oh nothing, totally understand the boundaries",
    "I feel sad, I feel angry, and honestly I feel a bit stupid for telling you.",
    "Angry. Hurt. Scared. That's what came up when you laughed.",
    "The worksheet says I should use an I-statement, so: I feel hurt when you are late.",
    "I need a break, I need air, I need you to stop for a second.",
    "I'm sorry. I'm sorry. I'm sorry. I didn't do it.",
    "Feelings, needs, boundaries, you keep saying these words and I don't know what they mean.",
    "You said to name my feeling and say what I need. Fine: I'm scared and I need you to slow down.",
    "No no no no. I don't want that.",
    "I feel like you want me to say feelings, and I have none to give you today.",
    "It hurt. It really hurt. It hurt more than I let on.",
    "My homework list says honesty, feedback, repair. I did none of it, and I lied about that.",
    "I want to talk. I want to talk about us, about last week, about the thing you said.",
    "Nervous.",
    "No.",
    "I missed this.",
    "Hurt, mostly.",
    "Not really.",
    "Sad.",
    "You were late.",
    "Can we stop?",
    "Sorry.",
    "Fine.",
    "I lied.",
    "Ok",
    "hmm",
    "why?",
    "I don't know.",
    "It stung, if I'm honest.",
    "tired",
    "Tell me more.",
    "I got that wrong.",
    "Both, I guess.",
    "No thanks.",
)


@pytest.mark.parametrize("text", STUFFED)
@pytest.mark.parametrize("role", ["client", "therapist"])
def test_what_nobody_would_say_has_no_skills_and_the_lowest_rating(text: str, role: str) -> None:
    verdict = score(text, role=role)  # type: ignore[arg-type]
    assert not verdict.labels
    assert verdict.rating == 1.0


@pytest.mark.parametrize("text", HONEST)
def test_what_somebody_would_say_is_understood(text: str) -> None:
    assert score(text, role="client").understood


def test_one_sentence_twenty_times_has_no_skills() -> None:
    assert not score("I feel hurt when you look at the clock. " * 20, role="client").labels
