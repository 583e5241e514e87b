// Symbols: which actor is drawn as itself, and which inside its country.

const homeOf = (index) => actors[index].home ?? index;
const members = new Map(); // people and bodies by their country
actors.forEach((actor, index) => {
  if (actor.home !== undefined) members.set(actor.home, [...(members.get(actor.home) ?? []), index]);
});
const rankings = Object.fromEntries(Object.entries(levels).map(([name, { order }]) =>
  [name, new Map(order.map((index, rank) => [index, rank]))]));
const sizes = Object.fromEntries(Object.entries(levels).map(([name, level]) =>
  [name, new Map(level.order.map((index, place) => [index, level.sizes[place]]))]));

/** The world map has places for countries alone, whatever is open on the other map. */
const levelNow = () => (state.view === "world" ? "countries" : state.level);

/** The symbol that an actor is shown in. */
function symbolOf(index) {
  const home = homeOf(index);
  if (home === index || state.view === "world") return home;
  return state.level === "actors" || state.opened.has(home) ? index : home;
}

/** The actors that a symbol stands for. */
function insideOf(symbol) {
  const inside = members.get(symbol);
  const closed = levelNow() === "countries" && (state.view === "world" || !state.opened.has(symbol));
  return inside && closed ? [symbol, ...inside] : [symbol];
}

/** Rank of a symbol by its ties, 0 the most tied; of one that its country was opened for, after all. */
const rankOf = (symbol) => rankings[levelNow()].get(symbol) ?? levels.countries.order.length + rankings.actors.get(symbol);

function sizeOf(symbol) {
  const open = state.level === "countries" && (state.opened.has(symbol) || homeOf(symbol) !== symbol);
  return sizes[open ? "actors" : levelNow()].get(symbol) ?? sizes.actors.get(symbol);
}

/** True for the symbols that are drawn before all are asked for. */
const isFirst = (symbol) => state.all || rankOf(symbol) < levels[levelNow()].first
  || (state.opened.has(homeOf(symbol)) && symbol !== homeOf(symbol));
