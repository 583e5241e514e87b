// Places on the map: as Python laid it out, stretched to the window, and parted around what is open.

const ROOM = 78; // between people around an open country
let stretch = [1, 1]; // of the layout, along x and y, so that it fills a window of another shape

/** Where every symbol of the level is. */
function layout() {
  const { order, first, near, far = near } = levels[state.level];
  const [places, last] = state.all || state.focus !== null || beyond() ? [far, order.length] : [near, first];
  const at = new Map(order.slice(0, last).map((id, index) =>
    [id, { x: places[2 * index] * stretch[0], y: places[2 * index + 1] * stretch[1] }]));
  if (state.level === "countries") for (const home of state.opened) spread(home, at);
  for (const [id, place] of state.pins) if (at.has(id)) at.set(id, place);
  return at;
}

/** True when something is drawn that is not among the first. */
const beyond = () => [...visible.symbols].some((symbol) => !isFirst(symbol));

/** Put the people of a country in rings around it, and push all others outwards by as much. */
function spread(home, at) {
  const centre = at.get(home);
  if (!centre) return;
  const inside = (members.get(home) ?? []).filter((index) => visible.all.has(index));
  const rings = [];
  for (let index = 0, ring = 1; index < inside.length; ring += 1) {
    const reach = ROOM * (0.45 + 0.75 * ring);
    const seats = Math.min(inside.length - index, Math.max(3, Math.floor((2 * Math.PI * reach) / (ROOM * 1.25))));
    rings.push({ reach, inside: inside.slice(index, index + seats) });
    index += seats;
  }
  const push = rings.length ? rings.at(-1).reach + ROOM / 2 : 0;
  for (const [id, { x, y }] of at) {
    const [dx, dy] = [x - centre.x, y - centre.y];
    const distance = Math.hypot(dx, dy);
    if (id !== home && distance) at.set(id, { x: x + (dx / distance) * push, y: y + (dy / distance) * push });
  }
  rings.forEach(({ reach, inside: seated }, ring) => seated.forEach((id, seat) => {
    const turn = (2 * Math.PI * (seat + ring / 2)) / seated.length - Math.PI / 2;
    at.set(id, { x: centre.x + Math.cos(turn) * reach, y: centre.y + Math.sin(turn) * reach });
  }));
}

function bounds(points) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { width: right - left + 40, height: bottom - top + 40, x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Choose the stretch for the window as it is. Stretching never makes symbols overlap. */
function reshape() {
  stretch = [1, 1];
  if (!visible.symbols.size) return;
  const at = layout();
  const [box, target] = [bounds([...visible.symbols].map((id) => at.get(id))), room()];
  const ratio = (target.width / target.height) / (box.width / box.height);
  stretch = [clamp(ratio, 1, 1.8), clamp(1 / ratio, 1, 1.8)];
}

function pin(id, { x, y }) {
  state.pins.set(id, { x: Math.round(x), y: Math.round(y) });
  paint();
}
