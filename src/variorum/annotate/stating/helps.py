"""Helping verbs that two joined verbs share: what the second one is told by ("may close and sell").

A verb without an ending that opens a joined clause has no helping verb of its own: it stands behind
the one of the verb it is joined to, with that one's negation ("did not stop and help"). Behind a
word of contrast the negation ends ("will not close but merge it").
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.stating.trees import Tree
from variorum.annotate.stating.verbs import GERUND, Verb
from variorum.annotate.tokens import Token
from variorum.languages import Language, helping_verbs


def shared_helps(
    tokens: Sequence[Token], verbs: Sequence[Verb], at: int, language: Language
) -> tuple[str, ...]:
    """Return the helping words before one verb that another one, joined to it, stands behind too.

    Args:
        tokens: of a sentence.
        verbs: of it, in order, up to the one that is joined.
        at: the position of the joined verb.
        language: of the text.
    """
    if not is_bare(tokens[at], language):
        return ()
    for verb in reversed(verbs):
        first = tokens[verb.first].form
        helps = helping_verbs(language) - language.be_forms
        if verb.first >= at or first not in helps:
            continue
        head = verb.first + 1
        while head < at and _goes_with(tokens[head].form, language):
            head += 1
        if is_bare(tokens[head], language) and head < at:
            return tuple(token.form for token in tokens[verb.first : head])
        return ()
    return ()


def joined_to(tree: Tree | None, at: int) -> int | None:
    """Return the word that another one is joined to by the parse, None where it tells of none."""
    if tree is None or tree.relations[at] != "conj" or not 0 <= tree.heads[at] < at:
        return None
    return tree.heads[at]


def is_bare(token: Token, language: Language) -> bool:
    """Tell a verb without an ending (``stop``) from the forms of the past and third person."""
    form = token.form
    if token.kind != "word" or form in helping_verbs(language) or form.endswith(GERUND):
        return False
    if form in (language.past | language.times.pasts) - language.times.unchanged:
        return False
    ended = form.endswith(tuple(language.past_endings)) and not form.endswith("eed")
    return not ended and language.singular(form) is None


def _goes_with(form: str, language: Language) -> bool:
    """Tell what may stand between a helping verb and its verb."""
    adverb = form in language.adverbs or form.endswith("ly")
    return adverb or form in helping_verbs(language) or language.negates(form)
