"""Figures and dates that differ: told of where they count one thing, refused where unsure."""

from __future__ import annotations

from tests.stated import FILLER, pair, related, relations_of, stated


def test_one_number_that_differs_is_incompatible() -> None:
    """All else equal, another number of the same unit is a clash, shown in the reasons."""
    (found,) = pair(
        "The landslide near Corvane killed 12 hikers.",
        "The landslide near Corvane killed 14 hikers.",
    )
    assert found.relation == "incompatible"
    assert found.reasons[-1] in ("number 12 ≠ 14 (hiker)", "number 14 ≠ 12 (hiker)")


def test_several_figures_of_one_sentence_clash_each() -> None:
    """Two figures that differ in otherwise equal sentences are told of in one relation."""
    (found,) = pair(
        "The landslide killed 12 hikers, and 40 were hurt near Corvane.",
        "The landslide killed 14 hikers, and 90 were hurt near Corvane.",
    )
    assert found.relation == "incompatible"
    assert found.reasons[-1].count("≠") == 2


def test_a_figure_without_a_unit_is_known_by_the_words_around_it() -> None:
    """The words before and behind say what is counted, where no unit does."""
    (found,) = pair(
        "An earthquake of magnitude 63 struck the valley near Corvane.",
        "An earthquake of magnitude 61 struck the valley near Corvane.",
    )
    assert found.relation == "incompatible"
    assert not pair(
        "An earthquake near Corvane struck 63 farms in the valley.",
        "An earthquake near Corvane struck 61 mills in the valley.",
    )


def test_a_figure_clashes_in_other_words_where_its_unit_tells() -> None:
    """Sentences that agree less must count the same, and name or date nothing more."""
    (found,) = pair(
        "The landslide above the valley has killed 12 hikers.",
        "The landslide above the long valley killed 14 hikers.",
    )
    assert found.relation == "incompatible"
    assert not pair(
        "The landslide above the valley has killed 12 hikers.",
        "The landslide above the long valley killed 14 hikers in Torvik.",
    )


def test_ordinals_clash_only_where_they_part_a_whole() -> None:
    """The first and the second half are two times; a first and a second ship are two ships."""
    half = "The refinery at Lodz Bay will close in the {} half of the winter."
    (found,) = pair(half.format("first"), half.format("second"))
    assert found.relation == "incompatible"
    ship = "The {} tanker of the eastern fleet ran aground near Corvane."
    assert not pair(ship.format("first"), ship.format("second"))


def test_numbers_of_different_things_are_no_clash() -> None:
    """Twelve hikers and fourteen villages do not contradict one another: they are other things."""
    (found,) = pair(
        "The landslide near Corvane hit 12 hikers.", "The landslide near Corvane hit 14 villages."
    )
    assert found.relation == "other-scope"


def test_a_bound_is_not_the_number_itself() -> None:
    """A figure within an open bound says more, one near it the same, one outside contradicts."""
    text = "The landslide near Corvane buried {} hikers."
    (wide,) = pair(text.format("over 12"), text.format("more than 19"))
    assert wide.relation == "broader"
    (near,) = pair(text.format("over 40"), text.format("42"))
    assert near.relation == "same"
    (apart,) = pair(text.format("at least 12"), text.format("9"))
    assert apart.relation == "incompatible"
    assert apart.reasons[-1] in ("number 12 ≠ 9 (hiker)", "number 9 ≠ 12 (hiker)")
    assert not pair(text.format("over 12"), text.format("under 12"))


def test_a_bound_in_other_words_is_the_same_bound() -> None:
    """More than twelve is over twelve, and some twelve may be about twelve."""
    text = "The landslide near Corvane buried {} 12 hikers."
    for one, other in (("more than", "over"), ("about", "some")):
        (found,) = pair(text.format(one), text.format(other))
        assert found.relation == "same"


def test_a_date_days_apart_clashes_and_one_a_year_apart_is_another_time() -> None:
    """A look-alike sentence of another year is no print of the same news."""
    one = stated(
        "Inspectors sealed the Brenna chemical plant on 4 May." + FILLER,
        times=[("4 May", "2031-05-04")],
    )
    for edtf, relation in (("2031-05-06", "incompatible"), ("2030-05-04", "other-time")):
        other = stated(
            "Inspectors sealed the Brenna chemical plant on 6 May.\nNo more was said.",
            source="b.txt",
            times=[("6 May", edtf)],
        )
        (found,) = related(one, other)
        assert found.relation == relation
        assert found.reasons[-1].startswith("date ")


def test_a_day_of_an_unknown_year_may_be_that_day() -> None:
    """A date without a year clashes with no year of that day."""
    one = stated("Inspectors sealed the Brenna chemical plant on 6 May." + FILLER,
                 times=[("6 May", "XXXX-05-06")])  # fmt: skip
    other = stated("Inspectors sealed the Brenna chemical plant on 6 May 2031.\nNo more was said.",
                   source="b.txt", times=[("6 May 2031", "2031-05-06")])  # fmt: skip
    assert [r.relation for r in related(one, other)] == ["same"]


def test_a_month_holds_its_days() -> None:
    """A date within the other's month is no clash: the month says less."""
    one = stated("Inspectors sealed the Brenna chemical plant in May." + FILLER,
                 times=[("May", "2031-05")])  # fmt: skip
    other = stated("Inspectors sealed the Brenna chemical plant on 6 May.\nNo more was said.",
                   source="b.txt", times=[("6 May", "2031-05-06")])  # fmt: skip
    (found,) = related(one, other)
    assert found.relation == "broader"
    assert found.readings[0].witness == one.article.id


def test_two_camps_clash_once() -> None:
    """Where two say one number and two another, there are two groups and one clash."""
    text = "The landslide near Corvane killed {} hikers."
    articles = [
        stated(f"{text.format(number)}\n{line}", source=f"{number}.txt")
        for number, line in zip((12, 12, 14, 14), FILLER.strip().split("\n"), strict=True)
    ]
    found = [(r.relation, len(r.readings)) for r in relations_of(articles)]
    assert sorted(found) == [("incompatible", 2), ("same", 2), ("same", 2)]


def test_a_determiner_before_a_figure_is_no_bound() -> None:
    """The same figure behind "the" and behind a preposition is the same."""
    (found,) = pair(
        "The jury near Corvane convicted the miller on six of 12 counts.",
        "The jury near Corvane convicted the miller on six of the 12 counts.",
    )
    assert found.relation == "same"


def test_one_length_of_time_in_two_units_is_the_same() -> None:
    """Forty-eight hours are two days, and no three."""
    text = "The ferry near Corvane will not sail for {} because of ice."
    (same,) = pair(text.format("48 hours"), text.format("2 days"))
    assert same.relation == "same"
    (apart,) = pair(text.format("48 hours"), text.format("3 days"))
    assert apart.relation == "incompatible"


def _years(line: str) -> list[str]:
    one = stated(line.format(1962) + FILLER, times=[("1962", "1962")])
    text = line.format(1972) + "\nNothing else was printed here today."
    other = stated(text, source="b.txt", times=[("1972", "1972")])
    return [found.relation for found in related(one, other)]


def test_two_years_of_what_comes_but_once_clash() -> None:
    """A mill is built once; a cup may be won in both years, as other mills may be built."""
    assert _years("The old mill at Corvane was built in {}.") == ["incompatible"]
    assert _years("Ada Torvik, a poet, was born in {}.") == ["incompatible"]
    assert _years("Rovers won the northern cup of Corvane in {}.") == ["other-time"]
    assert _years("The town hired monks born abroad for the mill in {}.") == ["other-time"]
