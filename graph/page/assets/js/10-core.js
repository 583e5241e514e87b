// Data, words and small helpers. Text from articles reaches the page through textContent only.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const byId = (id) => document.getElementById(id);
const network = read("network-json");
const { relations, places, sentences, levels, style, ...tables } = read("data-json");
const actors = rowsOf(tables.actors);
const sources = rowsOf(tables.sources);
const ties = tiesOf(tables);
const words = read("interface-json");
const world = read("world-json");

/** The rows of a table: what all have is written by column, what some have by the number of the row. */
function rowsOf({ all, some }) {
  const names = Object.keys(all);
  const rows = all[names[0]].map((_, index) => {
    const row = {};
    for (const name of names) if (all[name][index] !== null) row[name] = all[name][index];
    return row;
  });
  for (const [name, values] of Object.entries(some)) {
    for (const [index, value] of Object.entries(values)) rows[index][name] = value;
  }
  return rows;
}

/** The ties, each with its statements, which are beside each other. */
function tiesOf(read) {
  const statements = rowsOf(read.statements);
  let end = 0;
  return rowsOf(read.ties).map(({ count, ...tie }) => ({ ...tie, statements: statements.slice(end, (end += count)) }));
}

const SVG = "http://www.w3.org/2000/svg";
const VIEWS = ["map", "world", "table"];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 1020px)");
const coarse = matchMedia("(pointer: coarse)");
const phone = matchMedia("(max-width: 640px)");
const glide = () => (calm.matches ? false : { duration: 320, easingFunction: "easeInOutQuad" });

const state = {
  lang: (navigator.language || "en").toLowerCase().startsWith("fr") ? "fr" : "en",
  view: "map",
  level: "countries", // or "actors"
  all: false, // draw all symbols of the level, not the first ones alone
  opened: new Set(), // countries whose people and bodies are shown beside them
  gone: new Set(), // symbols the reader took away
  pins: new Map(), // where the reader put a symbol
  focus: null, // the symbol whose neighbourhood alone is drawn
  path: null, // {from, to}: two actors
  selected: null, // {actor} an index, {line} an id, or {path: true}
  hovered: null, // {actor} or {line}
  unit: null, // of the timeline: year, month or day
};

/** The interface's word for a key; `{name}` is replaced, and `n` chooses the plural. */
function t(key, values = {}) {
  const table = words[state.lang];
  const form = () => (formatter("PluralRules").select(values.n) === "one" ? "one" : "other");
  const text = ("n" in values && table[`${key}.${form()}`]) || table[key] || key;
  return text.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? number(values[name]) : (values[name] ?? ""));
}

const formatters = new Map();

/** A formatter of Intl in the language now; making one takes longer than using it a hundred times. */
function formatter(kind, options = {}) {
  const key = `${kind} ${state.lang} ${JSON.stringify(options)}`;
  if (!formatters.has(key)) formatters.set(key, new Intl[kind](state.lang, options));
  return formatters.get(key);
}

const number = (value) => formatter("NumberFormat").format(value);
const actorName = (index) => (state.lang === "fr" && actors[index].fr) || actors[index].en;
const countryName = ({ en, fr }) => (state.lang === "fr" && fr) || en;
const relationName = (index) => relations[index][state.lang];
const modalityOf = (statement) => style.modalities[statement.modality];

/** Build an element: properties, then children; strings become text nodes. */
function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "onclick") node.addEventListener("click", value);
    else if (name in { className: 1, type: 1, value: 1, checked: 1, hidden: 1, id: 1 }) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const button = (className, label, onclick, extra = {}) => el("button", { type: "button", className, onclick, ...extra }, label);

/** Build an element of SVG. */
function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.flat());
  return node;
}

/** A link to a page of the web; anything that is no http or https URL stays text. */
function link(url, text) {
  let target = null;
  try {
    target = new URL(url);
  } catch {
    return el("span", {}, text);
  }
  if (!["http:", "https:"].includes(target.protocol)) return el("span", {}, text);
  return el("a", { href: target.href, rel: "noopener noreferrer", target: "_blank" }, text);
}

/** Class of a mean score; the standing class where there is none. */
function signOf(scores) {
  if (!scores.length) return "standing";
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return (style.floors.find(([, floor]) => mean >= floor) ?? ["strong-conflict"])[0];
}

/** The sign of one relation, in the four classes of the filter. */
function filterSign(relation) {
  const { score } = relations[relation];
  if (score === null) return "standing";
  return score > 0 ? "cooperation" : score < 0 ? "conflict" : "neutral";
}

const tieSign = (relation) => signOf(relations[relation].score === null ? [] : [relations[relation].score]);

/** Let assistive technology say what has changed. */
const announce = (text) => { byId("live").textContent = text; };
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const cssColour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Items by a key, both in the order in which they come. */
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
