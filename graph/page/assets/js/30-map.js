// The map: vis-network draws what `visible` holds; names are drawn on top by labels.js.

const places = new Map(); // where the reader dragged an actor to
let chart = null;
let nodeSet = null;
let edgeSet = null;
let theme = {};
let stretch = [1, 1]; // of the layout, along x and y, so that it fills a window of another shape

function readTheme() {
  const names = ["surface", "text", "muted", "country", "organisation", "group", "person", "on-country",
    "strong-cooperation", "cooperation", "mixed", "conflict", "strong-conflict", "standing", "accent"];
  theme = Object.fromEntries(names.map((name) => [name, cssColour(name)]));
}

function startMap() {
  nodeSet = new vis.DataSet([]);
  edgeSet = new vis.DataSet([]);
  const options = network.options;
  options.interaction.dragNodes = !matchMedia("(pointer: coarse)").matches;
  chart = new vis.Network(byId("map"), { nodes: nodeSet, edges: edgeSet }, options);
  chart.on("afterDrawing", drawLabels);
  chart.on("click", ({ nodes, edges }) => {
    if (nodes.length) select({ actor: nodes[0] });
    else if (edges.length) select({ pair: edges[0] });
    else select(null);
  });
  chart.on("dragEnd", ({ nodes }) => {
    for (const id of nodes) places.set(id, chart.getPosition(id));
  });
  chart.on("hoverNode", ({ node, pointer }) => hover({ actor: node }, pointer.DOM));
  chart.on("hoverEdge", ({ edge, pointer }) => hover({ pair: edge }, pointer.DOM));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) chart.on(event, () => hover(null));
}

/** Give vis-network the visible actors and lines; what is gone is removed, so that it cannot be clicked. */
function drawMap() {
  const nodes = network.nodes.filter((node) => visible.actors.has(node.id)).map(nodeOptions);
  const edges = network.edges.filter((edge) => visible.pairs[edge.id]).map(edgeOptions);
  const keep = { nodes: new Set(nodes.map(({ id }) => id)), edges: new Set(edges.map(({ id }) => id)) };
  edgeSet.remove(edgeSet.getIds().filter((id) => !keep.edges.has(id)));
  nodeSet.remove(nodeSet.getIds().filter((id) => !keep.nodes.has(id)));
  nodeSet.update(nodes);
  edgeSet.update(edges);
  byId("empty").hidden = nodes.length > 0;
  byId("empty").textContent = t(ties.length ? "no-match" : "empty");
}

function nodeOptions(node) {
  const at = places.get(node.id) ?? placeOf(node.id);
  const focus = focused();
  const chosen = state.selected?.actor === node.id;
  const fill = theme[node.group];
  const colour = { background: fill, border: chosen ? theme.accent : theme.surface };
  return {
    ...node, ...at, label: actorName(node.id), borderWidth: chosen ? 4 : 2,
    color: { ...colour, highlight: colour, hover: colour },
    opacity: !focus || focus.actors.has(node.id) ? 1 : 0.18,
  };
}

function edgeOptions(edge) {
  const line = visible.pairs[edge.id];
  const focus = focused();
  const chosen = state.selected?.pair === edge.id || state.hovered?.pair === edge.id;
  const faint = focus && !focus.pairs.has(edge.id);
  const colour = theme[line.sign];
  return {
    ...edge, ...(heavy() && { smooth: false }), hidden: false, width: lineWidth(line) + (chosen ? 2 : 0), dashes: dashOf(line),
    color: {
      color: colour, highlight: colour, hover: colour, inherit: false,
      opacity: faint ? 0.07 : chosen || focus ? style.opacity[line.modality] : style.opacity[line.modality] * density(),
    },
  };
}

/** Lines fade as they get many, so that a dense map keeps its dark and light. */
const density = () => Math.max(0.3, Math.min(1, Math.sqrt(350 / (visible.lines || 1))));

/** So many lines that restyling them all on each move of the pointer would stutter. */
const heavy = () => visible.lines > 1500;

/** The actors and lines around what is hovered or selected, or null when nothing is. */
function focused() {
  const target = (heavy() ? null : state.hovered) ?? state.selected;
  if (!target) return null;
  const lines = pairs.map((_, index) => index).filter((index) => visible.pairs[index]
    && (target.pair === index || target.actor === pairs[index].from || target.actor === pairs[index].to));
  const around = new Set(lines.flatMap((index) => [pairs[index].from, pairs[index].to]));
  if (target.actor !== undefined) around.add(target.actor);
  if (target.pair !== undefined) around.add(pairs[target.pair].from).add(pairs[target.pair].to);
  return { actors: around, pairs: new Set(lines) };
}

/** Draw again with the highlight as it is now. */
function paint() {
  nodeSet.update(nodeSet.get().map((node) => nodeOptions(network.nodes[node.id])));
  edgeSet.update(edgeSet.get().map((edge) => edgeOptions(network.edges[edge.id])));
}

function hover(target, at) {
  if (JSON.stringify(target) === JSON.stringify(state.hovered)) return;
  state.hovered = target;
  byId("map").classList.toggle("pointing", target !== null);
  const tip = byId("tip");
  tip.hidden = target === null;
  if (target) {
    tip.replaceChildren(...(target.pair === undefined ? actorTip(target.actor) : pairTip(target.pair)));
    const room = byId("stage").getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(at.x + 14, room.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(4, Math.min(at.y + 14, room.height - tip.offsetHeight - 8))}px`;
  }
  if (!heavy()) paint();
}

function actorTip(index) {
  const count = ties.filter((tie) => tie.from === index || tie.to === index).length;
  return [el("strong", {}, actorName(index)), el("span", {}, `${t(actors[index].kind)} · ${t("ties", { n: count })}`)];
}

function pairTip(index) {
  const { from, to, mutual } = pairs[index];
  const line = visible.pairs[index];
  const names = [...new Set(line.ties.map((tie) => relationName(ties[tie].relation)))];
  return [
    el("strong", {}, `${actorName(from)} ${mutual ? "↔" : "→"} ${actorName(to)}`),
    el("span", {}, names.slice(0, 4).join(" · ") + (names.length > 4 ? " …" : "")),
    el("span", {}, t("statements", { n: line.count })),
  ];
}

/** Where an actor is, as Python laid it out, stretched. Stretching never makes symbols overlap. */
function placeOf(id) {
  const [x, y] = state.all ? actors[id].place : [network.nodes[id].x, network.nodes[id].y];
  return { x: x * stretch[0], y: y * stretch[1] };
}

/** The window's room for symbols, less what names at the rim and the buttons take. */
function room() {
  const { clientWidth: width, clientHeight: height } = byId("map");
  const side = width < 600 ? 40 : 70;
  return { width: Math.max(60, width - 2 * side), height: Math.max(60, height - 120), lift: 14 };
}

function bounds(points) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { width: right - left + 40, height: bottom - top + 40, x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Choose the stretch for the window as it is; what was dragged goes back. */
function reshape() {
  stretch = [1, 1];
  places.clear();
  if (!visible.actors.size) return;
  const [box, target] = [bounds([...visible.actors].map(placeOf)), room()];
  const ratio = (target.width / target.height) / (box.width / box.height);
  stretch = [Math.min(1.8, Math.max(1, ratio)), Math.min(1.8, Math.max(1, 1 / ratio))];
}

/** Show every actor that is drawn. */
function fit(animation = glide()) {
  if (!nodeSet.length) return;
  const [box, target] = [bounds(Object.values(chart.getPositions())), room()];
  if (nodeSet.length > 150) animation = false;
  const scale = Math.min(1.5, target.width / box.width, target.height / box.height);
  chart.moveTo({ position: { x: box.x, y: box.y + target.lift / scale }, scale, animation });
}

function zoom(factor) {
  chart.moveTo({ scale: Math.min(6, Math.max(0.05, chart.getScale() * factor)), animation: glide() });
}

/** The part of the map that no panel covers, in its own pixels. */
function uncovered() {
  const [map, panel] = [byId("map"), byId("panel")].map((node) => node.getBoundingClientRect());
  const sheet = narrow.matches && panel.width >= map.width;
  const aside = narrow.matches && !sheet;
  return { width: map.width - (aside ? panel.width : 0), height: map.height - (sheet ? panel.height : 0) };
}

/** Bring some actors into the part of the map that can be seen; nothing moves when they are in it. */
function bring(indexes) {
  const drawn = indexes.filter((index) => nodeSet.get(index));
  if (!drawn.length) return;
  const [area, places] = [uncovered(), drawn.map((index) => chart.getPosition(index))];
  const inside = ({ x, y }) => x > 40 && y > 40 && x < area.width - 40 && y < area.height - 60;
  if (chart.getScale() > 0.6 && places.every((place) => inside(chart.canvasToDOM(place)))) return;
  const box = bounds(places);
  const scale = Math.min(1.2, (area.width - 110) / box.width, (area.height - 110) / box.height);
  const { clientWidth, clientHeight } = byId("map");
  const position = { x: box.x + (clientWidth - area.width) / 2 / scale, y: box.y + (clientHeight - area.height) / 2 / scale };
  chart.moveTo({ position, scale: Math.max(0.1, scale), animation: glide() });
}
