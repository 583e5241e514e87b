// The status line says how much is drawn; behind it a sum says where every other tie is, and how to see it.
// The chips above the map undo what narrows it.

function drawStatus() {
  const fates = tiesByFate();
  byId("status").textContent = state.view === "table"
    ? t("status-table", { n: table.query ? rowsNow().length : visible.listed.length, all: statements.length }) : mapStatus(fates);
  document.querySelector(".status").hidden = !ties.length;
  const more = byId("show-all");
  const offered = drawable();
  const { first, order } = levels[levelNow()];
  const useless = state.all ? first >= order.length : offered <= visible.symbols.size;
  more.hidden = state.view === "table" || state.focus !== null || useless;
  more.textContent = state.all ? t("only-first", { n: first }) : t("show-all", { n: offered });
  drawMissing(fates);
}

/** How many symbols can be drawn with the filters as they are. */
const drawable = () => [...visible.all].filter((symbol) => placed(symbol) && !state.gone.has(symbol)).length;

function mapStatus({ drawn }) {
  const parts = [t("status", { shown: visible.symbols.size, all: visible.all.size, ties: drawn.length, allTies: ties.length })];
  if (visible.lines.size < visible.possible) parts.push(t("status-lines", { n: visible.lines.size, all: visible.possible }));
  return parts.join(" · ");
}

const FATES = ["drawn", "inside", "filtered", "unplaced", "apart", "weaker"];

/** Every tie by what became of it on this map, so that the numbers add up. */
function tiesByFate() {
  const found = Object.fromEntries(FATES.map((name) => [name, []]));
  ties.forEach((tie, index) => found[fateOf(tie, index)].push(index));
  return found;
}

function fateOf(tie, index) {
  if (!visible.ties[index].length) return "filtered";
  const ends = [tie.from, tie.to].map(symbolOf);
  if (ends[0] === ends[1] && tie.from !== tie.to) return "inside";
  if (!ends.every(placed)) return "unplaced";
  if (!ends.every((end) => visible.symbols.has(end))) return "apart";
  return visible.lines.has(lineId(...ends)) ? "drawn" : "weaker";
}

function drawMissing(fates) {
  const rows = FATES.filter((name) => fates[name].length).map((name) =>
    el("li", {}, el("b", {}, number(fates[name].length)), el("span", {}, t(`ties-${name}`)), remedy(name, fates[name])));
  byId("missing").hidden = state.view === "table" || rows.length < 2;
  byId("missing-list").replaceChildren(...rows, el("li", { className: "sum" }, el("b", {}, number(ties.length)), el("span", {}, t("ties-all"))));
}

/** What brings ties of one fate onto the map, where something does. */
function remedy(fate, indexes) {
  if (fate === "filtered") return button("linklike", t("show-hidden"), () => { reveal(indexes); refresh(); });
  if (fate === "inside" && state.view === "map") return button("linklike", t("level-actors"), () => setLevel("actors"));
  if (fate === "apart" && !byId("show-all").hidden && !state.all) return button("linklike", t("show-all", { n: drawable() }), () => showAll(true));
  return el("span");
}

function showAll(all) {
  state.all = all;
  refilter();
  reshape();
  refresh();
  fit();
}

const chip_ = (text, undo) => button("undo", [el("span", {}, text), el("span", { "aria-hidden": "true" }, "✕")], undo, { "aria-label": `${t("undo")}: ${text}` });

function drawChips() {
  const { filters } = state;
  const chips = [];
  if (state.focus !== null) chips.push(chip_(t("chip-focus", { name: actorName(state.focus) }), () => toggleFocus(state.focus)));
  if (state.path) chips.push(chip_(t("chip-path", { from: actorName(state.path.from), to: actorName(state.path.to) }), clearPath));
  if (state.gone.size) chips.push(chip_(t("chip-gone", { n: state.gone.size }), () => { state.gone.clear(); refresh(); }));
  if (state.opened.size && state.view === "map") chips.push(chip_(t("chip-opened", { n: state.opened.size }), () => { state.opened.clear(); refresh(); fit(); }));
  if (filters.from || filters.to) {
    const text = [filters.from, filters.to].map((day) => (day ? dateText(day, "short") : "…")).join(" – ");
    chips.push(chip_(text, () => { play(false); filters.from = filters.to = ""; refresh(); }));
  }
  byId("chips").replaceChildren(...chips);
}

function drawCounts() {
  const plural = { country: "countries", organisation: "organisations", group: "groups", person: "people" };
  const kinds = style.kinds.map((kind) => [plural[kind], actors.filter((actor) => actor.kind === kind).length]);
  const articles = new Set(sources.map(({ article }) => article)).size;
  const counts = [["ties", ties.length], ["statements", statements.length], ["articles", articles], ...kinds];
  byId("counts").textContent = counts.filter(([, n]) => n).map(([key, n]) => t(key, { n })).join(" · ");
}
