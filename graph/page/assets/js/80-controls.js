// The filters, which are the legend too: each box shows how its lines are drawn, and how many there are.

const SIGNS = ["cooperation", "neutral", "conflict", "standing"];
const SAMPLES = { cooperation: "cooperation", neutral: "mixed", conflict: "strong-conflict", standing: "standing" };

/** A line as the map draws it. */
function sample(sign, modality) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 34 10");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `sample ${sign}`);
  line.setAttribute("d", "M1 5H33");
  const dash = dashOf({ sign, modality });
  if (dash) line.setAttribute("stroke-dasharray", dash.join(" "));
  line.setAttribute("stroke-opacity", style.opacity[modality]);
  svg.append(line);
  return svg;
}

function check(set, value, label, count, picture) {
  const box = el("input", { type: "checkbox", checked: !set.has(value), value: String(value) });
  box.addEventListener("change", () => {
    if (box.checked) set.delete(value);
    else set.add(value);
    refresh();
  });
  return el("label", { className: count ? "" : "none" }, box, picture, el("span", {}, label), el("b", {}, number(count)));
}

const countStatements = (test) => ties.reduce((sum, tie) => sum + tie.statements.filter((each) => test(tie, each)).length, 0);

function drawControls() {
  const { sign, modality, relation } = state.hidden;
  byId("sign-checks").replaceChildren(...SIGNS.map((each) => check(sign, each, t(each),
    countStatements((tie) => filterSign(tie.relation) === each), sample(SAMPLES[each], "actual"))));
  byId("modality-checks").replaceChildren(...style.modalities.map((each) => check(modality, each, "",
    countStatements((_, statement) => statement.modality === each), sample("cooperation", each))));
  byId("modality-checks").querySelectorAll("label > span").forEach((span, index) => {
    span.replaceChildren(badge(style.modalities[index], t(style.modalities[index])));
  });
  const order = relations.map((_, index) => index).sort((a, b) => relationName(a).localeCompare(relationName(b), state.lang));
  byId("relation-checks").replaceChildren(...order.map((each) => check(relation, each, relationName(each),
    countStatements((tie) => tie.relation === each), el("i", { className: `swatch ${tieSign(each)}` }))));
  drawYears();
}

function drawYears() {
  byId("years").hidden = allYears.length < 2;
  for (const [id, key] of [["year-from", "from"], ["year-to", "to"]]) {
    const list = key === "to" ? [...allYears].reverse() : allYears;
    byId(id).replaceChildren(el("option", { value: "" }, "—"), ...list.map((year) => el("option", { value: year }, year)));
    byId(id).value = state[key];
  }
  const recent = barYears();
  const counts = recent.map((year) => countStatements((_, { years }) => years && years.includes(String(year))));
  const most = Math.max(1, ...counts);
  byId("bars").replaceChildren(...recent.map((year, index) => {
    const inside = (!state.from || year >= Number(state.from)) && (!state.to || year <= Number(state.to));
    const bar = el("i", { className: inside ? "" : "out", title: `${year}: ${counts[index]}` });
    bar.style.height = `${counts[index] ? Math.max(8, (100 * counts[index]) / most) : 2}%`;
    bar.addEventListener("click", () => {
      const same = state.from === String(year) && state.to === String(year);
      state.from = state.to = same ? "" : String(year);
      refresh();
    });
    return bar;
  }));
}

/** The years that get a bar: at most 30, without the thin tail of long ago, which the lists still offer. */
function barYears() {
  const starts = ties.flatMap((tie) => tie.statements.flatMap(({ years }) => (years ? [Number(years[0])] : []))).sort((a, b) => a - b);
  if (!starts.length) return [];
  const end = Number(allYears.at(-1));
  const start = Math.max(end - 29, starts[Math.floor(starts.length / 50)]);
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}

function startControls() {
  for (const [id, key] of [["year-from", "from"], ["year-to", "to"]]) {
    byId(id).addEventListener("change", (event) => { state[key] = event.target.value; refresh(); });
  }
  byId("reset").addEventListener("click", () => { resetFilters(); refresh(); });
  byId("show-all").addEventListener("click", () => { showAll(!state.all); });
  byId("open-side").addEventListener("click", () => toggleSide());
}

function toggleSide(open = !byId("side").classList.contains("open")) {
  byId("side").classList.toggle("open", open);
  byId("open-side").setAttribute("aria-expanded", String(open));
}
