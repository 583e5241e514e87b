// The timeline: events by year, month or day, cooperation above the line and conflict below. A brush
// filters. Long spans scroll; only the part that is seen is drawn.

const GRAINS = { year: 4, month: 7, day: 10 };
const LEAST_BAR = { year: 7, month: 5, day: 4 };
const timeline = { bins: [], first: 0, last: 0, width: 0, most: 1, less: 0, timer: null };

const datedSpans = statements.map(({ span }) => span).filter(Boolean);
const extent = datedSpans.length ? {
  from: datedSpans.reduce((least, { from }) => (from < least ? from : least), "9999"),
  to: datedSpans.reduce((most, { from }) => (from > most ? from : most), "0000"),
} : null;

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

/** Year for long spans, month for years, day for weeks. */
function defaultUnit() {
  const years = extent ? Number(extent.to.slice(0, 4)) - Number(extent.from.slice(0, 4)) : 0;
  if (years > 5) return "year";
  return extent && binOf(extent.to, "day") - binOf(extent.from, "day") < 70 ? "day" : "month";
}

/** Count the events of each bin; a date less precise than the unit has no bin. */
function countBins() {
  const { unit } = state;
  Object.assign(timeline, { first: binOf(extent.from, unit), last: binOf(extent.to, unit), less: 0 });
  const bins = Array.from({ length: timeline.last - timeline.first + 1 }, () => [0, 0, 0]);
  for (const index of visible.timed) {
    const { span, values } = statements[index];
    if (!span || values.sign === "standing") continue;
    if (span.grain < GRAINS[unit]) { timeline.less += 1; continue; }
    bins[binOf(span.from, unit) - timeline.first][values.sign === "cooperation" ? 0 : values.sign === "neutral" ? 1 : 2] += 1;
  }
  timeline.bins = bins;
  timeline.most = Math.max(1, ...bins.map(([up, middle, down]) => Math.max(up + middle, down)));
}

/** The bins that the brush covers, from 0; all where there is no brush. */
function brushed() {
  const { from, to } = state.filters;
  const end = timeline.last - timeline.first;
  return [from ? clamp(binOf(from, state.unit) - timeline.first, 0, end) : 0, to ? clamp(binOf(to, state.unit) - timeline.first, 0, end) : end];
}

function brush(first, last, scroll = false) {
  const [low, high] = [Math.min(first, last), Math.max(first, last)].map((bin) => clamp(bin, 0, timeline.bins.length - 1));
  const whole = low === 0 && high === timeline.bins.length - 1;
  state.filters.from = whole ? "" : daysOf(dateOf(low + timeline.first, state.unit))[0];
  state.filters.to = whole ? "" : daysOf(dateOf(high + timeline.first, state.unit))[1];
  refresh();
  if (scroll) bringBins(low, high);
}

function drawTimeline() {
  byId("timeline").hidden = !extent || state.view === "table";
  if (byId("timeline").hidden) return;
  countBins();
  const { clientWidth } = byId("scroller");
  timeline.width = Math.max(LEAST_BAR[state.unit], clientWidth / timeline.bins.length);
  byId("track").style.width = `${Math.max(clientWidth, Math.ceil(timeline.width * timeline.bins.length))}px`;
  drawBars();
  drawHandles();
  const { from, to } = state.filters;
  byId("range").textContent = from || to ? [from, to].map((day) => (day ? dateText(day, "short") : "…")).join(" – ") : t("all-dates");
  byId("range-clear").hidden = !from && !to;
  byId("less").textContent = timeline.less ? t("less-precise", { n: timeline.less }) : "";
  document.querySelectorAll("[data-unit]").forEach((node) => node.setAttribute("aria-pressed", String(node.dataset.unit === state.unit)));
}

function drawBars() {
  const [scroller, canvas] = [byId("scroller"), byId("bars")];
  const [width, height, dense] = [scroller.clientWidth, scroller.clientHeight, window.devicePixelRatio || 1];
  if (!width) return;
  Object.assign(canvas, { width: width * dense, height: height * dense });
  canvas.style.width = `${width}px`;
  const context = canvas.getContext("2d");
  context.scale(dense, dense);
  const [base, reach] = [(height - 14) / 2, (height - 14) / 2 - 3];
  const offset = scroller.scrollLeft;
  const [low, high] = brushed();
  const start = Math.max(0, Math.floor(offset / timeline.width) - 1);
  const end = Math.min(timeline.bins.length, Math.ceil((offset + width) / timeline.width) + 1);
  context.fillStyle = theme.sunken;
  context.fillRect(low * timeline.width - offset, 0, (high - low + 1) * timeline.width, height - 14);
  for (let bin = start; bin < end; bin += 1) {
    const x = bin * timeline.width - offset;
    const wide = Math.max(2, timeline.width - (timeline.width > 5 ? 2 : 1));
    context.globalAlpha = bin >= low && bin <= high ? 1 : 0.3;
    const [up, middle, down] = timeline.bins[bin].map((count) => (count ? Math.max(2, (count / timeline.most) * reach) : 0));
    for (const [colour, y, tall] of [["cooperation", base - up, up], ["mixed", base - up - middle, middle], ["strong-conflict", base + 1, down]]) {
      context.fillStyle = theme[colour];
      context.fillRect(x, y, wide, tall);
    }
  }
  context.globalAlpha = 1;
  context.fillStyle = theme.muted;
  context.fillRect(0, base, width, 1);
  drawTicks(context, start, end, offset, height);
}

/** Dates under the bars, as many as there is room for. */
function drawTicks(context, start, end, offset, height) {
  const wide = state.unit === "year" ? 44 : 76;
  const steps = { year: [1, 2, 5, 10, 20, 50, 100], month: [1, 3, 6, 12, 24, 60, 120], day: [1, 7, 14, 28, 91, 182, 364] }[state.unit];
  const step_ = steps.find((each) => each * timeline.width >= wide) ?? steps.at(-1);
  context.font = `10px ${FACE}`;
  context.textAlign = "center";
  for (let bin = start; bin < end; bin += 1) {
    if ((bin + timeline.first) % step_) continue;
    const text = dateText(dateOf(bin + timeline.first, state.unit), "short");
    const x = (bin + 0.5) * timeline.width - offset;
    const half = textWidth(text, context.font) / 2;
    if (x - half > 0 && x + half < byId("scroller").clientWidth) context.fillText(text, x, height - 2);
  }
}

function drawHandles() {
  const [low, high] = brushed();
  for (const [id, bin, edge] of [["brush-from", low, low], ["brush-to", high, high + 1]]) {
    const handle = byId(id);
    handle.style.left = `${edge * timeline.width}px`;
    handle.setAttribute("aria-valuemin", "0");
    handle.setAttribute("aria-valuemax", String(timeline.bins.length - 1));
    handle.setAttribute("aria-valuenow", String(bin));
    handle.setAttribute("aria-valuetext", dateText(dateOf(bin + timeline.first, state.unit)));
  }
}

function bringBins(low, high) {
  const scroller = byId("scroller");
  const [left, right] = [low * timeline.width, (high + 1) * timeline.width];
  if (left < scroller.scrollLeft || right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = (left + right - scroller.clientWidth) / 2;
}

/** Move the window on by one bin, over bins without events; stop at the end. */
function playOn() {
  let [low, high] = brushed();
  if (low === 0 && high === timeline.bins.length - 1) high = -1;
  const size = Math.max(0, high - low);
  do { high += 1; } while (high < timeline.bins.length - 1 && !timeline.bins[high].some(Boolean));
  if (high >= timeline.bins.length) { play(false); return; }
  low = Math.max(0, high - size);
  brush(low, high, true);
}

function play(on = timeline.timer === null) {
  clearInterval(timeline.timer);
  timeline.timer = on ? setInterval(playOn, 900) : null;
  const [low, high] = brushed();
  if (on && high === timeline.bins.length - 1 && low > 0) state.filters.from = state.filters.to = "";
  if (on) playOn();
  byId("play").setAttribute("aria-label", t(on ? "pause" : "play"));
  byId("play").title = t(on ? "pause" : "play");
  byId("play").classList.toggle("playing", on);
}
