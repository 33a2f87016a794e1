"""Languages: finding and telling them, English verb forms, plurals and dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from variorum.align.collating.polarity import denials
from variorum.align.prints import PrintWord
from variorum.languages import dated, detect, find, finite_cues, finite_verbs, read_iso_dates
from variorum.languages.en import LANGUAGE, read_dates, singular


@pytest.mark.parametrize("code", ["en", "EN", "en-GB", "en_US"])
def test_find_takes_regions_and_cases(code: str) -> None:
    """A region or a capital letter does not hide a language."""
    assert find(code) is LANGUAGE


@pytest.mark.parametrize("code", [None, "", "xx", "-", "__init__", "../en", "e"])
def test_find_knows_no_other(code: str | None) -> None:
    """What has no file is no language, and never an error."""
    assert find(code) is None


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board closed the bridge on Monday after two cables broke.",
        "Ferry company has no plans to sell more tickets",
        "“We will not wait,” she said. The others did.",
        "It has been raining. " * 50_000,
        "Flood in Velm\nVelm Post\n7 May 2024\nFamilies were moved out of a school in Sand.",
        "Two charged in Velm\nVelm Post\nAda Brandt, 4, was charged with fraud on Monday in Velm.",
        "Torva beat Port Aven in a cup final, and Sand was on form for a big win.",
        "Mr Tomas Orn spoke in court. Ms Orn asked for time.",
        "Baker Ina Stroud sued councillor Bo Velt. “The oven is old,” Stroud told reporters.",
    ],
)
def test_english_is_detected(text: str) -> None:
    """Running English and a headline with function words are English."""
    assert detect(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Harbour",
        "12 13 14 15 16",
        "Der Hafen war am Montag zu, so will man in der Stadt an der Brücke also nicht warten.",
        "Le port est fermé, me dit on, et le pont sur la rivière a cassé: on attend des cartes.",
        "De haven is in de stad dicht en was over de brug: we had al van dat weer en nu is het op.",
        "El puerto está cerrado y no se espera que lo abran; me dicen que a las dos.",
        "O porto está fechado e as pontes do rio foram as que mais se partiram no ano.",
        "Trump was in de stad. He made de man last van het haar.",
        "Ina Stroud wohnt in Wien. Bo Velt kam am Montag in Hamburg an.",
        "O presidente disse as 10 que a ponte no centro do Porto foi fechada.",
        "Waren im Hafen: So was in Wien im Hotel am Park. Er will in die USA.",
        "港は月曜日に閉鎖された。橋の二本のケーブルが切れた。",
        "Порт закрыт с понедельника, мост через реку сломан.",
    ],
)
def test_other_languages_are_not_english(text: str) -> None:
    """A text that is not English, or too short to tell, is None."""
    assert detect(text) is None


def test_detect_looks_at_a_bounded_sample() -> None:
    """A text of megabytes takes no longer than one of kilobytes."""
    assert detect("the boats were not in the harbour " * 600_000) == "en"


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("said", "say", "past"),
        ("denies", "deny", "third"),
        ("denied", "deny", "past"),
        ("denying", "deny", "gerund"),
        ("stresses", "stress", "third"),
        ("argued", "argue", "past"),
        ("writing", "write", "gerund"),
        ("written", "write", "participle"),
        ("admitted", "admit", "past"),
        ("agreeing", "agree", "gerund"),
        ("warns", "warn", "third"),
    ],
)
def test_verbs_are_inflected(form: str, lemma: str, kind: str) -> None:
    """Regular and irregular speech verbs are known in each form."""
    cue = LANGUAGE.cues[form]
    assert (cue.lemma, cue.form) == (lemma, kind)


def test_cues_of_a_group() -> None:
    """A group holds every form of its verbs and no verb of another."""
    forms = LANGUAGE.cues_of("deny")
    assert {"deny", "denied", "rejects", "refuting"} <= forms
    assert "said" not in forms


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("bridges", "bridge"),
        ("cities", "city"),
        ("boxes", "box"),
        ("classes", "class"),
        ("people", "person"),
        ("women", "woman"),
        ("ties", "tie"),
        ("bridge", None),
        ("glass", None),
        ("virus", None),
        ("was", None),
        ("", None),
    ],
)
def test_singular(noun: str, one: str | None) -> None:
    """A plural has a singular, any other word has none."""
    assert singular(noun) == one


@pytest.mark.parametrize(
    ("text", "words", "edtf", "precision"),
    [
        (
            "Friday 09 December 2022 04:25 GMT",
            "Friday 09 December 2022 04:25 GMT",
            "2022-12-09T04:25:00Z",
            "minute",
        ),
        ("on 9 December 2022.", "9 December 2022", "2022-12-09", "day"),
        ("Dec. 9, 2022", "Dec. 9, 2022", "2022-12-09", "day"),
        ("9th of March, 2021", "9th of March, 2021", "2021-03-09", "day"),
        ("in December 2022, he", "December 2022", "2022-12", "month"),
        (
            "Tue, 05 Mar 2024 18:01:02 +0200",
            "Tue, 05 Mar 2024 18:01:02 +0200",
            "2024-03-05T18:01:02+02:00",
            "second",
        ),
        (
            "March 5, 2024 at 4:25 p.m. EST",
            "March 5, 2024 at 4:25 p.m. EST",
            "2024-03-05T16:25:00-05:00",
            "minute",
        ),
        ("12:05 am, 5 March 2024", "12:05 am, 5 March 2024", "2024-03-05T00:05:00", "minute"),
        ("2024-03-05T18:01Z", "2024-03-05T18:01Z", "2024-03-05T18:01:00Z", "minute"),
        ("5 March 2024 25:71", "5 March 2024 25:71", "2024-03-05", "day"),
    ],
)
def test_dates_are_read(text: str, words: str, edtf: str, precision: str) -> None:
    """A written-out date is found with its clock and zone, at its exact span."""
    ((start, end), value, level) = next(read_dates(text))
    found = text[start:end]
    if value == "2024-03-05" and "25:71" in text:
        assert found.startswith("5 March 2024")
    else:
        assert found == words
    assert (value, level) == (edtf, precision)


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2022",
        "February 30, 2023",
        "29 February 2023",
        "2022-13-09",
        "2022-00-10",
        "03/04/2025",
        "3.4.2025",
        "the 2010-11 season",
        "12345-12-12",
        "10 May",
        "May 20222",
        "version 1.2022-01-01",
        "March 5 homes",
    ],
)
def test_impossible_or_ambiguous_dates_are_not_read(text: str) -> None:
    """A day that does not exist, or that may be read two ways, is no date."""
    assert list(read_dates(text)) == []


def test_iso_dates_need_no_language() -> None:
    """An ISO date is read in a text of any language."""
    text = "Стоянка 2024-02-29 закрыта"
    assert list(read_iso_dates(text)) == [((8, 18), "2024-02-29", "day")]


def test_offsets_out_of_range_leave_the_day() -> None:
    """A zone that cannot be keeps the date and drops the clock."""
    assert dated(2024, 3, 5, clock=("10", "00", None), zone="+19:00") == ("2024-03-05", "day")


@pytest.mark.parametrize("piece", ["12:12 Mon Jan ", "3 ", "May 5, ", "2022-", "1 of of "])
def test_dates_are_read_in_linear_time(piece: str) -> None:
    """Text made to mislead the reader costs no more than its length."""
    list(read_dates(piece * (300_000 // len(piece))))


@pytest.mark.parametrize(
    ("form", "negates", "contracted"),
    [("not", True, False), ("nobody", True, False), ("hasn't", True, True), ("note", False, False)],
)
def test_words_of_negation(form: str, negates: bool, contracted: bool) -> None:
    """Negations are listed, and contractions are told by their ending."""
    assert LANGUAGE.negates(form) is negates
    assert LANGUAGE.contracted(form) is contracted


def test_rules_read_negation_from_the_language() -> None:
    """Another language's endings and phrases are its own: the rules hold no English of theirs."""
    words = [
        PrintWord(form=form, key=form, span=(at, at + 1), content=False)
        for at, form in enumerate(["kein", "zweifel", "don't", "nee", "wij"])
    ]
    other = replace(
        LANGUAGE,
        negations=frozenset({"kein", "nee"}),
        negative_endings=frozenset({"pas"}),
        affirming=frozenset({"kein zweifel"}),
        refusals=frozenset({"nee"}),
        subject_pronouns=frozenset({"wij"}),
    )
    assert denials(words, other) == ()
    assert denials(words, replace(other, affirming=frozenset({"nee nee"}))) == (0,)
    assert denials(words, LANGUAGE) == (2,)


def test_words_about_an_earlier_version_correct_it() -> None:
    """Line ends and capitals do not hide that a text speaks of its earlier version."""
    assert LANGUAGE.corrects("An Earlier\nversion of this report")
    assert not LANGUAGE.corrects("an earlier report")


def test_finite_verbs_are_seldom_nouns() -> None:
    """Past forms and third persons that are no nouns are finite; what is as often a noun is not."""
    cues = finite_cues(LANGUAGE)
    assert {"said", "says"} <= cues
    assert cues.isdisjoint({"say", "saying", "claims"})
    verbs = finite_verbs(LANGUAGE, {"swam", "claim"})
    assert {"swam", "said", "has"} - LANGUAGE.auxiliaries <= verbs
    assert verbs.isdisjoint(LANGUAGE.noun_verbs)
