// Search: a list of actors by any of their names, in any language, with or without accents. The same
// box chooses the two ends of a path.

const haystack = actors.map((actor) =>
  [actor.en, actor.fr, ...(actor.names ?? []), ...(actor.abroad ?? []), actor.kind === "country" ? actor.country : ""].filter(Boolean).map(fold));

function matches(query) {
  const wanted = fold(query.trim());
  if (!wanted) return [];
  const closeness = (index) => {
    const starts = haystack[index].some((name) => name.startsWith(wanted));
    const word = haystack[index].some((name) => name.includes(` ${wanted}`));
    return starts ? 0 : word ? 1 : haystack[index].some((name) => name.includes(wanted)) ? 2 : 9;
  };
  return actors.map((_, index) => [closeness(index), rankings.actors.get(index), index])
    .filter(([close]) => close < 9).sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 12).map(([, , index]) => index);
}

/** Make an input into a combobox over the actors; `choose` gets the index of the one taken. */
function combobox(box, list, choose) {
  let active = -1;
  const close = () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); };
  const take = (index) => { close(); choose(index); };
  const draw = () => {
    const found = matches(box.value);
    active = found.length ? clamp(active, 0, found.length - 1) : -1;
    const options = found.map((index, place) => {
      const option = el("li", { role: "option", id: `${list.id}-${place}`, "aria-selected": String(place === active) },
        el("span", { className: `shape ${actors[index].kind}` }), el("span", {}, actorName(index)), el("small", {}, t(actors[index].kind)));
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(index); });
      return option;
    });
    const none = box.value.trim() && !found.length ? [el("li", { className: "note", role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("no-actor"))] : [];
    list.replaceChildren(...options, ...none);
    list.hidden = !options.length && !none.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    if (active >= 0) box.setAttribute("aria-activedescendant", `${list.id}-${active}`);
    else box.removeAttribute("aria-activedescendant");
    return found;
  };
  box.addEventListener("input", () => { active = 0; draw(); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { box.value = ""; close(); box.blur(); event.stopPropagation(); return; }
    if (!["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
    event.preventDefault();
    if (event.key !== "Enter") active += event.key === "ArrowDown" ? 1 : -1;
    const found = draw();
    if (event.key === "Enter" && active >= 0) take(found[active]);
  });
}

/** Select an actor; one beyond the first ones brings all of them onto the map. */
function choose(index) {
  byId("search").value = "";
  toggleSide(false);
  const symbol = symbolOf(index);
  if (!visible.symbols.has(symbol) && visible.all.has(symbol)) {
    state.focus = null;
    state.gone.delete(symbol);
    if (!isFirst(symbol)) { showAll(true); }
    else refresh();
  }
  select({ actor: index }, true);
}

const pathEnds = { from: null, to: null };

function startPath(index) {
  pathEnds.from = index;
  byId("path-box").open = true;
  if (narrow.matches) { select(null); toggleSide(true); }
  drawPathEnds();
  byId("path-to").focus();
}

function drawPathEnds() {
  for (const end of ["from", "to"]) byId(`path-${end}`).value = pathEnds[end] === null ? "" : actorName(pathEnds[end]);
}

function startSearch() {
  combobox(byId("search"), byId("found"), choose);
  for (const end of ["from", "to"]) {
    combobox(byId(`path-${end}`), byId(`path-${end}-found`), (index) => {
      pathEnds[end] = index;
      drawPathEnds();
      if (pathEnds.from === null || pathEnds.to === null) { byId(`path-${end === "from" ? "to" : "from"}`).focus(); return; }
      toggleSide(false);
      choosePath(pathEnds.from, pathEnds.to);
    });
  }
  byId("path-clear").addEventListener("click", clearPath);
}

function clearPath() {
  Object.assign(pathEnds, { from: null, to: null });
  drawPathEnds();
  choosePath(null, null);
}
