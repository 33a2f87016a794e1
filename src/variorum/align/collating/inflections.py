"""Words that differ by person or tense only, as reported speech makes them."""

from __future__ import annotations

from variorum.languages import Language


def shifted(one: str, other: str, language: Language) -> bool:
    """Tell whether two case-folded words are one pronoun or verb in other persons or tenses.

    Of a verb one at least is past: "plan" and "plans" may be nouns. "It was" and "they were" are of
    one person and tense, and so are "its" and "their".
    """
    words = language.variants
    if _is_number_only(one, other, language):
        return False
    case = words.persons.get(one)
    if case is not None and case == words.persons.get(other):
        return not {one, other} <= language.pronouns.keys()
    if words.tenses.get(one) == other or words.tenses.get(other) == one:
        return True
    pasts = [past_of(form, language) for form in (one, other)]
    if pasts[0] and pasts[1]:
        return bool(pasts[0] & pasts[1]) and (one in words.pasts or other in words.pasts)
    if not (pasts[0] or pasts[1]):
        return False
    past, present = (pasts[0], other) if pasts[0] else (pasts[1], one)
    return bool(past & _present_of(present))


def _is_number_only(one: str, other: str, language: Language) -> bool:
    """Tell two forms of "be" of one tense, other than "I am" and "he is"."""
    tenses = language.variants.tenses
    if not {one, other} <= language.be_forms:
        return False
    return (
        tenses.get(one) != tenses.get(other)
        if one in tenses and other in tenses
        else not (one in tenses or other in tenses)
    )


def past_of(form: str, language: Language) -> frozenset[str]:
    """Return the verbs that a case-folded word may be the past of."""
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
