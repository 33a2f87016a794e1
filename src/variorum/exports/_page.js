"use strict";
(() => {
  const panes = new Map();
  for (const pane of document.querySelectorAll("[data-siglum]")) {
    const pieces = [...pane.querySelectorAll("[data-at]")];
    panes.set(pane.dataset.siglum, { pane, pieces, starts: pieces.map((p) => +p.dataset.at) });
  }
  const byId = (id) => document.getElementById(id);
  const status = byId("status"), tools = byId("tools"), back = byId("back");
  const texts = byId("texts"), fill = byId("fill");
  const docked = () => getComputedStyle(texts).position === "sticky";
  const fragment = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
  };

  // The pieces of a span such as "A.12-48": those that start inside it.
  function piecesOf(name) {
    const parts = /^(\w+)\.(\d+)-(\d+)$/.exec(name);
    const found = parts && panes.get(parts[1]);
    if (!found) return [];
    let low = 0, high = found.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (found.starts[middle] < +parts[2]) low = middle + 1; else high = middle;
    }
    const start = low;
    while (low < found.starts.length && found.starts[low] < +parts[3]) low += 1;
    return found.pieces.slice(start, low);
  }

  function light(names, mark) {
    for (const old of document.querySelectorAll("." + mark)) old.classList.remove(mark);
    for (const name of names) for (const p of piecesOf(name)) p.classList.add(mark);
  }

  const rowOf = (element) => element.closest("[data-spans]");
  const spansOf = (row) => (row ? row.dataset.spans.split(" ").filter(Boolean) : []);

  // A fragment names a row, or a span; a span's row is the first that links to it.
  function chosen() {
    const name = fragment();
    const element = name && byId(name);
    if (element && element.matches("[data-spans]")) return { row: element, names: spansOf(element) };
    if (!piecesOf(name).length) return null;
    const link = [...document.querySelectorAll("a.cell")].find(
      (a) => a.getAttribute("href") === "#" + name);
    const row = link ? rowOf(link) : null;
    return { row, names: row ? [...new Set([name, ...spansOf(row)])] : [name] };
  }

  function reveal(names) {
    const seen = new Set();
    for (const name of names) {
      const [first] = piecesOf(name);
      const siglum = name.split(".")[0];
      if (!first || seen.has(siglum)) continue;
      seen.add(siglum);
      const folded = first.closest("details");
      if (folded) folded.open = true;
      if (!docked()) continue;
      const { pane } = panes.get(siglum);
      const offset = first.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += offset - pane.clientHeight / 3;
      const columns = pane.parentElement;
      if (seen.size === 1 && columns.scrollWidth > columns.clientWidth) {
        columns.scrollLeft = pane.offsetLeft - columns.offsetLeft;
      }
    }
  }

  function show() {
    const found = chosen();
    for (const old of document.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
    for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
    light(found ? found.names : [], "on");
    tools.hidden = !found;
    document.documentElement.classList.toggle("idle", !found);
    if (!found) { status.textContent = ""; return; }
    const named = new Set(found.names.map((n) => n.split(".")[0]));
    const sigla = [...panes.keys()].filter((s) => named.has(s));
    const passages = found.names.length === 1 ? "1 passage" : `${found.names.length} passages`;
    status.textContent = `${passages} lit in ${sigla.join(", ")}`;
    back.hidden = !found.row;
    if (found.row) {
      found.row.classList.add("chosen");
      const folded = found.row.closest("details");
      if (folded) folded.open = true;
      back.href = "#" + found.row.id;
      const link = found.row.querySelector("a.pick");
      if (link && rowOf(link) === found.row) link.setAttribute("aria-current", "true");
    }
    reveal(found.names);
  }

  // The panel below grows with the first row that is chosen: it is not to cover that row.
  function choose(name) {
    const low = document.documentElement.classList.contains("idle");
    if (fragment() !== name) history.pushState(null, "", "#" + encodeURIComponent(name));
    show();
    const found = chosen();
    if (low && found && found.row && docked()) found.row.scrollIntoView({ block: "nearest" });
  }

  function clear() {
    const found = chosen();
    light([], "lit");
    if (!found) return;
    choose("none");
    const link = found.row && found.row.querySelector("a");
    if (link && texts.contains(document.activeElement)) link.focus({ preventScroll: false });
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a");
    if (link) {
      const here = link.matches(".pick") || (link.matches(".cell, .from") && docked());
      if (!here) return;
      event.preventDefault();
      choose(link.getAttribute("href").slice(1));
      return;
    }
    const row = rowOf(event.target);
    if (row && !event.target.closest("button, summary") && getSelection().isCollapsed) choose(row.id);
  });
  byId("clear").addEventListener("click", clear);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });

  // The line above the copied run that a greyed piece belongs to.
  function runOf(piece) {
    const pane = piece && piece.closest("[data-siglum]");
    const within = (name) => {
      const [siglum, span] = name.split(".");
      const [start, end] = span.split("-");
      return siglum === pane.dataset.siglum && +start <= +piece.dataset.at && +piece.dataset.at < +end;
    };
    return pane && [...pane.querySelectorAll(".from")].find((line) => spansOf(line).some(within));
  }

  let under = null;
  function hover(event) {
    const link = event.target.closest("a.note, a.tag");
    const row = link ? byId(link.getAttribute("href").slice(1))
      : rowOf(event.target) || runOf(event.target.closest(".copied"));
    if (row === under) return;
    under = row;
    light(spansOf(row), "lit");
  }
  document.addEventListener("mouseover", hover);
  document.addEventListener("focusin", hover);

  fill.hidden = false;
  fill.addEventListener("click", () => {
    const full = texts.classList.toggle("full");
    fill.setAttribute("aria-pressed", String(full));
  });

  back.addEventListener("click", (event) => {
    const row = byId(back.getAttribute("href").slice(1));
    if (!row) return;
    event.preventDefault();
    row.scrollIntoView({ block: "center" });
    const link = row.querySelector("a");
    if (link) link.focus({ preventScroll: true });
  });
  window.addEventListener("popstate", show);
  window.addEventListener("hashchange", show);
  show();
})();
