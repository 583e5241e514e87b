// The evidence panel: the sentences behind a line, an actor's ties, or a path. Built from text nodes only.

const PAGE = 40;

const badge = (kind, text, extra = {}) => el("span", { className: `badge ${kind}`, ...extra }, text);

let shownTarget = null;

function showPanel() {
  const panel = byId("panel");
  const { selected } = state;
  const parts = selected === null ? overview() : selected.path ? pathPanel()
    : selected.line === undefined ? actorPanel(selected.actor) : linePanel(selected.line);
  const top = same(shownTarget, selected) ? panel.scrollTop : 0;
  shownTarget = selected;
  panel.replaceChildren(...parts.filter(Boolean));
  panel.scrollTop = top;
  panel.classList.toggle("open", selected !== null);
}

const closeButton = () => button("plain close", "✕", () => select(null), { "aria-label": t("close"), title: `${t("close")} (Esc)` });

/** What the panel says while nothing is selected: where to begin. */
function overview() {
  return [el("h2", {}, t("evidence")), el("p", { className: "note" }, t(ties.length ? "hint" : "empty")), ...strongest("h3")];
}

/** The strongest lines, as a list to begin with. */
function strongest(heading) {
  const lines = [...visible.lines.values()].slice(0, 12);
  return lines.length ? [el(heading, {}, t("busiest")), el("ul", { className: "lines" }, lines.map((line) => el("li", {}, lineButton(line))))] : [];
}

/** On a phone, where the panel is a sheet, the list stands under the world map, which is wider than high. */
function drawWorldLines() {
  byId("world-lines").replaceChildren(...(state.view === "world" && phone.matches ? strongest("h2") : []));
}

const lineButton = (line) => button("line", [
  el("i", { className: `swatch ${line.sign}` }), el("span", {}, lineText(line), el("small", {}, relationsOf(line).join(" · "))),
  line.contested ? badge("contested", t("contested")) : null, el("b", {}, number(line.count)),
].filter(Boolean), () => select({ line: line.id }, true));

/** The relations that make up a line, the one with most statements first. */
function relationsOf(line) {
  const found = groupBy(line.ties, (index) => ties[index].relation);
  const weight = (indexes) => indexes.reduce((sum, index) => sum + visible.ties[index].length, 0);
  return [...found].map(([relation, indexes]) => [weight(indexes), relation]).sort(([a, x], [b, y]) => b - a || x - y).map(([, relation]) => relationName(relation));
}

function linePanel(id) {
  const [low, high] = endsOf(id);
  const all = tiesIn(id);
  const line = visible.every.get(id);
  const arrow = line ? arrowText(line) : "–";
  const title = low === high
    ? [actorButton(low), el("span", { className: "arrow" }, t("within"))]
    : [actorButton(low), el("span", { className: "arrow" }, arrow), actorButton(high)];
  return [
    closeButton(),
    el("h2", { className: "ends" }, title),
    line ? el("p", { className: "badges" }, badge("", t("ties", { n: line.ties.length })), badge("", t("statements", { n: line.count })),
      line.contested ? badge("contested", t("contested")) : null) : null,
    history(all),
    ...tieBlocks(all),
    hiddenNote(all),
  ];
}

const actorButton = (index) => button("name", actorName(index), () => select({ actor: index }, true));

/** The steps of the path, each with what was said on it. */
function pathPanel() {
  const { symbols, lines } = pathNow();
  const { from, to } = state.path ?? {};
  const head = [closeButton(), el("h2", {}, t("path")), el("p", { className: "note" }, state.path ? `${actorName(from)} … ${actorName(to)}` : "")];
  if (!symbols.length) return [...head, el("p", {}, t("no-path"))];
  const steps = lines.flatMap((id, index) => [
    el("h3", { className: "apart step" }, `${index + 1}. ${actorName(symbols[index])} ${arrowBetween(id, symbols[index])} ${actorName(symbols[index + 1])}`),
    ...tieBlocks(visible.every.get(id).ties, 2),
  ]);
  return [...head, el("p", { className: "badges" }, badge("", t("steps", { n: lines.length }))), ...steps];
}

function arrowBetween(id, start) {
  const arrow = arrowText(visible.every.get(id));
  return endsOf(id)[0] === start ? arrow : { "→": "←", "←": "→" }[arrow] ?? arrow;
}

/** One block a tie: its relation, then a card for each statement that passes the filters. */
function tieBlocks(indexes, page = PAGE) {
  return indexes.filter((index) => visible.ties[index].length).map((index) => {
    const tie = ties[index];
    const shown = visible.ties[index];
    const cards = el("div", { className: "cards" }, shown.slice(0, page).map((each) => card(tie, each)));
    const more = shown.length > page && button("plain wide", t("more", { n: shown.length - page }), (event) => {
      cards.append(...shown.slice(page).map((each) => card(tie, each)));
      event.target.remove();
    });
    const arrow = relations[tie.relation].mutual ? "↔" : "→";
    return el("section", { className: `tie ${tieSign(tie.relation)}` },
      el("h3", {}, el("i", { className: `swatch ${tieSign(tie.relation)}` }),
        el("span", {}, relationName(tie.relation), el("small", {}, ` ${actorName(tie.from)} ${arrow} ${actorName(tie.to)}`)),
        el("b", {}, number(shown.length))),
      contestedNote(index), cards, more || null);
  });
}

/** Where one source says what another denies, both are counted, also when the filters hide one. */
function contestedNote(index) {
  if (!contested[index]) return null;
  const [said, denied] = contested[index];
  const hides = state.filters.modality.has("denied") && ties[index].statements.some((each) => modalityOf(each) === "denied") && button("linklike", t("show-hidden"), () => { reveal([index]); refresh(); });
  return el("p", { className: "note" }, badge("contested", t("contested")), " ", t("contested-note", { said: t("contested-said", { n: said }), denied: t("contested-denied", { n: denied }) }), " ", hides || null);
}

/** Say what the filters hide here, and offer to show it. */
function hiddenNote(indexes) {
  const n = indexes.reduce((sum, index) => sum + ties[index].statements.length - visible.ties[index].length, 0);
  if (!n) return null;
  return el("p", { className: "note hidden-note" }, `${t("hidden-by-filters", { n })}. `,
    button("linklike", t("show-hidden"), () => { reveal(indexes); refresh(); }));
}
