// Names on the map, at one size on the screen whatever the zoom. The most tied actors come first; a
// name that would cover another, or a symbol, tries the other sides, and waits for a closer zoom.

const FACE = '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const GAP = 3;
const widths = new Map();

function textWidth(context, text, font) {
  const key = font + text;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}

function drawLabels(context) {
  const scale = chart.getScale();
  const at = chart.getPositions();
  const focus = focused();
  const discs = Object.keys(at).map((id) => {
    const { size } = network.nodes[id];
    return { id: Number(id), x: at[id].x * scale, y: at[id].y * scale, r: size * scale + 1 };
  });
  const strong = (id) => (focus?.actors.has(id) ? 0 : 1);
  discs.sort((a, b) => strong(a.id) - strong(b.id) || actors[a.id].rank - actors[b.id].rank);
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  discs.forEach((disc) => drawCode(context, disc, focus && !focus.actors.has(disc.id)));
  const taken = [];
  const view = viewBox(scale);
  for (const disc of discs) placeName(context, disc, { discs, taken, view }, focus);
  context.restore();
}

/** The two letters in a country's disc. */
function drawCode(context, disc, faint) {
  const { kind, country } = actors[disc.id];
  if (kind !== "country" || !country || disc.r < 7) return;
  context.globalAlpha = faint ? 0.25 : 1;
  context.font = `700 ${Math.min(22, disc.r * 0.85)}px ${FACE}`;
  context.fillStyle = theme["on-country"];
  context.fillText(country, disc.x, disc.y + disc.r * 0.06);
}

function placeName(context, disc, around, focus) {
  const lit = !focus || focus.actors.has(disc.id);
  const forced = focus && lit && focus.actors.size <= 25;
  const { kind, rank } = actors[disc.id];
  const base = byId("map").clientWidth < 600 ? 11 : 12;
  const size = base + (kind === "country" ? (rank < 12 ? 2 : 1) : 0);
  const font = `${kind === "country" ? 600 : 400} ${size}px ${FACE}`;
  const lines = linesOf(actorName(disc.id));
  const half = Math.max(...lines.map((line) => textWidth(context, line, font))) / 2;
  const boxes = sides(disc, half, (lines.length * (size + 2)) / 2);
  const box = boxes.find((each) => free(each, disc, around)) ?? (forced ? boxes[0] : null);
  if (!box) return;
  around.taken.push(box);
  Object.assign(context, { globalAlpha: lit ? 1 : 0.22, font, lineWidth: 4, strokeStyle: theme.surface, fillStyle: theme.text });
  for (const draw of ["strokeText", "fillText"]) {
    lines.forEach((line, index) => context[draw](line, box.x, box.y + (index - (lines.length - 1) / 2) * (size + 2)));
  }
}

/** A long name in two lines, broken at the space nearest its middle. */
function linesOf(name) {
  const text = name.length > 44 ? `${name.slice(0, 43).trim()}…` : name;
  const spaces = [...text.matchAll(/[ -]/g)].map(({ index }) => index);
  if (text.length < 17 || !spaces.length) return [text];
  const middle = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return [text.slice(0, middle + 1).trim(), text.slice(middle + 1)];
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

/** What the window shows, in the units of the labels. */
function viewBox(scale) {
  const { clientWidth, clientHeight } = byId("map");
  const [start, end] = [{ x: 0, y: 0 }, { x: clientWidth, y: clientHeight }].map((point) => chart.DOMtoCanvas(point));
  return { left: start.x * scale, top: start.y * scale, right: end.x * scale, bottom: end.y * scale };
}

function free(box, own, { discs, taken, view }) {
  const clear = (other) => Math.abs(box.x - other.x) > box.w + other.w + 2 || Math.abs(box.y - other.y) > box.h + other.h;
  return box.x - box.w > view.left && box.x + box.w < view.right && box.y - box.h > view.top && box.y + box.h < view.bottom
    && taken.every(clear)
    && discs.every((disc) => disc === own || clear({ x: disc.x, y: disc.y, w: disc.r, h: disc.r }));
}
