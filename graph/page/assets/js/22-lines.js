// Lines: all ties between two symbols, collapsed into one. Python does the same for the first picture.

const lineId = (a, b) => (a <= b ? `${a}-${b}` : `${b}-${a}`);
const endsOf = (id) => id.split("-").map(Number);

/** The line that a tie is in, drawn or not. */
const lineOf = (tie) => lineId(symbolOf(ties[tie].from), symbolOf(ties[tie].to));

/** The indexes of all ties in a line, whatever the filters. */
const tiesIn = (id) => ties.map((_, index) => index).filter((index) => lineOf(index) === id);

/** Collapse the ties that have visible statements; say which symbols and lines are drawn. */
function collapse(shown) {
  const every = new Map();
  let inside = 0;
  ties.forEach((tie, index) => {
    if (!shown[index].length) return;
    const [from, to] = [symbolOf(tie.from), symbolOf(tie.to)];
    if (from === to && tie.from !== tie.to) { inside += 1; return; }
    const id = lineId(from, to);
    const line = every.get(id) ?? { id, low: Math.min(from, to), high: Math.max(from, to), ties: [], there: false, back: false };
    line.ties.push(index);
    if (!relations[tie.relation].mutual) line[from === line.low ? "there" : "back"] = true;
    every.set(id, line);
  });
  for (const line of every.values()) Object.assign(line, weigh(line.ties, shown));
  return { every, inside, ...drawnOf(every) };
}

/** The symbols and lines that are drawn: of a large graph the most tied, of many lines the strongest. */
function drawnOf(every) {
  const around = neighbours(every, state.focus);
  const onPath = new Set(state.path ? pathIn(every, state.path) : []);
  const may = (symbol) => placed(symbol) && (onPath.has(symbol)
    || (!state.gone.has(symbol) && (state.focus === null ? isFirst(symbol) : around.has(symbol))));
  const all = new Set([...every.values()].flatMap(({ low, high }) => [low, high]));
  const possible = [...every.values()].filter(({ low, high }) => may(low) && may(high))
    .sort((a, b) => b.count - a.count || a.low - b.low || a.high - b.high);
  const most = style.lines[state.all || state.focus !== null ? 1 : 0];
  const lines = new Map(possible.slice(0, most).map((line) => [line.id, line]));
  return { lines, possible: possible.length, all, symbols: new Set([...all].filter(may)) };
}

/** A symbol with a place on the world map, or on the other map, where all have one. */
const placed = (symbol) => state.view !== "world" || actors[symbol].at !== undefined;

function neighbours(every, symbol) {
  const found = new Set(symbol === null ? [] : [symbol]);
  if (symbol !== null) {
    for (const { low, high } of every.values()) {
      if (low === symbol) found.add(high);
      if (high === symbol) found.add(low);
    }
  }
  return found;
}

/**
 * How a line is drawn. Its width comes from all statements that count; its dash and colour from those
 * closest to fact, so that what is merely possible or denied never recolours what happened.
 */
function weigh(indexes, shown) {
  const scores = style.modalities.map(() => []);
  const counts = style.modalities.map(() => 0);
  for (const index of indexes) {
    const { score } = relations[ties[index].relation];
    for (const { modality } of shown[index]) {
      counts[modality] += 1;
      if (score !== null) scores[modality].push(score);
    }
  }
  const nearest = counts.findIndex((count) => count > 0);
  const count = counts.reduce((sum, each) => sum + each, 0);
  return { count, sign: signOf(scores[nearest]), modality: style.modalities[nearest], contested: indexes.some((index) => contested[index] !== null) };
}

/** Same width as Python gives the first picture. */
const lineWidth = ({ sign, count }) =>
  sign === "standing" ? 1.2 : Math.round(Math.min(9, 1 + 1.4 * Math.sqrt(count)) * 10) / 10;

function dashOf({ sign, modality }) {
  const dash = modality === "actual" ? (style.signDashes[sign] ?? []) : style.dashes[modality];
  return dash.length ? dash : false;
}

const arrowsOf = ({ there, back }) => style.arrows[`${Number(back)}${Number(there)}`];
const arrowText = ({ there, back }) => (there === back ? "↔" : there ? "→" : "←");
const lineText = (line) => `${actorName(line.low)} ${arrowText(line)} ${actorName(line.high)}`;
