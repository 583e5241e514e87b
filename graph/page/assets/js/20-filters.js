// Filters: which statements count now. Map, table and panel all read `visible`.

let visible = { ties: [], pairs: [], lines: 0, actors: new Set() };

const yearsOf = (statement) => {
  const text = statement.date ?? sources[statement.source].date ?? "";
  const found = [...text.matchAll(/(?:^|\/)(\d{4})/g)].map((match) => match[1]);
  return found.length ? [found[0], found[found.length - 1]] : null;
};
for (const tie of ties) for (const statement of tie.statements) statement.years = yearsOf(statement);

const allYears = [...new Set(ties.flatMap((tie) => tie.statements.flatMap((each) => each.years ?? [])))].sort();

/** True when a statement's dates meet the chosen years; one without any date passes only when none is chosen. */
function inYears(statement) {
  if (!state.from && !state.to) return true;
  const { years } = statement;
  return years !== null && (!state.from || years[1] >= state.from) && (!state.to || years[0] <= state.to);
}

/** The statements of a tie that pass all filters. */
function passing(tie) {
  const { hidden } = state;
  if (hidden.relation.has(tie.relation) || hidden.sign.has(filterSign(tie.relation))) return [];
  return tie.statements.filter((each) => !hidden.modality.has(each.modality) && inYears(each));
}

/** Work out again what is visible. Actors beyond the first ones need `state.all`. */
function refilter() {
  const statements = ties.map(passing);
  const onMap = (index) => state.all || actors[index].rank < first;
  const tied = new Set();
  const lines = pairs.map((pair) => {
    const kept = pair.ties.filter((index) => statements[index].length);
    if (!kept.length) return null;
    for (const end of [pair.from, pair.to]) if (onMap(end)) tied.add(end);
    return onMap(pair.from) && onMap(pair.to) ? weigh(kept, statements) : null;
  });
  visible = { ties: statements, pairs: lines, lines: lines.filter(Boolean).length, actors: tied };
}

/**
 * How a line is drawn. Its width comes from all statements that count; its dash and colour from those
 * closest to fact, so that what is merely possible or denied never recolours what happened.
 */
function weigh(kept, statements) {
  const scores = style.modalities.map(() => []);
  const counts = style.modalities.map(() => 0);
  for (const index of kept) {
    const { score } = relations[ties[index].relation];
    for (const { modality } of statements[index]) {
      const place = style.modalities.indexOf(modality);
      counts[place] += 1;
      if (score !== null) scores[place].push(score);
    }
  }
  const nearest = counts.findIndex((count) => count > 0);
  const count = counts.reduce((sum, each) => sum + each, 0);
  return { ties: kept, count, sign: signOf(scores[nearest]), modality: style.modalities[nearest] };
}

/** Same width as Python gives the first picture. */
const lineWidth = ({ sign, count }) =>
  sign === "standing" ? 1.2 : Math.round(Math.min(9, 1 + 1.4 * Math.sqrt(count)) * 10) / 10;

function dashOf({ sign, modality }) {
  if (modality === "actual" && sign.endsWith("conflict")) return style.conflictDash;
  const dash = style.dashes[modality];
  return dash.length ? dash : false;
}

function resetFilters() {
  state.hidden = { sign: new Set(), modality: new Set(style.modalities.slice(1)), relation: new Set() };
  state.from = state.to = "";
}

/** Let every statement of some ties through. */
function reveal(indexes) {
  for (const index of indexes) {
    state.hidden.relation.delete(ties[index].relation);
    state.hidden.sign.delete(filterSign(ties[index].relation));
    for (const statement of ties[index].statements) {
      state.hidden.modality.delete(statement.modality);
      if (!inYears(statement)) state.from = state.to = "";
    }
  }
}
