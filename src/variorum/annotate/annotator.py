"""The trained annotator: the words of an article in, its attributions and names out.

An ONNX model with these inputs, for one window of W words in P pieces, framed: ``pieces`` (1, P),
the vocabulary's numbers; ``owners`` (1, P), the word of each piece, W for the frame; ``firsts``
(1, W), the place of each word's first piece; ``hints`` (1, W + 1, 3), the shape, marks and start
of each word and of the frame, all int64. It answers with the scores of ``tags_of(ROLES)`` and of
``tags_of(NAMES)`` for each word, (1, W, tags), and for both the scores of one tag after another
and at the beginning: ``roles``, ``names``, ``roles_steps``, ``roles_firsts``, ``names_steps`` and
``names_firsts``. The one that ships has one more answer, which a user's own may lack: ``states``
(1, W, 1152), of each word the states of its first piece after the fourth, fifth and sixth layer,
side by side. Windows are run one by one, so nothing depends on what else is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from variorum import weights
from variorum.annotate.syntax import STATES, Syntax, parse
from variorum.annotate.tagging.chain import best_path
from variorum.annotate.tagging.tags import NAMES, ROLES, Stretch, read_attributions, read_tags
from variorum.annotate.tagging.windows import Window, windows_of
from variorum.annotate.words import SHAPES, Words
from variorum.model.spans import Span, Spans

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

# The hints of what is no word: the frame.
NO_WORD = (len(SHAPES), 0, 0)
_INPUTS = ("pieces", "owners", "firsts", "hints")
_OUTPUTS = ("roles", "names", "roles_steps", "roles_firsts", "names_steps", "names_firsts")
# Windows, each with the model's answers.
_Read = list[tuple[Window, dict[str, np.ndarray]]]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as spans of the text: a cue, its source and its content in parts."""

    cue: Span
    source: Span | None
    content: Spans


@dataclass(frozen=True, slots=True)
class Findings:
    """What the annotator finds in an article, in the order of the text.

    ``syntax`` is None where it is not known: the annotator tells no states, or has not learned
    the language. It takes no part in comparisons.
    """

    attributions: tuple[Found, ...] = ()
    names: tuple[tuple[Span, str], ...] = ()
    syntax: Syntax | None = field(default=None, compare=False)


def find(words: Words, model: str | None = None, *, threads: int = 1) -> Findings:
    """Return what a model finds in the words of an article.

    Args:
        words: as ``words_of`` returns them.
        model: the path of a user's own model; None: the one that ships with the package.
        threads: on how many threads the model runs.

    Raises:
        SetupError: the model cannot be loaded, or has another interface.
    """
    read = _read(_session(model, threads), words)
    states = _states(read)

    def span(stretch: Stretch) -> Span:
        return int(words.spans[stretch[0], 0]), int(words.spans[stretch[1] - 1, 1])

    paragraphs = np.cumsum(words.starts == 2).tolist()
    attributions = (
        Found(span(a.cue), a.source and span(a.source), tuple(map(span, a.content)))
        for a in read_attributions(read_tags(_tags(read, "roles"), ROLES), paragraphs)
        if a.content
    )
    tagged = read_tags(_tags(read, "names"), NAMES)
    return Findings(
        tuple(attributions),
        tuple((span(t[:2]), t.label) for t in tagged),
        None if states is None else parse(words, states, threads=threads),
    )


def inputs_of(words: Words, window: Window) -> dict[str, np.ndarray]:
    """Return the model's inputs for one window."""
    start, end = words.firsts[window.start], words.firsts[window.end]
    places = words.firsts[window.start : window.end + 1] - start
    count = window.end - window.start
    here = slice(window.start, window.end)
    hints = np.stack([words.shapes[here], words.marked[here], words.starts[here]], axis=1)
    owners = np.repeat(np.arange(count), np.diff(places))
    return {
        "pieces": np.concatenate([[weights.FIRST], words.pieces[start:end], [weights.LAST]])[None],
        "owners": np.concatenate([[count], owners, [count]])[None],
        "firsts": places[None, :-1] + 1,
        "hints": np.concatenate([hints, [NO_WORD]])[None],
    }


def _session(model: str | None, threads: int) -> InferenceSession:
    if model is None:
        return weights.session("annotator.onnx", threads)
    return weights.session_at(model, frozenset(_INPUTS), frozenset(_OUTPUTS), threads)


def _read(session: InferenceSession, words: Words) -> _Read:
    """Return each window with what the model answers to it."""
    given = {one.name: one.shape for one in session.get_outputs()}
    asked = [*_OUTPUTS, "states"] if given.get("states", [0])[-1] == STATES else list(_OUTPUTS)
    return [
        (window, dict(zip(asked, session.run(asked, inputs_of(words, window)), strict=True)))
        for window in windows_of(words)
    ]


def _tags(read: _Read, task: str) -> list[int]:
    """Return the best tags of all words for a task."""
    tags: list[int] = []
    for window, scored in read:
        path = best_path(scored[task][0], scored[f"{task}_steps"], scored[f"{task}_firsts"])
        tags.extend(path[window.core - window.start :])
    return tags


def _states(read: _Read) -> np.ndarray | None:
    """Return the states of all words; None where the model tells none."""
    if any("states" not in scored for _, scored in read):
        return None
    parts = [scored["states"][0, window.core - window.start :] for window, scored in read]
    return np.concatenate([np.zeros((0, STATES), dtype=np.float32), *parts]).astype(np.float16)
