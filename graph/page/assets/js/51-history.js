// How a pair, or an actor with all others, stood over the years: what happened, by the PLOVER score of
// its relation, cooperation above the line and conflict below.

const HISTORY = { width: 300, half: 26, least: 6 };

/** The spans of what happened in a tie and passes the filters: an event that several articles tell counts once. */
function eventsOf(index) {
  const spans = visible.ties[index].filter((each) => modalityOf(each) === "actual").map(spanOf).filter(Boolean);
  return new Map(spans.map((span) => [`${span.from}/${span.to}`, span])).values();
}

/** The sums of scores above and below zero by year. */
function yearsOf(indexes) {
  const years = new Map();
  for (const index of indexes) {
    const { score } = relations[ties[index].relation];
    for (const span of score === null ? [] : eventsOf(index)) {
      const sums = years.get(Number(span.from.slice(0, 4))) ?? [0, 0];
      sums[score < 0 ? 1 : 0] += Math.abs(score);
      years.set(Number(span.from.slice(0, 4)), sums);
    }
  }
  return [...years].sort(([a], [b]) => a - b);
}

/** A chart of the years, null where there is none; each bar says its sums, and the axis the greatest of them. */
function history(indexes) {
  const years = yearsOf(indexes);
  if (!years.length) return null;
  const first = years[0][0];
  const step = HISTORY.width / Math.max(HISTORY.least, years.at(-1)[0] - first + 1);
  const most = Math.max(...years.flatMap(([, sums]) => sums)) || 1;
  const said = ([year, [up, down]]) => t("history-year", { year: String(year), up: number(up), down: number(down) });
  const bar = (year, size, above, title) => {
    const tall = size ? Math.max(2, (size / most) * HISTORY.half) : 0;
    return svg("rect", {
      x: (year - first) * step, y: above ? HISTORY.half - tall : HISTORY.half + 1, width: Math.max(2, step - 1), height: tall,
      fill: theme[above ? "cooperation" : "strong-conflict"],
    }, svg("title", {}, title));
  };
  const bars = years.flatMap((each) => [bar(each[0], each[1][0], true, said(each)), bar(each[0], each[1][1], false, said(each))]);
  const picture = svg("svg", {
    preserveAspectRatio: "none", viewBox: `0 0 ${HISTORY.width} ${2 * HISTORY.half + 1}`, role: "img", "aria-label": years.map(said).join("; "),
  }, svg("rect", { x: 0, y: HISTORY.half, width: HISTORY.width, height: 1, fill: theme.muted }), bars);
  const scale = [most, 0, most].map((value) => el("span", {}, number(value)));
  const last = years.at(-1)[0];
  return el("figure", { className: "history" },
    el("figcaption", {}, t("history"), el("small", {}, ` ${t("history-note")}`)),
    el("div", { className: "plot" }, el("p", { className: "note scale", ariaHidden: "true" }, scale), picture),
    el("p", { className: "note ends" }, el("span", {}, String(first)), last > first ? el("span", {}, String(last)) : null));
}
