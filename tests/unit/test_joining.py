"""Claims joined where words alone do not settle it: by nearness, then by what does not clash."""

from __future__ import annotations

import pytest

from tests.standing import FIRST_DAY, NEXT_DAY, first, joined, told
from tests.stated import FILLER, stated
from variorum.align.claims import Claim, claims_of
from variorum.align.odds import likelihood
from variorum.align.rarity import rarity
from variorum.align.relating.bearing import WEIGHTS, features, log_odds, sides_of
from variorum.align.relating.joining import Joining, _says_something
from variorum.align.relating.likeness import compare
from variorum.align.relating.nearness import read_nearness
from variorum.align.relating.standings import stand
from variorum.align.relating.verdicts import as_strong
from variorum.model.annotation import Place


def test_two_of_one_point_that_differ_in_nothing_are_the_same() -> None:
    """Other words are one point, with a reason that tells how near the sentences lie."""
    found = joined("The ferry struck a pier.", "A ferry rammed the old pier.")
    assert told(found) == ("same", 0)
    assert found is not None
    assert found.finding == "sentences alike: 0.90"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry carried 9 cooks.", "The ferry carried 14 cooks."),
        ("The ferry struck a pier.", "The ferry never struck any other ship or boat."),
    ],
)
def test_what_may_be_another_point_is_left_alone(one: str, other: str) -> None:
    """Another number on one day, and a denial of something else, join nothing."""
    assert joined(one, other, published=(FIRST_DAY, FIRST_DAY)) is None


def test_another_name_in_the_same_words_is_another_point() -> None:
    """Where all else is told in the same words a name of its own parts two claims."""
    one = "The minister Ada Holm opened the new bridge at Brenn on Friday."
    assert joined(one, one.replace("Ada Holm", "Ivo Tarn")) is None
    assert joined(one, "At Brenn the minister opened the Lower Velm bridge.") is not None


def test_a_claim_and_its_denial_exclude_each_other() -> None:
    """What is denied later or on the same day is incompatible, what was denied before is not."""
    pair = "The gate was inspected in spring.", "The gate was not inspected in spring at all."
    found = joined(*pair, published=(FIRST_DAY, NEXT_DAY))
    assert told(found) == ("incompatible", 0)
    assert found is not None
    assert found.finding == "sentences alike: 0.90; affirmed ≠ denied"
    assert told(joined(*pair, published=(NEXT_DAY, FIRST_DAY))) == ("other-time", 0)


def test_a_state_that_changed_is_of_another_time() -> None:
    """Words that exclude each other are told of two days, and of one day nothing is said."""
    pair = "The pass road is closed.", "The pass road has reopened."
    found = joined(*pair, published=(FIRST_DAY, NEXT_DAY))
    assert told(found) == ("other-time", 0)
    assert found is not None
    assert found.finding is not None
    assert "closed ≠ reopened" in found.finding
    assert joined(*pair, published=(FIRST_DAY, FIRST_DAY)) is None


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        (("fact", "claimed"), ("stronger", 0)),
        (("claimed", "fact"), ("stronger", 1)),
        (("claimed", "possible"), ("stronger", 0)),
        (("possible", "planned"), ("stronger", 1)),
        (("planned", "fact"), ("same", 0)),
        (("claimed", "planned"), ("same", 0)),
        (("claimed", "claimed"), ("same", 0)),
    ],
)
def test_modality_decides_between_claims_of_one_content(
    modality: tuple[str, str], expected: tuple[str, int]
) -> None:
    """Fact is above claim, and a plan above possibility, but never below what is no doing of it."""
    assert told(joined("Norvia annexed islands.", "Norvia annexed them.", modality=modality)) == (
        expected
    )


def test_a_plan_that_speech_reports_is_the_plan_itself() -> None:
    """``Would`` behind a verb of speech is what ``will`` was: no claim that it is done."""
    pair = "Norvia will annex islands.", "Norvia would annex them."
    assert told(joined(*pair, modality=("planned", "claimed"))) == ("same", 0)


def test_what_would_be_is_not_done() -> None:
    """The narrator's ``would`` may hang on a condition: no more than ``will``, less than done."""
    pair = "Norvia will annex islands.", "Norvia would annex them."
    assert joined(*pair, modality=("planned", "fact")) is None
    assert joined(*pair, modality=("possible", "fact")) is None
    assert told(joined("Norvia annexed islands.", pair[1])) == ("other-time", 0)


def test_what_should_be_is_not_flatter_than_what_is_expected() -> None:
    """The narrator's ``should`` is no fact to set above an expectation, nor is it below one."""
    lines = "The storm is expected to weaken at Velm.", "The storm should weaken at Velm."
    one, other = (
        first(stated(line + FILLER, source=f"{kind}.txt", modality=kind))
        for line, kind in zip(lines, ("possible", "fact"), strict=True)
    )
    rare = rarity([[claim.keys] for claim in (one, other)])
    found = as_strong(one, other, compare(one, other, rare))
    assert found is not None
    assert found.relation == "same"


def test_who_has_no_plan_has_not_refused() -> None:
    """Not to plan a thing leaves it open, where a flat ``will not`` does not."""
    pair = "Norvia does not plan to annex islands.", "Norvia will not annex islands."
    assert joined(*pair, modality=("planned", "planned")) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council voted in favour of the tunnel.", "The council voted against the tunnel."),
        ("Brenn scored a hat-trick at Velm.", "Brenn scored twice at Velm."),
    ],
)
def test_for_and_against_are_never_the_same(one: str, other: str) -> None:
    """Who votes for a thing does not say what is said of who votes against it."""
    assert joined(one, other) is None


def test_who_judges_says_no_more_than_he_is_reported_to_say() -> None:
    """To call a thing unfair is to say that it is, whoever tells of it."""
    made = [
        stated("The minister called the new toll unfair." + FILLER, source="a.txt"),
        stated(
            "The new toll was unfair." + FILLER,
            source="b.txt",
            holder="The minister",
            modality="claimed",
        ),
    ]
    one, other = (first(item) for item in made)
    rare = rarity([[claim.keys] for claim in (one, other)])
    found = stand((one, other), compare(one, other, rare), certain=0.6, near=0.9)
    assert told(found) == ("same", 0)


def test_what_is_done_is_of_another_time_than_the_plan() -> None:
    """A plan is no weaker word for its doing, whichever was printed first."""
    pair = "Norvia will annex islands.", "Norvia annexed them."
    kinds = ("planned", "fact")
    found = joined(*pair, modality=kinds, published=(FIRST_DAY, NEXT_DAY))
    assert told(found) == ("other-time", 0)
    assert found is not None
    assert found.finding is not None
    assert found.finding.endswith(f"annex ≠ annexed; printed {FIRST_DAY}, {NEXT_DAY}")
    again = joined(*pair, modality=kinds, published=(NEXT_DAY, FIRST_DAY))
    assert told(again) == ("other-time", 0)


@pytest.mark.parametrize(("later", "found"), [("2031-05-04", "same"), ("2031-05-28", None)])
def test_a_weekday_of_one_week_is_one_day(later: str, found: str | None) -> None:
    """A Thursday that one report takes for the last one and the other for the next is one day."""
    lines = "The court hears the levy case on Thursday.", "On Thursday the levy case is heard."
    days = ("2031-05-01", FIRST_DAY), ("2031-05-08", later)
    one, other = (
        first(stated(line + FILLER, source=f"{day}.txt", published=on, times=[("Thursday", day)]))
        for line, (day, on) in zip(lines, days, strict=True)
    )
    rare = rarity([[claim.keys] for claim in (one, other)])
    verdict = stand((one, other), compare(one, other, rare), certain=0.6, near=0.9)
    assert (verdict and verdict.relation) == found


def test_a_claim_is_joined_to_the_likeliest_of_another_witness_only() -> None:
    """Of two claims of one witness the one that is less alike is left alone."""
    one = stated("A ferry struck the old pier." + FILLER, source="a.txt")
    other = stated("The ferry rammed that pier.\nThe cafe is dear.", source="b.txt")
    claims = claims_of([one, other])
    rare = rarity([[claim.keys] for claim in claims])
    near = read_nearness([one, other], claims, ())
    found = Joining(claims, rare, near, [() for _ in claims]).join_all({}, set())
    ids = {one.statements[0].id, other.statements[0].id}
    assert ids in [{claims[at].statement.id for at in edge} for edge in found]
    assert sum(other.statements[1].id in {claims[at].statement.id for at in e} for e in found) == 0


def test_a_claim_is_joined_to_what_another_is_nearer_to_where_it_is_sure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A headline and its lede are both joined to the one sentence of the other witness."""
    text = "Ferry strikes old pier at Velm\nA ferry struck the old pier at Velm on its way home."
    items = [
        stated(text + FILLER, source="a.txt"),
        stated("The old pier at Velm was rammed by a ferry.\nBread is dear.", source="b.txt"),
    ]
    claims = claims_of(items)
    rare = rarity([[claim.keys] for claim in claims])
    told = {s.id for s in items[0].statements[:2]}

    def met() -> set[str]:
        found = Joining(claims, rare, read_nearness(items, claims, ()), [() for _ in claims])
        pairs = [{claims[at].statement.id for at in e} for e in found.join_all({}, set())]
        return {id_ for ids in pairs for id_ in ids & told if items[1].statements[0].id in ids}

    assert met() == told
    monkeypatch.setattr("variorum.align.relating.joining.ALONE", 1.1)
    assert len(met()) == 1


def test_claims_of_one_row_of_the_ledger_are_joined() -> None:
    """Who has a place is one point in any words; what commits to more is the stronger one."""
    items = [
        stated("Norvia proclaimed the Sule isles its own." + FILLER, source="a.txt"),
        stated("The isles are annexed.\nBread is dear.", source="b.txt"),
    ]
    claims = claims_of(items)
    stances = {items[0].statements[0].id: "proclaims-annexed", items[1].statements[0].id: "annexed"}
    rows = [
        (_row(stances[c.statement.id], c),) if c.statement.id in stances else () for c in claims
    ]
    near = read_nearness(items, claims, ())
    rare = rarity([[claim.keys] for claim in claims])
    found = Joining(claims, rare, near, rows).join_all({}, set())
    strong = [v for v in found.values() if v.finding and "annexed > proclaims-annexed" in v.finding]
    assert [v.one.statement.id for v in strong] == [items[1].statements[0].id]


def _row(stance: str, claim: Claim) -> Place:
    """Return a row of the ledger about the Sule isles."""
    return Place(
        id="",
        place="Sule",
        feature="other",
        ref=None,
        witness=claim.article.id,
        span=claim.statement.spans[0],
        holder="Norvia",
        stance=stance,
        predicate=None,
        said_by=None,
        edtf=None,
    )


def test_nearness_depends_on_the_two_sentences_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other sentences beside two change no cosine; beyond the limit a pair is far."""
    lines = ["A ferry sank.", "The ferry went down.", "Bread is dear.", "A ferry sank."]
    items = [stated(text, source=f"{at}.txt") for at, text in enumerate(lines)]
    claims = [first(item) for item in items]
    near = read_nearness(items, claims, ()).between(range(4), range(4))
    alone = read_nearness(items[:2], claims[:2], ()).between([0], [1])
    assert near[0, 1] == alone[0, 0] > near[1, 2]
    assert near[0, 3] == 1.0
    monkeypatch.setattr("variorum.align.relating.nearness.MOST", 2)
    assert read_nearness(items, claims, [(0, 1)]).between([0, 1], [1, 2]).tolist() == [
        [alone[0, 0], 0.0],
        [1.0, 0.0],
    ]


def test_the_head_of_a_claim_lies_near_the_word_that_tells_the_same() -> None:
    """A verb lies nearer to a claim with a verb of its sense than to one without, in any story."""
    lines = ["A ferry sank off Velm.", "The boat went under.", "Bread is dear in Velm."]
    items = [stated(text, source=f"{at}.txt") for at, text in enumerate(lines)]
    claims = [first(item) for item in items]
    near = read_nearness(items, claims, ()).heads_between([0], [0, 1, 2])
    assert near[0, 0] > near[0, 1] > near[0, 2]
    alone = read_nearness(items[:2], claims[:2], ()).heads_between([0], [1])
    assert alone[0, 0] == near[0, 1]
    assert read_nearness(items, claims, ()).heads_between([], [0]).shape == (0, 1)


def test_every_feature_has_a_weight() -> None:
    """What is asked of a pair is what was fitted, and more of it that speaks for it counts more."""
    items = [stated(t, source=t) for t in ("A ferry sank.\nBread is dear.", "The ferry sank.")]
    claims = claims_of(items)
    numbers = [[n for n, c in enumerate(claims) if c.article.id == i.article.id] for i in items]
    sides = sides_of(numbers[0], numbers[1], read_nearness(items, claims, ()))
    rare = rarity([[claim.keys] for claim in claims])
    asked = {(a, b): compare(claims[a], claims[b], rare) for a in sides.one for b in sides.other}
    found = features(sides, claims, asked, rare)
    assert all(one.keys() == WEIGHTS.keys() for one in found.values())
    assert max(found, key=lambda e: likelihood(log_odds(found[e]))) in [
        (a, b) for a, b in found if "ferry" in claims[a].keys and "ferry" in claims[b].keys
    ]


def test_a_bare_noun_is_told_in_no_other_words() -> None:
    """``Harbour horror`` says nothing that another claim could say; ``the pier is shut`` does."""
    lines = "Harbour horror", "The pier is shut"
    shown = [_says_something(first(stated(f"{line}\n{FILLER}"))) for line in lines]
    assert shown == [False, True]
