// Filters: which statements count now. Every view reads `visible`.
//
// One pass over all statements notes what each fails. What passes all filters is visible; what fails
// exactly one is counted beside the boxes of that one, so that a count says what a click would bring.

const LEAST_SURE = 0;

const plainFilters = () => ({
  sign: new Set(), kind: new Set(), family: new Set(), relation: new Set(),
  modality: new Set(style.modalities.slice(1)), lang: new Set(), source: new Set(),
  confidence: LEAST_SURE, articles: 1, from: "", to: "",
});
const SETS = Object.entries(plainFilters()).filter(([, value]) => value instanceof Set).map(([name]) => name);

state.filters = plainFilters();

/** Every statement with what the filters ask of it. */
const statements = ties.flatMap((tie, index) => tie.statements.map((statement) => {
  const source = sources[statement.source];
  return {
    tie: index, statement, span: spanOf(statement),
    values: {
      sign: filterSign(tie.relation), family: relations[tie.relation].type, relation: tie.relation,
      modality: modalityOf(statement), lang: source.lang ?? "", source: source.publisher ?? "",
    },
  };
}));

/** Who acts and who is acted on in a statement; where both act together the text may have them the other way round. */
const endsOfStatement = ({ tie, statement }) => (statement.turned ? [ties[tie].to, ties[tie].from] : [ties[tie].from, ties[tie].to]);

/** How many articles say it in words of their own: an agency's text printed ten times counts once. */
const independent = ties.map(({ statements: all }) => Math.min(
  new Set(all.map(({ source }) => sources[source].copy ?? sources[source].iri)).size, new Set(all.map(({ sentence }) => sentence)).size));

/** How many say that it happened and how many deny it, where one denies what another says. */
const contested = ties.map((tie) => tie.contested ?? null);

let visible = { ties: [], listed: [], timed: [], counts: {}, symbols: new Set(), lines: new Map() };

/** True when the days of a statement meet those chosen; one without any date passes only when none is. */
function inDates({ span }) {
  const { from, to } = state.filters;
  if (!from && !to) return true;
  return span !== null && (!from || span.to >= from) && (!to || span.from <= to);
}

/** The name of the one filter that an item fails, "" where it passes all, null where it fails several. */
function failure(item) {
  const { filters } = state;
  const tie = ties[item.tie];
  let failed = "";
  const fails = (name) => { failed = failed === "" ? name : null; return failed === null; };
  for (const name of SETS) {
    if (name !== "kind" && filters[name].size && filters[name].has(item.values[name]) && fails(name)) return null;
  }
  const kinds = filters.kind.size && (filters.kind.has(actors[tie.from].kind) || filters.kind.has(actors[tie.to].kind));
  if (kinds && fails("kind")) return null;
  if (item.statement.confidence < filters.confidence && fails("confidence")) return null;
  if (independent[item.tie] < filters.articles && fails("articles")) return null;
  if (!inDates(item)) fails("date");
  return failed;
}

/** Work out again what is visible. */
function refilter() {
  const counts = Object.fromEntries(SETS.map((name) => [name, new Map()]));
  const add = (name, value) => counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  const shown = ties.map(() => []);
  const [listed, timed] = [[], []];
  statements.forEach((item, index) => {
    const failed = failure(item);
    if (failed === null) return;
    if (failed === "") { shown[item.tie].push(item.statement); listed.push(index); }
    if (failed === "" || failed === "date") timed.push(index);
    for (const name of SETS) {
      if (name !== "kind" && (failed === "" || failed === name)) add(name, item.values[name]);
    }
    if (failed === "" || failed === "kind") {
      const { from, to } = ties[item.tie];
      for (const kind of new Set([actors[from].kind, actors[to].kind])) add("kind", kind);
    }
  });
  visible = { ties: shown, listed, timed, counts, ...collapse(shown) };
}

const filtered = () => !same(...[state.filters, plainFilters()].map((filters) =>
  Object.values(filters).map((value) => (value instanceof Set ? [...value].sort() : value))));

/** Let every statement of some ties through. */
function reveal(indexes) {
  const items = statements.filter((item) => indexes.includes(item.tie));
  const { filters } = state;
  for (const item of items) {
    for (const name of SETS) if (name !== "kind") filters[name].delete(item.values[name]);
    for (const end of [ties[item.tie].from, ties[item.tie].to]) filters.kind.delete(actors[end].kind);
    filters.confidence = Math.min(filters.confidence, item.statement.confidence);
    filters.articles = Math.min(filters.articles, independent[item.tie]);
    if (!inDates(item)) filters.from = filters.to = "";
  }
}
