// The timeline: events by year, month or day, cooperation above the line and conflict below. A brush
// filters. Long spans scroll; only the part that is seen is drawn.

const LEAST_BAR = { year: 4, month: 5, day: 4 };
const timeline = { bins: [], first: 0, last: 0, width: 0, most: 1, less: 0, timer: null };

/** The width for bars: at both ends there is room for half a handle, which would cover a bar. */
const trackRoom = () => Math.max(0, byId("scroller").clientWidth - 2 * (coarse.matches ? 15 : 8));

/** Count the events of each bin; a date less precise than the unit has no bin. */
function countBins() {
  const { unit } = state;
  const [first, last] = [binOf(axis.from, unit) - Number(axis.early), binOf(axis.to, unit) + Number(axis.late)];
  Object.assign(timeline, { first, last, less: 0 });
  const bins = Array.from({ length: last - first + 1 }, () => [0, 0, 0]);
  for (const index of visible.timed) {
    const { span, values } = statements[index];
    if (!span || values.sign === "standing") continue;
    if (span.grain < GRAINS[unit]) { timeline.less += 1; continue; }
    bins[clamp(binOf(span.from, unit), first, last) - first][values.sign === "cooperation" ? 0 : values.sign === "neutral" ? 1 : 2] += 1;
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
  const end = timeline.bins.length - 1;
  const whole = low === 0 && high === end;
  state.filters.from = whole || (low === 0 && axis.early) ? "" : daysOf(dateOf(low + timeline.first, state.unit))[0];
  state.filters.to = whole || (high === end && axis.late) ? "" : daysOf(dateOf(high + timeline.first, state.unit))[1];
  refresh();
  if (scroll) bringBins(low, high);
}

function drawTimeline() {
  byId("timeline").hidden = !axis || state.view === "table";
  if (byId("timeline").hidden) return;
  countBins();
  timeline.width = Math.max(LEAST_BAR[state.unit], trackRoom() / timeline.bins.length);
  byId("track").style.width = `${Math.max(trackRoom(), Math.ceil(timeline.width * timeline.bins.length))}px`;
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
  const [width, height, dense] = [trackRoom(), scroller.clientHeight, window.devicePixelRatio || 1];
  if (!width) return;
  Object.assign(canvas, { width: width * dense, height: height * dense });
  canvas.style.width = `${width}px`;
  const context = canvas.getContext("2d");
  context.scale(dense, dense);
  const [base, reach] = [(height - 14) / 2, (height - 14) / 2 - 3];
  const offset = scroller.scrollLeft;
  const [low, high] = brushed();
  if (axis.early) drawOuter(context, 0, offset, height);
  if (axis.late) drawOuter(context, timeline.bins.length - 1, offset, height);
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
  drawBeyond(offset, width);
}

/** Say which dates lie to the left and to the right of what is seen; a click goes there. */
function drawBeyond(offset, width) {
  const [first, last] = [offset, offset + width].map((x) => Math.round(x / timeline.width));
  const year = (bin) => dateOf(clamp(bin, Number(axis.early), timeline.bins.length - 1 - Number(axis.late)) + timeline.first, state.unit).slice(0, 4);
  const span = (from, to) => [...new Set([year(from), year(to)])].join("–");
  const ends = [["earlier", first > 0, () => `‹ ${span(0, first - 1)}`], ["later", last < timeline.bins.length, () => `${span(last, timeline.bins.length - 1)} ›`]];
  for (const [id, hidden, text] of ends) Object.assign(byId(id), { hidden: !hidden, textContent: hidden ? text() : "" });
}

/** The ground of a bin that holds all that is earlier, or later. */
function drawOuter(context, bin, offset, height) {
  context.fillStyle = theme.line;
  context.fillRect(bin * timeline.width - offset, 0, timeline.width - 1, height - 14);
}

/** Dates under the bars, as many as there is room for; those of the outer bins come first. */
function drawTicks(context, start, end, offset, height) {
  const wide = state.unit === "year" ? 44 : 76;
  const steps = { year: [1, 2, 5, 10, 20, 50, 100], month: [1, 3, 6, 12, 24, 60, 120], day: [1, 7, 14, 28, 91, 182, 364] }[state.unit];
  const step_ = steps.find((each) => each * timeline.width >= wide) ?? steps.at(-1);
  context.font = `10px ${FACE}`;
  context.textAlign = "center";
  const [most, taken] = [trackRoom(), []];
  const outer = [axis.early && 0, axis.late && timeline.bins.length - 1].filter((bin) => bin !== false);
  const inner = Array.from({ length: end - start }, (_, index) => start + index)
    .filter((bin) => (bin + timeline.first) % step_ === 0 && !outer.includes(bin));
  for (const bin of [...outer, ...inner]) {
    const text = binText(bin, "short");
    const half = textWidth(text, context.font) / 2;
    const middle = (bin + 0.5) * timeline.width - offset;
    const x = outer.includes(bin) ? clamp(middle, half - offset, most + timeline.width * timeline.bins.length - offset - half) : middle;
    const apart = taken.every((other) => Math.abs(other.x - x) > other.half + half + 6);
    if (x - half < 0 || x + half > most || !apart) continue;
    taken.push({ x, half });
    context.fillText(text, x, height - 2);
  }
}

function drawHandles() {
  const [low, high] = brushed();
  const { scrollLeft } = byId("scroller");
  for (const [id, bin, edge] of [["brush-from", low, low], ["brush-to", high, high + 1]]) {
    const handle = byId(id);
    const at = clamp(edge * timeline.width, scrollLeft, scrollLeft + trackRoom()); // within reach, wherever it is scrolled to
    handle.style.left = `${at}px`;
    handle.classList.toggle("away", Math.abs(at - edge * timeline.width) > 1);
    handle.setAttribute("aria-valuemin", "0");
    handle.setAttribute("aria-valuemax", String(timeline.bins.length - 1));
    handle.setAttribute("aria-valuenow", String(bin));
    handle.setAttribute("aria-valuetext", binText(bin));
  }
}

function bringBins(low, high) {
  const scroller = byId("scroller");
  const [left, right] = [low * timeline.width, (high + 1) * timeline.width];
  if (left < scroller.scrollLeft || right > scroller.scrollLeft + trackRoom()) scroller.scrollLeft = (left + right - trackRoom()) / 2;
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
