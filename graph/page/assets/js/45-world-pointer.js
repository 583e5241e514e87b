// The pointer on the world map: click, drag, wheel, two fingers.

const fingers = new Map();
let dragged = false;

const pointOf = (event) => {
  const box = byId("world").getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

function targetOf(event) {
  const { actor, line } = event.target.dataset ?? {};
  if (actor !== undefined) return { actor: Number(actor) };
  return line === undefined ? null : { line };
}

function startWorld() {
  const map = byId("world");
  map.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, pointOf(event));
    dragged = false;
  });
  map.addEventListener("pointermove", move);
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) map.addEventListener(name, ({ pointerId }) => fingers.delete(pointerId));
  map.addEventListener("pointerleave", () => hover(null));
  map.addEventListener("click", (event) => { if (!dragged) select(targetOf(event)); });
  map.addEventListener("dblclick", (event) => { const target = targetOf(event); if (target?.actor !== undefined) openOrFocus(target.actor); });
  map.addEventListener("wheel", (event) => { event.preventDefault(); zoomWorld(event.deltaY < 0 ? 1.2 : 1 / 1.2, pointOf(event)); }, { passive: false });
  new ResizeObserver(() => moved()).observe(map);
}

function move(event) {
  const now = pointOf(event);
  const before = fingers.get(event.pointerId);
  if (!before) { if (event.pointerType === "mouse") hover(targetOf(event), now); return; }
  if (Math.hypot(now.x - before.x, now.y - before.y) < 3 && !dragged) return;
  dragged = true;
  const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
  fingers.set(event.pointerId, now);
  if (other) {
    const spread_ = (point_) => Math.hypot(point_.x - other.x, point_.y - other.y) || 1;
    zoomWorld(spread_(now) / spread_(before), other);
  } else {
    camera.x += now.x - before.x;
    camera.y += now.y - before.y;
    moved();
  }
}
