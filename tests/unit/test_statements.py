"""Statements: which sentences state something, who holds it, polarity and modality."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.annotate.statements import find_statements
from variorum.annotate.times import find_times
from variorum.languages import find
from variorum.model.annotation import Quotation, Speaker, Statement
from variorum.model.article import Article
from variorum.model.spans import Span

ENGLISH = find("en")


def span_of(made: Article, words: str) -> Span:
    """Return where words stand first in an article."""
    start = made.text.index(words)
    return (start, start + len(words))


def quoted(
    made: Article, content: str, form: str = "indirect", *, cue: str = "", speaker: str = ""
) -> Quotation:
    """Return a quotation of words in an article."""
    who = Speaker(name=speaker, kind="person", span=span_of(made, speaker), how="named")
    return Quotation(
        id=content,
        witness=made.id,
        spans=(span_of(made, content),),
        marks=(span_of(made, content),) if form == "direct" else (),
        form=form,
        use="speech",
        speaker=who if speaker else None,
        cue=(span_of(made, cue),) if cue else (),
    )


def statements(made: Article, *quotations: Quotation) -> tuple[Statement, ...]:
    """Return the statements of an article of one line a sentence."""
    return find_statements(
        made,
        sentences=tuple(block.span for block in made.blocks),
        quotations=quotations,
        times=find_times(made, ENGLISH),
        language=ENGLISH,
    )


@pytest.mark.parametrize(
    ("sentence", "polarity", "modality"),
    [
        ("The board closed the bridge.", "affirmed", "fact"),
        ("The board did not close the bridge.", "denied", "fact"),
        ("The board hasn’t closed the bridge.", "denied", "fact"),
        ("None of the boats is safe.", "denied", "fact"),
        ("The board has no plans to close the bridge.", "denied", "planned"),
        ("The board will close the bridge.", "affirmed", "planned"),
        ("The board plans to close the bridge.", "affirmed", "planned"),
        ("The board won't close the bridge.", "denied", "planned"),
        ("The bridge may close again.", "affirmed", "possible"),
        ("The bridge could not be saved.", "denied", "possible"),
        ("The bridge shut in May this year.", "affirmed", "fact"),
        ("Although nobody paid, the bridge opened again.", "affirmed", "fact"),
        ("Although somebody paid, the bridge never opened.", "denied", "fact"),
        ("Not only boats but trams were hit.", "affirmed", "fact"),
        ("The board left with no money at all.", "affirmed", "fact"),
        ("Nobody did nothing about it.", "affirmed", "fact"),
        ("As many as 30 boats may be lost.", "affirmed", "possible"),
    ],
)
def test_polarity_and_modality_of_the_main_clause(
    sentence: str, polarity: str, modality: str
) -> None:
    """Negation and modal words count where they govern the main clause, and nowhere else."""
    (statement,) = statements(article(sentence))
    assert (statement.polarity, statement.modality) == (polarity, modality)
    assert statement.holder is None


def test_an_indirect_quotation_has_a_holder() -> None:
    """What a speaker says in indirect speech is the speaker's claim, not the narrator's."""
    made = article("Varga said that the bridge had never been safe for trams.")
    content = "the bridge had never been safe for trams"
    (statement,) = statements(made, quoted(made, content, cue="said", speaker="Varga"))
    assert statement.holder is not None
    assert statement.holder.name == "Varga"
    assert (statement.polarity, statement.modality) == ("denied", "claimed")
    assert made.words(*statement.spans) == (content,)


def test_a_cue_that_denies_turns_the_statement() -> None:
    """A denial of an affirmed content is denied."""
    made = article("Varga denied that the bridge had ever been safe for trams.")
    content = "the bridge had ever been safe for trams"
    (statement,) = statements(made, quoted(made, content, cue="denied", speaker="Varga"))
    assert statement.polarity == "denied"


def test_a_short_quotation_leaves_the_sentence_to_the_narrator() -> None:
    """Who says a few words of a long sentence does not hold all of it."""
    made = article("The bridge over the harbour, shut since the storm, was safe, Varga said.")
    first, second = statements(made, quoted(made, "was safe", cue="said", speaker="Varga"))
    assert first.holder is None
    assert second.holder is not None
    assert made.words(*second.spans) == ("was safe",)


def test_direct_speech_is_stated_by_its_speaker() -> None:
    """A sentence inside marks is its speaker's claim; that of nobody who is known is none."""
    made = article("Bridge shut again\n“It was never safe.”\n“We knew it,” Varga said.")
    found = statements(
        made,
        quoted(made, "It was never safe.", "direct"),
        quoted(made, "We knew it,", "direct", cue="said", speaker="Varga"),
    )
    assert [made.words(*s.spans) for s in found] == [("Bridge shut again",), ("We knew it",)]
    assert [s.holder and s.holder.name for s in found] == [None, "Varga"]
    assert [s.modality for s in found] == ["fact", "claimed"]


def test_what_stands_outside_the_marks_is_a_statement() -> None:
    """The clause around a direct quotation that tells more than who spoke is the narrator's."""
    made = article("“We knew it,” Varga said as the last tram left the harbour.")
    said = quoted(made, "We knew it,", "direct", cue="said", speaker="Varga")
    spoken, told = statements(made, said)
    assert (made.words(*spoken.spans), told.holder) == (("We knew it",), None)
    assert made.words(*told.spans) == ("the last tram left the harbour",)


@pytest.mark.parametrize(
    "tail",
    [
        "Ferry operator spokesman Ilo Varga said in a statement.",
        "Varga said in a statement posted on Monday.",
        "Varga told state radio in the northern harbour on Wednesday.",
        "said the ferryman Ludo Varga to the paper of the harbour.",
    ],
)
def test_a_clause_that_only_attributes_is_no_statement(tail: str) -> None:
    """Who spoke, to whom and when is no statement, as a tail or as a sentence of its own."""
    cue = "told" if "told" in tail else "said"
    one_line = article(f"“We knew it all along,” {tail}")
    two_lines = article(f"“We knew it all along!”\n{tail}")
    for made in (one_line, two_lines):
        said = quoted(made, "We knew it all along", "direct", cue=cue, speaker="Varga")
        assert [s.spans for s in statements(made, said)] == [said.spans]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Torvane spokesman Ilo Brask said in a statement.", False),
        ("Ms Halvard told reporters in Brenn on Tuesday.", False),
        ("said the ferryman Ludo Karsch to our newspaper.", False),
        ("Mr Brask, who joined the company in 2019, said on Monday.", True),
        ("The minister denied the claim on Monday.", True),
        ("I read about it in the Courier over breakfast.", True),
        ("The bridge told a story of its own.", True),
        ("The talks went on in the capital.", True),
    ],
)
def test_a_cue_without_content_is_no_statement(sentence: str, kept: bool) -> None:
    """A plain verb of speech with nothing said after it states nothing; other verbs do."""
    assert bool(statements(article(sentence))) is kept


@pytest.mark.parametrize("text", ["Was the bridge ever safe?", "Harbour", "* * *", "Bridge shut"])
def test_questions_and_labels_state_nothing(text: str) -> None:
    """A question, a label of a word or two or a row of signs is no statement."""
    assert statements(article(text)) == ()


def test_times_and_quantities_stand_in_their_statement() -> None:
    """A statement carries the ids of its times and its own quantities."""
    made = article("Bridge shut again\nFour trams fell in 2019.\nTwo boats sank in 2021.")
    times = find_times(made, ENGLISH)
    found = statements(made)
    assert [s.times for s in found] == [(), (times[0].id,), (times[1].id,)]
    assert [[(q.value, q.unit) for q in s.quantities] for s in found] == [
        [],
        [(4, "tram")],
        [(2, "boat")],
    ]


def test_statements_are_signed_and_the_same_again() -> None:
    """Equal input gives equal ids, and no two statements share one."""
    made = article("The bridge is shut.\nThe bridge is shut.\nThe board paid for it.")
    first = statements(made)
    assert first == statements(made)
    assert len({s.id for s in first}) == 3


def test_an_unknown_language_states_facts() -> None:
    """Without a language nothing is known of polarity or modality."""
    made = article("Die Brücke war nicht sicher genug.")
    (statement,) = find_statements(
        made, sentences=((0, len(made.text)),), quotations=(), times=(), language=None
    )
    assert (statement.polarity, statement.modality) == ("affirmed", "fact")


def test_a_sentence_of_many_quotations_is_read_in_linear_time() -> None:
    """Ten thousand quotations in one endless sentence take seconds, not minutes."""
    part = "“We knew it,” Varga said, "
    made = article(part * 10_000)
    said = [
        Quotation(
            id=str(at),
            witness=made.id,
            spans=((start + 1, start + 12),),
            marks=((start + 1, start + 12),),
            form="direct",
            use="speech",
            speaker=None,
            cue=((start + 20, start + 24),),
        )
        for at, start in enumerate(range(0, len(part) * 10_000, len(part)))
    ]
    statements(made, *said)


@pytest.mark.parametrize(
    ("text", "content", "cue", "speaker"),
    [
        ("Nine were hurt, according to rescuers.", "Nine were hurt", "according to", "rescuers"),
        ("On Monday Jo Roe said it leaks.", "it leaks", "said", "Jo Roe"),
    ],
)
def test_a_short_content_is_held_where_the_rest_only_credits_it(
    text: str, content: str, cue: str, speaker: str
) -> None:
    """A statement is its source’s also where the words that name the source are the longer part."""
    made = article(text)
    (found,) = statements(made, quoted(made, content, cue=cue, speaker=speaker))
    assert found.holder is not None
    assert (found.holder.name, found.modality) == (speaker, "claimed")


def test_a_claim_beside_another_clause_is_not_held() -> None:
    """What the narrator says in the same sentence keeps the statement the narrator’s."""
    made = article("The harbour was closed for nine long weeks although Jo Roe said it leaks.")
    first, second = statements(made, quoted(made, "it leaks", cue="said", speaker="Jo Roe"))
    assert first.holder is None
    assert made.words(*first.spans) == ("The harbour was closed for nine long weeks",)
    assert second.holder is not None


@pytest.mark.parametrize(
    "text", ["he said in a televised address.", "Giving the lead judgment, Jo Roe said"]
)
def test_what_only_tells_who_spoke_states_nothing(text: str) -> None:
    """An adjective or noun that looks like a verb makes no statement of an attribution."""
    made = article(f"“It leaks,” {text}")
    assert statements(made, quoted(made, "It leaks,", "direct", cue="said")) == ()


def test_no_statement_is_lost_before_an_unknown_verb() -> None:
    """“It cost £5m, Poe said” is held by Poe, though “cost” may be a noun."""
    text = "Pool shut\nThe leak in the pool cost £5m to mend, Jo Roe said."
    found = Annotate()(article(text)).statements[-1]
    assert found.holder is not None
    assert found.holder.name == "Jo Roe"


def test_what_was_asked_and_who_answered_state_nothing() -> None:
    """Of “Asked if it leaks, Poe said: “No.”” nothing is left that is a statement."""
    text = "Pool shut\nAsked if it had begun to leak, Mary Poe said: “Not now.”"
    assert Annotate()(article(text)).statements == ()


def test_what_a_correction_takes_back_is_not_stated() -> None:
    """Neither by the narrator nor by anybody: the words were withdrawn."""
    text = (
        "Kettles recalled\nTorvane is recalling 48 kettles because of a fault in the handle.\n"
        "Correction: An earlier version of this article said that 84 kettles were recalled."
    )
    found = Annotate()(article(text))
    stated = [" ".join(found.article.words(*one.spans)) for one in found.statements]
    assert any("48 kettles" in words for words in stated)
    assert not any("84" in words for words in stated)


def test_short_clause_inside_another_stays_in_its_place() -> None:
    """A clause of two words that parts another is joined with both halves, in their order."""
    made = article("Ute Sell, who lost, wants the votes counted again.")
    (one,) = statements(made)
    assert list(made.words(*one.spans)) == [made.text.rstrip(".")]


def test_a_pronoun_and_its_verb_of_speech_state_nothing() -> None:
    """Who fears within what they say is no statement beside what is feared."""
    made = article("Bo Roe said he feared that as many as 90 boats might sink.")
    (found,) = statements(made, quoted(made, made.text[12:-1], cue="said", speaker="Bo Roe"))
    assert made.words(*found.spans) == ("as many as 90 boats might sink",)
    assert found.modality == "possible"
