"""Which quotations are taken for prints of one act of speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Published

LONG = (
    "The council has nothing to announce. Perhaps there will be a word next week. "
    "Yet there is plenty of dredging to do before the northern quay has to be reopened for ferries."
)
LAST = (
    "Still there is plenty of dredging to do before the northern quay must be reopened for ferries"
)
# Two witnesses that tell of other things around what was said.
QUAY = "Three tugs lay at anchor off the customs house while gulls circled the empty fish market."
HALL = "Councillors heard a long debate about parking charges, school meals and a leaking roof."


def groups(articles: Sequence[AnnotatedArticle]) -> list[list[str]]:
    """Return the words of the prints of each utterance."""
    texts = {q.id: " ".join(a.article.words(*q.spans)) for a in articles for q in a.quotations}
    return sorted(sorted(texts[p] for p in found.prints) for found in find_utterances(articles))


def test_last_sentence_alone_is_a_print_of_the_whole_answer() -> None:
    """Three sentences here and the last of them there are one utterance with two prints."""
    articles = [witness(Said(words=LONG)), witness(Said(words=LAST, by="Brandt"), source="b.txt")]
    assert groups(articles) == [sorted([LONG, LAST])]


def test_a_single_print_is_an_utterance() -> None:
    """Every quotation of speech stands in exactly one utterance, alone where it must."""
    articles = [witness(Said(words=LONG), Said(words="The ferries are old, all nine of them"))]
    assert sorted(map(len, groups(articles))) == [1, 1]


def test_another_speaker_is_another_utterance() -> None:
    """The same words from another person are no print of the same speech."""
    one, other = Said(words=LAST), Said(words=LAST, by="Tom Ilvane")
    assert len(groups([witness(one), witness(other, source="b.txt")])) == 2


def test_another_day_is_another_utterance() -> None:
    """A sentence said again a year later is another utterance."""
    one, other = Said(words=LAST, day="2023-03-02"), Said(words=LAST, day="2024-03-01")
    assert len(groups([witness(one), witness(other, source="b.txt")])) == 2


def test_dates_on_two_sides_of_midnight_are_one_utterance() -> None:
    """Two places may date one speech a day apart; the finer or earlier day is kept."""
    one, other = Said(words=LAST, day="2023-03-02"), Said(words=LAST, day="2023-03-03")
    articles = [witness(one), witness(other, source="b.txt")]
    assert [found.edtf for found in find_utterances(articles)] == ["2023-03-02"]


def test_no_utterance_is_dated_after_its_page() -> None:
    """A day to come in the words around a speech, or what is read as one, is not its day."""
    days = {}
    for day in ("2023-03-02", "2023-03-03"):
        one = witness(Said(words=LAST, day=day))
        stated = Published(edtf="2023-03-02T10:15", precision="minute", basis="stated", span=None)
        told = replace(one, article=replace(one.article, published=stated))
        days[day] = [found.edtf for found in find_utterances([told])]
    assert days == {"2023-03-02": ["2023-03-02"], "2023-03-03": [None]}


def test_other_numbers_make_a_look_alike() -> None:
    """A short sentence with another number in it is no print of the first."""
    one = Said(words="We lost 12 boats in the storm")
    other = Said(words="We lost 40 boats in the storm")
    apart = [witness(one, before=QUAY), witness(other, source="b.txt", before=HALL)]
    assert len(groups(apart)) == 2


def test_one_number_changed_in_a_long_answer_is_a_variant() -> None:
    """Where all else agrees, another number is a variant of the same utterance."""
    told = "The dredger broke down twice and the repairs to its engine took {} days in dry dock"
    one, other = Said(words=told.format(12)), Said(words=told.format(21))
    found = find_utterances([witness(one), witness(other, source="b.txt")])
    assert [v.kind for u in found for v in u.variants] == ["number-changed"]


def test_an_unnamed_speaker_needs_more_words() -> None:
    """A long answer with no speaker is joined to it, a phrase of two words is not."""
    long = [witness(Said(words=LONG)), witness(Said(words=LAST, by=None), source="b.txt")]
    short = [
        witness(Said(words="The northern quay is closed"), before=QUAY),
        witness(Said(words="a northern quay of oak", by=None), source="b.txt", before=HALL),
    ]
    assert len(groups(long)) == 1
    assert len(groups(short)) == 2


def test_a_fragment_in_marks_is_a_print_of_what_it_echoes() -> None:
    """Words in marks that stand in an answer unbroken are a print; others are left alone."""
    echo = Said(words="plenty of dredging to do", by=None, use="fragment")
    stray = Said(words="pearl of the north", by=None, use="fragment")
    articles = [witness(Said(words=LONG)), witness(echo, stray, source="b.txt")]
    assert groups(articles) == [sorted([LONG, echo.words])]


def test_parts_of_one_answer_meet_in_the_print_that_joins_them() -> None:
    """Two quotations of one witness are one utterance where another prints them as one."""
    first = "The dredger broke down twice in a single winter"
    second = "The repairs to the engine took twelve days in dry dock"
    whole = Said(words=f"{first}. {second}.")
    parts = witness(Said(words=first), Said(words=second), source="b.txt")
    assert len(groups([witness(whole), parts])) == 1
    assert len(groups([parts])) == 2


def test_a_reworded_sentence_is_a_part_too() -> None:
    """A translation that turns a sentence round is found where its neighbour is the same."""
    first = "There is no question of {} the strait"
    second = "We reserve the right to inspect every ferry"
    for verb in ("closing", "closing for ever"):
        whole = witness(Said(words=f"{first.format(verb)}. {second}."))
        turned = first.format(verb).replace("question of", "doubt about")
        parts = witness(Said(words=f"{turned}."), Said(words=f"{second}."), source="b.txt")
        found = find_utterances([whole, parts])
        assert [len(u.prints) for u in found] == [3]
        assert [v.kind for v in found[0].variants] == ["polarity-reversed"]


def test_a_reworded_sentence_without_its_neighbour_stands_alone() -> None:
    """Two shared words of a lone short sentence are not enough where another name is beside it."""
    said = "There is no question of closing the strait. It rained all night."
    turned = "There is no doubt about closing the strait"
    whole = witness(Said(words=said), before=QUAY)
    said_by = Said(words=turned, by="The minister", how="role")
    other = witness(said_by, source="b.txt", before=HALL)
    assert len(find_utterances([whole, other])) == 2


def test_many_quotations_take_seconds() -> None:
    """Fifteen hundred quotations of one speaker that share all but a number are read in time."""
    one, other = (
        witness(
            *(
                Said(words=f"Sentence {n} of a long speech about the harbour")
                for n in range(k, k + 1500)
            ),
            source=f"{k}.txt",
        )
        for k in (1, 2)
    )
    found = find_utterances([one, other])
    assert sorted({len(u.prints) for u in found}) == [1, 2]
    assert len(found) == 1501


def test_order_of_witnesses_says_nothing() -> None:
    """The same utterances, with the same ids, come out in whatever order witnesses are given."""
    articles = [
        witness(Said(words=LONG)),
        witness(Said(words=LAST), source="b.txt"),
        witness(Said(words="It rained, that is all"), source="c.txt"),
    ]
    assert find_utterances(articles) == find_utterances(articles[::-1])


def test_an_unrelated_witness_changes_nothing() -> None:
    """What two witnesses share does not depend on a third with other subjects."""
    articles = [witness(Said(words=LONG)), witness(Said(words=LAST), source="b.txt")]
    stranger = witness(Said(words="It rained all night, that is all"), source="c.txt")
    before, after = find_utterances(articles), find_utterances([*articles, stranger])
    assert set(before) < set(after)


def test_the_words_of_the_question_are_told_from_the_answer() -> None:
    """A print of the question's words is no print of the answer, but a major variant of it."""
    asked = Said(
        words="whether the council planned to buy further ferries for the route",
        by=None,
        form="indirect",
        use="question",
    )
    answer = Said(words="That is not on the table at all", answers=0)
    echo = Said(words="the council had no plans “to buy more ferries”", form="mixed")
    one, other = witness(asked, answer), witness(echo, source="b.txt")
    found = {u.prints: u for u in find_utterances([one, other])}
    answered = found[(one.quotations[1].id,)]
    assert answered.question == one.quotations[0].id
    assert [(v.kind, v.weight) for v in answered.variants] == [("matches-the-question", "major")]
    assert sorted(r.witness for v in answered.variants for r in v.readings) == sorted(
        [one.article.id, other.article.id]
    )
    assert found[(other.quotations[0].id,)].variants == ()


def test_words_that_one_witness_gives_to_two_sources() -> None:
    """What a witness attributes to a body and to a person stands apart in that witness."""
    echo = Said(words="plenty of dredging to do", by="Harbour Board", kind="organisation")
    assert len(groups([witness(Said(words=LONG), echo)])) == 2


def test_names_of_one_speaker_may_be_short_or_spelt_otherwise() -> None:
    """A surname, a full name and another spelling of it are one speaker; the fullest is kept."""
    articles = [
        witness(Said(words=LAST, by="Oleksandr Zhadan")),
        witness(Said(words=LAST, by="Zhadan"), source="b.txt"),
        witness(Said(words=LAST, by="Alexander Zhadan"), source="c.txt"),
    ]
    found = find_utterances(articles)
    assert [len(u.prints) for u in found] == [3]
    assert found[0].speaker == "Oleksandr Zhadan"


def test_surroundings_speak_for_a_doubtful_print() -> None:
    """Few shared words are enough where both witnesses print them among the same news."""
    one = Said(words="It is a sad day for the quay")
    other = Said(words="a sad loss for the quay", by=None)
    alike = [witness(one, before=QUAY), witness(other, source="b.txt", before=QUAY)]
    apart = [witness(one, before=QUAY), witness(other, source="b.txt", before=HALL)]
    assert len(groups(alike)) == 1
    assert len(groups(apart)) == 2


def test_the_better_counterpart_wins() -> None:
    """A look-alike sentence is no print of one that has a better counterpart in its witness."""
    upper = Said(words="The upper lock failed and will be mended by the spring")
    lower = Said(words="The lower lock failed and may be mended by the autumn")
    both = witness(upper, lower, before=QUAY)
    one = witness(lower, source="b.txt", before=HALL)
    assert groups([both, one]) == [[lower.words, lower.words], [upper.words]]


def test_so_much_in_the_same_words_is_one_speech_whoever_is_named() -> None:
    """A witness that names another person for a long passage has the name wrong."""
    said = (
        "The dredger broke down twice, the crew slept on the northern quay for eleven nights, the"
        " harbour board sent neither blankets nor engineers, and herring rotted in every shed"
    )
    one, other = Said(words=said), Said(words=said, by="Tom Ilvane")
    assert len(groups([witness(one), witness(other, source="b.txt")])) == 1


def test_other_witnesses_part_nothing() -> None:
    """Two prints stay together however many witnesses print like sentences of their own."""
    articles = [witness(Said(words=LONG)), witness(Said(words=LAST), source="b.txt")]
    (pair,) = groups(articles)
    more = [
        witness(Said(words=f"{LAST} in {town}"), source=f"{town}.txt", before=QUAY)
        for town in ("Osk", "Brel", "Velm", "Ostry", "Thrang", "Nether", "Ilm", "Dol", "Rask")
    ]
    assert any(set(pair) <= set(group) for group in groups([*articles, *more]))


def test_no_words_at_all() -> None:
    """No articles, and a quotation without a word, give no error."""
    assert find_utterances([]) == ()
    assert len(find_utterances([witness(Said(words="…"))])) == 1


def test_a_look_alike_sentence_is_another_utterance() -> None:
    """Two sentences of one pattern that share few words are no prints of each other."""
    one = "The lower lock can be mended in a week"
    other = "The upper bridge can be mended in a year"
    articles = [witness(Said(words=one)), witness(Said(words=other), source="b.txt")]
    assert len(groups(articles)) == 2


def test_a_headline_echoes_a_quotation() -> None:
    """Few words of a headline are enough for a print of what its speaker said at length."""
    said = "We shall mend the northern lock before the herring fleet comes home in the autumn"
    echo = Said(words="northern lock to be mended by the autumn", by=None, form="indirect")
    body = witness(echo, source="b.txt", before=HALL)
    (headline,) = body.quotations
    *blocks, last = body.article.blocks
    made = replace(body.article, blocks=(*blocks, replace(last, kind="headline")))
    heading = replace(body, article=made, quotations=(headline,))
    assert len(groups([witness(Said(words=said), before=QUAY), heading])) == 1
    assert len(groups([witness(Said(words=said), before=QUAY), body])) == 2


def test_what_a_witness_quotes_and_retells_is_one_utterance() -> None:
    """A report in other words does not keep the quotation beside it from its print elsewhere."""
    said = "We shall mend the northern lock before the herring fleet comes home"
    told = "that they would mend the northern lock before the herring came"
    both = witness(Said(words=told, form="indirect"), Said(words=said), source="b.txt")
    assert groups([witness(Said(words=said)), both]) == [sorted([said, said, told])]
