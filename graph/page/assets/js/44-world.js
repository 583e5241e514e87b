// The world map: the same countries and lines, at the seats of their governments. Borders are Natural
// Earth's; lines that governments dispute are dashed, and the map says so.

const camera = { x: 0, y: 0, k: 0.4 }; // screen = map * k + (x, y)
let ground = null;

const onScreen = ([x, y]) => ({ x: x * camera.k + camera.x, y: y * camera.k + camera.y });
const worldSize = () => ({ width: byId("world").clientWidth, height: byId("world").clientHeight });

function worldPicture() {
  const { width, height } = worldSize();
  const radius = (symbol) => Math.max(4.5, sizeOf(symbol) * 0.34 * Math.min(1.7, 0.75 + camera.k / 2));
  const focus = focused();
  const discs = [...visible.symbols].map((id) => ({ id, ...onScreen(actors[id].at), r: radius(id), faint: focus && !focus.symbols.has(id) }))
    .sort((a, b) => rankOf(a.id) - rankOf(b.id));
  const curves = [...visible.lines.values()].map((line) => arcOf(line, radius));
  const view = { left: 0, top: 0, right: width, bottom: height };
  return { view, discs, curves, ...placeLabels(discs, curves, view) };
}

/** An arc from capital to capital, bowed to the north. */
function arcOf(line, radius) {
  const [a, b] = [onScreen(actors[line.low].at), onScreen(actors[line.high].at)];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const c = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 - Math.min(length * 0.28, 140) };
  return { ...line, a, b, c, x: (a.x + 2 * c.x + b.x) / 4, y: (a.y + 2 * c.y + b.y) / 4, length, radius, thin: 0.62 };
}

/** Land and borders, drawn once and moved by the camera. */
function groundNodes() {
  const line = { fill: "none", "vector-effect": "non-scaling-stroke" };
  return svg("g", {},
    svg("path", { d: world.land, fill: theme.land, stroke: theme.border, "stroke-width": 0.8, "vector-effect": "non-scaling-stroke" }),
    svg("path", { d: world.borders, stroke: theme.border, "stroke-width": 0.8, ...line }),
    svg("path", { d: world.disputed, stroke: theme.muted, "stroke-width": 0.9, "stroke-dasharray": "3 3", class: "disputed", ...line }));
}

function drawWorld() {
  if (state.view !== "world") return;
  const target = byId("world");
  ground ??= groundNodes();
  ground.setAttribute("transform", `translate(${round(camera.x)} ${round(camera.y)}) scale(${camera.k})`);
  target.replaceChildren(ground, ...drawing(worldPicture(), true));
  byId("empty").hidden = visible.symbols.size > 0;
}

const placesOf = (symbols) => symbols.map((id) => ({ x: actors[id].at[0], y: actors[id].at[1] }));

/** Show every country that is drawn, or all of the world. */
function fitWorld() {
  const { width, height } = worldSize();
  const points = placesOf([...visible.symbols]);
  frame(points.length > 1 ? bounds(points) : { x: world.width / 2, y: world.height / 2, width: world.width, height: world.height }, width, height);
}

/** How much of the top the buttons take: on a phone they lie in a row above what is drawn. */
const covered = () => (phone.matches ? document.querySelector(".map-tools").offsetHeight + 8 : 0);

/** Bring a part of the world into the window, with room at its sides for names and for what lies over it. */
function frame(box, width, height) {
  const [side, above] = phone.matches ? [36, 50] : [84, 170];
  camera.k = clamp(Math.min((width - side) / box.width, (height - above - covered()) / box.height), 0.1, 4);
  camera.x = width / 2 - box.x * camera.k;
  camera.y = (height + covered()) / 2 - box.y * camera.k;
  moved();
}

function bringWorld(symbols) {
  const drawn = symbols.filter((symbol) => visible.symbols.has(symbol));
  if (!drawn.length) return;
  const area = uncovered();
  const inside = ({ x, y }) => x > 30 && y > 30 + covered() && x < area.width - 30 && y < area.height - 50;
  if (drawn.every((symbol) => inside(onScreen(actors[symbol].at)))) return;
  frame(bounds(placesOf(drawn)), area.width, area.height);
}

function zoomWorld(factor, at = { x: worldSize().width / 2, y: worldSize().height / 2 }) {
  const k = clamp(camera.k * factor, 0.1, 12);
  camera.x = at.x - ((at.x - camera.x) * k) / camera.k;
  camera.y = at.y - ((at.y - camera.y) * k) / camera.k;
  camera.k = k;
  moved();
}

let worldFrame = 0;

/** Draw again at the next frame, however many moves come before it. */
function moved() {
  cancelAnimationFrame(worldFrame);
  worldFrame = requestAnimationFrame(() => { drawWorld(); remember(); });
}
