"""A story with its exports, and one of its witnesses."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from variorum import __version__, exports
from variorum.errors import InputError, SetupError
from variorum.model.article import Article
from variorum.model.library import StoryPage
from variorum.review.share import share
from variorum.stores import Store
from variorum.web.desk import desk_of
from variorum.web.guard import may_write
from variorum.web.showing import address, not_modified, ready, shown

_ENDINGS = {
    "text": "txt", "markdown": "md", "jsonld": "jsonld", "webannotation": "jsonld", "prov": "ttl",
    "tei": "xml", "wikitext": "txt", "geojson": "geojson", "timelinejs": "json", "csl": "json",
}  # fmt: skip


def story(request: Request) -> Response:
    """Show a story: the apparatus, and the witnesses' words beside it."""
    desk = desk_of(request)
    page = page_of(desk.store, request.path_params["story"])
    here = page.line.story
    if here != request.path_params["story"]:
        return RedirectResponse(address("stories", here))
    if page.record is None:
        return shown(request, "waiting.html", title=page.line.title or here, page=page)
    ruling = may_write(desk.settings, request.headers)
    digest = page.record.made_by.digest[:32]
    tag = f'W/"{digest}-{len(page.holdings)}-{int(ruling)}-{__version__}"'
    if (known := not_modified(request, tag)) is not None:
        return known
    record = share(page.record, desk.settings.shown)
    parts = exports.parts(record, desk=address("stories", here, "rule") if ruling else "")
    return shown(
        request,
        "story.html",
        headers={"ETag": tag, "Cache-Control": "private, no-cache"},
        title=page.line.title or here,
        page=page,
        parts={name: ready(getattr(parts, name)) for name in parts.__slots__},
        formats=exports.names(),
        speakers=_speakers(record.utterances),
        places=list(dict.fromkeys(place.place for place in record.places)),
        older=[h for h in page.holdings if not h.current],
    )


def export(request: Request) -> Response:
    """Answer with a story in an output format, as a file."""
    desk = desk_of(request)
    page = page_of(desk.store, request.path_params["story"])
    form = request.path_params["form"]
    if form not in exports.names():
        raise HTTPException(404, f"There are: {', '.join(exports.names())}.")
    if page.record is None:
        raise HTTPException(404, "This story is not composed yet.")
    record = share(page.record, desk.settings.shared)
    try:
        if exports.takes_folder(form):
            data = _zipped(exports.render_files(record, form))
            return _file(data, "application/zip", f"{page.line.story}-{form}.zip")
        data = exports.render(record, form).encode("utf-8", "replace")
        name = f"{page.line.story}.{_ENDINGS.get(form, form)}"
        return _file(data, exports.media_type(form), name)
    except SetupError as error:
        raise HTTPException(503, str(error)) from error


def witness(request: Request) -> Response:
    """Show a witness: its blocks, the hash of its bytes, its versions, and where it stands."""
    desk = desk_of(request)
    with desk.store.reading() as view:
        page = view.witness(request.path_params["witness"])
    if page.holding.article != request.path_params["witness"]:
        return RedirectResponse(address("witnesses", page.holding.article))
    full = desk.settings.shown == "full"
    return shown(
        request,
        "witness.html",
        title=page.holding.title or page.holding.source,
        page=page,
        article=page.article,
        blocks=_blocks(page.article) if full else [],
        full=full,
    )


def rewritten(request: Request) -> Response:
    """Show what is other in a witness than in an earlier version of it, word by word."""
    desk, named = desk_of(request), request.path_params
    with desk.store.reading() as view:
        page, earlier = view.witness(named["witness"]), view.witness(named["earlier"])
    if earlier.holding not in page.versions and earlier.holding.source != page.holding.source:
        raise HTTPException(404, "These are no two versions of one page.")
    full = desk.settings.shown == "full"
    old, new = earlier.article.text, page.article.text
    return shown(
        request,
        "rewritten.html",
        title=page.holding.title or page.holding.source,
        page=page,
        earlier=earlier,
        full=full,
        same=old == new,
        marked=ready(exports.rewritten(old, new)) if full and old != new else "",
    )


def page_of(store: Store, named: str) -> StoryPage:
    """Return the page of a story.

    Raises:
        HTTPException: there is no such story.
    """
    try:
        with store.reading() as view:
            return view.page(named)
    except InputError as error:
        raise HTTPException(404, "The library has no story of this name.") from error


def _speakers(utterances: tuple[object, ...]) -> list[str]:
    names = (getattr(told, "speaker", None) for told in utterances)
    return sorted({name for name in names if name})


def _blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[slice(*block.span)]) for block in article.blocks]


def _file(data: bytes, kind: str, name: str) -> Response:
    plain = "".join(c if c.isascii() and (c.isalnum() or c in ".-_") else "-" for c in name)
    headers = {"Content-Disposition": f'attachment; filename="{plain}"'}
    return Response(data, media_type=kind, headers=headers)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP archive; equal files give equal bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED)
    return whole.getvalue()
