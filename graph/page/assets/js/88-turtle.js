// The whole graph as Turtle, in the terms and with the IRIs of graph.ttl, so that the two can be loaded
// together: actors, articles, statements with their quotes, and a direct triple for what an article itself
// says to have happened. Filters do not count here.

const PREFIXES = {
  dg: "https://w3id.org/diplograph/ontology#", dgs: "https://w3id.org/diplograph/statement/", dgt: "https://w3id.org/diplograph/article/",
  dgq: "https://w3id.org/diplograph/sentence/", rdfs: "http://www.w3.org/2000/01/rdf-schema#", dcterms: "http://purl.org/dc/terms/",
  edtf: "http://id.loc.gov/datatypes/edtf/", oa: "http://www.w3.org/ns/oa#", prov: "http://www.w3.org/ns/prov#",
};

/** An IRI; what may not stand in one is encoded. */
const iriOf = (text) => `<${text.replace(/[^!#-;=?-[\]_a-z~]/gi, encodeURIComponent)}>`;

const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const literal = (text, tail = "") => `"${text.replace(/["\\\n\r\t]/g, (sign) => ESCAPES[sign])}"${tail}`;
const inLang = (lang) => (/^[a-z]{2,3}$/.test(lang ?? "") ? `@${lang}` : "");

/** A decimal, which without its point would be an integer. */
const decimal = (value) => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/** One subject with its predicates and objects; those without an object are left out. */
function block(subject, pairs) {
  const lines = pairs.filter(([, object]) => object).map(([predicate, object]) => `    ${predicate} ${object}`);
  return `${subject} ${lines.join(" ;\n").trimStart()} .\n`;
}

function actorTurtle(index, facts) {
  const { id, kind, en, fr, country } = actors[index];
  return block(iriOf(id), [
    ["a", `dg:${kind[0].toUpperCase()}${kind.slice(1)}`], ["rdfs:label", `${literal(en, "@en")}, ${literal(fr ?? en, "@fr")}`],
    ["dg:countryCode", country && literal(country)], ...facts,
  ]);
}

function articleTurtle({ iri, article, lang, title, publisher, link: url, copy }) {
  return block(`dgt:${iri}`, [
    ["a", "dg:Article"], ["dcterms:identifier", literal(article)], ["dcterms:language", literal(lang ?? "")],
    ["dcterms:title", title && literal(title)], ["dcterms:publisher", publisher && literal(publisher)], ["dcterms:source", url && iriOf(url)],
    ["dg:copyOf", copy && `dgt:${copy}`],
  ]);
}

function statementTurtle({ tie, statement, span }) {
  const { relation } = ties[tie];
  const [from, to] = endsOfStatement({ tie, statement });
  const source = sources[statement.source];
  const quote = sentences[statement.sentence];
  const whole = quote.length <= 2000 && !quote.includes("\ufffd");
  return block(`dgs:${statement.id}`, [
    ["a", "dg:Statement"], ["dg:subject", iriOf(actors[from].id)], ["dg:relation", `dg:${relations[relation].name}`],
    ["dg:object", iriOf(actors[to].id)], ["dg:modality", `dg:${modalityOf(statement)}`],
    ["dg:date", statement.date && span && literal(statement.date, "^^edtf:EDTF")], ["dg:place", statement.place && literal(statement.place)],
    ["dg:location", statement.at !== undefined && iriOf(places[statement.at].id)],
    ["dg:saidBy", statement.by && literal(statement.by)], ["dg:confidence", decimal(statement.confidence)], ["dg:rule", literal(statement.rule)],
    ["prov:wasDerivedFrom", `dgt:${source.iri}`], ["dg:evidence", `dgq:${statement.iri}`],
  ]) + block(`dgq:${statement.iri}`, [
    ["a", "oa:SpecificResource"], ["oa:hasSource", `dgt:${source.iri}`], ["oa:hasSelector", whole && `dgq:${statement.iri}-quote`],
  ]) + (whole ? block(`dgq:${statement.iri}-quote`, [["a", "oa:TextQuoteSelector"], ["oa:exact", literal(quote, inLang(source.lang))]]) : "");
}

/** A town, and the country that it lies in. */
function placeTurtle({ id, label, in: country }) {
  return country ? block(iriOf(id), [["a", "dg:Place"], ["rdfs:label", literal(label)], ["dg:country", iriOf(country.id)]]) : "";
}

/** Direct triples by subject; of a symmetric relation both ways round. */
function directFacts() {
  const facts = actors.map(() => new Map());
  for (const { from, to, relation, statements: all } of ties) {
    if (!all.some((each) => modalityOf(each) === "actual" && !each.by)) continue;
    const { name, mutual } = relations[relation];
    for (const [a, b] of mutual ? [[from, to], [to, from]] : [[from, to]]) facts[a].set(`${name} ${b}`, [`dg:${name}`, iriOf(actors[b].id)]);
  }
  return facts.map((found) => [...found.values()]);
}

function graphAsTurtle() {
  const facts = directFacts();
  const head = Object.entries(PREFIXES).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .\n`);
  const tied = [...new Set(ties.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return [...head, "\n", ...tied.map((index) => actorTurtle(index, facts[index])), ...places.map(placeTurtle), ...sources.map(articleTurtle), ...statements.map(statementTurtle)].join("");
}
