"""Quotations: form, content, marks, cue, use, turns and answers."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle, Quotation

HEAD = "Pool to close\n"


def read(body: str, language: str | None = "en") -> tuple[str, AnnotatedArticle]:
    """Return the text of an article with a plain headline, and the article annotated."""
    made = article(HEAD + body, language=language)
    return made.text, Annotate()(made)


def contents(body: str, language: str | None = "en") -> list[tuple[str, list[str]]]:
    """Return form and content of each quotation."""
    text, found = read(body, language)
    return [(q.form, [text[s:e] for s, e in q.spans]) for q in found.quotations]


def only(body: str) -> tuple[str, Quotation]:
    """Return the text and its one quotation."""
    text, found = read(body)
    assert len(found.quotations) == 1
    return text, found.quotations[0]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“It leaks,” Mary Poe said.", [("direct", ["It leaks,"])]),
        ("“It leaks,” said Mary Poe, “and badly.”", [("direct", ["It leaks,", "and badly."])]),
        ("“It leaks,” she said. “It is old.”", [("direct", ["It leaks,", "It is old."])]),
        ("Mary Poe: “It leaks.”", [("direct", ["It leaks."])]),
        ("He put it plainly: “It leaks,” he said.", [("direct", ["It leaks,"])]),
        ("Poe said it was “a mess” for them.", [("mixed", ["it was “a mess” for them"])]),
        ("Poe said that it leaks.", [("indirect", ["that it leaks"])]),
        ("It leaks, according to Poe.", [("indirect", ["It leaks"])]),
        ("According to Poe, it leaks.", [("indirect", ["it leaks"])]),
        ("It leaks, Poe was quoted as saying.", [("indirect", ["It leaks"])]),
        (
            "The pool has leaked, Mary Poe said, since the storms of May.",
            [("indirect", ["The pool has leaked", "since the storms of May"])],
        ),
    ],
)
def test_form_and_content(body: str, expected: list[tuple[str, list[str]]]) -> None:
    """Direct, mixed and indirect content is found without its outer marks, source or cue."""
    assert contents(body) == expected


def test_a_mixed_quotation_has_no_twin() -> None:
    """The words in marks inside a mixed quotation are its marks, not a quotation of their own."""
    text, quotation = only("Poe said it was “a mess” and “a shame” for them.")
    assert [text[s:e] for s, e in quotation.marks] == ["a mess", "a shame"]


def test_the_cue_is_the_verb_group() -> None:
    """Auxiliaries, adverbs and negation belong to the cue, and negation is noted."""
    text, quotation = only("Poe has not yet said whether it leaks.")
    assert [text[s:e] for s, e in quotation.cue] == ["has not yet said"]
    assert quotation.negated
    assert not only("Poe denied that it leaks.")[1].negated


def test_paragraphs_that_each_open_are_one_quotation() -> None:
    """One unbroken run of marks over paragraphs is one object of several spans."""
    body = "“It leaks,\n“and it is old,\n“and cold,” Mary Poe said."
    assert contents(body) == [("direct", ["It leaks,", "and it is old,", "and cold,"])]
    assert read(body)[1].flags == ()


def test_paragraphs_closed_each_for_itself_are_one_turn() -> None:
    """Quotations with marks of their own are objects of their own, linked by their turn."""
    _, found = read("“It leaks,” Mary Poe said.\n“It is old.”\n“It is cold,” she added.")
    assert len(found.quotations) == 3
    assert {q.turn for q in found.quotations} == {found.quotations[0].id}


def test_another_speaker_ends_a_turn() -> None:
    """A turn is one speaker's; a quotation alone has none."""
    _, found = read("“It leaks,” Mary Poe said.\n“It does not,” Bo Roe said.")
    assert [q.turn for q in found.quotations] == [None, None]


@pytest.mark.parametrize(
    ("body", "use"),
    [
        ("The “summer plan” was dropped.", "scare"),
        ("She took “The Cold Water” along.", "title"),
        ("The plan for “public baths as we know them” went ahead.", "fragment"),
        ("“Why now?” Mary Poe asked.", "question"),
        ("Mary Poe was asked whether it leaks.", "question"),
        ("“It leaks.”", "speech"),
    ],
)
def test_use(body: str, use: str) -> None:
    """Words in marks that nobody is said to speak are told from speech and questions."""
    assert only(body)[1].use == use


@pytest.mark.parametrize(
    "body",
    [
        "Mary Poe was asked whether the pool leaks.\n“It does,” she said.",
        "Mary Poe was asked whether the pool leaks.\n“It does. It is old.”",
        "Asked whether the pool leaks, Mary Poe said it did.",
        "Reporters asked Mary Poe whether it leaks. “It does,” she replied.",
    ],
)
def test_an_answer_points_at_its_question(body: str) -> None:
    """The next words of the one who was asked answer the question."""
    _, found = read(body)
    question, answer = found.quotations
    assert question.use == "question"
    assert answer.answers == question.id
    assert answer.speaker is not None
    assert answer.speaker.name == "Mary Poe"


@pytest.mark.parametrize(
    ("body", "answered"),
    [
        ("Tom Ilvane asked: “Who pays?”\n“The pool pays,” Mary Poe said.", True),
        ("Judge Tom Ilvane asked the guard whether it leaks.\n“It does,” Mary Poe replied.", True),
        ("Tom Ilvane wondered whether it leaks.\n“It does not,” said Mary Poe.", True),
        ("Tom Ilvane asked: “Who pays?”\nIt rained on.\n“The pool pays,” Mary Poe said.", False),
        ("Tom Ilvane asked: “Who pays?”\n“Nobody knows,” Ilvane said.", False),
        ("Tom Ilvane asked Ada Brandt whether it leaks.\n“It does,” Mary Poe said.", False),
    ],
)
def test_who_speaks_next_answers(body: str, *, answered: bool) -> None:
    """Another speaker in the sentence behind a question answers it, unless a third was asked."""
    _, found = read(body)
    question, reply = found.quotations
    assert question.use == "question"
    assert reply.answers == (question.id if answered else None)


def test_coordinated_attributions_are_told_apart() -> None:
    """A new source and cue after “and” or “but” begin a quotation of their own."""
    assert contents("Poe said it leaks, but Roe said it did not, adding that it was new.") == [
        ("indirect", ["it leaks"]),
        ("indirect", ["it did not"]),
        ("indirect", ["that it was new"]),
    ]


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("The club closed its hall and now hopes that the town will pay.", "The club"),
        (
            "Guests had feared a long delay. The club closed its hall in May and now says the work"
            " will take two years.",
            "The club",
        ),
    ],
)
def test_a_joined_verb_has_the_subject_before_it(body: str, source: str) -> None:
    """A verb of speech joined to another has that one's subject, not that of a sentence before."""
    text, found = read(body)
    assert [text[slice(*span)] for span in found.quotations[-1].sources] == [source]


@pytest.mark.parametrize(
    "first",
    ["The club closed its hall in May, Poe left town", "The club shut its hall in May"],
)
def test_no_subject_is_shared_over_another_or_with_an_unknown_verb(first: str) -> None:
    """Where another subject stands between, or where the noun ends is not clear, none is shared."""
    body = f"Guests had feared a long delay. {first} and now says the work will take two years."
    text, found = read(body)
    sources = [text[slice(*span)] for q in found.quotations for span in q.sources]
    assert not [source for source in sources if source.startswith("The club")]


def test_a_headline_turned_round_is_read() -> None:
    """“A, says B” is an attribution even where no word before the comma looks like a verb."""
    made = article("City baths ‘a danger’, says mayor\nMore soon.")
    (quotation,) = Annotate()(made).quotations
    assert made.words(*quotation.spans, *quotation.cue) == ("City baths ‘a danger’", "says")


@pytest.mark.parametrize("language", [None, "fr"])
def test_a_language_without_rules_still_has_its_marks(language: str | None) -> None:
    """Where no file of rules is known, what stands in marks is found, with no speaker."""
    body = "« Il pleut beaucoup », dit Jean Roe. Le “plan” est mort."
    assert contents(body, language) == [
        ("direct", ["Il pleut beaucoup"]),
        ("direct", ["plan"]),
    ]
    assert all(q.speaker is None for q in read(body, language)[1].quotations)


def test_lost_marks_are_flagged() -> None:
    """A mark never printed is a flag at its stretch; the words stay a quotation."""
    text, found = read("He said “it leaks badly.\nIt does,” she said.")
    assert [f.kind for f in found.flags] == ["unbalanced-marks"] * 2
    assert [text[s:e] for f in found.flags for s, e in f.spans] == [
        "“it leaks badly.",
        "It does,”",
    ]


def test_a_list_of_cues_is_no_sentence() -> None:
    """Noise that repeats a cue a thousand times yields nothing and takes no time."""
    assert contents("said " * 5000) == []


def test_a_source_is_kept_where_it_names_nobody() -> None:
    """A pronoun that stands for nobody in the text names no speaker, and is still shown."""
    text, quotation = only("The pool is closed. “It leaks,” she said.")
    assert quotation.speaker is None
    assert [text[s:e] for s, e in quotation.sources] == ["she"]


def test_the_source_is_where_the_speaker_is_named() -> None:
    """A named speaker's span is the source; one carried over paragraphs has none."""
    _, found = read("“It leaks,” Ann Poe said.\n“And it is old.”")
    first, second = found.quotations
    assert first.speaker is not None
    assert first.sources == (first.speaker.span,)
    assert second.speaker is not None
    assert (second.speaker.how, second.sources) == ("carried", ())


@pytest.mark.parametrize(
    "body", ["Poe said and", "Poe said or", "Poe said that and", "Poe said but"]
)
def test_a_sentence_that_breaks_off_is_read(body: str) -> None:
    """A sentence that ends where somebody's words would begin is no error."""
    text, found = read(body)
    assert all(text[s:e] for q in found.quotations for s, e in q.spans)
