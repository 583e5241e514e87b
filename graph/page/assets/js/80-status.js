// The status line says how much is drawn and why not more; the chips above the map undo what narrows it.

function drawStatus() {
  const listed = visible.ties.filter((each) => each.length).length;
  const parts = state.view === "table"
    ? [t("status-table", { n: table.query ? rowsNow().length : visible.listed.length, all: statements.length })]
    : mapStatus();
  if (state.view !== "table" && listed < ties.length) parts.push(t("status-hidden", { n: ties.length - listed }));
  byId("status").textContent = parts.join(" · ");
  document.querySelector(".status").hidden = !ties.length;
  const more = byId("show-all");
  const { order, first } = levels[levelNow()];
  more.hidden = first >= order.length || state.view === "table" || state.focus !== null;
  more.textContent = state.all ? t("only-first", { n: first }) : t("show-all", { n: order.length });
}

function mapStatus() {
  const drawn = [...visible.lines.values()].reduce((sum, line) => sum + line.ties.length, 0);
  const parts = [t("status", { shown: visible.symbols.size, all: visible.all.size, ties: drawn, allTies: ties.length })];
  if (visible.lines.size < visible.possible) parts.push(t("status-lines", { n: visible.lines.size, all: visible.possible }));
  if (visible.inside) parts.push(t("status-inside", { n: visible.inside }));
  const unplaced = [...visible.all].filter((symbol) => !placed(symbol)).length;
  if (unplaced) parts.push(t("status-unplaced", { n: unplaced }));
  return parts;
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
  byId("counts").textContent = [...kinds, ["ties", ties.length], ["statements", statements.length], ["articles", articles]]
    .filter(([, n]) => n).map(([key, n]) => t(key, { n })).join(" · ");
}
