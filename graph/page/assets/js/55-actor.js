// The panel of one actor: who it is, then its ties by relation.

function actorPanel(index) {
  const actor = actors[index];
  const own = ties.map((_, tie) => tie).filter((tie) => ties[tie].from === index || ties[tie].to === index);
  const shown = own.filter((tie) => visible.ties[tie].length);
  const mutual = (tie) => relations[ties[tie].relation].mutual;
  return [
    closeButton(),
    el("h2", {}, actorName(index)),
    el("p", { className: "badges" }, badge(`kind ${actor.kind}`, t(actor.kind)),
      actor.country ? badge("", actor.country) : null, badge("", t("ties", { n: own.length }))),
    aliases(index),
    actor.link ? el("p", { className: "citation" }, link(actor.link, actor.link.replace(/^https?:\/\//, ""))) : null,
    visible.actors.has(index) ? null : el("p", { className: "note" }, t("outside")),
    ...groupOf("mutual", shown.filter(mutual), index),
    ...groupOf("outgoing", shown.filter((tie) => !mutual(tie) && ties[tie].from === index), index),
    ...groupOf("incoming", shown.filter((tie) => !mutual(tie) && ties[tie].from !== index), index),
    hiddenNote(own),
  ].filter(Boolean);
}

function aliases(index) {
  const { en, fr, names = [] } = actors[index];
  const others = [...new Set([en, fr, ...names])].filter((name) => name && name !== actorName(index));
  return others.length ? el("p", { className: "note" }, others.slice(0, 8).join(" · ")) : null;
}

/** The ties of one direction, by relation: a heading with the count, then a button for each other actor. */
function groupOf(title, indexes, own) {
  if (!indexes.length) return [];
  const byRelation = new Map();
  for (const index of indexes) {
    const { relation } = ties[index];
    byRelation.set(relation, [...(byRelation.get(relation) ?? []), index]);
  }
  const blocks = [...byRelation].sort(([a, x], [b, y]) => y.length - x.length || a - b).map(([relation, found]) =>
    el("div", { className: "relation" },
      el("h4", {}, el("i", { className: `swatch ${tieSign(relation)}` }), el("span", {}, relationName(relation)), el("b", {}, number(found.length))),
      el("p", { className: "chips" }, found.map((index) => chip(index, own)))));
  return [el("h3", { className: "apart" }, t(title)), ...blocks];
}

function chip(index, own) {
  const tie = ties[index];
  const other = tie.from === own ? tie.to : tie.from;
  const count = visible.ties[index].length;
  return el("button", { type: "button", className: "chip", onclick: () => select({ pair: pairOf[index] }, true) },
    actorName(other), count > 1 ? el("b", {}, number(count)) : null);
}

const pairOf = [];
pairs.forEach((pair, index) => pair.ties.forEach((tie) => { pairOf[tie] = index; }));
