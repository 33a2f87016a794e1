"""Whether what one report denies came about before another one told it as done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.relating.printed import printed, printed_apart
from variorum.languages import Language
from variorum.model.article import Article


def came_about(denying: Claim, telling: Claim) -> str:
    """Return by what a denial held only until it was printed, as a reader is told it.

    It says so ("not so far"), or the other does ("have now reached"); or it says "not yet" or is in
    the present perfect and was printed earlier. Empty where none of this is so, or the denial was
    printed later.

    Args:
        denying: a claim that denies something.
        telling: a claim of the same thing as done.
    """
    language = languages.find(denying.article.language)
    if language is None:
        return ""
    order = printed_in_order(denying.article, telling.article)
    words = language.contrasts
    pending = words.pending | words.outstanding if order else words.pending
    word = _told(denying, pending) or _told(telling, words.attained)
    if order and not order[0]:
        return ""
    if word:
        return "; ".join(("denied at first", word, *(order[1:] if order else ())))
    return f"denied at first; {order[1]}" if order and is_perfect(denying, language) else ""


def printed_in_order(one: Article, other: Article) -> tuple[bool, str] | None:
    """Return whether an article was printed before another, and when; None where not known.

    An hour without a zone is compared as it is printed.
    """
    if days := printed_apart(one, other):
        return days[0] < days[1], printed(days)
    first, second = _clock(one), _clock(other)
    if first is None or second is None:
        return None
    shown = f"printed {first:%H:%M}, {second:%H:%M}"
    if first.tzinfo is None or second.tzinfo is None:
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return (first < second, shown) if first != second else None


def _clock(article: Article) -> datetime | None:
    """Return the moment at which an article was printed, None where but its day is known."""
    edtf = article.published.edtf if article.published else ""
    try:
        return datetime.fromisoformat(edtf) if "T" in edtf else None
    except ValueError:
        return None


def _told(claim: Claim, phrases: Collection[str]) -> str:
    said = f" {' '.join(word.form for word in claim.words)} "
    return next((phrase for phrase in sorted(phrases) if f" {phrase} " in said), "")


def is_perfect(claim: Claim, language: Language) -> bool:
    """Tell whether a claim is in the present perfect: "has not met", not "had not met"."""
    present = language.variants.perfect & language.variants.tenses.keys()
    return any(form in present or form.removesuffix("n't") in present for form in claim.forms)


def growing_word(claim: Claim) -> str:
    """Return a word by which a claim tells that its count goes on, empty for none."""
    language = languages.find(claim.article.language)
    if language is None:
        return ""
    return _told(claim, language.contrasts.growing)


def may_have_changed(one: Claim, other: Claim) -> bool:
    """Tell whether what two claims count may have changed from the one day to the other.

    What is counted goes on to be counted (the dead), or it is told as it is now (``has burned``);
    of one day too where one tells of a count on the way (``so far``).

    Args:
        one: a claim.
        other: another claim of the same thing.
    """
    language = languages.find(one.article.language)
    if language is None:
        return False
    words = language.contrasts
    if _told(one, words.tallying) or _told(other, words.tallying):
        return True
    if printed_apart(one.article, other.article) is None:
        return False
    units = {q.unit for claim in (one, other) for q in claim.statement.quantities}
    fates = {
        words.fates[form] for claim in (one, other) for form in claim.forms & words.fates.keys()
    }
    runs = not (units | fates).isdisjoint(words.running | words.passing)
    return runs or is_perfect(one, language) or is_perfect(other, language)
