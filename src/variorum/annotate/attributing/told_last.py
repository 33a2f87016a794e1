"""Who told a whole sentence, where its last words name them (``A warned B, a clerk told BBX``)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from variorum.annotate.attributing.drafts import Draft
from variorum.languages import Language
from variorum.model.spans import Span, covers
from variorum.model.words import words_in

# Groups of verbs that report any words.
_SAYS = frozenset({"say", "tell"})
# Groups of verbs whose subject may stand behind them in the present.
_TAGS = frozenset({"say", "claim", "admit", "add"})


def told_last(
    drafts: Iterable[Draft], ruled: Sequence[Draft], text: str, language: Language
) -> list[Draft]:
    """Return ``drafts``, with the report of a sentence in place of those that lie inside it.

    Who told is the source: in ``Guards warned the owners, a clerk told BBX`` the warning is part of
    what the clerk told. Words in marks stay with the cue that they have. Where nothing was found, a
    verb of the present with its subject behind it reports what is before (``A, says Ana Poe``).

    Args:
        drafts: by the annotator, in the order of the text; their contents do not overlap.
        ruled: by rule, in the order of the text.
        text: of the article.
        language: of the article.
    """
    kept: list[Draft | None] = list(drafts)
    parts = sorted((p, at) for at, d in enumerate(kept) if d for p in (*d.spans, *d.cue))
    for outer in filter(_ends_sentence, ruled):
        inside = _within(outer, parts)
        if not inside and _is_tag(outer, text, language):
            kept.append(outer)
        if not _tells(outer, text, language):
            continue
        if inside and all(_lies_in(kept[at], outer) for at in inside):
            for at in inside:
                kept[at] = None
            kept[min(inside)] = outer
    return [draft for draft in kept if draft is not None]


def _is_tag(draft: Draft, text: str, language: Language) -> bool:
    """Tell a cue of the present behind a comma and before its source from another act.

    Not ``Union rejects offer, blames mayor``, nor ``Storm batters coast, claims two lives``.
    """
    words, source = [word.form for word in words_in(text, draft.cue[-1])], draft.source
    cue = language.cues.get(words[0]) if len(words) == 1 else None
    if cue is None or cue.form != "third" or source is None or source[0] < draft.cue[-1][1]:
        return False
    acts = language.acting_verbs | language.object_verbs | language.object_acts
    plain = cue.lemma not in acts | language.noun_verbs or cue.lemma == cue.group
    between = text[draft.spans[-1][1] : draft.cue[-1][0]].strip()
    if between != "," or cue.group not in _TAGS or cue.lemma in acts or not plain:
        return False
    people = language.role_nouns | language.group_nouns | language.people.keys()
    told = words_in(text, source)
    return any(text[w.span[0]].isupper() or w.form in people for w in told)


def _ends_sentence(draft: Draft) -> bool:
    """Tell whether a cue and its source stand behind all that they attribute, without marks."""
    if not draft.cue or draft.source is None or draft.marks or len(draft.spans) > 1:
        return False
    return min(draft.cue[0][0], draft.source[0]) >= draft.spans[0][1]


def _tells(draft: Draft, text: str, language: Language) -> bool:
    """Tell whether a cue is a verb for saying something to somebody, whatever it is."""
    forms = (word.form for word in words_in(text, draft.cue[-1]))
    return any(form in language.cues and language.cues[form].group in _SAYS for form in forms)


def _within(outer: Draft, parts: Sequence[tuple[Span, int]]) -> set[int]:
    """Return the places of the drafts with a part in ``outer``, up to the end of its cue."""
    start = outer.spans[0][0]
    first = bisect_left(parts, start, key=lambda part: part[0][0])
    first -= first > 0 and parts[first - 1][0][1] > start
    last = bisect_left(parts, outer.cue[-1][1], key=lambda part: part[0][0])
    return {at for _, at in parts[first:last]}


def _lies_in(draft: Draft | None, outer: Draft) -> bool:
    """Tell whether a report is, with its cue and source, part of what ``outer`` reports."""
    if draft is None or draft.marks:
        return False
    parts = (*draft.spans, *draft.cue, *((draft.source,) if draft.source else ()))
    return all(covers(outer.spans[0], part) for part in parts)
