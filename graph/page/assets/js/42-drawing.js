// A picture as SVG: the world map on the screen, and what both maps export.

/** Groups of lines, symbols and labels. `hit` adds a wide invisible stroke to each line for the pointer. */
function drawing({ curves, discs, names, counts }, hit = false) {
  return [
    svg("g", { fill: "none", "stroke-linecap": "butt" }, [...curves].reverse().flatMap((curve) => curveNodes(curve, hit))),
    svg("g", {}, [...discs].reverse().flatMap(discNodes)),
    svg("g", { "font-family": FACE, "font-size": 10.5, "font-weight": 600, "text-anchor": "middle", "pointer-events": "none" }, counts.flatMap(countNodes)),
    svg("g", { "font-family": FACE, "text-anchor": "middle", "pointer-events": "none" }, names.map(nameNode)),
  ];
}

function curveNodes(curve, hit) {
  const { edge, tip } = arrowed(curve);
  const path = `M${point(curve.a)}Q${point(curve.c)} ${point(curve.b)}`;
  const style_ = edgeOptions(curve);
  const { color, opacity } = style_.color;
  const nodes = [svg("path", {
    d: path, stroke: color, "stroke-opacity": round(opacity), "stroke-width": style_.width * edge, "stroke-dasharray": style_.dashes ? style_.dashes.join(" ") : null,
  })];
  for (const head of tip) nodes.push(svg("path", { d: head, fill: color, "fill-opacity": round(opacity), stroke: "none" }));
  if (hit) nodes.push(svg("path", { d: path, class: "hit", "data-line": curve.id, stroke: "transparent", "stroke-width": 12 }));
  return nodes;
}

const round = (value) => Math.round(value * 100) / 100;
const point = ({ x, y }) => `${round(x)} ${round(y)}`;

/** The heads of a line, at the rim of the symbols that it points at. */
function arrowed(curve) {
  const edge = curve.thin ?? 1;
  const size = 5 + lineWidth(curve) * edge;
  const head = (end, from, rim) => {
    const far = Math.hypot(end.x - from.x, end.y - from.y) || 1;
    const [ux, uy] = [(end.x - from.x) / far, (end.y - from.y) / far];
    const top = { x: end.x - ux * rim, y: end.y - uy * rim };
    const base = { x: top.x - ux * size * 1.5, y: top.y - uy * size * 1.5 };
    return `M${point(top)}L${point({ x: base.x - uy * size * 0.5, y: base.y + ux * size * 0.5 })}L${point({ x: base.x + uy * size * 0.5, y: base.y - ux * size * 0.5 })}Z`;
  };
  const rim = (symbol) => curve.radius?.(symbol) ?? sizeOf(symbol) * chart.getScale();
  return { edge, tip: [curve.there && head(curve.b, curve.c, rim(curve.high)), curve.back && head(curve.a, curve.c, rim(curve.low))].filter(Boolean) };
}

function discNodes(disc) {
  const { id, x, y, r, faint } = disc;
  const { kind } = actors[id];
  const chosen = chosenSymbols().includes(id);
  const looks = { fill: theme[kind], stroke: chosen ? theme.accent : theme.surface, "stroke-width": chosen ? 3 : 1.5, "fill-opacity": faint ? 0.2 : 1, "data-actor": id };
  const shapes = {
    country: () => svg("circle", { cx: round(x), cy: round(y), r: round(r), ...looks }),
    organisation: () => svg("rect", { x: round(x - r), y: round(y - r), width: round(2 * r), height: round(2 * r), ...looks }),
    group: () => svg("path", { d: `M${point({ x, y: y - r })}L${point({ x: x + r, y: y + r * 0.75 })}L${point({ x: x - r, y: y + r * 0.75 })}Z`, ...looks }),
    person: () => svg("path", { d: `M${point({ x, y: y - r })}L${point({ x: x + r, y })}L${point({ x, y: y + r })}L${point({ x: x - r, y })}Z`, ...looks }),
  };
  const code = codeOf(disc);
  const letters = code && svg("text", {
    x: round(x), y: round(y + codeSize(disc) * 0.36), "font-family": FACE, "font-size": round(codeSize(disc)), "font-weight": 700, "text-anchor": "middle",
    fill: theme["on-country"], "fill-opacity": faint ? 0.3 : 1, "pointer-events": "none",
  }, code);
  return [shapes[kind](), letters].filter(Boolean);
}

function countNodes({ x, y, w, h, text }) {
  return [
    svg("rect", { x: round(x - w), y: round(y - h), width: round(2 * w), height: 2 * h, rx: h, fill: theme.surface, stroke: theme.line }),
    svg("text", { x: round(x), y: round(y + 3.8), fill: theme.text }, text),
  ];
}

function nameNode({ x, y, lines, size, bold, faint }) {
  const looks = { "font-size": size, "font-weight": bold ? 600 : 400, fill: theme.text, stroke: theme.surface, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke", opacity: faint ? 0.25 : 1 };
  return svg("text", looks, lines.map((line, index) =>
    svg("tspan", { x: round(x), y: round(y + (index - (lines.length - 1) / 2) * (size + 2) + size * 0.35) }, line)));
}
