"""Fixed templates and the human names of kinds: the only words of our own that a person sees."""

from __future__ import annotations

from datetime import date

from variorum.model.record import Witness

UNKNOWN_OUTLET = "(outlet unknown)"
UNDATED = "(undated)"
UNKNOWN_SPEAKER = "(speaker unknown)"
NO_TITLE = "(no title)"
NARRATOR = "(the outlet)"
WHOSE_WORDS = "The words of each witness belong to its outlet."
PRINT_OF_AN_UTTERANCE = "print {} of an utterance"
ABSENT = "—"
CUT = "[…]"
BROKEN_OFF = "‖"
MAJOR = "▲"
FORMERLY = "†"
FORMERLY_MEANS = "a witness as the old record has it, by its letter there"
NOW_DIFFERS = "NOW DIFFERS"
NOT_COMPARED = "The records differ in what is not compared: scores, reasons, or what is derived."
STORY_CHANGES = {
    "new": "is a story of its own",
    "gone": "is a story no longer",
    "joined": "now one story",
    "parted": "now stories apart",
    "regrouped": "now other stories",
    "reading-new": "joins the story",
    "reading-gone": "leaves the story",
}
_FIELDS = {
    "published.edtf": "date",
    "published.basis": "ground of the date",
    "edtf": "date",
    "speaker.name": "speaker",
    "holder.name": "held by",
    "passages": "words copied",
    "of": "words left out",
    "relation": "how they relate",
    "first": "which is it",
}

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_BASES = {
    "stated": "stated",
    "metadata": "from the page's own data",
    "feed": "from its feed",
    "furniture": "from the page's furniture",
    "story": "dated by its fellows",
}
_KINDS = {
    "hedge-absent": "hedge absent",
    "matches-the-question": "matches the question, not the answer",
    "person-or-tense": "person or tense",
    "words-removed": "words removed inside the marks",
    "ellipsis-spliced": "spliced by an ellipsis",
    "polarity-reversed": "polarity reversed",
    "paraphrase-in-marks": "paraphrase inside marks",
    "unbalanced-marks": "a quote mark is missing",
    "headline-stronger": "headline stronger than the quotation",
    "standfirst-against-quotation": "standfirst against the quotation",
    "dangling-reference": "refers to nothing before it",
}
_RELATIONS = {
    "same": "{all} say the same",
    "stronger": "{first} is stronger",
    "broader": "{first} is broader",
    "incompatible": "{all} are incompatible",
    "other-time": "{all} speak of different times",
    "other-scope": "{all} speak of different scopes",
}
RELATION_ORDER = ("incompatible", "stronger", "broader", "other-time", "other-scope", "same")
VARIANT_ORDER = (
    *("polarity-reversed", "matches-the-question", "number-changed", "date-changed"),
    *("name-changed", "words-removed", "ellipsis-spliced", "paraphrase-in-marks"),
    *("headline-stronger", "hedge-absent", "narrower", "broader", "shortened", "translation"),
    *("unbalanced-marks", "person-or-tense", "wording", "spelling"),
)
ABSENCES = frozenset({"shortened", "hedge-absent", "words-removed", "ellipsis-spliced", "narrower"})
_SCOPES = {
    "cut-inside-shared": "cut inside a passage it shares",
    "left-out-of-own-source": "left out, though its own source has it",
    "other-topic": "never its subject",
}
_STANCES = {
    "proclaims-annexed": "proclaims annexed",
    "holds-in-part": "holds in part",
    "does-not-hold": "does not hold",
}


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun: ``2 prints``, ``1 story``."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def number(count: int) -> str:
    """Return a small count in letters, a larger one in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def heading(witnesses: int, stories: int) -> str:
    """Return the first line of a record: how many witnesses, how many stories."""
    found = "story" if stories == 1 else "stories"
    return f"{counted_witnesses(witnesses)} · {number(stories)} {found}"


def counted_witnesses(count: int) -> str:
    """Return how many witnesses there are, a small count in letters."""
    return f"{number(count)} {'witness' if count == 1 else 'witnesses'}"


def field(name: str) -> str:
    """Return the human name of a field that has another value."""
    return _FIELDS.get(name, name)


def kind(value: str) -> str:
    """Return the human name of a variant's or flag's kind."""
    return _KINDS.get(value, value.replace("-", " "))


def relation(value: str, sigla: list[str]) -> str:
    """Return what a relation says of its readings; the first reading is the stronger one."""
    template = _RELATIONS.get(value, "{all}: " + value.replace("-", " "))
    return template.format(first=sigla[0] if sigla else "", all=_listed(sigla))


def scope(value: str) -> str:
    """Return the human name of an omission's scope."""
    return _SCOPES.get(value, value.replace("-", " "))


def direction(basis: str) -> str:
    """Return the sign between two witnesses of a copy: an arrow only where its ground is known."""
    return "=" if basis == "unknown" else "→"


def copied(basis: str) -> str:
    """Return in words what the sign between two witnesses of a copy says."""
    return "has the same words as" if basis == "unknown" else "copied by"


def legend(page: str) -> str:
    """Return what the signs on a page mean that stand for words left out, "" if it has none."""
    signs = (
        (BROKEN_OFF, "other words stand between, such as who spoke"),
        (CUT, "cut to fit"),
    )
    return " · ".join(f"{sign} {meaning}" for sign, meaning in signs if sign in page)


def stance(value: str) -> str:
    """Return the human name of a stance or predicate of the places ledger."""
    return _STANCES.get(value, value.replace("-", " "))


def day(edtf: str) -> str:
    """Return an EDTF value as written, with its weekday where it names one day."""
    try:
        return f"{_DAYS[date.fromisoformat(edtf).weekday()]} {edtf}"
    except ValueError:
        return edtf


def dated(witness: Witness) -> tuple[str, str]:
    """Return a witness's EDTF date and the ground for it."""
    if witness.published is None:
        return (UNDATED, "")
    basis = witness.published.basis
    return (witness.published.edtf, _BASES.get(basis, basis))


def _listed(sigla: list[str]) -> str:
    unique = sorted(set(sigla), key=lambda siglum: (len(siglum), siglum))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} and {unique[-1]}"
