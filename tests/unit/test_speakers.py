"""Speakers: by name, role, pronoun, or carried on; refused where the text does not tell."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.model.annotation import Speaker

HEAD = "Pool to close\n"
MARY = "Mayor Mary Poe opened the pool on Monday.\n"


def speakers(body: str) -> list[Speaker | None]:
    """Return the speaker of each quotation of an article with a plain headline."""
    return [q.speaker for q in Annotate()(article(HEAD + body)).quotations]


def last(body: str) -> tuple[str, str, str] | None:
    """Return name, kind and how of the last speaker."""
    speaker = speakers(body)[-1]
    return (speaker.name, speaker.kind, speaker.how) if speaker else None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“It leaks,” Mary Poe said.", ("Mary Poe", "person", "named")),
        (MARY + "“It leaks,” Ms Poe said.", ("Mary Poe", "person", "named")),
        (MARY + "“It leaks,” said Poe.", ("Mary Poe", "person", "named")),
        ("Council spokesman Bo Roe said it leaks.", ("Bo Roe", "person", "named")),
        ("Bo Roe, the head of the baths, said it leaks.", ("Bo Roe", "person", "named")),
        ("Two officials said it leaks.", ("Two officials", "group", "role")),
        ("France said it would pay.", ("France", "place", "named")),
        ("Engineer Ute Bern said it leaks.", ("Ute Bern", "person", "named")),
        ("The Harbour Authority said it leaks.", ("Harbour Authority", "organisation", "named")),
        ("A spokeswoman said it leaks.", ("A spokeswoman", "person", "role")),
        ("Mary Poe and Bo Roe said it leaks.", ("Mary Poe and Bo Roe", "group", "named")),
    ],
)
def test_named_sources(body: str, expected: tuple[str, str, str]) -> None:
    """A source is named in full, with its kind."""
    assert last(body) == expected


def test_the_span_is_where_this_quotation_names_its_source() -> None:
    """The span of a speaker holds the whole source phrase, and nothing when carried."""
    text = HEAD + "“It leaks,” said Bo Roe, a coach.\n“It is old.”"
    named, carried = (q.speaker for q in Annotate()(article(text)).quotations)
    assert named is not None
    assert named.span is not None
    assert text[slice(*named.span)] == "Bo Roe, a coach"
    assert carried == Speaker(name="Bo Roe", kind="person", span=None, how="carried")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“It leaks,” Mary Poe said.\n“It is old,” she added.", "Mary Poe"),
        ("Mary Poe left early. “It leaks,” she said.", "Mary Poe"),
        ("Mary Poe said that it leaks. She said it was old.", "Mary Poe"),
        ("When Mary Poe was asked about the roof, she said it leaks.", "Mary Poe"),
        (
            "“It leaks,” Mary Poe said.\nBo Roe came late with a bag.\n“It is old,” she added.",
            "Mary Poe",
        ),
    ],
)
def test_pronouns_stand_for_the_speaker_or_subject_before(body: str, name: str) -> None:
    """“She said” is the last speaker or the subject just before; “she added” the last speaker."""
    assert last(body) == (name, "person", "pronoun")


@pytest.mark.parametrize(
    "body",
    [
        "The day was long. “It leaks,” she said.",
        "There were Cy Poe and Bo Roe at the gate. “It leaks,” he said.",
        "“It leaks,” Cy Poe said.\nBo Roe disagreed.\n“It is old,” he said.",
        "“It leaks,” Anna Poe said. “It is old,” he said.",
        "The pool shut.\n“It leaks.”",
    ],
)
def test_a_doubtful_speaker_is_refused(body: str) -> None:
    """Where two people could be meant, or none is named, nobody is guessed."""
    assert last(body) is None


def test_the_subject_of_its_own_paragraph_comes_before_the_last_speaker() -> None:
    """A new subject in the paragraph of “he said” is meant, and “he added” goes on with him."""
    body = (
        "“It leaks,” Cy Doe said.\nBo Roe met Mr Doe there. “It does not,” he said. "
        "“It is new,” he added."
    )
    assert [s.name for s in speakers(body) if s] == ["Cy Doe", "Bo Roe", "Bo Roe"]


def test_going_on_after_a_doubtful_speaker_is_doubtful() -> None:
    """“He added” is nobody where it goes on with words of nobody known."""
    body = "Bo Roe met Cy Doe.\n“It leaks,” a voice cried.\n“It leaks,” I said. “So,” he added."
    assert last(body) is None


def test_nobody_is_no_speaker() -> None:
    """A subject that is a word of negation speaks nothing: the cue is negated."""
    (quotation,) = Annotate()(article(HEAD + "Nobody could say whether it leaks.")).quotations
    assert quotation.speaker is None
    assert quotation.negated


def test_honorifics_decide_whom_a_pronoun_can_mean() -> None:
    """A man is not “she” once an honorific has said so."""
    body = "Mr Roe met Ms Poe by the pool. “It leaks,” she said."
    assert last(body) == ("Poe", "person", "pronoun")


@pytest.mark.parametrize(
    "before",
    [
        MARY,
        "Mary Poe, the mayor, opened the pool.\n",
        "Mary Poe, the city’s mayor, opened the pool.\n",
        "“It leaks,” the mayor, Mary Poe, said.\n",
    ],
)
def test_a_role_that_one_person_holds_is_that_person(before: str) -> None:
    """“The mayor” is whom the article calls so by name."""
    assert last(before + "The mayor said it leaks.") == ("Mary Poe", "person", "role")
    assert all(s and s.name == "Mary Poe" for s in speakers(before + "The mayor said it leaks."))


def test_a_surname_alone_is_the_only_person_who_has_it() -> None:
    """With two people of one surname, the surname alone stays what is printed."""
    two = "Mary Poe met Ida Poe there. Poe said it leaks."
    found = last(two)
    assert found is not None
    assert found[0] == "Poe"


def test_a_headline_speaker_is_not_carried_into_the_body() -> None:
    """The first quotation of the body does not belong to whom the headline names."""
    made = article("‘It leaks’, says Mary Poe\n“It is old.”")
    assert Annotate()(made).quotations[-1].speaker is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Odar’s deputy, Nino Doe, said it leaks.", ("Nino Doe", "person", "named")),
        ("The wife of Cy Odar, Lina Doe, said it leaks.", ("Lina Doe", "person", "named")),
        ("The head of Clean Esk, Bo Roe, told reporters it leaks.", ("Bo Roe", "person", "named")),
        ("The aide to the ministry Bo Roe said it leaks.", ("Bo Roe", "person", "named")),
        ("Odar’s lawyer said it leaks.", ("Odar’s lawyer", "person", "role")),
        ("The wife of Cy Odar said it leaks.", ("The wife of Cy Odar", "person", "role")),
        ("A spokesman for Norfoods said it leaks.", ("A spokesman for Norfoods", "person", "role")),
        ("Analysts at Esk Capital said it leaks.", ("Analysts at Esk Capital", "group", "role")),
        ("“It leaks,” said an aide to Mayor Roe.", ("an aide to Mayor Roe", "person", "role")),
    ],
)
def test_the_speaker_is_the_chief_noun_or_its_apposition(
    body: str, expected: tuple[str, str, str]
) -> None:
    """A name after “’s”, “of” or “for” says whose spokesman it is, and does not speak."""
    before = "Norfoods of Esk was fined. Odar left.\n"
    assert last(before + body) == expected


def test_a_role_in_another_post_has_another_holder() -> None:
    """“The mayor of Lund” is not the mayor of Esk, whom the article names."""
    before = "The mayor of Esk, Bo Roe, said it leaks.\n"
    assert last(before + "The mayor of Esk said it is old.") == ("Bo Roe", "person", "role")
    assert last(before + "The mayor said it is old.") == ("Bo Roe", "person", "role")
    other = last(before + "The mayor of Lund said it is old.")
    assert other == ("The mayor of Lund", "person", "role")


def test_a_body_that_somebody_speaks_for_is_no_person() -> None:
    """Two bare names are a body where someone is its chairman or works at it."""
    body = "A spokesman for Halden Foods said it leaks.\n“It is old,” Halden Foods said."
    assert last(body) == ("Halden Foods", "organisation", "named")


def test_a_pronoun_of_the_other_sex_is_somebody_else() -> None:
    """“He” is not the woman who spoke last, by her first name, but the man beside her."""
    body = "Anna Odar told Roy Doe she was leaving. “I was shocked,” he said."
    assert last(body) == ("Roy Doe", "person", "pronoun")


def test_a_speech_over_paragraphs_is_carried_from_the_one_before() -> None:
    """The paragraphs of a speech that only the last one closes belong to who spoke before."""
    body = "“It leaks,” Bo Roe wrote on Monday.\n“It is old.\n“We mend it.”"
    assert last(body) == ("Bo Roe", "person", "carried")


@pytest.mark.parametrize(
    ("source", "kind"), [("The 24-year-old", "person"), ("The forward", "person")]
)
def test_a_phrase_for_a_person_is_a_person(source: str, kind: str) -> None:
    """An age or a place in a team describes a person, no body."""
    assert last(f"{source} said it leaks.") == (source, kind, "role")


def test_they_are_not_the_last_body_where_a_plural_leads_the_sentence() -> None:
    """A plural noun that is nobody known before “they” leaves open who speaks."""
    body = "“It leaks,” the council said. Bathers left the pool. They said it was old."
    assert last(body) is None


def test_a_pronoun_after_a_question_is_who_spoke_before() -> None:
    """“Asked if …, he said” goes on with the last speaker: it is he who was asked."""
    body = "“It leaks,” Bo Roe said. Asked if it was old, he said: “It is.”"
    assert last(body) == ("Bo Roe", "person", "pronoun")


def test_a_subject_after_a_role_is_not_who_has_it() -> None:
    """In “According to the mayor, Bo Roe lied.” Bo Roe is not the mayor."""
    assert last("According to the mayor, Bo Roe lied.") == ("the mayor", "person", "role")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The US said it would pay.", ("US", "place", "named")),
        ("A source close to Bo Roe said it leaks.", ("A source close to Bo Roe", "person", "role")),
    ],
)
def test_kinds_of_speakers(body: str, expected: tuple[str, str, str]) -> None:
    """A country in capitals is no pronoun, and a source is a person whoever is near."""
    assert last(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        '"We were cold," said Ruth Harlan. Owen Hart agreed with her. "It was freezing."',
        'Mary Poole said: "We lost." Tom Rudd shook his head. "We played well."',
        '"We lost," said Mary Poole. Tom Rudd was more upbeat. "We played well."',
    ],
)
def test_a_sentence_about_another_parts_two_quotations(body: str) -> None:
    """What stands behind a whole sentence about somebody else is not the first speaker's."""
    first, second = Annotate()(article(HEAD + body)).quotations
    assert first.speaker is not None
    assert first.speaker.name in {"Ruth Harlan", "Mary Poole"}
    assert (len(first.spans), second.speaker) == (1, None)


@pytest.mark.parametrize("between", ["Ms Cole, who works there, disagreed.", "What of that?"])
def test_a_report_is_not_carried_over_another_subject_or_a_question(between: str) -> None:
    """A paragraph about somebody else, or a question, stands between two speakers."""
    assert last(f"Mr Webb said the shop would shut.\n{between}\n“I love it.”") is None


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "Pell’s solicitor, Anna Reeve, denied that her client had ever admitted to the fire. "
            "“He said nothing of the kind,” she told reporters.",
            "Anna Reeve",
        ),
        (
            "Smith’s lawyer, Joan Frey, said he was innocent. “He wasn’t there,” she said.",
            "Joan Frey",
        ),
        (
            "Mr Dale’s mother, who is 80, said that Judge Pope was unfair. "
            "“He never listened,” she told reporters.",
            "Mr Dale’s mother",
        ),
        (
            "Mr Dale’s lawyer, Joe Hunt, said that Ms Cole had lied. “She made it up,” he said.",
            "Joe Hunt",
        ),
    ],
)
def test_a_pronoun_is_the_speaker_before_and_no_owner(body: str, name: str) -> None:
    """“She said” is whoever spoke in the sentence before, not whose lawyer or mother that is."""
    assert last(body) == (name, "person", "pronoun")


def test_a_full_name_behind_a_title_is_no_place() -> None:
    """A title makes a person, though the headline's words make a place of the name."""
    text = (
        "Selm Post\nDam will be closed, says minister\n4 May 2031\n\n"
        '"There is no doubt about closing it," Minister Kai Orn said on Tuesday. "We are looking '
        'at the cost."\n\nEngineer Ute Bern said the dam was "old but safe". "It is safe," Orn '
        "said.\n\nThe state has spent 400 million crowns on the dam since 2027, Orn said."
        "\n\nBern admitted she had been paid by the power company."
    )
    found = [q.speaker for q in Annotate()(article(text)).quotations if q.speaker]
    assert {s.kind for s in found if s.name == "Ute Bern"} == {"person"}
