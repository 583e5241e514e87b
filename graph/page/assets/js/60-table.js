// The table: every tie that passes the filters, also those whose actors are not on the map.

const ROWS = 300;
const table = { column: 5, down: true, limit: ROWS, cited: false };

const modalitiesOf = (tie) => style.modalities.filter((each) => visible.ties[tie].some(({ modality }) => modality === each));
const datesOf = (tie) => visible.ties[tie].map(({ date }) => date).filter(Boolean);
const signWord = (relation) => t(filterSign(relation));

/** Head, the key to sort by, and the cell of each column. */
const COLUMNS = [
  ["subject", (tie) => actorName(ties[tie].from), (tie) => actorName(ties[tie].from)],
  ["relation", (tie) => relationName(ties[tie].relation), relationCell],
  ["object", (tie) => actorName(ties[tie].to), (tie) => actorName(ties[tie].to)],
  ["sign", (tie) => relations[ties[tie].relation].score ?? -99, (tie) => el("span", {},
    el("i", { className: `swatch ${tieSign(ties[tie].relation)}` }), signWord(ties[tie].relation))],
  ["modality-column", (tie) => style.modalities.indexOf(modalitiesOf(tie)[0]), (tie) => modalitiesOf(tie).map((each) => badge(each, t(each)))],
  ["statements", (tie) => visible.ties[tie].length, (tie) => number(visible.ties[tie].length)],
  ["date", (tie) => datesOf(tie).at(-1) ?? "", dateCell],
  ["source", sourceText, sourceText],
];

function relationCell(tie) {
  return el("button", { type: "button", className: "linklike", onclick: () => select({ pair: pairOf[tie] }, true) }, relationName(ties[tie].relation));
}

function dateCell(tie) {
  const dates = datesOf(tie);
  if (!dates.length) return "—";
  const [start, end] = [dates[0], dates.at(-1)].map((each) => dateText(each, "short"));
  return start === end ? start : `${start} … ${end}`;
}

function sourceText(tie) {
  const names = [...new Set(visible.ties[tie].map(({ source }) => sources[source].publisher ?? sources[source].article))];
  return names.slice(0, 2).join(", ") + (names.length > 2 ? ` +${names.length - 2}` : "");
}

function drawTable() {
  const compare = new Intl.Collator(state.lang, { numeric: true }).compare;
  const key = COLUMNS[table.column][1];
  const rows = ties.map((_, index) => index).filter((index) => visible.ties[index].length)
    .map((index) => [key(index), index])
    .sort(([a, x], [b, y]) => (typeof a === "number" ? a - b : compare(a, b)) * (table.down ? -1 : 1) || x - y);
  byId("columns").replaceChildren(...COLUMNS.map(head));
  byId("rows").replaceChildren(...rows.slice(0, table.limit).flatMap(([, index]) => (table.cited ? [row(index), citedRow(index)] : [row(index)])));
  const left = rows.length - table.limit;
  byId("more-rows").hidden = left <= 0;
  byId("more-rows").textContent = t("more", { n: Math.min(left, ROWS) });
}

function head([key], index) {
  const sorted = table.column === index;
  const sort = () => {
    table.down = sorted ? !table.down : index === 5;
    table.column = index;
    drawTable();
    byId("columns").children[index].firstChild.focus();
  };
  return el("th", { scope: "col", "aria-sort": sorted ? (table.down ? "descending" : "ascending") : null },
    el("button", { type: "button", onclick: sort }, t(key), el("span", { "aria-hidden": "true" }, sorted ? (table.down ? " ▼" : " ▲") : "")));
}

function row(index) {
  const chosen = state.selected?.pair === pairOf[index];
  const cells = COLUMNS.map(([key, , cell]) => el("td", { className: `cell-${key}`, "data-head": t(key) }, cell(index)));
  return el("tr", { className: chosen ? "chosen" : "" }, cells);
}

/** On paper each tie is followed by its sentences and where they were read. */
function citedRow(index) {
  const quotes = visible.ties[index].map((statement) => {
    const { lang, title, publisher, date, article } = sources[statement.source];
    const from = [title || article, publisher, date].filter(Boolean).join(", ");
    return el("p", {}, el("q", { lang }, sentences[statement.sentence]), ` — ${from}`);
  });
  return el("tr", { className: "cited" }, el("td", { colspan: String(COLUMNS.length) }, quotes));
}
