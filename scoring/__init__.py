"""The scorer: reads what a person typed and says what was honest and assertive in it."""

from __future__ import annotations

from scoring.verdict import Finding, Role, Span, Style, Verdict

__all__ = ["Finding", "Role", "Span", "Style", "Verdict", "closeness", "explain", "score"]


def score(text: str, *, role: Role, partner_says: str = "") -> Verdict:
    """Stub."""
    low = text.lower()
    findings = []
    if role == "client":
        style: Style = "partial"
        rating = 3.0
        for label, keys in {
            "masks": ("fine", "all good"),
            "names_feeling": ("scared", "hurt", "sad", "worried"),
            "states_need": ("i need", "i want", "i'd like", "could we"),
            "describes_event": ("you said", "you went", "your face"),
        }.items():
            for key in keys:
                at = low.find(key)
                if at >= 0:
                    findings.append(Finding(label, 0.8, ((at, at + len(key)),), f"stub.{label}"))
                    break
    else:
        style, rating = "partial", 3.0
        for label, keys in {"owns_part": ("sorry", "my fault"), "explores": ("what was", "how was")}.items():
            for key in keys:
                at = low.find(key)
                if at >= 0:
                    findings.append(Finding(label, 0.8, ((at, at + len(key)),), f"stub.{label}"))
                    break
    return Verdict(role, text, tuple(findings), style, rating, 0.6, bool(findings) or len(text.split()) > 2, "kill myself" in low)


def closeness(a: str, b: str) -> float:
    """Stub."""
    from rapidfuzz.fuzz import token_sort_ratio

    return float(token_sort_ratio(a.lower(), b.lower())) / 100


def explain(verdict, *, calls_for=(), partner_says=""):
    """Stub."""
    from scoring.explain import explain as real

    return real(verdict, calls_for=calls_for, partner_says=partner_says)
