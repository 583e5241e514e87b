// The page as a whole: what a selection does, the keys, the views and the languages.

/** Select an actor, a line or a path, or nothing; `focus` moves the keyboard into the panel. */
function select(target, focus = false) {
  state.selected = target;
  state.hovered = null;
  byId("tip").hidden = true;
  showPanel();
  document.body.classList.toggle("chosen", target !== null);
  paint();
  drawTable();
  remember();
  if (target && focus) {
    byId("panel").focus({ preventScroll: true });
    if (state.view !== "table") bring(chosenSymbols());
  }
  if (target) announce(byId("panel").querySelector("h2").textContent);
}

/** Draw everything again after a filter, the language or the set of symbols has changed. */
function refresh() {
  refilter();
  paint();
  drawControls();
  drawTable();
  drawStatus();
  drawChips();
  drawTimeline();
  showPanel();
  drawExports();
  drawLevel();
  drawWorldLines();
  remember();
}

function speak(lang) {
  state.lang = lang;
  document.documentElement.lang = lang;
  document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = t(node.dataset.t); });
  document.querySelectorAll("[data-t-label]").forEach((node) => node.setAttribute("aria-label", t(node.dataset.tLabel)));
  document.querySelectorAll("[data-t-title]").forEach((node) => { node.title = t(node.dataset.tTitle); });
  document.querySelectorAll("[data-t-placeholder]").forEach((node) => { node.placeholder = t(node.dataset.tPlaceholder); });
  document.querySelectorAll("[data-lang]").forEach((node) => node.setAttribute("aria-pressed", String(node.dataset.lang === lang)));
  drawCounts();
  makeControls();
  drawPathEnds();
}

function show(view) {
  hover(null);
  state.view = view;
  document.querySelectorAll("[data-view]").forEach((node) => node.setAttribute("aria-pressed", String(node.dataset.view === view)));
  for (const each of VIEWS) document.body.classList.toggle(`as-${each}`, each === view);
  byId("table-view").hidden = view !== "table";
  byId("world-view").hidden = view !== "world";
}

/** Go to a view; each finds its camera where it was left, the world map at first sight all that is drawn. */
function turnTo(view) {
  if (view === state.view) return;
  show(view);
  if (state.selected?.line !== undefined) state.selected = lineAfter(state.selected.line);
  refresh();
  document.body.classList.toggle("chosen", state.selected !== null);
  if (view === "map") { chart.setSize("100%", "100%"); chart.redraw(); }
  if (view === "world" && !turnTo.seen) { turnTo.seen = true; fitWorld(); }
  announce(t(view));
}

/** The same line where symbols are others: on the world map its ends are countries. */
const lineAfter = (id) => ({ line: lineId(...endsOf(id).map(symbolOf)) });

/** Arrow keys walk the symbols by rank; Enter opens the one that was reached. */
function walk(event) {
  const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const order = [...visible.symbols].sort((a, b) => rankOf(a) - rankOf(b));
  if (event.key in moves && order.length) {
    event.preventDefault();
    const here = order.indexOf(state.selected?.actor === undefined ? -1 : symbolOf(state.selected.actor));
    const next = order[(here + moves[event.key] + order.length + (here < 0 && moves[event.key] < 0 ? 1 : 0)) % order.length];
    select({ actor: next });
    bring([next]);
  } else if (event.key === "Enter" && state.selected) byId("panel").focus();
}

const onSymbol = (act) => () => { if (state.selected?.actor !== undefined && state.view !== "table") act(symbolOf(state.selected.actor)); };

const KEYS = {
  "/": () => { if (narrow.matches) toggleSide(true); byId("search").focus(); },
  m: () => turnTo("map"),
  w: () => turnTo("world"),
  t: () => turnTo(state.view === "table" ? "map" : "table"),
  l: () => byId("timeline").querySelector("#brush-from").focus(),
  f: () => byId("fit").click(),
  "+": () => zoom(1.25),
  "-": () => zoom(0.8),
  e: onSymbol((symbol) => { if (members.has(homeOf(symbol)) && state.level === "countries" && state.view === "map") toggleOpen(homeOf(symbol)); }),
  n: onSymbol(toggleFocus),
  h: onSymbol(toggleGone),
  p: onSymbol((symbol) => { if (state.view === "map") togglePin(symbol); }),
  r: onSymbol(() => startPath(state.selected.actor)),
  Escape: () => { toggleSide(false); select(null); },
};

function startKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && !["checkbox", "range"].includes(event.target.type);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  for (const id of ["map", "world-view"]) byId(id).addEventListener("keydown", walk);
}

function startButtons() {
  document.querySelectorAll("[data-view]").forEach((node) => node.addEventListener("click", () => turnTo(node.dataset.view)));
  document.querySelectorAll("[data-level]").forEach((node) => node.addEventListener("click", () => setLevel(node.dataset.level)));
  document.querySelectorAll("[data-lang]").forEach((node) => node.addEventListener("click", () => { speak(node.dataset.lang); refresh(); }));
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); turnTo("table"); byId("table-filter").focus(); });
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("fit").addEventListener("click", () => { if (state.view === "map") { reshape(); paint(); } fit(); });
  byId("show-all").addEventListener("click", () => showAll(!state.all));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readTheme(); ground = null; refresh(); });
  phone.addEventListener("change", drawWorldLines);
  addEventListener("hashchange", () => { if (location.hash !== written) open_(); });
}

function drawLevel() {
  document.querySelectorAll("[data-level]").forEach((node) => node.setAttribute("aria-pressed", String(node.dataset.level === state.level)));
}

/** Show what the address asks for. */
function open_() {
  const asked = recall();
  speak(state.lang);
  show(state.view);
  byId("table-filter").value = table.query;
  byId("timeline").hidden = !axis || state.view === "table";
  chart.setSize("100%", "100%");
  refilter();
  reshape();
  refresh();
  if (!byId("timeline").hidden) bringBrush();
  document.body.classList.toggle("chosen", state.selected !== null);
  if (state.view === "world") turnTo.seen = true;
  if (asked && state.view === "world") { Object.assign(camera, { x: asked.x, y: asked.y, k: asked.scale }); drawWorld(); }
  else if (asked) chart.moveTo({ position: { x: asked.x, y: asked.y }, scale: asked.scale, animation: false });
  else fit(false);
  if (!asked && state.view !== "table") bring(chosenSymbols(), false);
}

readTheme();
startMap();
startWorld();
startSearch();
startControls();
startTable();
startPaper();
startButtons();
startExports();
startKeys();
startTimeline();
open_();
settled = true;

const picture = () => (state.view === "world" ? worldPicture() : mapPicture());

// For tests: what is drawn, and where on the screen.
window.diplograph = Object.freeze({
  lines: () => edgeSet.get().map(({ id, from, to, width, sign, dashes, arrows }) => ({ id, from, to, width, dashes, sign, arrows })),
  first: () => network.edges,
  symbols: () => [...visible.symbols],
  at: (id) => (state.view === "world" ? onScreen(actors[id].at) : chart.canvasToDOM(chart.getPosition(id))),
  middle: (id) => { const { curves, view } = picture(); const { x, y } = curves.find((curve) => curve.id === id); return { x: x - view.left, y: y - view.top }; },
  names: () => picture().names.map(({ id, x, y, w, h }) => ({ id, x, y, w, h })),
  counts: () => picture().counts.map(({ id, text, x, y, w, h }) => ({ id, text, x, y, w, h })),
  contested: () => picture().curves.filter((curve) => curve.contested).map(({ id }) => id),
  selected: () => state.selected,
  camera: cameraNow,
});
document.documentElement.dataset.ready = "true";
