// Names on both maps, at one size on the screen whatever the zoom. What is selected comes first, then the
// most tied, then what has no letters of its own; a name that would cover another, or a symbol, or lie under
// a button tries the other sides, and waits for a closer zoom. That a line is contested is said before names
// take the room: nothing else on the map says it.

const FACE = '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const GAP = 3;
const MOST = 150; // lines with a count, and contested ones
const COUNT = 8; // half of the height of a count
const HEART = 0.6; // of a symbol's radius, what a "?" may not cover
const PARTS = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7]; // of the way along a line, where a "?" may be
const boldest = () => (phone.matches ? 5 : 12); // countries whose names are larger, and come before those of bodies and people
const long = () => (phone.matches ? 9 : 16); // letters from which on a body is written by its initials
const widths = new Map();
const pen = document.createElement("canvas").getContext("2d");

function textWidth(text, font) {
  const key = font + text;
  if (!widths.has(key)) {
    pen.font = font;
    widths.set(key, pen.measureText(text).width);
  }
  return widths.get(key);
}

/**
 * Choose places for names and for the counts of lines.
 *
 * `discs` are {id, x, y, r}, `curves` {id, a, b, c, x, y, count, contested, length} of lines, with their middle, and `view` the
 * window, all in pixels of the screen; `taken` are boxes to keep free. Returns {names, counts}, each with
 * a box around its centre.
 */
function placeLabels(discs, curves, view) {
  const focus = focused();
  const weight = ({ id }) => (focus?.symbols.has(id) ? 0 : rankOf(id) < boldest() ? 1 : actors[id].kind === "country" ? 3 : 2);
  const sorted = [...discs].sort((a, b) => weight(a) - weight(b) || rankOf(a.id) - rankOf(b.id));
  const around = { discs, solid: discs.filter(({ faint }) => !faint), taken: buttonBoxes(view), view };
  const told = ({ id, count, contested: asked, length }) => (asked || (count > 1 && length > 64)) && (!focus || focus.lines.has(id));
  const wanted = curves.filter(told).sort((a, b) => b.count - a.count);
  const disputed = wanted.filter((curve) => curve.contested).slice(0, MOST).map((curve) => placeContested(curve, around));
  const names = sorted.map((disc) => placeName(disc, around, focus)).filter(Boolean);
  const counted = wanted.filter((curve) => !curve.contested).slice(0, MOST).map((curve) => placeCount(curve, number(curve.count), curve, around));
  return { names, counts: [...disputed, ...counted].filter(Boolean) };
}

function placeName(disc, around, focus) {
  const lit = !focus || focus.symbols.has(disc.id);
  const forced = focus && lit && focus.symbols.size <= 25;
  const bold = actors[disc.id].kind === "country";
  const size = (phone.matches ? 10.5 : 12) + (bold ? (rankOf(disc.id) < boldest() ? 2 : 1) : 0);
  const font = `${bold ? 600 : 400} ${size}px ${FACE}`;
  const discs = focus && lit ? around.solid : around.discs; // what is lit may cover what is faint
  for (const name of spellings(disc.id)) {
    const lines = linesOfName(name);
    const half = Math.max(...lines.map((line) => textWidth(line, font))) / 2;
    const boxes = awayFrom(focus && lit && focus.symbols.size === 2 ? around.solid : [], disc, sides(disc, half, (lines.length * (size + 2)) / 2));
    const box = boxes.find((each) => free(each, disc, { ...around, discs }))
      ?? (forced ? boxes.find((each) => free(each, disc, { ...around, discs: [] })) : null);
    if (!box) continue;
    around.taken.push(box);
    return { ...box, id: disc.id, lines, size, font, bold, faint: !lit };
  }
  return null;
}

/** A "?" on a line, with its count where there is room for both: not in its middle, or over the rim of a symbol, where it must. */
function placeContested(curve, around) {
  const both = curve.count > 1 ? placeCount(curve, `${number(curve.count)} ?`, curve, around) : null;
  if (both) return both;
  const clear = (at) => around.discs.every(({ x, y, r }) => Math.hypot(at.x - x, at.y - y) > COUNT + HEART * r);
  for (const part of PARTS) {
    const at = pointOn(curve, part);
    const mark = clear(at) ? placeCount(curve, "?", at, { ...around, discs: [] }) : null;
    if (mark) return mark;
  }
  return null;
}

function placeCount({ id }, text, { x, y }, around) {
  const box = { x, y, w: textWidth(text, `600 10.5px ${FACE}`) / 2 + 5, h: COUNT };
  if (!free(box, null, around)) return null;
  around.taken.push(box);
  return { ...box, id, text };
}

/** The point of a curve with one handle at a part of its way. */
function pointOn({ a, b, c }, part) {
  const at = (from, handle, to) => (1 - part) ** 2 * from + 2 * part * (1 - part) * handle + part ** 2 * to;
  return { x: at(a.x, c.x, b.x), y: at(a.y, c.y, b.y) };
}

/** How to write a name: a body's also by its initials, and by them alone where it is long. */
function spellings(index) {
  const name = actorName(index);
  const initials = initialsOf(index);
  return initials === null ? [name] : name.length < long() ? [name, initials] : [initials];
}

const initialsCache = new Map();

/** The initials of a body's name, where they are one of its names: "OTAN" in French, "NATO" in English; or null. */
function initialsOf(index) {
  const key = `${state.lang} ${index}`;
  if (!initialsCache.has(key)) {
    const { kind, en, fr, names = [] } = actors[index];
    const letters = fold(actorName(index)).split(/[^a-z0-9]+/).map((word) => word[0]).join("");
    const listed = kind === "country" || kind === "person" ? [] : [en, fr, ...names];
    initialsCache.set(key, listed.find((other) => other && /^[A-Z]{2,7}$/.test(other) && spells(fold(other), letters)) ?? null);
  }
  return initialsCache.get(key);
}

/** True where the letters of one text are in another one in the same order, from the same first letter on. */
function spells(text, other) {
  let at = 0;
  for (const letter of other) if (letter === text[at]) at += 1;
  return at === text.length && text[0] === other[0];
}

/** Where buttons lie over the map, as boxes in its pixels. */
function buttonBoxes(view) {
  const stage = document.querySelector(".views").getBoundingClientRect();
  return [".map-tools", ".status", ".levels", "#chips", "#borders-note"].map((each) => document.querySelector(each).getBoundingClientRect())
    .filter(({ width }) => width).map(({ left, top, width, height }) =>
      ({ x: view.left + left - stage.left + width / 2, y: view.top + top - stage.top + height / 2, w: width / 2 + 2, h: height / 2 + 2 }));
}

/** A long name in two or three lines of about the same length. */
function linesOfName(name) {
  const text = name.length > 69 ? `${name.slice(0, 68).trim()}…` : name;
  if (text.length < 17) return [text];
  const wide = text.length / Math.min(3, Math.ceil(text.length / 26));
  const lines = [""];
  for (const word of text.split(/(?<=[ -])/)) {
    const line = lines.at(-1);
    if (line && line.length + word.trim().length / 2 > wide && lines.length < 3) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines.map((line) => line.trim());
}

/** Boxes below, above, right, left and at the corners of a symbol, by centre and half sizes. */
function sides({ x, y, r }, w, h) {
  return [
    { x, y: y + r + h + GAP, w, h },
    { x, y: y - r - h - GAP, w, h },
    { x: x + r + w + GAP + 1, y, w, h },
    { x: x - r - w - GAP - 1, y, w, h },
    ...[[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([right, down]) => ({ x: x + right * (0.7 * r + w), y: y + down * (0.8 * r + h), w, h })),
  ];
}

/** Boxes in the same order, but first those that do not lie towards the other end of a line alone. */
function awayFrom(ends, disc, boxes) {
  const other = ends.find((each) => each !== disc);
  const aside = (box) => !other || (box.x - disc.x) * (other.x - disc.x) + (box.y - disc.y) * (other.y - disc.y) <= 0;
  return [...boxes.filter(aside), ...boxes.filter((box) => !aside(box))];
}

const within = (box, view) => box.x - box.w > view.left + GAP && box.x + box.w < view.right - GAP && box.y - box.h > view.top && box.y + box.h < view.bottom;

function free(box, own, { discs, taken, view }) {
  const clear = (other) => Math.abs(box.x - other.x) > box.w + other.w + 2 || Math.abs(box.y - other.y) > box.h + other.h;
  return within(box, view) && taken.every(clear)
    && discs.every((disc) => disc === own || clear({ x: disc.x, y: disc.y, w: disc.r, h: disc.r }));
}
