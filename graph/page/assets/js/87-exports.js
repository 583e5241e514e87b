// What a reader takes away: the view as PNG or SVG, the visible statements as CSV or JSON, all as
// Turtle, a link, paper.

function save(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = el("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The view as a standalone SVG, as large as the window shows it. */
function viewAsSvg() {
  const onWorld = state.view === "world";
  const picture = onWorld ? worldPicture() : mapPicture();
  const { left, top, right, bottom } = picture.view;
  const [width, height] = [Math.round(right - left), Math.round(bottom - top)];
  const root = svg("svg", { xmlns: SVG, width, height, viewBox: `${round(left)} ${round(top)} ${width} ${height}`, "font-family": FACE },
    svg("title", {}, document.title),
    svg("rect", { x: left, y: top, width, height, fill: theme.surface }),
    ...(onWorld ? [groundHere()] : []), ...drawing(picture));
  return { width, height, text: new XMLSerializer().serializeToString(root) };
}

function groundHere() {
  const copy_ = groundNodes();
  copy_.setAttribute("transform", `translate(${round(camera.x)} ${round(camera.y)}) scale(${camera.k})`);
  return copy_;
}

async function savePng() {
  const { width, height, text } = viewAsSvg();
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = el("canvas");
  Object.assign(canvas, { width: width * 2, height: height * 2 });
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0, width * 2, height * 2);
  canvas.toBlob((blob) => save("graph.png", "image/png", blob));
}

/** One record a visible statement, flat. */
function records() {
  return visible.listed.map((index) => statements[index]).map(({ tie, statement }) => {
    const { relation } = ties[tie];
    const [from, to] = endsOfStatement({ tie, statement });
    const source = sources[statement.source];
    return {
      id: statement.id,
      subject: actors[from].id, subject_label: actorName(from), subject_kind: actors[from].kind, subject_country: actors[from].country ?? "",
      relation: relations[relation].name, event_type: relations[relation].type, score: relations[relation].score ?? "",
      object: actors[to].id, object_label: actorName(to), object_kind: actors[to].kind, object_country: actors[to].country ?? "",
      date: statement.date ?? "", place: statement.place ?? "", modality: modalityOf(statement), said_by: statement.by ?? "",
      confidence: statement.confidence, sentence: sentences[statement.sentence],
      article: source.article, title: source.title ?? "", published: source.date ?? "", source: source.publisher ?? "", url: source.link ?? "",
      lang: source.lang ?? "", rule: statement.rule,
    };
  });
}

/** A cell that no spreadsheet runs as a formula. */
function cell(value) {
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function saveCsv() {
  const rows = records();
  const names = rows.length ? Object.keys(rows[0]) : ["id"];
  save("statements.csv", "text/csv;charset=utf-8", [names, ...rows.map((record) => names.map((name) => record[name]))].map((cells) => cells.map(cell).join(",")).join("\r\n"));
}

const EXPORTS = {
  "export-link": ({ target }) => { written = `#${new URLSearchParams(addressNow())}`; location.replace(written); copy(location.href, target); },
  "export-png": () => savePng(),
  "export-svg": () => save("graph.svg", "image/svg+xml", viewAsSvg().text),
  "export-csv": () => saveCsv(),
  "export-json": () => save("statements.json", "application/json", JSON.stringify(records(), null, 1)),
  "export-ttl": () => save("graph.ttl", "text/turtle;charset=utf-8", graphAsTurtle()),
  "export-print": () => print(),
};

function startExports() {
  for (const [id, run] of Object.entries(EXPORTS)) {
    byId(id).addEventListener("click", (event) => {
      run(event);
      if (id !== "export-link") byId("exports").open = false; // the link says that it was copied
    });
  }
  for (const menu of document.querySelectorAll("details.menu")) {
    menu.addEventListener("keydown", (event) => { if (event.key === "Escape" && menu.open) { menu.open = false; menu.firstElementChild.focus(); event.stopPropagation(); } });
    document.addEventListener("pointerdown", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  }
}

/** A picture can be saved of a map, not of a table. */
function drawExports() {
  for (const id of ["export-png", "export-svg"]) byId(id).disabled = state.view === "table";
}
