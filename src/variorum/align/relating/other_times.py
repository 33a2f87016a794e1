"""Claims of one thing at two times: other figures of two dates, and what went on until it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.relating.acts import act_of
from variorum.align.relating.bounds import Figure, figures_of
from variorum.align.relating.contradictions import Comparison
from variorum.align.relating.fitting import fit
from variorum.align.relating.likeness import Likeness
from variorum.align.relating.since import printed_in_order
from variorum.align.relating.verdicts import Verdict
from variorum.languages import Language
from variorum.model.phrases import places_of

# So certain that both bear on one point, and so much alike in words, are figures of two times.
CERTAIN = 0.8
ALIKE = 0.4
# So many words behind a verb that ends something stands what ended.
REACH = 3


def stand_by_times(same: Verdict, beside: Comparison) -> Verdict | None:
    """Return that two claims count one thing at two times, each of which is told.

    Both date it, and not alike (``rose 4% in 2019``, ``rose 6% in 2020``), or one tells of a time
    gone by and the other of today (``employed 40 last year``, ``now employs 60``).

    Args:
        same: that both bear on one point.
        beside: how the words of one stand to those of the other.
    """
    clash = next((m for m in beside.clashes if m.figure.kind == "#" and m.other), None)
    if clash is None or clash.other is None or clash.figure.unit != clash.other.unit:
        return None
    pair = same.one, same.other
    if same.score < CERTAIN or beside.likeness.words < ALIKE:
        return None
    if _tell_otherwise(*pair, beside.likeness):
        return None
    dates = [
        [f for f in figures_of(claim) if f.kind == "@" and f.token in only]
        for claim, only in zip(pair, beside.likeness.only, strict=True)
    ]
    told = _other_dates(pair, dates) or _gone(pair, dates) or _gone(pair[::-1], dates[::-1])
    if told is None:
        return None
    figures = f"{same.one.surface(clash.figure.token)} ≠ {same.other.surface(clash.other.token)}"
    return replace(same, relation="other-time", finding=f"number {figures}; {told}")


def _tell_otherwise(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two claims differ in more than verbs, figures and dates."""
    acts = act_of(one), act_of(other)
    return all(
        any(not t.is_value and t != act for t in only)
        for act, only in zip(acts, likeness.only, strict=True)
    )


def _other_dates(pair: tuple[Claim, Claim], dates: Sequence[Sequence[Figure]]) -> str | None:
    """Return the dates of two claims, none of which may be one of the other."""
    apart = all(fit(a, b) == "clash" == fit(b, a) for a, b in product(*dates))
    if not apart or not all(dates):
        return None
    first, second = (c.surface(found[0].token) for c, found in zip(pair, dates, strict=True))
    return f"date {first} ≠ {second}"


def _gone(pair: tuple[Claim, Claim], dates: Sequence[Sequence[Figure]]) -> str | None:
    """Return when the first claim is of, where that is gone by and the second is of today."""
    language = languages.find(pair[0].article.language)
    if language is None or not dates[0] or dates[1]:
        return None
    today = places_of(language.contrasts.current, [word.form for word in pair[1].words])
    published = pair[0].article.published
    gone = published and all(_is_before(f, published.edtf) for f in dates[0])
    if not today or not gone:
        return None
    words = " ".join(word.form for word in pair[1].words[slice(*today[0])])
    return f"{pair[0].surface(dates[0][0].token)}; {words}"


def _is_before(figure: Figure, published: str) -> bool:
    """Tell a date that is over when it is told."""
    last = figure.token.key[1:].split("/")[-1]
    return "X" not in last and last < published[: len(last)]


def ended(same: Verdict) -> tuple[Claim, Claim, str] | None:
    """Return a claim that something ended, another that it goes on, and the verb that ends it.

    Args:
        same: that both bear on one point.
    """
    language = languages.find(same.one.article.language)
    if language is None:
        return None
    spans = [{pair[side].span for pair in same.pairs} for side in (0, 1)]
    sides = (same.one, same.other), (same.other, same.one)
    for (ending, going), shared in zip(sides, spans, strict=True):
        verb = _ending(ending, shared, language)
        act, known = act_of(going), spans[1] if ending is same.one else spans[0]
        goes_on = act is None or act.span in known
        asserted = going.statement.modality in ("fact", "claimed") and not going.denies
        if verb and asserted and goes_on and not _ending(going, known, language):
            return ending, going, verb
    return None


def stand_by_end(same: Verdict, told: tuple[Claim, Claim, str]) -> Verdict | None:
    """Return that what went on had ended when the other report was printed, None where unsure.

    Args:
        same: that both bear on one point.
        told: as ``ended`` gives it.
    """
    ending, going, verb = told
    order = printed_in_order(going.article, ending.article)
    over = ending.statement.modality in ("fact", "claimed") and not ending.denies
    if order is None or not order[0] or not over:
        return None
    return replace(same, relation="other-time", finding=f"{verb}; {order[1]}")


def _ending(claim: Claim, shared: set[tuple[int, int]], language: Language) -> str:
    """Return the words of a claim that end what both claims name, empty for none.

    It stands behind them (``ended the strike``), or before them in the passive.
    """
    forms = [word.form for word in claim.words]
    for start, end in places_of(language.contrasts.ceasing, forms):
        passive = start > 0 and forms[start - 1] in language.auxiliaries
        near = claim.words[:start] if passive else claim.words[end : end + REACH]
        if any(word.span in shared for word in near):
            return " ".join(forms[start:end])
    return ""
