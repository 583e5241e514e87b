// A card: one statement with its sentence, who says it, where it was read, and a citation to copy.

function card(tie, statement) {
  const source = sources[statement.source];
  const modality = modalityOf(statement);
  return el("article", { className: "card", "data-statement": statement.id },
    el("p", { className: "badges" },
      statement.date ? el("time", { className: "when" }, dateText(statement.date)) : el("span", { className: "when" }, t("any-date")),
      statement.place ? placeText(statement) : null,
      badge(modality, t(modality)),
      statement.contested ? badge("contested", t("contested")) : null,
      statement.by ? badge("by", t("by", { name: statement.by })) : null),
    el("blockquote", { lang: source.lang, dir: "auto" }, ...marked(sentences[statement.sentence], statement.marks ?? [])),
    citation(source),
    el("p", { className: "rule" },
      `${t("rule")} `, el("code", {}, statement.rule), ` · ${t("confidence", { n: statement.confidence })} · `, el("code", {}, statement.id), " ",
      button("linklike copy", t("copy-citation"), (event) => copy(citationText(statement), event.target))));
}

/** Where it happened, as the text names it; a known town with its country. */
function placeText({ place, at }) {
  const known = places[at];
  if (!known) return el("span", { className: "when" }, place);
  return el("span", { className: "when" }, link(known.id, place), known.in ? `, ${countryName(known.in)}` : "");
}

/** A sentence with its marks: three numbers each, where it begins and how long it is in code points, and its role. */
function marked(text, marks) {
  const letters = [...text];
  const parts = [];
  let end = 0;
  for (let index = 0; index < marks.length; index += 3) {
    const [start, length, role] = marks.slice(index, index + 3);
    if (start + length > letters.length) break;
    const name = ["subject", "object", "trigger"][role];
    parts.push(letters.slice(end, start).join(""), el("mark", { className: name, title: t(`mark-${name}`) }, letters.slice(start, start + length).join("")));
    end = start + length;
  }
  return [...parts, letters.slice(end).join("")].filter((part) => part !== "");
}

function citation(source) {
  const title = source.title || `${t("article")} ${source.article}`;
  return el("p", { className: "citation" },
    el("cite", { lang: source.title ? source.lang : null }, source.link ? link(source.link, title) : title),
    source.publisher ? ` — ${source.publisher}` : null,
    source.date ? ` · ${t("published", { date: dateText(source.date) })}` : null,
    source.copy ? ` · ${t("copy-of")}` : null);
}

/** A citation as plain text, for a footnote: the sentence, and where it was read. */
function citationText({ source, sentence }) {
  const { title, publisher, date, link: url, article, lang } = sources[source];
  const [open, close] = lang === "fr" ? ["«\u00a0", "\u00a0»"] : ["“", "”"];
  const from = [publisher, title || article, date && dateText(date)].filter(Boolean).join(", ");
  return `${open}${sentences[sentence]}${close} — ${from}.${url ? ` ${url}` : ""}`;
}

/** Put text on the clipboard; pages opened from disk may need the older way. */
async function copy(text, pressed) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = el("textarea", { className: "hidden-text", value: text, "aria-hidden": "true" });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    pressed.focus();
  }
  const before = pressed.textContent;
  pressed.textContent = t("copied");
  announce(t("copied"));
  setTimeout(() => { pressed.textContent = before; }, 1500);
}
