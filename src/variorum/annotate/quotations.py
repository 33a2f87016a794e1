"""Quotations: drafts with their speakers, turns and answers, signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.acted import is_act
from variorum.annotate.annotator import Found
from variorum.annotate.attributing.beside import with_tags
from variorum.annotate.attributing.drafts import Draft, find_drafts, join_drafts
from variorum.annotate.attributing.labelled import with_labels
from variorum.annotate.attributing.learned import learned_drafts, placed, preferred
from variorum.annotate.attributing.mending import mended
from variorum.annotate.attributing.occasions import without_occasions
from variorum.annotate.attributing.own_parts import told_apart, with_own_parts
from variorum.annotate.attributing.told_last import told_last
from variorum.annotate.attributing.withdrawn import without_withdrawn
from variorum.annotate.marks import Marked
from variorum.annotate.sentences import join_inside_marks
from variorum.annotate.speaking.cast import Cast
from variorum.annotate.speaking.conversation import Said, converse
from variorum.annotate.speaking.narrated import without_narrated
from variorum.annotate.speaking.turns import link_turns
from variorum.languages import Language
from variorum.model.annotation import Mention, Quotation, Speaker
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Spans


def find_quotations(
    article: Article,
    *,
    sentences: Spans,
    marked: Sequence[Marked],
    mentions: Sequence[Mention],
    language: Language | None,
    found: Sequence[Found] = (),
) -> tuple[Quotation, ...]:
    """Return the quotations of an article's body in the order of the text.

    Every stretch in double marks lies in one of them. Contents never overlap.

    Args:
        article: the text.
        sentences: as ``find_sentences`` returns them.
        marked: as ``find_marks`` returns them.
        mentions: as ``find_mentions`` returns them.
        language: of the article; None: only what stands in marks is found, without speakers.
        found: the attributions that the trained annotator found; rules add those with marks
            that it did not.
    """
    outer = [m for m in marked if m.level == 0]
    quoted = tuple(m.outer for m in outer)
    whole = join_inside_marks(sentences, outer)
    drafts = find_drafts(article, whole, outer, language)
    if found and language is not None:
        learned = _learned(article, found, whole, outer, language=language)
        learned = told_last(told_apart(learned, drafts), drafts, article.text, language)
        drafts = without_occasions(preferred(learned, drafts), article.text, language)
    drafts = join_drafts(drafts)
    said = [Said(draft, None) for draft in drafts]
    if language is not None:
        drafts = with_tags(drafts, article, sentences=whole, marked=outer, language=language)
        drafts = with_labels(drafts, article, mentions, language)
        drafts = without_withdrawn(drafts, article.text, language)
        said = converse(drafts, Cast(article, mentions, language, whole, quoted))
        said = [_told(one, article.text, language) for one in said]
    signed = [sign(_quotation(article.id, s.draft, s.speaker), {article.id: article}) for s in said]
    return link_turns(signed, said)


def _learned(
    article: Article,
    found: Sequence[Found],
    sentences: Spans,
    marked: Sequence[Marked],
    *,
    language: Language,
) -> list[Draft]:
    """Return the drafts that the annotator found, each with its own words alone."""
    whose = mended(article.text, found, language)
    learned = learned_drafts(article.text, whose, marked, language)
    own = with_own_parts(learned, article.text, sentences, marked)
    return placed(without_narrated(own, sentences), article, sentences)


def _told(said: Said, text: str, language: Language) -> Said:
    """Return a draft as an act where it tells of one, once all speakers are known."""
    acts = is_act(text, said.draft, language)
    return replace(said, draft=replace(said.draft, use="act")) if acts else said


def _quotation(witness: str, draft: Draft, speaker: Speaker | None) -> Quotation:
    source = speaker.span if speaker and speaker.span else draft.source
    return Quotation(
        id="",
        witness=witness,
        spans=draft.spans,
        marks=draft.marks,
        form=draft.form,
        use=draft.use,
        speaker=speaker,
        cue=draft.cue,
        sources=(source,) if source else (),
        negated=draft.negated,
    )
