// Search: a list of actors by any of their names, in either language, with or without accents.

const haystack = actors.map((actor) =>
  [actor.en, actor.fr, ...(actor.names ?? []), actor.kind === "country" ? actor.country : ""].filter(Boolean).map(fold));
let active = -1;

function matches(query) {
  const wanted = fold(query.trim());
  if (!wanted) return [];
  const rankOf = (index) => {
    const starts = haystack[index].some((name) => name.startsWith(wanted));
    const word = haystack[index].some((name) => name.includes(` ${wanted}`));
    return starts ? 0 : word ? 1 : haystack[index].some((name) => name.includes(wanted)) ? 2 : 9;
  };
  return actors.map((_, index) => index).map((index) => [rankOf(index), actors[index].rank, index])
    .filter(([rank]) => rank < 9).sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 12).map(([, , index]) => index);
}

function drawFound() {
  const box = byId("search");
  const found = matches(box.value);
  active = found.length ? Math.min(Math.max(active, 0), found.length - 1) : -1;
  const options = found.map((index, place) => {
    const option = el("li", { role: "option", id: `found-${place}`, "aria-selected": String(place === active) },
      el("span", { className: `shape ${actors[index].kind}` }), el("span", {}, actorName(index)), el("small", {}, t(actors[index].kind)));
    option.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(index); });
    return option;
  });
  const none = box.value.trim() && !found.length ? [el("li", { className: "note" }, t("no-actor"))] : [];
  byId("found").replaceChildren(...options, ...none);
  byId("found").hidden = !options.length && !none.length;
  box.setAttribute("aria-expanded", String(options.length > 0));
  if (active >= 0) box.setAttribute("aria-activedescendant", `found-${active}`);
  else box.removeAttribute("aria-activedescendant");
  return found;
}

function closeFound() {
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

/** Select an actor; one beyond the first ones brings all of them onto the map. */
function choose(index) {
  byId("search").value = "";
  closeFound();
  toggleSide(false);
  if (actors[index].rank >= first && !state.all) showAll(true);
  select({ actor: index }, true);
}

function startSearch() {
  const box = byId("search");
  box.addEventListener("input", () => { active = 0; drawFound(); });
  box.addEventListener("blur", closeFound);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { box.value = ""; closeFound(); box.blur(); event.stopPropagation(); return; }
    if (!["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
    event.preventDefault();
    if (event.key !== "Enter") active += event.key === "ArrowDown" ? 1 : -1;
    const found = drawFound();
    if (event.key === "Enter" && active >= 0) choose(found[active]);
  });
}
