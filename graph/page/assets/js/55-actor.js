// The panel of one actor: who it is, what can be done with its symbol, and its ties by relation.

function actorPanel(index) {
  const actor = actors[index];
  const inside = new Set(symbolOf(index) === index ? insideOf(index) : [index]);
  const own = ties.map((_, tie) => tie).filter((tie) => inside.has(ties[tie].from) || inside.has(ties[tie].to));
  const shown = own.filter((tie) => visible.ties[tie].length);
  const both = (tie) => inside.has(ties[tie].from) && inside.has(ties[tie].to) && ties[tie].from !== ties[tie].to;
  const mutual = (tie) => relations[ties[tie].relation].mutual;
  const outer = shown.filter((tie) => !both(tie));
  return [
    closeButton(),
    el("h2", {}, actorName(index)),
    el("p", { className: "badges" }, badge(`kind ${actor.kind}`, t(actor.kind)),
      actor.country ? badge("", actor.country) : null, badge("", t("ties", { n: own.length }))),
    aliases(index),
    actor.link ? el("p", { className: "citation" }, link(actor.link, actor.link.replace(/^https?:\/\//, ""))) : null,
    symbolButtons(index),
    whereabouts(index),
    history(outer),
    ...groupOf("mutual", outer.filter(mutual), inside),
    ...groupOf("outgoing", outer.filter((tie) => !mutual(tie) && inside.has(ties[tie].from)), inside),
    ...groupOf("incoming", outer.filter((tie) => !mutual(tie) && !inside.has(ties[tie].from)), inside),
    ...insideList(index, inside, shown.filter(both)),
    hiddenNote(own),
  ];
}

/** Where the actor is on the map, when it is not there as itself. */
function whereabouts(index) {
  const symbol = symbolOf(index);
  if (symbol !== index) return el("p", { className: "note" }, `${t("shown-inside")} `, actorButton(symbol));
  return visible.symbols.has(index) || state.view === "table" ? null : el("p", { className: "note" }, t(visible.all.has(index) ? "not-drawn" : "outside"));
}

/** What can be done with a symbol; each has a key. */
function symbolButtons(index) {
  const symbol = symbolOf(index);
  const many = (members.get(homeOf(index)) ?? []).length;
  const open = state.opened.has(homeOf(index));
  const countries = state.level === "countries" && state.view !== "world";
  const act = (key, label, run) => button("plain small", label, run, { "aria-keyshortcuts": key, title: `${label} (${key})` });
  return el("p", { className: "acts" },
    countries && many ? act("e", open ? t("collapse") : t("expand", { n: many }), () => toggleOpen(homeOf(index))) : null,
    act("n", t(state.focus === symbol ? "focus-end" : "focus"), () => toggleFocus(symbol)),
    act("h", t(state.gone.has(symbol) ? "unhide" : "hide"), () => toggleGone(symbol)),
    state.view === "map" ? act("p", t(state.pins.has(symbol) ? "unpin" : "pin"), () => togglePin(symbol)) : null,
    act("r", t("path-from"), () => startPath(index)));
}

function aliases(index) {
  const { en, fr, names = [] } = actors[index];
  const others = [...new Set([en, fr, ...names])].filter((name) => name && name !== actorName(index));
  return others.length ? el("p", { className: "note" }, others.slice(0, 8).join(" · ")) : null;
}

/** The ties of one direction, by relation: a heading with the count, then a button for each other symbol. */
function groupOf(title, indexes, inside) {
  if (!indexes.length) return [];
  const byRelation = groupBy(indexes, (index) => ties[index].relation);
  const blocks = [...byRelation].sort(([a, x], [b, y]) => y.length - x.length || a - b).map(([relation, found]) =>
    el("div", { className: "relation" },
      el("h4", {}, el("i", { className: `swatch ${tieSign(relation)}` }), el("span", {}, relationName(relation)), el("b", {}, number(found.length))),
      el("p", { className: "chips" }, found.map((index) => chip(index, inside)))));
  return [el("h3", { className: "apart" }, t(title)), ...blocks];
}

/** The other end of a tie; of a country, its person or body that acts is named too. */
function chip(index, inside) {
  const tie = ties[index];
  const outward = inside.has(tie.from);
  const [own, other] = outward ? [tie.from, tie.to] : [tie.to, tie.from];
  const count = visible.ties[index].length;
  const via = own !== state.selected?.actor && inside.size > 1 ? el("small", {}, `${actorName(own)} `) : null;
  return button("chip", [via, actorName(other), count > 1 ? el("b", {}, number(count)) : null].filter(Boolean), () => select({ line: lineOf(index) }, true));
}

/** Who is inside a country, and the ties that have no line because they stay inside. */
function insideList(index, inside, within) {
  if (inside.size < 2) return [];
  const people = [...inside].filter((each) => each !== index);
  return [
    el("h3", { className: "apart" }, t("inside", { n: people.length })),
    el("p", { className: "chips" }, people.map((each) => button("chip", actorName(each), () => select({ actor: each }, true)))),
    within.length ? button("linklike", t("ties-within", { n: within.length }), () => select({ line: lineId(index, index) }, true)) : null,
  ];
}
