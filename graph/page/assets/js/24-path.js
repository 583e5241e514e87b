// The path between two actors: over as few lines as possible, and of those over the strongest.

/** The symbols on the path, both ends included; empty where there is none. */
function pathIn(every, { from, to }) {
  const [start, end] = [symbolOf(from), symbolOf(to)];
  const next = new Map();
  for (const { low, high, count } of every.values()) {
    if (state.gone.has(low) || state.gone.has(high)) continue;
    for (const [a, b] of [[low, high], [high, low]]) next.set(a, [...(next.get(a) ?? []), [b, count]]);
  }
  const before = new Map([[start, { from: null, strength: Infinity }]]);
  let edge = [start];
  while (edge.length && !before.has(end)) edge = step(edge, next, before);
  return before.has(end) ? trail(before, end) : [];
}

/** Go one line further in all directions; where two ways meet, the one whose weakest line is stronger counts. */
function step(edge, next, before) {
  const reached = new Map();
  for (const symbol of edge) {
    for (const [other, count] of next.get(symbol) ?? []) {
      if (before.has(other)) continue;
      const strength = Math.min(before.get(symbol).strength, count);
      if (!reached.has(other) || reached.get(other).strength < strength) reached.set(other, { from: symbol, strength });
    }
  }
  reached.forEach((found, symbol) => before.set(symbol, found));
  return [...reached.keys()];
}

function trail(before, end) {
  const symbols = [];
  for (let symbol = end; symbol !== null; symbol = before.get(symbol).from) symbols.unshift(symbol);
  return symbols;
}

/** The path now, as symbols and as the ids of its lines. */
function pathNow() {
  const symbols = state.path ? pathIn(visible.every, state.path) : [];
  return { symbols, lines: symbols.slice(1).map((symbol, index) => lineId(symbols[index], symbol)) };
}

function choosePath(from, to) {
  state.path = from === null || to === null || from === to ? null : { from, to };
  state.selected = state.path ? { path: true } : null;
  refresh();
  if (!state.path) return;
  const { symbols } = pathNow();
  announce(symbols.length ? symbols.map(actorName).join(", ") : t("no-path"));
  if (state.view !== "table") bring(symbols);
}
