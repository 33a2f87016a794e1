"""Who told a whole sentence, where its last words name them."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.growth import growth
from variorum import languages
from variorum.annotate import Annotate
from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.attributing.told_last import told_last


def read(sentence: str) -> list[tuple[str | None, str]]:
    """Return speaker and content of each quotation of an article of one sentence."""
    made = article("Pool to close\n" + sentence)
    found = Annotate()(made).quotations
    return [
        (q.speaker.name if q.speaker else None, " ".join(made.text[s:e] for s, e in q.spans))
        for q in found
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        (
            "Inspectors warned directors about the pipe in 2021, a former clerk told the Post.",
            "a former clerk",
            "Inspectors warned directors about the pipe in 2021",
        ),
        (
            "The panel of judges recommends a recount in May, said chairwoman Olga Poe.",
            "Olga Poe",
            "The panel of judges recommends a recount in May",
        ),
        (
            "Judge Roe ruled in March that the vote may go ahead, officials said.",
            "officials",
            "Judge Roe ruled in March that the vote may go ahead",
        ),
    ],
)
def test_who_told_a_sentence_is_its_source(sentence: str, speaker: str, content: str) -> None:
    """A warning, a recommendation or a ruling that somebody tells of is part of what they tell."""
    assert read(sentence) == [(speaker, content)]


def draft(start: int, *, cue: int, source: int, marks: bool = False) -> Draft:
    """Return a report of ten code points with its cue and source at places of the text."""
    content = (start, start + 10)
    return Draft(
        spans=(content,),
        marks=(content,) if marks else (),
        form="indirect",
        use="speech",
        cue=((cue, cue + 4),),
        source=(source, source + 1),
    )


def told(drafts: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """Return reports in a text with the verb of speech at each twelfth of twenty code points."""
    english = languages.find("en")
    assert english is not None
    return told_last(drafts, ruled, "It is old., said Poe" * len(ruled), english)


def test_words_in_marks_keep_their_cue() -> None:
    """A report with words in marks is not taken into another, nor one that is half in it."""
    outer = draft(0, cue=12, source=17)
    quoted = Draft(
        spans=((5, 9),), marks=((5, 9),), form="direct", use="speech", cue=((3, 4),), source=(0, 1)
    )
    reaching = draft(5, cue=3, source=0)
    assert told([quoted], [outer]) == [quoted]
    assert told([reaching], [outer]) == [reaching]
    assert told([draft(0, cue=3, source=0)], [outer]) == [outer]


def test_work_grows_with_the_reports() -> None:
    """Ten times as many reports take about ten times the work."""

    def task(count: int) -> list[Draft]:
        starts = range(0, 20 * count, 20)
        drafts = [draft(at, cue=at + 12, source=at + 17) for at in starts]
        return told(drafts, drafts)

    assert growth(lambda: task(500), lambda: task(5000), 40) < 40


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        (
            "The union rejects the offer, says its leader Ana Rohl.",
            "Ana Rohl",
            "The union rejects the offer",
        ),
        (
            "The mayor wants a new bridge, claims Bo Tarn.",
            "Bo Tarn",
            "The mayor wants a new bridge",
        ),
    ],
)
def test_a_verb_of_the_present_reports_what_is_before_it(
    sentence: str, speaker: str, content: str
) -> None:
    """A verb of speech behind a comma, its subject behind it, tells whose words a sentence is."""
    assert read(sentence) == [(speaker, content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The union rejects the offer, blames Odo Renn.",
        "Kelda United drops Odo Renn, recalls Bo Tarn.",
    ],
)
def test_another_act_of_one_subject_reports_nothing(sentence: str) -> None:
    """Whom somebody blames, recalls or adds has not said what is told before."""
    assert sentence.split(",")[0] not in [content for _, content in read(sentence)]
