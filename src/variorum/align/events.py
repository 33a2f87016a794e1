"""What is dated alike: statements and utterances of one day or one month."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import sign
from variorum.model.story import Event, Utterance

# EDTF of month or day precision; a time of day belongs to its day.
_DATED = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?:T[\d:]+(?:Z|[+-][\d:]+)?)?[?~%]?")


def find_events(
    articles: Sequence[AnnotatedArticle], utterances: Sequence[Utterance]
) -> tuple[Event, ...]:
    """Return one event a date, the earliest first, with what stands under it."""
    statements: dict[str, list[str]] = defaultdict(list)
    spoken: dict[str, list[str]] = defaultdict(list)
    for item in sorted(articles, key=lambda a: a.article.id):
        dates = {time.id: _date(time.edtf) for time in item.times}
        for statement in sorted(item.statements, key=lambda s: (s.spans, s.id)):
            known = {dates[id_] for id_ in statement.times if dates.get(id_)}
            for edtf in sorted(known):
                statements[edtf].append(statement.id)
    for utterance in sorted(utterances, key=lambda u: u.id):
        if edtf := _date(utterance.edtf or ""):
            spoken[edtf].append(utterance.id)
    return tuple(
        sign(
            Event(
                id="",
                edtf=edtf,
                statements=tuple(statements[edtf]),
                utterances=tuple(spoken[edtf]),
            ),
            {},
        )
        for edtf in sorted({*statements, *spoken})
    )


def _date(edtf: str) -> str:
    match = _DATED.fullmatch(edtf)
    return match[1] if match else ""
