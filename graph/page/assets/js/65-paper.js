// Paper: a list of the ties that pass the filters, each with its sentences and where they were read.

function drawPaper() {
  const shown = ties.map((_, index) => index).filter((index) => visible.ties[index].length);
  byId("paper").replaceChildren(el("h2", {}, t("table-caption")), ...shown.map((index) => {
    const tie = ties[index];
    const arrow = relations[tie.relation].mutual ? "↔" : "→";
    return el("section", {}, el("h3", {}, `${actorName(tie.from)} ${arrow} ${actorName(tie.to)}: ${relationName(tie.relation)}`),
      visible.ties[index].map((statement) => el("p", {},
        el("strong", {}, [statement.date ? dateText(statement.date) : t("any-date"), t(modalityOf(statement)), statement.by && t("by", { name: statement.by })].filter(Boolean).join(" · ")),
        el("br"), el("span", { lang: sources[statement.source].lang, dir: "auto" }, citationText(statement)))));
  }));
}

function startPaper() {
  addEventListener("beforeprint", drawPaper);
  addEventListener("afterprint", () => byId("paper").replaceChildren());
}
