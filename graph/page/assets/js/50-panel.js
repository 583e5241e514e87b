// The evidence panel: the sentences behind a line, or an actor's ties. Built from text nodes only.

const PAGE = 40;

const badge = (kind, text, extra = {}) => el("span", { className: `badge ${kind}`, ...extra }, text);

function showPanel() {
  const panel = byId("panel");
  const { selected } = state;
  const parts = selected === null ? overview()
    : selected.pair === undefined ? actorPanel(selected.actor) : pairPanel(selected.pair);
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
  panel.classList.toggle("open", selected !== null);
}

const closeButton = () => el("button",
  { type: "button", className: "plain close", "aria-label": t("close"), title: `${t("close")} (Esc)`, onclick: () => select(null) }, "✕");

/** What the panel says while nothing is selected: where to begin. */
function overview() {
  const lines = pairs.map((_, index) => index).filter((index) => visible.pairs[index])
    .sort((a, b) => visible.pairs[b].count - visible.pairs[a].count || a - b).slice(0, 12);
  const list = lines.map((index) => el("li", {}, pairButton(index)));
  return [
    el("h2", {}, t("evidence")),
    el("p", { className: "note" }, t(ties.length ? "hint" : "empty")),
    ...(list.length ? [el("h3", {}, t("busiest")), el("ul", { className: "lines" }, list)] : []),
  ];
}

function pairButton(index) {
  const { from, to, mutual } = pairs[index];
  const line = visible.pairs[index];
  return el("button", { type: "button", className: "line", onclick: () => select({ pair: index }, true) },
    el("i", { className: `swatch ${line.sign}` }),
    el("span", {}, `${actorName(from)} ${mutual ? "↔" : "→"} ${actorName(to)}`),
    el("b", {}, number(line.count)));
}

function pairPanel(index) {
  const { from, to, mutual } = pairs[index];
  const others = pairs.map((_, other) => other).filter((other) => other !== index
    && new Set([from, to, pairs[other].from, pairs[other].to]).size === new Set([from, to]).size);
  const more = others.flatMap((other) => tieBlocks(pairs[other].ties));
  return [
    closeButton(),
    el("h2", { className: "ends" }, actorButton(from), el("span", { className: "arrow" }, mutual ? "↔" : "→"), actorButton(to)),
    ...tieBlocks(pairs[index].ties),
    hiddenNote([index, ...others].flatMap((other) => pairs[other].ties)),
    ...(more.length ? [el("h3", { className: "apart" }, t("other-ties")), ...more] : []),
  ].filter(Boolean);
}

const actorButton = (index) => el("button",
  { type: "button", className: "name", onclick: () => select({ actor: index }, true) }, actorName(index));

/** One block a tie: its relation, then a card for each statement that passes the filters. */
function tieBlocks(indexes) {
  return indexes.filter((index) => visible.ties[index].length).map((index) => {
    const tie = ties[index];
    const shown = visible.ties[index];
    const cards = el("div", { className: "cards" }, shown.slice(0, PAGE).map((each) => card(tie, each)));
    const more = shown.length > PAGE && el("button", {
      type: "button", className: "plain wide",
      onclick: (event) => { cards.append(...shown.slice(PAGE).map((each) => card(tie, each))); event.target.remove(); },
    }, t("more", { n: shown.length - PAGE }));
    const arrow = relations[tie.relation].mutual ? "↔" : "→";
    return el("section", { className: `tie ${tieSign(tie.relation)}` },
      el("h3", {}, el("i", { className: `swatch ${tieSign(tie.relation)}` }),
        el("span", {}, relationName(tie.relation), el("small", {}, ` ${actorName(tie.from)} ${arrow} ${actorName(tie.to)}`)),
        el("b", {}, number(shown.length))),
      cards, more || null);
  });
}

const tieSign = (relation) => signOf(relations[relation].score === null ? [] : [relations[relation].score]);

/** Say what the filters hide here, and offer to show it. */
function hiddenNote(indexes) {
  const n = indexes.reduce((sum, index) => sum + ties[index].statements.length - visible.ties[index].length, 0);
  if (!n) return null;
  const show = () => { reveal(indexes); refresh(); };
  return el("p", { className: "note hidden-note" }, `${t("hidden-by-filters", { n })}. `,
    el("button", { type: "button", className: "linklike", onclick: show }, t("show-hidden")));
}

function card(tie, statement) {
  const source = sources[statement.source];
  const when = statement.date && el("time", { className: "when" }, dateText(statement.date));
  return el("article", { className: "card" },
    el("p", { className: "badges" },
      when || el("span", { className: "when" }, t("any-date")),
      statement.place ? el("span", { className: "when" }, statement.place) : null,
      badge(statement.modality, t(statement.modality)),
      statement.by ? badge("by", t("by", { name: statement.by })) : null),
    el("blockquote", { lang: source.lang }, ...highlighted(sentences[statement.sentence], [tie.from, tie.to])),
    citation(source),
    el("p", { className: "rule" }, `${t("rule")} `, el("code", {}, statement.rule), ` · ${t("confidence", { n: statement.confidence })} · `, el("code", {}, statement.id)));
}

function citation(source) {
  const title = source.title || `${t("article")} ${source.article}`;
  return el("p", { className: "citation" },
    el("cite", { lang: source.title ? source.lang : null }, source.link ? link(source.link, title) : title),
    source.publisher ? ` — ${source.publisher}` : null,
    source.date ? ` · ${t("published", { date: dateText(source.date) })}` : null);
}

/** A sentence as nodes, with the names of its two actors marked. */
function highlighted(text, ends) {
  const names = ends.flatMap((index) => [actors[index].en, actors[index].fr, ...(actors[index].names ?? [])])
    .filter((name) => name && name.length > 1).sort((a, b) => b.length - a.length);
  if (!names.length) return [text];
  const any = [...new Set(names)].map((name) => name.replace(/[.*+?^$\{}()|[\]\\]/g, "\\$&")).join("|");
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "gu");
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(found)) {
    parts.push(text.slice(end, match.index), el("mark", {}, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== "");
}
