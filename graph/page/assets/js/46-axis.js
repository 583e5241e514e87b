// The axis of the timeline: years, months or days, cut where the dates thin out. What lies far before or
// behind the rest has one bin of its own at that end, so that a treaty of 1648 does not squeeze the news.

const GRAINS = { year: 4, month: 7, day: 10 };

const OUTSIDE = 0.02; // most of the dates that may be left outside
const LEAST_GAP = 0.2; // what cuts them off, as a part of the span that is left
const FEW = 8; // dates of which none is left outside

/** Number of the year, month or day that a date is in. */
function binOf(day, unit) {
  const [year, month, date] = day.split("-").map(Number);
  if (unit === "year") return year;
  if (unit === "month") return year * 12 + month - 1;
  const at = new Date(Date.UTC(2000, month - 1, date));
  at.setUTCFullYear(year);
  return Math.round(at.getTime() / 86_400_000);
}

/** The date of a bin, as precise as its unit. */
function dateOf(bin, unit) {
  const pad = (value, digits) => String(value).padStart(digits, "0");
  if (unit === "year") return pad(bin, 4);
  if (unit === "month") return `${pad(Math.floor(bin / 12), 4)}-${pad((bin % 12) + 1, 2)}`;
  return new Date(bin * 86_400_000).toISOString().slice(0, 10);
}

/** Where the axis begins and ends, of dates in order, and whether something lies outside. */
function axisOf(days) {
  if (!days.length) return null;
  const at = days.map((day) => binOf(day, "day"));
  const last = days.length - 1;
  const spare = days.length < FEW ? 0 : Math.max(1, Math.floor(days.length * OUTSIDE));
  const cuts = (near, far, end) => Math.abs(at[near] - at[far]) > Math.max(1, Math.abs(at[near] - at[end]) * LEAST_GAP);
  let [low, high] = [0, last];
  for (let index = 1; index <= spare; index += 1) if (cuts(index, index - 1, last)) low = index;
  for (let index = last - 1; index >= last - spare; index -= 1) if (cuts(index, index + 1, low)) high = index;
  return { from: days[low], to: days[high], early: low > 0, late: high < last };
}

/** The days on which events begin; standing relations have no bar, and count where there is nothing else. */
function eventDays() {
  const dated = statements.filter(({ span }) => span);
  const events = dated.filter(({ values }) => values.sign !== "standing");
  return (events.length ? events : dated).map(({ span }) => span.from).sort();
}

const axis = axisOf(eventDays());

/** Year for long spans, month for years, day for weeks. */
function defaultUnit() {
  const years = axis ? Number(axis.to.slice(0, 4)) - Number(axis.from.slice(0, 4)) : 0;
  if (years > 5) return "year";
  return axis && binOf(axis.to, "day") - binOf(axis.from, "day") < 70 ? "day" : "month";
}

/** A bin in words; the outer ones may hold all that is earlier or later. */
function binText(bin, month = "long") {
  const end = timeline.bins.length - 1;
  if (bin === 0 && axis.early) return t("before", { date: dateText(dateOf(timeline.first + 1, state.unit), month) });
  if (bin === end && axis.late) return t("after", { date: dateText(dateOf(timeline.last - 1, state.unit), month) });
  return dateText(dateOf(bin + timeline.first, state.unit), month);
}
