// The camera: fit, zoom, and bringing symbols into the part of the map that can be seen.

/** The window's room for symbols, less what names at the rim and the buttons take. */
function room() {
  const { clientWidth: width, clientHeight: height } = byId("map");
  const side = width < 600 ? 34 : 70;
  const [above, below] = [byId("over").offsetHeight + 34, document.querySelector(".status").offsetHeight + 44];
  return { width: Math.max(60, width - 2 * side), height: Math.max(60, height - above - below), lift: (below - above) / 2 };
}

/** Show every symbol that is drawn. */
function fit(animation = glide()) {
  if (state.view === "world") { fitWorld(); return; }
  if (!nodeSet.length) return;
  const [box, target] = [bounds(Object.values(chart.getPositions())), room()];
  const scale = Math.min(1.5, target.width / box.width, target.height / box.height);
  moveTo({ x: box.x, y: box.y + target.lift / scale }, scale, nodeSet.length > 150 ? false : animation);
}

function moveTo(position, scale, animation) {
  chart.moveTo({ position, scale, animation });
  remember();
}

function zoom(factor) {
  if (state.view === "world") { zoomWorld(factor); return; }
  moveTo(chart.getViewPosition(), clamp(chart.getScale() * factor, 0.05, 6), glide());
}

/** The part of the map that no panel covers, in its own pixels; a panel on its way in counts as being there. */
function uncovered() {
  const [map, panel] = [byId("map").getBoundingClientRect(), byId("panel")];
  const whole = { width: map.width, height: map.height };
  if (!narrow.matches || !panel.classList.contains("open")) return whole;
  if (panel.offsetWidth < map.width) return { ...whole, width: map.width - panel.offsetWidth };
  const top = panel.offsetParent.getBoundingClientRect().top + panel.offsetTop;
  return { ...whole, height: clamp(top - map.top, 120, map.height) };
}

/** Bring some symbols into the part of the map that can be seen; nothing moves when they are in it. */
function bring(symbols, animation = glide()) {
  if (state.view === "world") { bringWorld(symbols); return; }
  const drawn = symbols.filter((symbol) => nodeSet.get(symbol));
  if (!drawn.length) return;
  const [area, places] = [uncovered(), drawn.map((symbol) => chart.getPosition(symbol))];
  const above = byId("over").offsetHeight + 20;
  const inside = ({ x, y }) => x > 40 && y > above + 20 && x < area.width - 40 && y < area.height - 60;
  if (chart.getScale() > 0.5 && places.every((place) => inside(chart.canvasToDOM(place)))) return;
  const box = bounds(places);
  const scale = clamp(Math.min((area.width - 110) / box.width, (area.height - above - 90) / box.height), 0.1, 1.2);
  const { clientWidth, clientHeight } = byId("map");
  const middle = { x: area.width / 2, y: (area.height + above) / 2 };
  moveTo({ x: box.x + (clientWidth / 2 - middle.x) / scale, y: box.y + (clientHeight / 2 - middle.y) / scale }, scale, animation);
}
