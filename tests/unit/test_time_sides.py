"""On which side of the publication a time lies: before it or ahead."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate.times import find_times
from variorum.languages import find

PUBLISHED = "2025-03-12"  # a Wednesday


def values(text: str, published: str = PUBLISHED) -> list[str]:
    """Return the values of the times in a paragraph."""
    made = article("Harbour bridge shut\n" + text, published=published)
    return [time.edtf for time in find_times(made, find("en"))]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The regatta was put off until 7 June.", ["2025-06-07"]),
        ("The lease was prolonged to the end of August.", ["2025-08"]),
        ("She was barred from the quay till early July.", ["2025-07"]),
        ("The kiosk kept serving until 28 February.", ["2025-02-28"]),
        ("The ferry was idle until October.", []),
    ],
)
def test_a_limit_after_a_past_verb_is_the_nearest(text: str, edtf: list[str]) -> None:
    """“Put off until June” is the June ahead, “served until February” the one just gone."""
    assert values(text) == edtf


def test_a_range_of_the_past_ends_in_the_past() -> None:
    """What lasted from one month to another is over; what was put from a day to another is not."""
    assert values("The drought lasted from February to June.") == ["2024-02/2024-06"]
    assert values("The auction was shifted from 4 April to 8 May.") == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was the driest July in 60 years.", ["2024-07"]),
        ("It was cold in the winter in a century of thaw.", ["2024-24"]),
        ("It was the windiest October since 1987.", ["2024-10", "1987"]),
        ("Five years ago today the pier burned.", ["2020-03-12"]),
        ("The pier burned a month ago today.", ["2025-02-12"]),
        ("The pier burned three years ago this month.", ["2022-03"]),
        ("The pier burned three years ago this week.", []),
        ("The pier was built 90 years ago in June.", ["1935-06"]),
        ("The pier will open in two years.", ["2027"]),
    ],
)
def test_a_length_after_a_month_is_no_step_ahead(text: str, edtf: list[str]) -> None:
    """“The driest July in 60 years” is the last one; “five years ago today” is one day."""
    assert values(text) == edtf


def test_holidays_by_their_rule() -> None:
    """Some days follow the so-manieth weekday of a month, and a past event had the last of them."""
    assert values("Shops were full on Black Friday.", "2024-11-30") == ["2024-11-29"]
    assert values("The count took all of Election Day.", "2022-11-20") == ["2022-11-08"]
    assert values("Choirs sang on the quay on Easter Monday.") == ["2024-04-01"]


def test_times_of_day_are_whole() -> None:
    """Seconds are kept, and the first of two times has the day told after the second."""
    assert values("It broke at 02:13:44 UTC on March 3.") == ["2025-03-03T02:13:44Z"]
    both = ["2025-03-10T08:00:00", "2025-03-10T18:00:00"]
    assert values("The stall was open from 8am to 6pm on Monday.") == both


@pytest.mark.parametrize("text", ["They sat in Hall 1987.", "The Vickers 1931 was sold."])
def test_a_number_after_a_name_is_no_year(text: str) -> None:
    """What has a number as its name has no year."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Classes restart on Monday at 8 a.m.", ["2025-03-17T08:00:00"]),
        ("The tribunal convenes again on Thursday.", ["2025-03-13"]),
        ("The mayor, who retires on Tuesday, was absent.", ["2025-03-18"]),
        ("The ban takes force in June.", ["2025-06"]),
        ("He steps down in July.", ["2025-07"]),
        ("The gala is on Saturday.", ["2025-03-15"]),
        ("The boats quit on Monday.", ["2025-03-10"]),
        ("The peace talks on Monday failed.", ["2025-03-10"]),
        ("He says the kiln broke on Monday.", ["2025-03-10"]),
        ("The inquest reopens in February.", []),
    ],
)
def test_a_present_verb_arranges_what_is_ahead(text: str, edtf: list[str]) -> None:
    """“Restart on Monday” is the Monday to come; a noun is no verb."""
    assert values(text) == edtf


def test_nothing_has_happened_after_the_hour_of_publication() -> None:
    """A past event at a later hour of this day, or of the morning after, gets no guess."""
    hour = "2025-03-12T16:30:00Z"
    assert values("The kiosk was robbed at 10pm on Wednesday.", hour) == []
    assert values("The kiosk was robbed at 9am on Wednesday.", hour) == ["2025-03-12T09:00:00"]
    assert values("Snow fell from 10pm on Monday. By 4am it lay deep.") == ["2025-03-10T22:00:00"]
    night = "It was shut between 10pm on Wednesday and 5am on Thursday."
    assert values(night) == ["2025-03-06T05:00:00"]


@pytest.mark.parametrize(
    "text",
    ["It rose in the autumn of '58.", "She sailed in June of ’47.", "They wed on 3 July '21."],
)
def test_a_year_in_two_digits_is_not_passed_over(text: str) -> None:
    """What has a year of which only half is told is in no year of ours."""
    assert values(text) == []


def test_a_birth_sets_no_year_for_what_follows() -> None:
    """Who was born in a year did not do in that year what comes next."""
    text = "He was born on 2 March 1961. He moved to the isle in May."
    assert values(text) == ["1961-03-02", "2024-05"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            'On 7 May 2022 she said: "Today we row." A week later she left.',
            ["2022-05-07", "2022-05-07", "2022-05-09/2022-05-15"],
        ),
        ("In 2018 he vowed that the quay would open next year.", ["2018", "2019"]),
        ('In a 2018 letter she wrote: "I sailed last month."', ["2018"]),
        ('On 4 February he wrote: "I was ill yesterday."', ["2025-02-04", "2025-02-03"]),
        ("Opened in 2018, the quay was shut yesterday.", ["2018", "2025-03-11"]),
        ("In 2018 the rent rose, and last year it fell.", ["2018", "2024"]),
        ('On 4 February he said "no". Yesterday he left.', ["2025-02-04", "2025-03-11"]),
    ],
)
def test_dated_speech_counts_from_its_own_day(text: str, edtf: list[str]) -> None:
    """“Today” in what was said on another day is that day; a year gives years only."""
    assert values(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The weather office expects another 40 millimetres by Friday evening.", "2025-03-14"),
        ("The harbour union wants an answer by Friday.", "2025-03-14"),
        ("We need an answer by the end of Friday.", "2025-03-14"),
        ("The court is expected to rule by Friday.", "2025-03-14"),
        ("The mayor said that the club wants a vote by Friday.", "2025-03-14"),
        ("She has called a meeting for Friday.", "2025-03-14"),
        ("The board has ordered a recount in Velm for Friday.", "2025-03-14"),
        ("The board has ordered a recount for 9 June.", "2025-06-09"),
        ("The roof had to be mended by Friday.", "2025-03-07"),
        ("He was told to leave by Friday.", "2025-03-07"),
        ("The mayor said he had sent the boats by Friday.", "2025-03-07"),
        ("He has apologised for Friday's delay.", "2025-03-07"),
        ("The tram company has praise for Friday commuters.", "2025-03-07"),
        ("A boat to Velm for Friday", "2025-03-07"),
        ("By Friday, the kiosk has no bread.", "2025-03-07"),
    ],
)
def test_what_is_due_by_or_for_a_day_lies_ahead(text: str, edtf: str) -> None:
    """After a present, a perfect or an infinitive that no past verb governs, the next is meant."""
    assert values(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Two kiosks burned in the night to Sunday.", ["2025-03-09"]),
        ("The dyke broke in the night to Wednesday, the mayor said.", ["2025-03-12"]),
        ("The regatta was put off to Sunday.", ["2025-03-16"]),
    ],
)
def test_the_night_to_a_day_is_over_with_it(text: str, edtf: list[str]) -> None:
    """What happened in the night to Sunday did so before the page."""
    assert values(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Bakers will down tools for three days from Friday.", ["2025-03-14"]),
        ("The court will sit three days from Friday.", ["2025-03-14"]),
        ("The mill will rest for two weeks from Monday.", ["2025-03-17"]),
        ("The mill will rest for two days from 7 April.", ["2025-04-07"]),
        ("The mill will open two weeks from Monday.", ["2025-03-31"]),
        ("The mill will open two days from now.", ["2025-03-14"]),
    ],
)
def test_a_length_begins_on_the_day_behind_from(text: str, edtf: list[str]) -> None:
    """“For two days from Friday” is a length that begins then, and no day two days later."""
    assert values(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Dockers called a 36-hour stoppage from Friday over rosters.", ["2025-03-14"]),
        ("The mayor announced a curfew from Friday.", ["2025-03-14"]),
        ("Pilots voted to stop work from Monday.", ["2025-03-17"]),
        ("The premier called an election for Thursday.", ["2025-03-13"]),
        ("The flood was expected to recede by Thursday.", ["2025-03-13"]),
        ("Fans with passes for Friday or Saturday may come later.", ["2025-03-14", "2025-03-15"]),
        ("Fans with passes for Saturday are not let in.", ["2025-03-15"]),
    ],
)
def test_what_is_announced_or_expected_lies_ahead(text: str, edtf: list[str]) -> None:
    """A stoppage called from Friday begins on the next one; so does what may be used for it."""
    assert values(text) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "The crown lost 2 percent from Friday.",
        "The gauge was up from Friday.",
        "The court showed footage from Friday.",
        "The quay has been shut from Friday.",
        "The quay was shut from Friday after a landslip.",
        "Fans with passes for Friday were turned away.",
        "The jury managed to agree by Friday.",
        "The council approved the plan by Friday.",
    ],
)
def test_what_is_told_from_a_day_lies_back(text: str) -> None:
    """What fell from Friday, or was shut from then, did so before the page."""
    assert values(text) == ["2025-03-07"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mill is expected to shut in the fourth quarter.", ["2025-36"]),
        ("The jury is now widely expected to meet on Monday.", ["2025-03-17"]),
        ("The mayor expects the new weir to open in November.", ["2025-11"]),
        ("She hopes to sail again in October.", ["2025-10"]),
        ("The keeper has not ruled out leaving in the summer.", ["2025-22"]),
        ("The judge said she had not ruled out retiring in the autumn.", ["2025-23"]),
    ],
)
def test_what_somebody_awaits_or_weighs_lies_ahead(text: str, edtf: list[str]) -> None:
    """What is expected or not ruled out now is the next month, quarter or weekday."""
    assert values(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He did not expect to win on Monday.", ["2025-03-10"]),
        ("He didn't expect to win on Monday.", ["2025-03-10"]),
        ("Their hopes to win on Monday were dashed.", ["2025-03-10"]),
        ("Police ruled out arson on Monday.", ["2025-03-10"]),
    ],
)
def test_what_somebody_awaited_once_lies_back(text: str, edtf: list[str]) -> None:
    """What was not expected then, or was ruled out on a day, lies before the page."""
    assert values(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Schools stay shut until Monday.", ["2025-03-17"]),
        ("The road remains closed until Monday.", ["2025-03-17"]),
        ("The road remained closed until Monday.", ["2025-03-10"]),
    ],
)
def test_what_still_goes_on_ends_ahead(text: str, edtf: list[str]) -> None:
    """A participle behind a verb of the present for what goes on makes nothing past."""
    assert values(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The strike is to last until the winter.", ["2025-24"]),
        ("The pier is due to be mended in February.", ["2026-02"]),
        ("The choir is now due to sing there by the winter.", ["2025-24"]),
        ("The pier was due to be mended in February.", ["2025-02"]),
        ("The match is off due to rain in February.", ["2025-02"]),
    ],
)
def test_what_is_to_be_or_due_lies_ahead(text: str, edtf: list[str]) -> None:
    """``Is to last``, ``is due to`` point ahead; ``was due to`` and ``due to rain`` do not."""
    assert values(text) == edtf
