// The page as a whole: what a selection does, the keys, the two views and the two languages.

/** Select an actor or a line, or nothing; `focus` moves the keyboard into the panel. */
function select(target, focus = false) {
  state.selected = target;
  state.hovered = null;
  byId("tip").hidden = true;
  showPanel();
  document.body.classList.toggle("chosen", target !== null);
  paint();
  if (state.view === "table") drawTable();
  if (target && focus) {
    byId("panel").focus({ preventScroll: true });
    if (state.view === "map") bring(target.pair === undefined ? [target.actor] : [pairs[target.pair].from, pairs[target.pair].to]);
  }
  if (target) announce(byId("panel").querySelector("h2").textContent);
}

/** Draw everything again after a filter, the language or the set of actors has changed. */
function refresh() {
  refilter();
  drawMap();
  drawControls();
  drawStatus();
  if (state.view === "table") drawTable();
  showPanel();
}

function drawStatus() {
  const listed = visible.ties.filter((each) => each.length).length;
  const drawn = visible.pairs.reduce((sum, line) => sum + (line ? line.ties.length : 0), 0);
  const values = { shown: visible.actors.size, all: actors.length, ties: state.view === "map" ? drawn : listed, allTies: ties.length };
  const text = t(state.view === "map" ? "status" : "status-table", values);
  byId("status").textContent = listed < ties.length ? t("status-hidden", { text, n: ties.length - listed }) : text;
  document.querySelector(".status").hidden = !ties.length;
  const button = byId("show-all");
  button.hidden = first >= actors.length || state.view !== "map";
  button.textContent = state.all ? t("only-first", { n: first }) : t("show-all", { n: actors.length });
}

function showAll(all) {
  state.all = all;
  refilter();
  reshape();
  refresh();
  fit();
}

function drawCounts() {
  const plural = { country: "countries", organisation: "organisations", group: "groups", person: "people" };
  const kinds = style.kinds.map((kind) => [plural[kind], actors.filter((actor) => actor.kind === kind).length]);
  const statements = ties.reduce((sum, tie) => sum + tie.statements.length, 0);
  const articles = new Set(sources.map(({ article }) => article)).size;
  byId("counts").textContent = [...kinds, ["ties", ties.length], ["statements", statements], ["articles", articles]]
    .filter(([, n]) => n).map(([key, n]) => t(key, { n })).join(" · ");
}

function speak(lang) {
  state.lang = lang;
  document.documentElement.lang = lang;
  document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = t(node.dataset.t); });
  document.querySelectorAll("[data-t-label]").forEach((node) => node.setAttribute("aria-label", t(node.dataset.tLabel)));
  document.querySelectorAll(".map-tools button").forEach((node) => { node.title = t(node.dataset.tLabel); });
  document.querySelectorAll("[data-t-placeholder]").forEach((node) => { node.placeholder = t(node.dataset.tPlaceholder); });
  document.querySelectorAll("[data-lang]").forEach((node) => node.setAttribute("aria-pressed", String(node.dataset.lang === lang)));
  drawCounts();
  refresh();
}

function show(view) {
  state.view = view;
  for (const name of ["map", "table"]) byId(`view-${name}`).setAttribute("aria-pressed", String(name === view));
  document.body.classList.toggle("as-table", view === "table");
  byId("table-view").hidden = view !== "table";
  drawStatus();
  if (view === "table") drawTable();
  else { chart.setSize("100%", "100%"); chart.redraw(); }
}

/** Arrow keys walk the actors on the map by rank; Enter opens the one that was reached. */
function walk(event) {
  const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const order = [...visible.actors].sort((a, b) => actors[a].rank - actors[b].rank);
  if (event.key in moves && order.length) {
    event.preventDefault();
    const here = order.indexOf(state.selected?.actor ?? -1);
    const next = order[(here + moves[event.key] + order.length + (here < 0 && moves[event.key] < 0 ? 1 : 0)) % order.length];
    select({ actor: next });
    bring([next]);
  } else if (event.key === "Enter" && state.selected) byId("panel").focus();
}

const KEYS = {
  "/": () => { if (narrow.matches) toggleSide(true); byId("search").focus(); },
  f: () => byId("fit").click(),
  t: () => show(state.view === "map" ? "table" : "map"),
  "+": () => zoom(1.25),
  "-": () => zoom(0.8),
  Escape: () => { toggleSide(false); select(null); },
};

function startKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  byId("map").addEventListener("keydown", walk);
}

function startButtons() {
  byId("view-map").addEventListener("click", () => show("map"));
  byId("view-table").addEventListener("click", () => show("table"));
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); show("table"); byId("table-view").focus(); });
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("fit").addEventListener("click", () => { reshape(); paint(); fit(); });
  byId("more-rows").addEventListener("click", () => { table.limit += ROWS; drawTable(); });
  document.querySelectorAll("[data-lang]").forEach((node) => node.addEventListener("click", () => speak(node.dataset.lang)));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readTheme(); paint(); });
  addEventListener("beforeprint", () => { Object.assign(table, { limit: Infinity, cited: true }); drawTable(); });
  addEventListener("afterprint", () => { Object.assign(table, { limit: ROWS, cited: false }); drawTable(); });
}

readTheme();
startMap();
startSearch();
startControls();
startButtons();
startKeys();
speak(state.lang);
reshape();
paint();
fit(false);

// For tests: what is drawn, and where on the screen.
window.diplograph = Object.freeze({
  lines: () => edgeSet.get().map(({ id, from, to, width, sign, dashes }) => ({ id, from, to, width, dashes, sign: visible.pairs[id].sign })),
  first: () => network.edges.filter(({ hidden }) => !hidden),
  actors: () => nodeSet.getIds(),
  at: (id) => chart.canvasToDOM(chart.getPosition(id)),
  selected: () => state.selected,
});
document.documentElement.dataset.ready = "true";
