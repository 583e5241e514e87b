// How a pair, or an actor with all others, stood over the years: the tie index of docs/ties.md, cooperation
// above the line and conflict below, with their errors.

const HISTORY = { width: 300, half: 26, least: 6, surest: 1 - 1e-9, states: ["person", "organisation"] };

/** For whom the acts of an actor count: persons and bodies for their state, all others for themselves. */
const standsFor = (index) => (HISTORY.states.includes(actors[index].kind) ? homeOf(index) : index);

/** The article that a statement stands in, or of which its own is a copy. */
const storyOf = ({ source }) => sources[source].copy ?? sources[source].iri;

/** Of statements that several articles make in one sentence, those of the first: a dispatch is one witness. */
function firstTold(told) {
  const age = (each) => `${sources[each.source].date ?? "9"} ${storyOf(each)}`;
  return [...groupBy(told, ({ sentence, date }) => `${sentence} ${date}`).values()].flatMap((alike) => {
    const first = alike.map(age).reduce((a, b) => (a < b ? a : b));
    return alike.filter((each) => age(each) === first);
  });
}

/** What happened in some ties and passes the filters: each event once, with how sure each article of it is. */
function eventsOf(indexes) {
  const events = new Map();
  for (const index of indexes) {
    const { from, to, relation } = ties[index];
    const { score, mutual } = relations[relation];
    const ends = [standsFor(from), standsFor(to)];
    if (score === null || ends[0] === ends[1]) continue;
    if (mutual) ends.sort((a, b) => a - b);
    for (const statement of firstTold(visible.ties[index].filter((each) => modalityOf(each) === "actual"))) {
      const span = spanOf(statement);
      if (span === null) continue;
      const key = JSON.stringify([ends, relation, span.from, span.to]);
      const event = events.get(key) ?? { score, span, sure: new Map() };
      const story = storyOf(statement);
      event.sure.set(story, Math.max(event.sure.get(story) ?? 0, Math.min(statement.confidence, HISTORY.surest)));
      events.set(key, event);
    }
  }
  return [...events.values()];
}

const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86400000;

/** The years that a span lies in, each with the part of its days that does. */
function sharesOf({ from, to }) {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)));
  const days = dayNumber(to) - dayNumber(from) + 1;
  return Array.from({ length: last - first + 1 }, (_, after) => {
    const year = String(first + after).padStart(4, "0");
    const [begin, end] = [from > `${year}-01-01` ? from : `${year}-01-01`, to < `${year}-12-31` ? to : `${year}-12-31`];
    return [first + after, (dayNumber(end) - dayNumber(begin) + 1) / days];
  });
}

/** The chance that at least one of an event's articles was read right, once each and over draws of articles. */
function chanceOf({ sure }) {
  const each = [...sure.values()];
  return { once: 1 - each.reduce((doubt, chance) => doubt * (1 - chance), 1), drawn: Math.exp(-each.reduce((sum, chance) => sum + chance, 0)) };
}

/**
 * The index of some shares of events, and its standard deviation over draws in which an article counts
 * 0, 1, 2 … times (Poisson). For events i and j, E[Πd^n] = e^-Σc, so that their covariance is
 * e^-Σc_i · e^-Σc_j · (e^Σc_i·c_j - 1), the last sum over the articles that tell of both: what many
 * draws come to, without drawing.
 */
function indexOf(parts) {
  const byStory = new Map();
  const known = parts.map(({ event, worth }, at) => {
    for (const story of event.sure.keys()) byStory.set(story, [...(byStory.get(story) ?? []), at]);
    return { worth, event, ...chanceOf(event) };
  });
  const value = known.reduce((sum, { worth, once }) => sum + worth * once, 0);
  const variance = known.reduce((sum, one) => {
    const shared = new Map();
    for (const [story, chance] of one.event.sure) {
      for (const at of byStory.get(story)) shared.set(at, (shared.get(at) ?? 0) + chance * known[at].event.sure.get(story));
    }
    return [...shared].reduce((all, [at, both]) =>
      all + one.worth * one.drawn * known[at].worth * known[at].drawn * Math.expm1(both), sum);
  }, 0);
  return { value, error: Math.sqrt(Math.max(0, variance)) };
}

/** Cooperation and conflict by year. */
function yearsOf(indexes) {
  const years = new Map();
  for (const event of eventsOf(indexes)) {
    for (const [year, share] of sharesOf(event.span)) {
      const sides = years.get(year) ?? [[], []];
      if (event.score) sides[event.score < 0 ? 1 : 0].push({ event, worth: Math.abs(event.score) * share });
      years.set(year, sides);
    }
  }
  return [...years].sort(([a], [b]) => a - b).map(([year, sides]) => [year, sides.map(indexOf)]);
}

/** A value with one digit, rounded as `diplograph ties` rounds it: a half to the even digit, after what is noise of the sum. */
const tenths = (value) => formatter("NumberFormat", {
  minimumFractionDigits: 1, maximumFractionDigits: 1, roundingMode: "halfEven",
}).format(Number(value.toFixed(9)));
const withError = ({ value, error }) => (value ? `${tenths(value)} ± ${tenths(error)}` : tenths(0));

/** A bar of a year, and over it a line as long as its error on both sides. */
function historyBar({ value, error }, left, wide, unit, above, title) {
  const way = above ? -1 : 1;
  const from = HISTORY.half + (above ? 0 : 1);
  const y = (amount) => from + way * amount * unit;
  const tall = value ? Math.max(2, value * unit) : 0;
  const middle = left + wide / 2;
  const bar = svg("rect", {
    x: left, y: above ? from - tall : from, width: wide, height: tall, fill: theme[above ? "cooperation" : "strong-conflict"],
  }, svg("title", {}, title));
  const whisker = svg("line", {
    class: "error", x1: middle, x2: middle, y1: y(Math.max(0, value - error)), y2: y(value + error), stroke: theme.text,
    "vector-effect": "non-scaling-stroke",
  });
  return value ? [bar, whisker] : [bar];
}

/** A chart of the years, null where there is none; each bar says its sums, and the axis the whole number above the greatest, with the sign of its side. */
function history(indexes) {
  const years = yearsOf(indexes);
  if (!years.length) return null;
  const first = years[0][0];
  const step = HISTORY.width / Math.max(HISTORY.least, years.at(-1)[0] - first + 1);
  const most = Math.ceil(Math.max(...years.flatMap(([, sides]) => sides.map(({ value, error }) => value + error)))) || 1;
  const said = ([year, [up, down]]) => t("history-year", { year: String(year), up: withError(up), down: withError(down) });
  const bars = years.flatMap((each) => each[1].flatMap((side, number) => historyBar(
    side, (each[0] - first) * step, Math.max(2, step - 1), HISTORY.half / most, number === 0, said(each))));
  const picture = svg("svg", {
    preserveAspectRatio: "none", viewBox: `0 0 ${HISTORY.width} ${2 * HISTORY.half + 1}`, role: "img", "aria-label": years.map(said).join("; "),
  }, svg("rect", { x: 0, y: HISTORY.half, width: HISTORY.width, height: 1, fill: theme.muted }), bars);
  const scale = [most, 0, -most].map((value) => el("span", {}, formatter("NumberFormat", { signDisplay: "exceptZero" }).format(value)));
  const last = years.at(-1)[0];
  return el("figure", { className: "history" },
    el("figcaption", {}, t("history"), el("small", {}, ` ${t("history-note")}`)),
    el("div", { className: "plot" }, el("p", { className: "note heights", "aria-hidden": "true" }, scale), picture),
    el("p", { className: "note ends" }, el("span", {}, String(first)), last > first ? el("span", {}, String(last)) : null));
}
