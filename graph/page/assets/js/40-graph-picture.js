// The map's picture: symbols, lines and labels in pixels of the window, for the screen and for export.

/** What the window shows, in pixels whose origin is the map's. */
function mapWindow(scale) {
  const { clientWidth, clientHeight } = byId("map");
  const [start, end] = [{ x: 0, y: 0 }, { x: clientWidth, y: clientHeight }].map((point) => chart.DOMtoCanvas(point));
  return { left: start.x * scale, top: start.y * scale, right: end.x * scale, bottom: end.y * scale };
}

function mapPicture() {
  const scale = chart.getScale();
  const at = chart.getPositions();
  const focus = focused();
  const discs = Object.keys(at).map(Number).map((id) =>
    ({ id, x: at[id].x * scale, y: at[id].y * scale, r: sizeOf(id) * scale + 1, faint: focus && !focus.symbols.has(id) }));
  const curves = [...visible.lines.values()].filter(({ id }) => chart.body.edges[id]).map((line) => curveOf(line, at, scale));
  const view = mapWindow(scale);
  return { view, discs, curves, ...placeLabels(discs, curves, view), scale };
}

/** A line as a curve with one handle; vis-network chose the handle. */
function curveOf(line, at, scale) {
  const [a, b] = [at[line.low], at[line.high]].map(({ x, y }) => ({ x: x * scale, y: y * scale }));
  const via = chart.body.edges[line.id].edgeType.getViaNode?.() ?? { x: (at[line.low].x + at[line.high].x) / 2, y: (at[line.low].y + at[line.high].y) / 2 };
  const c = { x: via.x * scale, y: via.y * scale };
  return { ...line, a, b, c, x: (a.x + 2 * c.x + b.x) / 4, y: (a.y + 2 * c.y + b.y) / 4, length: Math.hypot(a.x - b.x, a.y - b.y) };
}

/** Draw codes, counts and names over what vis-network drew. */
function drawLabels(context) {
  const { discs, names, counts, scale } = mapPicture();
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  discs.forEach((disc) => drawCode(context, disc));
  counts.forEach((count) => drawCount(context, count));
  for (const { x, y, lines, size, font, faint } of names) {
    Object.assign(context, { globalAlpha: faint ? 0.22 : 1, font, lineWidth: 4, strokeStyle: theme.surface, fillStyle: theme.text });
    for (const draw of ["strokeText", "fillText"]) {
      lines.forEach((line, index) => context[draw](line, x, y + (index - (lines.length - 1) / 2) * (size + 2)));
    }
  }
  context.restore();
}

const codeOf = ({ id, r }) => (actors[id].kind === "country" && actors[id].country && r >= 7 ? actors[id].country : null);
const codeSize = ({ r }) => Math.min(22, r * 0.85);

/** The two letters in a country's disc. */
function drawCode(context, disc) {
  const code = codeOf(disc);
  if (!code) return;
  Object.assign(context, { globalAlpha: disc.faint ? 0.25 : 1, font: `700 ${codeSize(disc)}px ${FACE}`, fillStyle: theme["on-country"] });
  context.fillText(code, disc.x, disc.y + disc.r * 0.06);
}

function drawCount(context, { x, y, w, h, text }) {
  Object.assign(context, { globalAlpha: 1, font: `600 10.5px ${FACE}`, fillStyle: theme.surface, strokeStyle: theme.line, lineWidth: 1 });
  context.beginPath();
  context.roundRect(x - w, y - h, 2 * w, 2 * h, h);
  context.fill();
  context.stroke();
  context.fillStyle = theme.text;
  context.fillText(text, x, y + 0.5);
}
