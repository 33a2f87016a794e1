"""Fixed templates and the human names of kinds: the only words of our own that a person sees."""

from __future__ import annotations

from datetime import date

from variorum.model.record import Witness

UNKNOWN_OUTLET = "(outlet unknown)"
UNDATED = "(undated)"
NO_DATE = "no date given"
DIFFER = "dates differ"
UNKNOWN_SPEAKER = "(speaker unknown)"
NO_TITLE = "(no title)"
NARRATOR = "(the outlet)"
WHOSE_WORDS = "The words of each witness belong to its outlet."
PRINT_OF_AN_UTTERANCE = "print {} of an utterance"
ABSENT = "—"
CUT = "[…]"
LEFT_OUT = " […] "
BROKEN_OFF = "‖"
MAJOR = "▲"
FORMERLY = "†"
FORMERLY_MEANS = "a witness as the old record has it, by its letter there"
NOW_DIFFERS = "NOW DIFFERS"
UNREAD = "language-without-file"
NOT_JUDGED = "not judged, for its language has no file"
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
RESTS_ON = "rests on"
FROM_MARKUP = "from the page's own data"
_BASES = {
    "stated": "stated",
    "metadata": FROM_MARKUP,
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
_FLAGS = {"headline-stronger": "headline stronger than the text"}
_HEADINGS = {
    "headline": "title of",
    "standfirst": "standfirst of",
    "section": "subtitle of",
    "caption": "caption of",
}
_RELATIONS = {
    "same": "{all} say the same",
    "stronger": "{first} is stronger",
    "broader": "{first} is broader",
    "incompatible": "{all} are incompatible",
    "other-time": "{all} speak of different times",
    "other-scope": "{all} speak of different scopes",
}
_PLACE_RELATIONS = {
    "same": ("=", "{all} say the same"),
    "fact-against-claim": ("▲", "stated in {first}, a claim in {others}"),
    "stronger": (">", "{first} is stronger"),
    "incompatible": ("▲", "{all} are incompatible"),
    "other-holder": ("▲", "{all} name other holders"),
    "other-time": ("◷", "{all} speak of different times"),
}
_GROUPS = {
    "incompatible": ("▲", "incompatible"),
    "stronger": (">", "one is stronger"),
    "broader": ("⊃", "one is broader"),
    "other-time": ("◷", "of different times"),
    "other-scope": ("◫", "of different scopes"),
    "same": ("=", "the same"),
}
RELATION_ORDER = ("incompatible", "stronger", "broader", "other-time", "other-scope", "same")
VARIANT_ORDER = (
    *("polarity-reversed", "matches-the-question", "number-changed", "date-changed"),
    *("name-changed", "words-removed", "ellipsis-spliced", "paraphrase-in-marks"),
    *("headline-stronger", "hedge-absent", "narrower", "broader", "shortened", "translation"),
    *("unbalanced-marks", "person-or-tense", "wording", "spelling"),
)
_SCOPES = {
    "printed": ("●", "printed", "printed"),
    "in-part": ("◐", "in part", "printed in part"),
    "cut-inside-shared": ("▲", "cut", "cut inside an answer it shares"),
    "left-out-of-own-source": ("○", "left out", "left out, though its own source has it"),
    "other-topic": ("·", "no topic", "no such topic in it"),
}
SCOPE_ORDER = ("cut-inside-shared", "left-out-of-own-source", "other-topic")
_ORIGINS = {
    "copied": "a copied passage",
    "rewritten": "one report, reworded",
    "credit-line": "a credited copy",
    "same-speech": "one speech",
    "independent": "tied to no other",
    "ruled": "ruled one origin",
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
    """Return the human name of a variant's kind."""
    return _KINDS.get(value, value.replace("-", " "))


def flag(value: str) -> str:
    """Return the human name of a flag's kind."""
    return _FLAGS.get(value, kind(value))


def heading_of(block: str) -> str:
    """Return what stands before the letter of a witness whose heading prints an utterance."""
    return _HEADINGS.get(block, "")


def relation(value: str, sigla: list[str]) -> str:
    """Return what a relation says of its readings; the first reading is the stronger one."""
    template = _RELATIONS.get(value, "{all}: " + value.replace("-", " "))
    return template.format(first=sigla[0] if sigla else "", all=_listed(sigla))


def place_relation(value: str, sigla: list[str]) -> tuple[str, str]:
    """Return the sign of a relation of rows of a place, and what it says of their witnesses."""
    sign, template = _PLACE_RELATIONS.get(value, ("?", "{all}: " + value.replace("-", " ")))
    parts = {"first": sigla[0], "others": _listed(sigla[1:]), "all": _listed(sigla)}
    return sign, template.format(**parts)


def relations(value: str) -> tuple[str, str]:
    """Return the sign and the name of a group of relations."""
    return _GROUPS.get(value, ("?", value.replace("-", " ")))


def scope(value: str) -> str:
    """Return the human name of an omission's scope."""
    return _scope(value)[2]


def scope_sign(value: str) -> tuple[str, str]:
    """Return the sign of an omission's scope, and a word for it where there is little room."""
    return _scope(value)[:2]


def _scope(value: str) -> tuple[str, str, str]:
    words = value.replace("-", " ")
    return _SCOPES.get(value, ("○", words, words))


def origin(basis: str) -> str:
    """Return the ground on which witnesses are one origin, or one of them is its own."""
    return _ORIGINS.get(basis, basis.replace("-", " "))


def run(basis: str, words: int, sigla: list[str], *, credited: bool) -> str:
    """Return where else a copied run stands; that it was copied is for the credit to say."""
    told = f"{counted(words, 'word')}, {'copied from' if credited else 'same run of words as in'}"
    dated = ", dated before it" if basis == "date" else ""
    return f"{told} {_listed(sigla)}{dated}, {'credited' if credited else 'not credited'}"


def legend(page: str) -> str:
    """Return what the signs on a page mean that stand for words left out, "" if it has none."""
    signs = (
        (BROKEN_OFF, "other words stand between, such as who spoke"),
        (CUT, "cut to fit"),
    )
    return " · ".join(f"{sign} {meaning}" for sign, meaning in signs if sign in page)


def direction(basis: str) -> str:
    """Return the sign between two witnesses of a copy: an arrow only where its ground is known."""
    return "=" if basis == "unknown" else "→"


def stance(value: str) -> str:
    """Return the human name of a stance or predicate of the places ledger."""
    return _STANCES.get(value, value.replace("-", " "))


def day(edtf: str) -> str:
    """Return an EDTF value as written, with its weekday where it names one day."""
    try:
        return f"{_DAYS[date.fromisoformat(edtf).weekday()]} {edtf}"
    except ValueError:
        return edtf


def valued(words: str, edtf: str) -> str:
    """Return words of time with the value they have, unless they are that value."""
    return words if words == edtf else f"{words} = {edtf}"


def dated(witness: Witness) -> tuple[str, str]:
    """Return a witness's EDTF date and the ground for it."""
    if witness.published is None:
        return (UNDATED, "")
    basis = witness.published.basis
    return (witness.published.edtf, _BASES.get(basis, basis))


def credited(witness: Witness) -> list[str]:
    """Return who a witness names as its writers, and on what ground if the page does not say so.

    The ground of a title that the page does not print comes last.
    """
    names = ", ".join(witness.byline)
    grounds = [
        _BASES.get(basis, basis) if basis and basis != "stated" else ""
        for basis in (witness.byline_basis, witness.title_basis)
    ]
    said = f"{names} ({grounds[0]})" if names and grounds[0] else names
    return [part for part in (said, f"title {grounds[1]}" if grounds[1] else "") if part]


def rests_on(witness: Witness) -> str:
    """Return whose reports a witness says it is, each with the place where its text prints that."""
    names = [c.name + (f" [{c.span[0]}–{c.span[1]}]" if c.span else "") for c in witness.rests_on]
    return f"{RESTS_ON} {', '.join(names)} ({FROM_MARKUP})" if names else ""


def _listed(sigla: list[str]) -> str:
    unique = sorted(set(sigla), key=lambda siglum: (len(siglum), siglum))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} and {unique[-1]}"
