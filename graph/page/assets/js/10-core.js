// Data, words and small helpers. Text from articles reaches the page through textContent only.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const byId = (id) => document.getElementById(id);
const network = read("network-json");
const { actors, relations, ties, pairs, sources, sentences, style, first } = read("data-json");
const words = read("interface-json");

const state = {
  lang: (navigator.language || "en").toLowerCase().startsWith("fr") ? "fr" : "en",
  view: "map",
  all: false,
  hidden: { sign: new Set(), modality: new Set(style.modalities.slice(1)), relation: new Set() },
  from: "",
  to: "",
  selected: null, // {actor} or {pair}, each an index
  hovered: null, // same
};

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 1020px)");
const glide = () => (calm.matches ? false : { duration: 320, easingFunction: "easeInOutQuad" });

/** The interface's word for a key; `{name}` is replaced, and `n` chooses the plural. */
function t(key, values = {}) {
  const table = words[state.lang];
  const form = new Intl.PluralRules(state.lang).select(values.n ?? 0) === "one" ? "one" : "other";
  const text = ("n" in values && table[`${key}.${form}`]) || table[key] || key;
  return text.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? number(values[name]) : (values[name] ?? ""));
}

const number = (value) => new Intl.NumberFormat(state.lang).format(value);
const actorName = (index) => (state.lang === "fr" && actors[index].fr) || actors[index].en;
const relationName = (index) => relations[index][state.lang];

/** Build an element: properties, then children; strings become text nodes. */
function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "onclick") node.addEventListener("click", value);
    else if (name in { className: 1, type: 1, value: 1, checked: 1, hidden: 1, id: 1 }) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
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

/** Which fields of a date to write, by how many were given. */
const fieldsOf = (given, month) => ({ year: "numeric", ...(given > 1 && { month }), ...(given > 2 && { day: "numeric" }) });

/** A date of EDTF level 0 in words, as precise as it was given. */
function dateText(edtf, month = "long") {
  return edtf.split("/").map((part) => {
    const fields = part.split("-").map(Number);
    if (!/^\d{4}(-\d\d){0,2}$/.test(part)) return part || "…";
    const day = new Date(Date.UTC(2000, (fields[1] || 1) - 1, fields[2] || 1));
    day.setUTCFullYear(fields[0]);
    return new Intl.DateTimeFormat(state.lang, { ...fieldsOf(fields.length, month), timeZone: "UTC" }).format(day);
  }).join(" – ");
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

const announce = (text) => { byId("live").textContent = text; };
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const cssColour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
