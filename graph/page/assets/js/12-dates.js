// Dates of EDTF level 0: in words, and as the first and last day that they may mean.

/** Which fields of a date to write, by how many were given. */
const fieldsOf = (given, month) => ({ year: "numeric", ...(given > 1 && { month }), ...(given > 2 && { day: "numeric" }) });

/** A date in words, as precise as it was given. */
function dateText(edtf, month = "long") {
  return edtf.split("/").map((part) => {
    const fields = part.split("-").map(Number);
    if (!/^\d{4}(-\d\d){0,2}$/.test(part)) return part || "…";
    const day = new Date(Date.UTC(2000, (fields[1] || 1) - 1, fields[2] || 1));
    day.setUTCFullYear(fields[0]);
    return formatter("DateTimeFormat", { ...fieldsOf(fields.length, month), timeZone: "UTC" }).format(day);
  }).join(" – ");
}

const lastOfMonth = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** First and last day of one part of a date, or null where it is no date. */
function daysOf(part) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(part);
  if (!found) return null;
  const [, year, month, day] = found;
  if (day) return [part, part];
  if (month) return [`${part}-01`, `${part}-${String(lastOfMonth(Number(year), Number(month))).padStart(2, "0")}`];
  return [`${year}-01-01`, `${year}-12-31`];
}

/** The span of a statement in days, and how precise its beginning is (4 a year, 7 a month, 10 a day). */
function spanOf(statement) {
  const parts = (statement.date ?? sources[statement.source].date ?? "").split("/");
  const known = parts.map(daysOf).filter(Boolean);
  return known.length ? { from: known[0][0], to: known.at(-1)[1], grain: parts.find(daysOf).length } : null;
}
