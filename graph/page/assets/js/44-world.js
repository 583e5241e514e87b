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

const MOST = 0.75; // of the ends of lines, that the first sight of the world shows

/** Show where most lines end, so that a few far countries do not leave the rest a heap of points. */
function openWorld() {
  const { width, height } = worldSize();
  const ends = [...visible.lines.values()].flatMap(({ low, high, count }) => [low, high].map((id) => ({ id, count })));
  if (visible.symbols.size < 12) { fitWorld(); return; }
  frame(bounds(placesOf(narrowest(ends, MOST))), width, height);
}

/** The symbols of the narrowest strip from north to south with a part of all that ends in symbols. */
function narrowest(ends, part) {
  const sorted = [...ends].sort((a, b) => actors[a.id].at[0] - actors[b.id].at[0] || a.id - b.id);
  const wanted = part * sorted.reduce((sum, { count }) => sum + count, 0);
  const across = ([first, last]) => actors[sorted[last].id].at[0] - actors[sorted[first].id].at[0];
  let [best, first, sum] = [[0, sorted.length - 1], 0, 0];
  sorted.forEach(({ count }, last) => {
    for (sum += count; sum - sorted[first].count >= wanted; first += 1) sum -= sorted[first].count;
    if (sum >= wanted && across([first, last]) < across(best)) best = [first, last];
  });
  return [...new Set(sorted.slice(best[0], best[1] + 1).map(({ id }) => id))];
}

/** Bring a part of the world into the window, with room at its sides for names. */
function frame(box, width, height) {
  const [side, above] = phone.matches ? [36, 50] : [84, 170];
  const least = Math.min(width / world.width, height / world.height);
  camera.k = clamp(Math.min((width - side) / box.width, (height - above) / box.height), least, 4);
  camera.x = width / 2 - box.x * camera.k;
  camera.y = height / 2 - box.y * camera.k;
  moved();
}

function bringWorld(symbols) {
  const drawn = symbols.filter((symbol) => visible.symbols.has(symbol));
  if (!drawn.length) return;
  const area = uncovered();
  const inside = ({ x, y }) => x > 30 && y > 30 && x < area.width - 30 && y < area.height - 50;
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
