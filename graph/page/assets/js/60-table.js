// The table: every statement that passes the filters, also of actors that are not on the map. Only the
// rows that can be seen are in the page; the rows above and below them are two empty ones of their height.

const table = { column: "date", down: true, query: "", rows: [], first: -1, last: -1 };
const rowHeight = () => (byId("table-view").clientWidth - 36 <= 640 ? 164 : 46); // the bounds of page.css

const sourceName = ({ statement }) => sources[statement.source].publisher ?? sources[statement.source].title ?? sources[statement.source].article;
const nameCell = (index) => button("linklike", actorName(index), () => select({ actor: index }, true), { tabindex: "-1" });

/** Of each column the key to sort by and the cell. */
const COLUMNS = {
  date: [({ span, statement }) => (statement.date && span?.from) || "", dateCell],
  subject: [(item) => actorName(endsOfStatement(item)[0]), (item) => nameCell(endsOfStatement(item)[0])],
  relation: [({ tie }) => relationName(ties[tie].relation), relationCell],
  object: [(item) => actorName(endsOfStatement(item)[1]), (item) => nameCell(endsOfStatement(item)[1])],
  "modality-column": [({ statement }) => statement.modality, ({ statement }) => badge(modalityOf(statement), t(modalityOf(statement)))],
  "said-by": [({ statement }) => statement.by ?? "", ({ statement }) => statement.by ?? ""],
  sentence: [({ statement }) => sentences[statement.sentence], ({ statement }) => el("span", { lang: sources[statement.source].lang, dir: "auto" }, sentences[statement.sentence])],
  source: [sourceName, sourceName],
  "confidence-column": [({ statement }) => statement.confidence, ({ statement }) => number(statement.confidence)],
};

/** The date of what happened; where the text gives none, that it does not, and the day the article appeared. */
function dateCell({ statement }) {
  const { date } = sources[statement.source];
  if (statement.date) return dateText(statement.date, "short");
  const appeared = date && el("small", {}, `(${t("published", { date: dateText(date, "short") })})`);
  return el("span", { className: "published" }, t("any-date"), " ", appeared || null);
}

function relationCell({ tie, statement }) {
  const { relation } = ties[tie];
  return [el("i", { className: `swatch ${tieSign(relation)}` }),
    button("linklike", relationName(relation), () => openStatement(tie, statement.id))];
}

/** Select the line of a tie, and bring the statement's card to the top. */
function openStatement(tie, id) {
  select({ line: lineOf(tie) }, true);
  byId("panel").querySelector(`[data-statement="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
}

/** The rows now, in order; those of which the text gives no day come after those that it dates. */
function rowsNow() {
  const wanted = fold(table.query.trim());
  const text = (item) => fold([actorName(ties[item.tie].from), relationName(ties[item.tie].relation), actorName(ties[item.tie].to),
    sentences[item.statement.sentence], sourceName(item), item.statement.by ?? "", item.statement.date ?? ""].join(" "));
  const { compare } = new Intl.Collator(state.lang, { numeric: true });
  const [key] = COLUMNS[table.column];
  const rows = visible.listed.map((index) => statements[index]).filter((item) => !wanted || text(item).includes(wanted));
  const keyed = rows.map((item, place) => [key(item), place, item]);
  const order = typeof keyed[0]?.[0] === "number" ? (a, b) => a - b : table.column === "date" ? (a, b) => (a < b ? -1 : Number(a > b)) : compare;
  const last = ([each]) => Number(table.column === "date" && each === "");
  const sorted = keyed.sort((one, other) => last(one) - last(other)
    || order(one[0], other[0]) * (table.down ? -1 : 1) || one[1] - other[1]);
  return sorted.map(([, , item]) => item);
}

function drawTable() {
  if (state.view !== "table") return;
  table.rows = rowsNow();
  byId("columns").replaceChildren(...Object.keys(COLUMNS).map(head));
  byId("the-table").setAttribute("aria-rowcount", String(table.rows.length + 1));
  byId("no-rows").hidden = table.rows.length > 0;
  table.first = -1;
  drawRows();
}

/** Put the rows that can be seen into the page. */
function drawRows() {
  const area = byId("table-view");
  const [tall, spare] = [rowHeight(), 12];
  const top = Math.max(0, area.scrollTop - byId("rows").offsetTop);
  const first = Math.max(0, Math.min(Math.floor(top / tall) - spare, table.rows.length - 1));
  const last = Math.min(table.rows.length, Math.ceil((top + (area.clientHeight || 800)) / tall) + spare);
  if (first === table.first && last === table.last) return;
  const inside = document.activeElement?.closest?.("#rows tr")?.getAttribute("aria-rowindex");
  Object.assign(table, { first, last });
  const gap = (rows) => el("tr", { className: "gap", "aria-hidden": "true" }, el("td"));
  const [above, below] = [gap(), gap()];
  above.firstChild.style.height = `${first * tall}px`;
  below.firstChild.style.height = `${(table.rows.length - last) * tall}px`;
  byId("rows").replaceChildren(above, ...table.rows.slice(first, last).map((item, index) => row(item, first + index)), below);
  if (inside) byId("rows").querySelector(`[aria-rowindex="${inside}"] td.cell-relation button`)?.focus({ preventScroll: true });
}

function head(key) {
  const sorted = table.column === key;
  const sort = () => {
    Object.assign(table, { column: key, down: sorted ? !table.down : key === "date" || key === "confidence-column" });
    drawTable();
    remember();
    byId("columns").querySelector(`[data-key="${key}"] button`).focus();
  };
  return el("th", { scope: "col", className: `cell-${key}`, "data-key": key, "aria-sort": sorted ? (table.down ? "descending" : "ascending") : null },
    button("", [t(key), el("span", { "aria-hidden": "true" }, sorted ? (table.down ? " ▼" : " ▲") : "")], sort));
}

function row(item, index) {
  const chosen = state.selected?.line !== undefined && state.selected.line === lineOf(item.tie);
  const cells = Object.entries(COLUMNS).map(([key, [, cell]]) => el("td", { className: `cell-${key}`, "data-head": t(key) }, el("div", { className: "two" }, cell(item))));
  return el("tr", { className: chosen ? "chosen" : "", "aria-rowindex": String(index + 2) }, cells);
}

/** Arrows move from row to row, which may have to be brought into the page first. */
function walkRows(event) {
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
  const here = event.target.closest("#rows tr");
  if (!by || !here) return;
  event.preventDefault();
  const index = clamp(Number(here.getAttribute("aria-rowindex")) - 2 + by, 0, table.rows.length - 1);
  const area = byId("table-view");
  const at = byId("rows").offsetTop + index * rowHeight();
  if (at < area.scrollTop + 100 || at > area.scrollTop + area.clientHeight - 120) area.scrollTop = at - area.clientHeight / 2;
  drawRows();
  byId("rows").querySelector(`[aria-rowindex="${index + 2}"] td.cell-relation button`)?.focus({ preventScroll: true });
}

function startTable() {
  byId("table-view").addEventListener("scroll", drawRows);
  byId("rows").addEventListener("keydown", walkRows);
  byId("table-filter").addEventListener("input", (event) => { table.query = event.target.value; byId("table-view").scrollTop = 0; drawTable(); drawStatus(); remember(); });
  addEventListener("resize", () => { table.first = -1; if (state.view === "table") drawRows(); });
}
