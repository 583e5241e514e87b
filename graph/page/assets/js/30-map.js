// The map: vis-network draws what `visible` holds; names are drawn on top by labels.

let chart = null;
let nodeSet = null;
let edgeSet = null;
let theme = {};

function readTheme() {
  const names = ["surface", "raised", "sunken", "line", "land", "border", "text", "muted", "country", "organisation", "group", "person", "on-country",
    "strong-cooperation", "cooperation", "mixed", "conflict", "strong-conflict", "standing", "accent"];
  theme = Object.fromEntries(names.map((name) => [name, cssColour(name)]));
}

function startMap() {
  nodeSet = new vis.DataSet(network.nodes);
  edgeSet = new vis.DataSet(network.edges);
  const { options } = network;
  options.interaction.dragNodes = !coarse.matches;
  chart = new vis.Network(byId("map"), { nodes: nodeSet, edges: edgeSet }, options);
  chart.on("afterDrawing", drawLabels);
  chart.on("click", ({ nodes, edges }) => {
    if (nodes.length) select({ actor: nodes[0] });
    else if (edges.length) select({ line: edges[0] });
    else select(null);
  });
  chart.on("doubleClick", ({ nodes }) => { if (nodes.length) openOrFocus(nodes[0]); });
  chart.on("dragEnd", ({ nodes }) => {
    for (const id of nodes) pin(id, chart.getPosition(id));
    remember();
  });
  chart.on("hoverNode", ({ node, pointer }) => hover({ actor: node }, pointer.DOM));
  chart.on("hoverEdge", ({ edge, pointer }) => hover({ line: edge }, pointer.DOM));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) chart.on(event, () => hover(null));
  chart.on("zoom", remember);
}

const drawnOptions = { nodes: new Map(), edges: new Map() };

/** Give vis-network what has changed; what is gone is removed, so that it cannot be clicked. */
function drawMap() {
  const at = layout();
  const nodes = [...visible.symbols].map((id) => nodeOptions(id, at.get(id)));
  const edges = [...visible.lines.values()].map(edgeOptions);
  // vis-network draws at once after each change of a set; here are up to four, and one drawing is enough.
  chart.body.emitter.emit("_blockRedraw");
  update(edgeSet, edges, drawnOptions.edges, () => update(nodeSet, nodes, drawnOptions.nodes));
  chart.body.emitter.emit("_allowRedraw");
  chart.body.emitter.emit("_requestRedraw");
  byId("empty").hidden = nodes.length > 0 || state.view === "table";
  byId("empty").textContent = t(ties.length ? "no-match" : "empty");
}

/** Lines leave before their symbols and come after them, hence `between`. */
function update(set, options, drawn, between = () => {}) {
  const keep = new Set(options.map(({ id }) => id));
  const gone = set.getIds().filter((id) => !keep.has(id));
  gone.forEach((id) => drawn.delete(id));
  if (gone.length) set.remove(gone);
  between();
  const changed = options.filter((each) => {
    const text = JSON.stringify(each);
    const differs = drawn.get(each.id) !== text;
    drawn.set(each.id, text);
    return differs;
  });
  if (changed.length) set.update(changed);
}

function nodeOptions(id, at) {
  const focus = focused();
  const chosen = state.selected !== null && chosenSymbols().includes(id);
  const { kind } = actors[id];
  const pinned = state.pins.has(id);
  const colour = { background: theme[kind], border: chosen ? theme.accent : pinned ? theme.text : theme.surface };
  return {
    id, shape: style.shapes[kind], size: sizeOf(id), x: Math.round(at.x), y: Math.round(at.y), label: actorName(id), group: kind,
    borderWidth: chosen ? 4 : 2, color: { ...colour, highlight: colour, hover: colour },
    opacity: !focus || focus.symbols.has(id) ? 1 : 0.18,
  };
}

function edgeOptions(line) {
  const focus = focused();
  const chosen = state.selected?.line === line.id || state.hovered?.line === line.id || (focus?.path && focus.lines.has(line.id));
  const faint = focus && !focus.lines.has(line.id);
  const colour = theme[line.sign];
  const full = style.opacity[line.modality];
  return {
    id: line.id, from: line.low, to: line.high, arrows: arrowsOf(line), smooth: heavy() ? false : { enabled: true, type: "curvedCW", roundness: style.bow },
    width: lineWidth(line) + (chosen ? 2 : 0), dashes: dashOf(line), sign: line.sign,
    color: { color: colour, highlight: colour, hover: colour, inherit: false, opacity: faint ? 0.07 : chosen || focus ? full : full * density() },
  };
}

/** Lines fade as they get many, so that a dense map keeps its dark and light. */
const density = () => Math.max(0.3, Math.min(1, Math.sqrt(350 / (visible.lines.size || 1))));

/** So many lines that bows, and restyling on each move of the pointer, would stutter. */
const heavy = () => visible.lines.size > 900;

/** The symbols that the selection is about. */
function chosenSymbols() {
  const { selected } = state;
  if (!selected) return [];
  if (selected.path) return pathNow().symbols;
  return selected.line === undefined ? [symbolOf(selected.actor)] : endsOf(selected.line);
}

let focusCache = { key: null, value: null };

/** The symbols and lines around what is hovered or selected, or null when nothing is. */
function focused() {
  const target = (heavy() ? null : state.hovered) ?? state.selected;
  const cached = focusCache.key === target && focusCache.visible === visible && focusCache.path === state.path;
  if (!cached) focusCache = { key: target, visible, path: state.path, value: target && aroundOf(target) };
  return focusCache.value;
}

function aroundOf(target) {
  if (target.path) {
    const { symbols, lines } = pathNow();
    return symbols.length ? { symbols: new Set(symbols), lines: new Set(lines), path: true } : null;
  }
  const own = target.line === undefined ? symbolOf(target.actor) : null;
  const found = [...visible.lines.values()].filter((line) => line.id === target.line || line.low === own || line.high === own);
  const around = new Set(found.flatMap(({ low, high }) => [low, high]));
  for (const end of target.line === undefined ? [own] : endsOf(target.line)) around.add(end);
  return [...around].some((symbol) => visible.symbols.has(symbol)) ? { symbols: around, lines: new Set(found.map(({ id }) => id)) } : null;
}

/** Draw again with the highlight as it is now. */
function paint() {
  if (state.view === "world") drawWorld();
  else if (state.view === "map") drawMap();
}
