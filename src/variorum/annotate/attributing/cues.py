"""Speech cues: the verbs and phrases that say a stretch is someone's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotate.tokens import Token
from variorum.languages import Cue, Language

# Adverbs end so in English; a few words that do not are among Language.adverbs.
_ADVERB = "ly"
_QUOTED_AS = ("as", "saying")


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A cue in a sentence: the tokens ``first`` to ``last``, both included.

    Args:
        head: the place of the verb, or of the last word of a phrase.
        cue: the verb.
        negated: whether a word of negation is in the group.
        passive: whether the subject is the one spoken to or of.
    """

    first: int
    last: int
    head: int
    cue: Cue
    negated: bool = False
    passive: bool = False

    @property
    def bare_gerund(self) -> bool:
        """Tell whether it is a participle without an auxiliary (``left, saying``)."""
        return self.cue.form == "gerund" and self.first == self.head


def find_cues(tokens: Sequence[Token], language: Language) -> list[Use]:
    """Return the cues of one sentence in order."""
    found: list[Use] = []
    for at, token in enumerate(tokens):
        if token.kind != "word" or (found and at <= found[-1].last):
            continue
        use = _phrase(tokens, at, language) or _verb(tokens, at, language)
        if use is None:
            continue
        if found and use.first <= found[-1].first:
            found.pop()
        found.append(use)
    return found


def is_verb(token: Token, language: Language) -> bool:
    """Tell whether a word is, by its form alone, most likely a finite verb."""
    if token.kind != "word":
        return False
    form = token.form
    if form in language.auxiliaries or form in language.modals or form in language.common_verbs:
        return True
    cue = language.cues.get(form)
    if cue is not None and cue.form in {"past", "third"}:
        return not token.capital
    return len(form) > 4 and form.endswith("ed") and not token.capital


def in_group(token: Token, language: Language) -> bool:
    """Tell whether a word may stand in a verb group before its verb."""
    form = token.form
    if token.kind != "word":
        return False
    helping = form in language.auxiliaries or form in language.modals
    return helping or form in language.adverbs or (form.endswith(_ADVERB) and len(form) > 4)


def _phrase(tokens: Sequence[Token], at: int, language: Language) -> Use | None:
    """Return a fixed phrase that names a source, as ``according to``."""
    for length in (2, 3, 4):
        last = at + length - 1
        if last >= len(tokens) or tokens[last].form not in language.phrase_ends:
            continue
        words = " ".join(t.form for t in tokens[at : last + 1])
        if words in language.cue_phrases:
            cue = Cue(lemma=words, group="according", form="phrase")
            return Use(first=at, last=last, head=last, cue=cue)
    return None


def _verb(tokens: Sequence[Token], at: int, language: Language) -> Use | None:
    token = tokens[at]
    cue = language.cues.get(token.form)
    if cue is None or not _in_lower_case(tokens, at):
        return None
    if cue.lemma == "go":  # went on: “…”
        on = " ".join(t.form for t in tokens[at + 1 : at + 2])
        quoted = at + 2 >= len(tokens) or tokens[at + 2].kind != "word"
        if on != "on" or not quoted:
            return None
    first = _group_start(tokens, at, language)
    helpers = [t.form for t in tokens[first:at]]
    if not _is_verbal(tokens, at, first, language):
        return None
    passive = _is_passive(cue, helpers, language) or _is_shortened(tokens, at, language)
    last = at
    if passive and tuple(t.form for t in tokens[at + 1 : at + 3]) == _QUOTED_AS:
        last, passive = at + 2, False
    return Use(
        first=first,
        last=last,
        head=at,
        cue=cue,
        negated=any(turns_round(helper, language) for helper in helpers),
        passive=passive,
    )


def _in_lower_case(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is written as verbs are: in a headline or at the start in capitals."""
    token = tokens[at]
    if token.kind != "word" or token.text.isupper():
        return False
    if at == 0 or not token.capital:
        return True
    words = [t for t in tokens if t.kind == "word" and len(t.text) > 3]
    return sum(not t.capital for t in words) * 4 <= len(words)


def _group_start(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Return where the verb group that ends at ``at`` begins (``continues to say``)."""
    first = at
    while first and in_group(tokens[first - 1], language) and not is_named(tokens, first - 1):
        first -= 1
    if first >= 2 and tokens[first - 1].form == "to":
        before = language.cues.get(tokens[first - 2].form)
        if before is not None and before.lemma in language.denying | {"continue", "go"}:
            return _group_start(tokens, first - 2, language)
    if first >= 3 and [t.form for t in tokens[first - 2 : first]] == ["on", "to"]:
        before = language.cues.get(tokens[first - 3].form)
        if before is not None and before.lemma == "go":
            return _group_start(tokens, first - 3, language)
    return first


def turns_round(helper: str, language: Language) -> bool:
    """Tell whether a word of a verb group negates it (``did not say``, ``failed to show``)."""
    cue = language.cues.get(helper)
    turned = language.negates(helper) or helper in language.failing
    return turned or (cue is not None and cue.lemma in language.denying)


def is_named(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a capital inside a sentence makes a name of an auxiliary (``May says``)."""
    return at > 0 and tokens[at].capital and tokens[at].text[1:].islower()


def _is_passive(cue: Cue, helpers: Sequence[str], language: Language) -> bool:
    """Tell whether the nearest auxiliary of a participle is a form of “be”."""
    if cue.form == "gerund":
        return False
    nearest = (h for h in reversed(helpers) if h in language.auxiliaries)
    return next(nearest, "") in language.be_forms


def _is_shortened(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell a passive without “be”, as in a headline (``Crew told to go``)."""
    cue = language.cues[tokens[at].form]
    after = [t.form for t in tokens[at + 1 : at + 3]]
    infinitive = after[:1] == ["to"] or after == ["not", "to"]
    determined = after[1:] != [] and after[1] in language.determiners
    past = cue.form in {"past", "participle"} and cue.lemma in language.object_controls
    return past and infinitive and not determined


def _is_verbal(tokens: Sequence[Token], at: int, first: int, language: Language) -> bool:
    """Tell whether a form that may be a noun or adjective is a verb here."""
    form = language.cues[tokens[at].form].form
    before = tokens[first - 1] if first else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and first == at and _takes_noun(before, language):
        return False
    helped = any(
        t.form in language.auxiliaries or t.form in language.modals for t in tokens[first:at]
    )
    doubtful = language.cues[tokens[at].form].lemma in language.noun_verbs
    if form == "base" and any(t.form == "to" for t in tokens[first:at]):
        return True
    if form == "base":
        return _base_is_verbal(before, after, helped=helped, doubtful=doubtful, language=language)
    if form == "third":
        parted = before is not None and before.kind != "word"
        return parted or not doubtful or _third_is_verbal(before, after, language)
    if form == "gerund":
        return after is not None and (after.kind != "point" or after.text in ",:")
    by_agent = after is not None and after.form == "by"
    return not (by_agent and not helped)


def _takes_noun(before: Token, language: Language) -> bool:
    """Tell whether the word before makes a noun of what follows."""
    form = before.form
    if form in language.subject_pronouns or form in language.lone_determiners:
        return False
    return (
        form in language.determiners
        or (form in language.prepositions and form != "as")
        or form.endswith(("'s", "s'"))
    )


def _base_is_verbal(
    before: Token | None,
    after: Token | None,
    *,
    helped: bool,
    doubtful: bool,
    language: Language,
) -> bool:
    if helped:
        return True
    if before is None or before.kind != "word":
        return before is not None and not doubtful
    if before.form in language.plain_subjects:
        return True
    if not doubtful:
        return before.form not in language.function_words | {"to"}
    plural = before.form.endswith("s") and not before.form.endswith(("ss", "'s"))
    if not plural and before.form not in language.group_nouns:
        return False
    return _third_is_verbal(before, after, language)


def _third_is_verbal(before: Token | None, after: Token | None, language: Language) -> bool:
    """Tell whether a form that is as often a noun has a speaker before it and content after."""
    if before is None or before.kind != "word" or after is None:
        return False
    speaker = before.capital or before.form in language.subject_pronouns
    speaker = speaker or before.form in language.role_nouns | language.group_nouns
    speaker = speaker or before.form in language.speech_nouns
    return speaker and (after.kind == "quote" or after.kind == "word" or after.text == ":")
