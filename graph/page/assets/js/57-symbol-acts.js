// What a reader does with a symbol: open a country, see a neighbourhood alone, take away, pin.

function toggleOpen(home) {
  if (!state.opened.delete(home)) state.opened.add(home);
  const open = state.opened.has(home);
  if (state.selected?.line !== undefined) state.selected = { actor: home };
  refresh();
  announce(t(open ? "opened" : "closed", { name: actorName(home) }));
  fit();
}

function toggleFocus(symbol) {
  state.focus = state.focus === symbol ? null : symbol;
  refresh();
  reshape();
  paint();
  fit();
}

function toggleGone(symbol) {
  if (!state.gone.delete(symbol)) state.gone.add(symbol);
  if (state.focus === symbol) state.focus = null;
  if (state.gone.has(symbol)) state.selected = null;
  refresh();
}

function togglePin(symbol) {
  if (!state.pins.delete(symbol)) state.pins.set(symbol, chart.getPosition(symbol));
  refresh();
}

/** A double click opens a country that has people inside, and otherwise shows the neighbourhood alone. */
function openOrFocus(symbol) {
  const opens = state.view === "map" && state.level === "countries" && members.has(symbol);
  if (opens) toggleOpen(symbol);
  else toggleFocus(symbol);
}

function setLevel(level) {
  if (state.level === level) return;
  Object.assign(state, { level, focus: null, selected: state.selected?.actor === undefined ? null : state.selected });
  state.opened.clear();
  state.pins.clear();
  refilter();
  reshape();
  refresh();
  fit();
}
