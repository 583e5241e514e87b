// The hand on the timeline: drag a brush, its handles, or use the keys.

function startTimeline() {
  if (!axis) return;
  state.unit ??= defaultUnit();
  const track = byId("track");
  const binAt = (event) => clamp(Math.floor((event.clientX - track.getBoundingClientRect().left) / timeline.width), 0, timeline.bins.length - 1);
  let start = null;
  track.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" && !event.target.classList.contains("handle")) return;
    const [low, high] = brushed();
    start = { "brush-from": high, "brush-to": low }[event.target.id] ?? binAt(event);
    track.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  track.addEventListener("pointermove", (event) => {
    const bin = binAt(event);
    readBin(bin);
    if (start === null) return;
    const now = [Math.min(start, bin), Math.max(start, bin)];
    if (!same(now, brushed())) brush(...now);
  });
  track.addEventListener("pointerleave", () => readBin(null));
  track.addEventListener("click", (event) => { if (event.target.id === "bars" || event.target.id === "track") clickBin(binAt(event), start); start = null; });
  for (const name of ["pointerup", "pointercancel"]) track.addEventListener(name, () => setTimeout(() => { start = null; }));
  byId("scroller").addEventListener("scroll", () => { drawBars(); drawHandles(); });
  for (const [id, way] of [["earlier", -1], ["later", 1]]) byId(id).addEventListener("click", () => { byId("scroller").scrollLeft += way * 0.9 * trackRoom(); });
  for (const id of ["brush-from", "brush-to"]) byId(id).addEventListener("keydown", slide);
  byId("play").addEventListener("click", () => play());
  byId("range-clear").addEventListener("click", () => { play(false); brush(0, timeline.bins.length - 1); byId("play").focus(); });
  document.querySelectorAll("[data-unit]").forEach((node) => node.addEventListener("click", () => chooseUnit(node.dataset.unit)));
  new ResizeObserver(() => drawTimeline()).observe(byId("scroller"));
}

/** Say what the bin under the pointer holds. */
function readBin(bin) {
  const [up, middle, down] = timeline.bins[bin] ?? [];
  byId("bin").textContent = bin === null ? "" : t("bin", { date: binText(bin, "short"), up, middle, down });
  byId("bin").parentNode.classList.toggle("pointed", bin !== null);
}

/** A click without a drag chooses one bin; on the only bin chosen it lets go. */
function clickBin(bin, start) {
  const [low, high] = brushed();
  if (start !== null && start !== bin) return;
  if (low === bin && high === bin && timeline.clicked === bin) brush(0, timeline.bins.length - 1);
  else brush(bin, bin);
  timeline.clicked = timeline.clicked === bin ? null : bin;
}

/** Keys move one handle, or with Shift both. */
function slide(event) {
  const end = timeline.bins.length - 1;
  const [low, high] = brushed();
  const own = event.target.id === "brush-from" ? low : high;
  const far = { year: 10, month: 12, day: 30 }[state.unit];
  const to = { ArrowLeft: own - 1, ArrowDown: own - 1, ArrowRight: own + 1, ArrowUp: own + 1, PageDown: own - far, PageUp: own + far, Home: 0, End: end }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const by = clamp(to, 0, end) - own;
  if (event.shiftKey) { if (low + by >= 0 && high + by <= end) brush(low + by, high + by, true); return; }
  if (own === low && event.target.id === "brush-from") brush(Math.min(low + by, high), high, true);
  else brush(low, Math.max(high + by, low), true);
}

function chooseUnit(unit) {
  state.unit = unit;
  drawTimeline();
  bringBrush();
  remember();
}

/** Scroll to the brush, or where there is none to the end. */
function bringBrush() {
  if (state.filters.from || state.filters.to) bringBins(...brushed());
  else byId("scroller").scrollLeft = byId("track").clientWidth;
  drawBars();
}
