"""Whether the prints of one utterance are found together, and how their differences are typed.

The labels and their guidelines are in ``labels/apparatus.md``. Two ways are scored side by side:
``pipeline`` is what a user gets, the annotator's quotations grouped and collated; ``given`` has
the labelled passages themselves as quotations, so that what the annotator loses is told apart, and
its types are those of the two passages set side by side, grouped or not. The open half was read
while the rules were written, the half held out is only scored.
"""

from __future__ import annotations

import csv
import hashlib
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.articles import article
from tests.quality.passages import given, meeting, types_given, types_met
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article
from variorum.model.spans import Spans

SCORED = ("align", "annotate", "languages", "model", "weights", "tests/quality/passages.py")
DATA = ("stories/allsides", "stories/news_cluster", "stories/giveme5w1h_gold")
LABELS = Path(__file__).parent / "labels"
FLOORS = {
    "real, held out, pipeline, pair F1": 0.81,
    "real, held out, pipeline, hard negatives kept apart": 0.965,
    "real, held out, pipeline, types macro F1": 0.43,
    "real, held out, pipeline, hedge-absent recall": 0.39,
    "real, held out, given, pair F1": 0.86,
    "real, held out, given, hard negatives kept apart": 0.965,
    "real, held out, given, types macro F1": 0.54,
    "real, held out, given, hedge-absent recall": 0.69,
    "real, held out, given, hedge-absent precision": 0.4,
    "invented, held out, pipeline, pair F1": 0.66,
    "invented, held out, pipeline, hard negatives kept apart": 0.9,
    "invented, held out, pipeline, types macro F1": 0.43,
    "invented, held out, given, pair F1": 0.67,
    "invented, held out, given, hard negatives kept apart": 0.865,
    "invented, held out, given, types macro F1": 0.715,
    "invented, held out, given, polarity-reversed recall": 0.7,
    "invented, held out, given, polarity-reversed precision": 0.92,
    "invented, held out, given, hedge-absent recall": 0.6,
    "invented, held out, given, hedge-absent precision": 0.88,
    "second labelling, same": 1.0,
    "second labelling, types F1": 0.95,
}
HALVES = ("open", "held out")
WATCHED = ("polarity-reversed", "hedge-absent")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair of passages of two documents of one story."""

    part: str
    documents: tuple[Key, Key]
    spans: tuple[Spans, Spans]
    same: bool
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pair with what was found: whether the passages were joined, and the types of difference."""

    pair: Pair
    joined: bool
    types: frozenset[str]


def scores(data: Path) -> dict[str, float]:
    """Return every score by name; for each half and way a table by type is printed."""
    found: dict[str, float] = {}
    outcomes = outcomes_of(data)
    for part in sorted({one.pair.part for told in outcomes.values() for one in told}):
        for way, told in outcomes.items():
            mine = [one for one in told if one.pair.part == part]
            found |= _grouping(f"{part}, {way}", mine)
            found |= _typing(f"{part}, {way}", mine)
    return found | _agreement()


def outcomes_of(data: Path, *, halves: Iterable[str] = HALVES) -> dict[str, list[Outcome]]:
    """Return what each way finds for the pairs of some halves, in the order of the labels."""
    return outcomes_in(*labelled(data, halves=halves))


def labelled(
    data: Path, *, halves: Iterable[str] = HALVES
) -> tuple[list[Pair], dict[Key, AnnotatedArticle]]:
    """Return the labelled pairs of some halves and their documents, annotated."""
    kept = tuple(halves)
    pairs = [one for one in (*_real(), *_invented()) if one.part.endswith(kept)]
    texts = {key for pair in pairs for key in pair.documents}
    annotate = Annotate()
    return pairs, {key: annotate(made) for key, made in _articles(data) if key in texts}


def outcomes_in(
    pairs: Sequence[Pair], read: Mapping[Key, AnnotatedArticle]
) -> dict[str, list[Outcome]]:
    """Return what each way finds in documents that are annotated."""
    found: dict[str, list[Outcome]] = {"pipeline": [], "given": []}
    for pair in pairs:
        sides = read[pair.documents[0]], read[pair.documents[1]]
        met = meeting(sides, pair.spans)
        types = types_met(met, sides, pair.spans)
        found["pipeline"].append(Outcome(pair, bool(met), types))
        alone = given(sides, pair.spans)
        joined = bool(meeting(alone, pair.spans))
        found["given"].append(Outcome(pair, joined, types_given(alone, pair.spans)))
    return found


def _half(story: str) -> str:
    return HALVES[int(hashlib.sha1(story.encode()).hexdigest(), 16) % 2]


def _types(told: Iterable[str]) -> frozenset[str]:
    """Return the types without their direction; a pair without a difference has none."""
    return _bare(told) - {"none"}


def _bare(told: Iterable[str]) -> frozenset[str]:
    return frozenset(one.split(":")[0] for one in told if one)


def _spans(told: str) -> Spans:
    ends = (one.split("-") for one in told.split(";"))
    return tuple((int(start), int(end)) for start, end in ends)


def _rows(name: str) -> list[dict[str, str]]:
    with (LABELS / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _real() -> Iterator[Pair]:
    for row in _rows("apparatus_real.tsv"):
        yield Pair(
            part=f"real, {_half(row['story'])}",
            documents=((row["set"], row["document a"]), (row["set"], row["document b"])),
            spans=(_spans(row["spans a"]), _spans(row["spans b"])),
            same=row["same"] == "yes",
            types=_types(row["types"].split(";")),
        )


def _stories() -> Iterator[dict[str, list[dict[str, object]]]]:
    for path in sorted((LABELS / "apparatus_invented").glob("*.toml")):
        yield tomllib.loads(path.read_text("utf-8"))


def _invented() -> Iterator[Pair]:
    for told in _stories():
        texts = [str(witness["text"]) for witness in told["witness"]]
        for row in told["pair"]:
            sides = [int(str(row[side])) for side in "ab"]
            first, second = (
                _found(texts[at - 1], row[f"words_{side}"], row.get(f"nth_{side}"))
                for at, side in zip(sides, "ab", strict=True)
            )
            story = str(told["story"])
            yield Pair(
                part=f"invented, {_half(story)}",
                documents=(("invented", story, str(sides[0])), ("invented", story, str(sides[1]))),
                spans=(first, second),
                same=bool(row["same"]),
                types=_types(_listed(row["types"])),
            )


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _found(text: str, words: object, nth: object) -> Spans:
    """Return where each string stands; of one that stands twice, the place that ``nth`` names."""
    told = _listed(words)
    numbers = nth if isinstance(nth, list) else [nth or 1] * len(told)
    spans = []
    for said, number in zip(told, numbers, strict=True):
        at = -1
        for _ in range(int(number)):
            at = text.index(said, at + 1)
        spans.append((at, at + len(said)))
    return tuple(spans)


def _articles(data: Path) -> Iterator[tuple[Key, Article]]:
    """Yield every document by its set and name."""
    for line in (data / "stories/allsides/stream.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        key = ("allsides", row["doc_id"])
        yield key, _article(row["title"], row["text"], row["date"], key)
    for folder in ("news_cluster", "giveme5w1h_gold"):
        for path in sorted((data / "stories" / folder).glob("*.json")):
            if raw := path.read_text("utf-8"):
                row = json.loads(raw)
                key = (folder, path.stem)
                yield key, _article(row["title"], row["text"], row["date_publish"], key)
    for told in _stories():
        for at, witness in enumerate(told["witness"], start=1):
            place: Key = ("invented", str(told["story"]), str(at))
            text, day = str(witness["text"]), str(witness["published"])
            yield place, article(text, source="-".join(place), published=day)


def _article(title: str | None, text: str | None, day: str | None, key: Key) -> Article:
    headline = " ".join((title or "").split()) or "Untitled"
    published = day[:10] if day else None
    return article(f"{headline}\n{text or ''}", source="-".join(key), published=published)


def _grouping(name: str, told: Sequence[Outcome]) -> dict[str, float]:
    """Score which passages are joined; a hard negative is a pair that must stay apart."""
    true = [one for one in told if one.pair.same]
    false = [one for one in told if not one.pair.same]
    right, wrong = sum(one.joined for one in true), sum(one.joined for one in false)
    print(f"          {name}: {right} of {len(true)} joined, {wrong} of {len(false)} wrongly")
    return {
        f"{name}, pair F1": _f1(right, right + wrong, len(true)),
        f"{name}, pair recall": right / len(true),
        f"{name}, hard negatives kept apart": 1 - wrong / len(false),
    }


def _typing(name: str, told: Sequence[Outcome]) -> dict[str, float]:
    """Score the types of the true pairs; a pair that was not joined shows none."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in told:
        if one.pair.same:
            for kind in one.pair.types | one.types:
                labelled, said = kind in one.pair.types, kind in one.types
                counts[kind].update(labelled=+labelled, said=+said, right=labelled * said)
    print(f"          {name}, by type: labelled, said, right; precision, recall")
    for kind, n in sorted(counts.items()):
        shares = (n["right"] / max(1, n["said"]), n["right"] / max(1, n["labelled"]))
        row = " ".join(f"{n[what]:4}" for what in ("labelled", "said", "right"))
        print(f"            {kind:21}{row}   {shares[0]:.2f} {shares[1]:.2f}")
    occurring = [n for n in counts.values() if n["labelled"]]
    whole = [_f1(n["right"], n["said"], n["labelled"]) for n in occurring]
    found = {f"{name}, types macro F1": sum(whole) / len(whole)}
    for kind in WATCHED:
        n = counts[kind]
        found[f"{name}, {kind} recall"] = n["right"] / max(1, n["labelled"])
        found[f"{name}, {kind} precision"] = n["right"] / max(1, n["said"])
    return found


def _f1(right: int, said: int, labelled: int) -> float:
    return 2 * right / (said + labelled) if said + labelled else 0.0


def _agreement() -> dict[str, float]:
    """Return how far the second labelling of some pairs agrees with the first."""
    first: dict[Key, tuple[bool, frozenset[str]]] = {}
    for row in _rows("apparatus_real.tsv"):
        first[_place(row)] = (row["same"] == "yes", _bare(row["types"].split(";")))
    for told in _stories():
        for at, pair in enumerate(told["pair"], start=1):
            types = _bare(_listed(pair["types"]))
            first["invented", str(told["story"]), str(at)] = (bool(pair["same"]), types)
    agreed, right, said = [], 0, 0
    for row in _rows("apparatus_second.tsv"):
        invented = row["set"] == "invented"
        key = ("invented", row["story"], row["document a"]) if invented else _place(row)
        same, types = first[key]
        again = _bare(row["types"].split(";"))
        agreed.append(same == (row["same"] == "yes"))
        right += len(types & again)
        said += len(types) + len(again)
    return {
        "second labelling, same": sum(agreed) / len(agreed),
        "second labelling, types F1": 2 * right / said,
    }


def _place(row: Mapping[str, str]) -> Key:
    return tuple(row[name] for name in ("set", "document a", "spans a", "document b", "spans b"))
