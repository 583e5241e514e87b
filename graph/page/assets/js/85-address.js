// The address: everything a reader has set is in the part behind "#", so that a link shows the same.
// It may be typed by anyone: unknown names and values are passed over.

const tailOf = (id) => id.split(/[/#]/).at(-1);
const tails = new Map();
actors.forEach(({ id }, index) => tails.set(tailOf(id), tails.has(tailOf(id)) ? null : index));
const nameOfActor = (index) => (tails.get(tailOf(actors[index].id)) === index ? tailOf(actors[index].id) : actors[index].id);
const actorOfName = (name) => tails.get(name) ?? actors.findIndex(({ id }) => id === name);
const actorsOfNames = (text) => (text ?? "").split(" ").filter(Boolean).map(actorOfName).filter((index) => index >= 0);

/** What differs from how the page opens, as pairs of names and values. */
function addressNow() {
  const { filters, selected } = state;
  const plain = plainFilters();
  const values = {
    view: state.view === "map" ? "" : state.view, lang: state.lang, level: state.level === "countries" ? "" : state.level,
    all: state.all ? "1" : "", unit: state.unit && state.unit !== defaultUnit() ? state.unit : "",
    open: [...state.opened].map(nameOfActor).join(" "), hide: [...state.gone].map(nameOfActor).join(" "),
    pin: [...state.pins].map(([id, { x, y }]) => `${nameOfActor(id)},${x},${y}`).join(" "),
    focus: state.focus === null ? "" : nameOfActor(state.focus),
    path: state.path ? [state.path.from, state.path.to].map(nameOfActor).join(" ") : "",
    actor: selected?.actor === undefined ? "" : nameOfActor(selected.actor),
    line: selected?.line === undefined ? "" : endsOf(selected.line).map(nameOfActor).join(" "),
    from: filters.from, to: filters.to,
    confidence: filters.confidence || "", articles: filters.articles > 1 ? filters.articles : "",
    query: table.query, sort: table.column === "date" && table.down ? "" : `${table.column}${table.down ? "-" : ""}`,
    camera: cameraNow(),
  };
  for (const name of SETS) {
    const out = [...filters[name]].map((value) => (name === "relation" ? relations[value].name : value));
    if (!same([...filters[name]].sort(), [...plain[name]].sort())) values[`no-${name}`] = out.join("|") || "-";
  }
  return Object.entries(values).filter(([, value]) => value !== "");
}

function cameraNow() {
  if (state.view === "table" || !chart) return "";
  const { x, y } = state.view === "world" ? camera : chart.getViewPosition();
  const scale = state.view === "world" ? camera.k : chart.getScale();
  return [Math.round(x), Math.round(y), Math.round(scale * 1000) / 1000].join(",");
}

let written = "";
let writing = 0;
let settled = false;

/** Write the address a moment later, once for many changes. */
function remember() {
  if (!settled) return;
  clearTimeout(writing);
  writing = setTimeout(() => {
    written = `#${new URLSearchParams(addressNow())}`;
    if (written !== location.hash) location.replace(written);
  }, 250);
}

/** Take over what the address says. Returns the camera it asks for, or null. */
function recall() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const one = (name, known) => (known.includes(asked.get(name)) ? asked.get(name) : null);
  state.lang = one("lang", Object.keys(words)) ?? state.lang;
  state.view = one("view", VIEWS) ?? "map";
  state.level = one("level", Object.keys(levels)) ?? "countries";
  state.unit = one("unit", Object.keys(GRAINS)) ?? defaultUnit();
  state.all = asked.get("all") === "1";
  state.opened = new Set(actorsOfNames(asked.get("open")).filter((index) => members.has(index)));
  state.gone = new Set(actorsOfNames(asked.get("hide")));
  state.pins = new Map((asked.get("pin") ?? "").split(" ").map((each) => each.split(",")).filter(([name, x, y]) =>
    actorOfName(name) >= 0 && Number.isFinite(Number(x)) && Number.isFinite(Number(y))).map(([name, x, y]) => [actorOfName(name), { x: Number(x), y: Number(y) }]));
  [state.focus = null] = actorsOfNames(asked.get("focus"));
  const path = actorsOfNames(asked.get("path"));
  state.path = path.length === 2 && path[0] !== path[1] ? { from: path[0], to: path[1] } : null;
  Object.assign(pathEnds, state.path ?? { from: null, to: null });
  recallFilters(asked);
  recallSelection(asked);
  const [x, y, scale] = (asked.get("camera") ?? "").split(",").map(Number);
  return scale > 0.01 && scale < 20 && Number.isFinite(x) && Number.isFinite(y) ? { x, y, scale } : null;
}

function recallFilters(asked) {
  const filters = plainFilters();
  const day = (name) => (daysOf(asked.get(name) ?? "")?.[0] === asked.get(name) ? asked.get(name) : "");
  Object.assign(filters, { from: day("from"), to: day("to") });
  filters.confidence = clamp(Number(asked.get("confidence")) || 0, 0, 1);
  filters.articles = clamp(Math.round(Number(asked.get("articles"))) || 1, 1, 10);
  const known = new Map(relations.map(({ name }, index) => [name, index]));
  for (const name of SETS) {
    const text = asked.get(`no-${name}`);
    if (text === null) continue;
    const values = text === "-" ? [] : text.split("|");
    filters[name] = new Set(name === "relation" ? values.map((each) => known.get(each)).filter((index) => index !== undefined) : values);
  }
  state.filters = filters;
  table.query = asked.get("query") ?? "";
  const [, column, down] = /^(.*?)(-?)$/.exec(asked.get("sort") ?? "");
  Object.assign(table, column in COLUMNS ? { column, down: down === "-" } : { column: "date", down: true });
}

function recallSelection(asked) {
  const [actor] = actorsOfNames(asked.get("actor"));
  const line = actorsOfNames(asked.get("line"));
  state.selected = actor !== undefined ? { actor } : line.length === 2 ? { line: lineId(...line) } : state.path ? { path: true } : null;
}
