"""Words that differ by person or tense only, as reported speech makes them."""

from __future__ import annotations

from variorum.languages import Language


def shifted(one: str, other: str, language: Language) -> bool:
    """Tell whether two case-folded words are one pronoun or verb in other persons or tenses.

    Of a verb one at least is past: "plan" and "plans" may be nouns.
    """
    words = language.variants
    case = words.persons.get(one)
    if case is not None and case == words.persons.get(other):
        return True
    if words.tenses.get(one) == other or words.tenses.get(other) == one:
        return True
    pasts = [_past_of(form, language) for form in (one, other)]
    if pasts[0] and pasts[1]:
        return bool(pasts[0] & pasts[1]) and (one in words.pasts or other in words.pasts)
    if not (pasts[0] or pasts[1]):
        return False
    past, present = (pasts[0], other) if pasts[0] else (pasts[1], one)
    return bool(past & _present_of(present))


def _past_of(form: str, language: Language) -> frozenset[str]:
    """Return the verbs that a word may be the past of."""
    known = language.variants.pasts.get(form)
    if known is not None:
        return frozenset({known})
    if not form.endswith("ed") or len(form) < 4:
        return frozenset()
    stem = form[:-2]
    found = {stem, stem + "e"}
    if stem[-1] == "i":
        found.add(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        found.add(stem[:-1])
    return frozenset(found)


def _present_of(form: str) -> frozenset[str]:
    """Return the verbs that a word may be the present of."""
    found = {form}
    if form.endswith("s"):
        found.add(form[:-1])
        if form.endswith("es"):
            found.add(form[:-2])
        if form.endswith("ies"):
            found.add(form[:-3] + "y")
    return frozenset(found)
