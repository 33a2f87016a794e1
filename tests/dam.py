"""One invented event, told by three witnesses, as a record: cracks in a dam, and a spokeswoman."""

from __future__ import annotations

from tests.records import Desk, published, rejected, utterance, witness
from variorum.model.annotation import Quotation, Statement, Time
from variorum.model.record import Record
from variorum.model.story import Origin, Relation, Utterance

COURIER = (
    ("headline", "Dam authority ‘still inspecting’ the Orsa wall, says spokeswoman"),
    ("standfirst", "Valley waits for word on evacuation after cracks were found in April"),
    ("byline", "Tilde Brandvold"),
    ("date", "Saturday 3 May 2031 06:40 UTC"),
    ("furniture", "Watch: What a sluice gate does"),
    ("paragraph", "Cracks have been found in two of the nine sections of the Orsa dam, the Lakes"
     " Authority said on Friday."),
    ("paragraph", "Its spokeswoman, Ilse Marrow, was asked whether the valley would be evacuated"
     " this month."),
    ("paragraph", "“We cannot rule that out. At the moment there is no order to leave. But there"
     " is nevertheless a great deal to inspect before the wall can be called safe; in some of the"
     " older sections there is water that has to be drained.”"),
    ("paragraph", "“I mean the two sections on the north side, and possibly the sluice house,”"
     " she added."),
    ("paragraph", "About 4,000 people live below the dam. Work on the wall began in April, after a"
     " shepherd saw water on the path, and the road along the crest has been shut to lorries since"
     " then."),
    ("paragraph", "Engineers of the college at Harrow called the wall “a patient without a"
     " doctor”."),
    ("furniture", "Log in to comment"),
    ("furniture", "Share this article"),
    ("furniture", "More from the valley"),
)  # fmt: skip
BLOG = (
    ("headline", "No evacuation of the Orsa valley, says dam authority"),
    ("section", "Valley"),
    ("paragraph", "The Lakes Authority has “no plan to evacuate the valley”, its spokeswoman Ilse"
     " Marrow has said."),
    ("paragraph", "“But still there is a great deal to inspect before the wall can be called safe;"
     " in some of the older sections there is water that must be drained,” Marrow was quoted as"
     " saying."),
    ("paragraph", "Cracks were found in three sections of the wall last month."),
    ("paragraph", "Four thousand people live below the dam, which was built in 1962."),
    ("furniture", "Leave a Reply"),
    ("furniture", "Your address will not be shown. Fields with a star are needed *"),
)  # fmt: skip
WIRE = (
    ("headline", "Cracks found in two sections of Orsa dam"),
    ("date", "2031-05-02"),
    ("paragraph", "ORSA (Valley Wire) - Cracks have been found in two of the nine sections of the"
     " Orsa dam, the Lakes Authority said on Friday."),
    ("paragraph", "“We cannot rule that out,” spokeswoman Ilse Marrow said when asked about an"
     " evacuation."),
    ("paragraph", "Work on the wall began in April, after a shepherd saw water on the path, and"
     " the road along the crest has been shut to lorries since then."),
)  # fmt: skip

_CRACKS = (
    "Cracks have been found in two of the nine sections of the Orsa dam, the Lakes Authority said"
    " on Friday."
)
_WORK = (
    "Work on the wall began in April, after a shepherd saw water on the path, and the road along"
    " the crest has been shut to lorries since then."
)
_REST = (
    "a great deal to inspect before the wall can be called safe; in some of the older sections"
    " there is water that"
)


def desk() -> Desk:
    """Return the three witnesses: B, the wire; A, the paper; C, the blog without a date."""
    return Desk(
        (
            witness("A", WIRE, outlet="Valley Wire", published=published("2031-05-02")),
            witness(
                "B", COURIER, outlet="The Harrow Courier", byline=("Tilde Brandvold",),
                published=published("2031-05-03T06:40:00Z", "metadata"),
            ),
            witness("C", BLOG, published=published("2031-05", "story")),
        )
    )  # fmt: skip


def record() -> Record:
    """Return the record of the three."""
    on = desk()
    question, long, short, cut = _answer(on)
    once = _sayings(on)
    told = (
        _compared(on, question, (short, long, cut)),
        _echo(on, question, once[0]),
        *(utterance(on, q.speaker.name if q.speaker else None, (q,)) for q in once[1:]),
    )
    statements, relations, single = _stated(on)
    return on.record(
        stories=(on.story("ABC", "rare words shared: Orsa, Marrow, sluice"),),
        quotations=(short, question, long, *once, cut),
        utterances=told,
        statements=statements,
        relations=relations,
        single=tuple(s.id for s in single),
        copies=(on.copy("A", "B", _CRACKS), on.copy("A", "B", _WORK)),
        origins=(on.origin("ABC", "same-speech", told[0].id), *_origins(on, relations)),
        omissions=(
            on.omission("C", "cut-inside-shared", "A", "We cannot rule that out"),
            on.omission("C", "left-out-of-own-source", "B", "road along the crest"),
            on.omission("A", "other-topic", "C", "which was built in 1962"),
        ),
        times=_times(on),
        places=(on.place("B", "Orsa", "holds", "Lakes Authority"),),
        flags=(
            on.flag("number-clash", "C", "three sections",
                    "two sections in A, B; three sections in C"),
            on.flag("headline-stronger", "C", "No evacuation of the Orsa valley",
                    "“No evacuation” above “We cannot rule that out”"),
        ),
        rejected=(rejected("empty.txt", "there is nothing in it"),),
    )  # fmt: skip


def _stated(
    on: Desk,
) -> tuple[tuple[Statement, ...], tuple[Relation, ...], tuple[Statement, ...]]:
    found = "Cracks have been found in two of the nine sections of the Orsa dam"
    cracks = [
        on.statement("A", found),
        on.statement("B", found),
        on.statement("C", "Cracks were found in three sections of the wall last month"),
    ]
    people = [
        on.statement("B", "About 4,000 people live below the dam"),
        on.statement("C", "Four thousand people live below the dam"),
    ]
    single = (
        on.statement("C", "which was built in 1962"),
        on.statement("B", "the road along the crest has been shut to lorries since then"),
        on.statement("B", "Engineers of the college at Harrow called the wall “a patient without a"
                     " doctor”"),
    )  # fmt: skip
    relations = (
        on.relation("same", 1, *cracks[:2], why="one copies the other"),
        on.relation("incompatible", 2, cracks[0], cracks[2], why="number two ≠ three"),
        on.relation("same", 2, *people, why="number 4,000 = four thousand"),
    )
    return (*cracks, *people, *single), relations, single


def _origins(on: Desk, relations: tuple[Relation, ...]) -> tuple[Origin, ...]:
    copied, clash, people = relations
    return (
        on.origin("AB", "copied", copied.id),
        on.origin("A", "independent", clash.id),
        on.origin("C", "independent", clash.id, people.id),
        on.origin("B", "independent", people.id),
    )


def _times(on: Desk) -> tuple[Time, ...]:
    return (
        on.time("A", "Friday", "2031-05-02", "Friday, from 2031-05-02"),
        on.time("B", "Friday", "2031-05-02", "Friday, from 2031-05-03"),
        on.time("A", "April", "2031-04"),
        on.time("B", "April", "2031-04"),
        on.time("C", "last month", "2031-04", "last month, from 2031-05"),
        on.time("C", "1962", "1962"),
    )


def _answer(on: Desk) -> tuple[Quotation, Quotation, Quotation, Quotation]:
    question = on.quotation("B", "whether the valley would be evacuated this month", None,
                            form="indirect", use="question")  # fmt: skip
    long = on.quotation("B", "We cannot rule that out. At the moment there is no order to leave."
                        f" But there is nevertheless {_REST} has to be drained.", "Ilse Marrow",
                        answers=question.id)  # fmt: skip
    short = on.quotation("A", "We cannot rule that out,", "Ilse Marrow")
    cut = on.quotation("C", f"But still there is {_REST} must be drained,", "Ilse Marrow")
    return question, long, short, cut


def _sayings(on: Desk) -> tuple[Quotation, Quotation, Quotation]:
    north = "I mean the two sections on the north side, and possibly the sluice house,"
    return (
        on.quotation("C", "no plan to evacuate the valley", "Ilse Marrow", use="fragment"),
        on.quotation("B", north, "Ilse Marrow"),
        on.quotation("B", "a patient without a doctor", None, use="scare"),
    )


def _compared(on: Desk, question: Quotation, prints: tuple[Quotation, ...]) -> Utterance:
    shortened = on.variant(
        "shortened", "major", ("A", "We cannot rule that out"), ("B", "We cannot rule that out"),
        ("C", ""), reasons=("the head of the answer is not printed",),
    )  # fmt: skip
    hedge = on.variant(
        "hedge-absent", "major", ("B", "At the moment there is no order to leave"), ("C", ""),
        reasons=("hedge: At the moment",),
    )  # fmt: skip
    wording = on.variant("wording", "minor", ("B", "has to"), ("C", "must"))
    order = on.variant("wording", "minor", ("B", "nevertheless"), ("C", "still"))
    columns = (
        ("We cannot rule that out",) * 2 + ("",),
        ("", "At the moment there is no order to leave.", ""),
        ("", "But", "But"), ("", "", "still"), ("", "there is", "there is"),
        ("", "nevertheless", ""), ("", _REST, _REST), ("", "has to", "must"),
        ("", "be drained", "be drained"),
    )  # fmt: skip
    placed = ((0, shortened), (1, hedge), (3, order), (5, order), (7, wording))
    return utterance(
        on, "Ilse Marrow", prints, edtf="2031-05-02", question=question.id,
        variants=(wording, order, shortened, hedge),
        segments=on.segments(prints, columns, placed),
    )  # fmt: skip


def _echo(on: Desk, question: Quotation, print_: Quotation) -> Utterance:
    asked = on.variant(
        "matches-the-question", "major", ("C", "no plan to evacuate the valley"),
        ("B", "whether the valley would be evacuated"),
        reasons=("words of the question, not of the answer",),
    )  # fmt: skip
    return utterance(on, "Ilse Marrow", (print_,), question=question.id, variants=(asked,))
