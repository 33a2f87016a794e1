"""The header of a TEI document: witnesses, speakers, kinds of variants, and how it was encoded."""

from __future__ import annotations

import re

from variorum.exports import _labels as labels
from variorum.exports._tei_apparatus import kind_name
from variorum.exports._tei_draft import Draft
from variorum.exports._tei_elements import Element, add, add_date, token, write
from variorum.model.record import Record, Witness

_ENCODED = (
    (
        "segmentation",
        "Every print of an utterance has one reading in each of its segments, an empty one where"
        " it has nothing there. No print is the base text. A second print of one witness has a"
        " name of its own.",
    ),
    (
        "quotation",
        "The outer quotation marks of a print stand in the text of the witness, not in a reading.",
    ),
    (
        "normalization",
        "White space between two segments is one break; there is none where no witness has any."
        " A control character that XML forbids is its picture (U+2400 to U+241F), any other"
        " forbidden character U+FFFD, one for one. All else is as printed.",
    ),
    (
        "interpretation",
        "The type of a segment is the weight of its variants (major, minor), agreed (points and"
        " capitals may differ), partial (some print it), or single (one print). Its subtype, and"
        " the cause of a reading, are kinds of variants.",
    ),
)
_VERSION = re.compile(r"[0-9]+(\.[0-9]+){0,3}")


def fill_header(header: Element, draft: Draft, stories: int) -> None:
    """Fill the header, once it is known what the document speaks of."""
    _describe_file(add(header, "fileDesc"), draft, stories)
    _describe_encoding(add(header, "encodingDesc"), draft)
    if draft.speakers:
        people = add(add(add(header, "profileDesc"), "particDesc"), "listPerson")
        for (name, kind), id_ in draft.speakers.items():
            _add_speaker(people, (name, kind, id_))


def _describe_file(file: Element, draft: Draft, stories: int) -> None:
    record = draft.edition.record
    heading = labels.heading(len(record.witnesses), stories)
    add(add(file, "titleStmt"), "title", heading)
    published = add(add(file, "publicationStmt"), "p", labels.WHOSE_WORDS)
    write(published, " ")
    add(published, "idno", record.made_by.digest, type="record-sha256")
    if record.rejected:
        notes = add(file, "notesStmt")
        for row in record.rejected:
            words = " · ".join((row.source, row.stage, row.reason))
            add(notes, "note", words, type="rejected")
    source = add(file, "sourceDesc")
    if not record.witnesses:
        add(source, "p", heading)
        return
    list_ = add(source, "listWit")
    for witness in record.witnesses:
        _add_witness(list_, draft, witness)


def _add_witness(list_: Element, draft: Draft, witness: Witness) -> None:
    name = draft.name(witness.id)
    told = add(list_, "witness", xml_id=name, n=witness.id, xml_lang=draft.language([witness.id]))
    add(told, "abbr", witness.siglum, type="siglum")
    bibl = add(told, "bibl")
    add(bibl, "publisher", witness.outlet or labels.UNKNOWN_OUTLET)
    for author in witness.byline:
        add(bibl, "author", author)
    add(bibl, "title", witness.title or labels.NO_TITLE, level="a")
    edtf, basis = labels.dated(witness)
    if witness.published is None:
        add(bibl, "date", edtf, type="published")
    else:
        add_date(bibl, edtf, type="published", subtype=token(witness.published.basis))
        add(bibl, "note", basis, type="basis")
    known = {"source": witness.source, "media-type": witness.media_type}
    hashes = {"sha256": witness.sha256, "text-sha256": witness.text_sha256}
    for kind, value in (known | hashes).items():
        add(bibl, "idno", value, type=kind)
    if draft.rows[witness.id] > 1:
        more = add(told, "listWit")
        for row in range(2, draft.rows[witness.id] + 1):
            words = f"{witness.siglum}, {labels.PRINT_OF_AN_UTTERANCE.format(row)}"
            add(more, "witness", words, xml_id=f"{name}.{row}", corresp=f"#{name}")


def _describe_encoding(encoding: Element, draft: Draft) -> None:
    record: Record = draft.edition.record
    version = _VERSION.match(record.made_by.variorum)
    application = add(
        add(encoding, "appInfo"), "application",
        ident="variorum", version=version[0] if version else "0",
    )  # fmt: skip
    add(application, "label", f"Variorum {record.made_by.variorum}, {record.record}")
    rules = add(encoding, "editorialDecl")
    for tag, words in _ENCODED:
        add(add(rules, tag), "p", words)
    add(encoding, "variantEncoding", method="parallel-segmentation", location="internal")
    if draft.kinds:
        taxonomy = add(add(encoding, "classDecl"), "taxonomy", xml_id="kinds")
        for kind in sorted(draft.kinds):
            category = add(taxonomy, "category", xml_id=kind_name(kind))
            add(category, "catDesc", labels.kind(kind))


def _add_speaker(people: Element, speaker: tuple[str, str, str]) -> None:
    name, kind, id_ = speaker
    if kind in ("organisation", "place"):
        add(add(people, "org", xml_id=id_, type=kind), "orgName", name)
    elif kind == "group":
        add(add(people, "personGrp", xml_id=id_), "name", name)
    else:
        add(add(people, "person", xml_id=id_), "persName", name)
