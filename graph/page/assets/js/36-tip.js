// The tip beside the pointer: what is under it, before anything is clicked.

function hover(target, at) {
  if (same(target, state.hovered)) return;
  state.hovered = target;
  byId("stage").classList.toggle("pointing", target !== null);
  const tip = byId("tip");
  tip.hidden = target === null;
  if (target) {
    tip.replaceChildren(...(target.line === undefined ? symbolTip(target.actor) : lineTip(target.line)));
    const area = byId("stage").getBoundingClientRect();
    tip.style.left = `${clamp(at.x + 14, 4, Math.max(4, area.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${clamp(at.y + 14, 4, Math.max(4, area.height - tip.offsetHeight - 8))}px`;
  }
  if (!heavy()) paint();
}

function symbolTip(symbol) {
  const inside = new Set(insideOf(symbol));
  const n = ties.filter((tie) => inside.has(tie.from) || inside.has(tie.to)).length;
  return [
    el("strong", {}, actorName(symbol)),
    el("span", {}, `${t(actors[symbol].kind)} · ${t("ties", { n })}`),
    inside.size > 1 ? el("span", {}, t("inside", { n: inside.size - 1 })) : null,
  ].filter(Boolean);
}

function lineTip(id) {
  const line = visible.lines.get(id);
  const names = relationsOf(line);
  return [
    el("strong", {}, lineText(line)),
    el("span", {}, names.slice(0, 4).join(" · ") + (names.length > 4 ? " …" : "")),
    el("span", {}, `${t("statements", { n: line.count })}${line.contested ? ` · ${t("contested")}` : ""}`),
  ];
}
