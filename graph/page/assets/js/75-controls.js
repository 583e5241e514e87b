// The filters, which are the legend too: each box shows how its lines are drawn, and how many there are.
// Boxes are made once a language, so that the one just pressed keeps the focus.

const SIGNS = ["cooperation", "neutral", "conflict", "standing"];
const SAMPLES = { cooperation: "cooperation", neutral: "mixed", conflict: "strong-conflict", standing: "standing" };
const MOST_SOURCES = 200;
let boxes = [];

/** A line as the map draws it. */
function sample(sign, modality) {
  const dash = dashOf({ sign, modality });
  return svg("svg", { viewBox: "0 0 34 10", "aria-hidden": "true", class: `sample ${sign}` },
    svg("path", { d: "M1 5H33", "stroke-dasharray": dash ? dash.join(" ") : null, "stroke-opacity": style.opacity[modality] }));
}

const SHAPES = {
  country: () => svg("circle", { cx: 12, cy: 12, r: 9 }),
  organisation: () => svg("rect", { x: 4, y: 4, width: 16, height: 16 }),
  group: () => svg("path", { d: "M12 3 22 20H2Z" }),
  person: () => svg("path", { d: "M12 2 21 12 12 22 3 12Z" }),
};
const shapeOf = (kind) => svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", class: `shape-sample ${kind}` }, SHAPES[kind]());

/** One box of a filter that hides what is not ticked. */
function check(name, value, label, picture) {
  const box = el("input", { type: "checkbox", value: String(value) });
  const count = el("b");
  const row_ = el("div", { className: "check" }, el("label", {}, box, picture, el("span", {}, label), count),
    button("only", t("only"), () => only(name, value), { "aria-label": t("only-this", { name: label.textContent ?? label }) }));
  box.addEventListener("change", () => {
    if (box.checked) state.filters[name].delete(value);
    else state.filters[name].add(value);
    refresh();
  });
  boxes.push({ name, value, box, count, row: row_ });
  return row_;
}

/** Show one value of a filter alone; the second time, all that it shows at first. */
function only(name, value) {
  const { filters } = state;
  const others = boxes.filter((each) => each.name === name && each.value !== value).map((each) => each.value);
  const already = !filters[name].has(value) && others.every((each) => filters[name].has(each));
  filters[name] = already ? plainFilters()[name] : new Set(others);
  const above = { relation: "family", family: "relation" }[name];
  if (above) filters[above].clear();
  refresh();
}

/** Make every box in the language of the interface. */
function makeControls() {
  boxes = [];
  const fill = (id, rows) => byId(id).replaceChildren(...rows);
  fill("sign-checks", SIGNS.map((sign) => check("sign", sign, t(sign), sample(SAMPLES[sign], "actual"))));
  fill("modality-checks", style.modalities.map((each) => check("modality", each, badge(each, t(each)), sample("cooperation", each))));
  fill("kind-checks", style.kinds.map((kind) => check("kind", kind, t(kind), shapeOf(kind))));
  fill("relation-checks", familyRows());
  const tally = (name) => [...new Set(statements.map(({ values }) => values[name]))].sort((a, b) => a.localeCompare(b, state.lang));
  const languages = tally("lang");
  fill("lang-checks", languages.map((lang) => check("lang", lang, languageName(lang))));
  byId("lang-box").hidden = languages.length < 2;
  const publishers = tally("source");
  fill("source-checks", publishers.slice(0, MOST_SOURCES).map((name) => check("source", name, name || t("no-source"))));
  byId("source-box").hidden = publishers.length < 2;
}

function languageName(code) {
  try {
    return new Intl.DisplayNames(state.lang, { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** Relations under their family; the family's box hides all of them. */
function familyRows() {
  const byName = (a, b) => relationName(a).localeCompare(relationName(b), state.lang);
  const families = groupBy(relations.map((_, index) => index), (index) => relations[index].type);
  return [...families].sort(([a], [b]) => familyName(a).localeCompare(familyName(b), state.lang)).map(([family, inside]) =>
    el("div", { className: "family" }, check("family", family, el("strong", {}, familyName(family))),
      inside.sort(byName).map((index) => check("relation", index, relationName(index), el("i", { className: `swatch ${tieSign(index)}` })))));
}

const familyName = (family) => t(`family-${family}`);

/** Show what is chosen, and how many statements each box would show with all other filters as they are. */
function drawControls() {
  const { filters } = state;
  for (const { name, value, box, count, row: row_ } of boxes) {
    const n = visible.counts[name].get(value) ?? 0;
    box.checked = !filters[name].has(value);
    count.textContent = number(n);
    row_.classList.toggle("none", n === 0);
  }
  byId("confidence").value = String(Math.round(filters.confidence * 100));
  byId("confidence-value").textContent = filters.confidence ? `≥ ${number(filters.confidence)}` : t("any");
  byId("articles").value = String(filters.articles);
  byId("articles-value").textContent = filters.articles > 1 ? `≥ ${number(filters.articles)}` : t("any");
  for (const key of ["from", "to"]) if (document.activeElement !== byId(`date-${key}`)) byId(`date-${key}`).value = filters[key];
  byId("reset").disabled = !filtered() && ![state.gone, state.opened, state.pins].some(({ size }) => size) && state.focus === null && !state.path;
}

function startControls() {
  const most = Math.max(1, ...independent);
  byId("articles").max = String(Math.min(10, Math.max(2, most)));
  byId("confidence").addEventListener("input", (event) => { state.filters.confidence = Number(event.target.value) / 100; refresh(); });
  byId("articles").addEventListener("input", (event) => { state.filters.articles = Number(event.target.value); refresh(); });
  for (const key of ["from", "to"]) {
    byId(`date-${key}`).addEventListener("change", (event) => { state.filters[key] = event.target.value; refresh(); });
  }
  byId("reset").addEventListener("click", resetAll);
  byId("open-side").addEventListener("click", () => toggleSide());
}

/** Back to how the page opened: filters, what was hidden, expanded or pinned, the focus and the path; the selection stays. */
function resetAll() {
  state.filters = plainFilters();
  Object.assign(state, { focus: null, path: null, selected: state.selected?.path ? null : state.selected });
  const moved_ = state.opened.size + state.pins.size > 0;
  for (const each of [state.gone, state.opened, state.pins]) each.clear();
  if (state.selected?.line !== undefined) state.selected = lineAfter(state.selected.line);
  Object.assign(pathEnds, { from: null, to: null });
  drawPathEnds();
  refresh();
  if (moved_) fit();
  announce(t("reset-done"));
}

function toggleSide(open = !byId("side").classList.contains("open")) {
  byId("side").classList.toggle("open", open);
  byId("open-side").setAttribute("aria-expanded", String(open));
}
