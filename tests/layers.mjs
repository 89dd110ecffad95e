// The rules of the source tree that a compiler does not enforce: which layer may include which, and
// what keeps results the same on every platform. `faults` judges one file, so that the test can show
// it files that must be refused.

const REPORT_LAYERS = ["num", "nn", "lab", "labs", "exam", "exercises"];

/** What each layer may include: our layers, and headers from outside beyond the standard library. */
const MAY_INCLUDE = {
  num: { ours: ["num"], outside: [/^Eigen\//, /^[a-z]?mmintrin\.h$/] },
  nn: { ours: ["nn", "num"], outside: [/^Eigen\//, /^[a-z]?mmintrin\.h$/] },
  lab: { ours: ["lab", "num"], outside: [] },
  labs: { ours: ["labs", "lab", "nn", "num"], outside: [/^Eigen\//] },
  exam: { ours: ["exam", "lab", "num"], outside: [] },
  exercises: { ours: ["exercises", "exam", "labs", "lab", "num"], outside: [] },
  gfx: { ours: ["gfx", "num"], outside: [/^GLES3\//] },
  ui: { ours: ["ui", "lab", "gfx"], outside: [/^imgui(_internal)?\.h$/] },
  app: { ours: null, outside: [/./] },
};

/** Patterns that may not occur in code; `where` says in which files of src/. */
const FORBIDDEN = [
  {
    pattern: /__EMSCRIPTEN__|\bEMSCRIPTEN_KEEPALIVE\b/,
    where: (file) => file.layer !== "app",
    reason: "platform code lives in src/app",
  },
  { pattern: /\bEM_(JS|ASM)\w*\b/, where: () => true, reason: "C++ never calls the page" },
  {
    pattern:
      /\bstd::(exp2?|expm1|log(2|10|1p)?|a?(sin|cos|tan)h?|atan2|pow|cbrt|hypot|erfc?|[tl]gamma)f?\b/,
    where: (file) => REPORT_LAYERS.includes(file.layer) && !file.name.startsWith("elementary"),
    reason: "the C library's result differs between machines; use num/elementary.h",
  },
  {
    pattern: /\.(exp|log|log10|a?sin|a?cos|a?tan|sinh|cosh|tanh|pow)\(\)/,
    where: (file) => REPORT_LAYERS.includes(file.layer) && file.layer !== "nn",
    reason: "Eigen's result differs between machines; use num/elementary.h",
  },
  {
    pattern: /\bstd::(shuffle|sample|random_device|mt19937)\b|\bs?rand\s*\(/,
    where: () => true,
    reason: "random numbers come from num::Rng",
  },
];

const LONGEST = 400;

/** The columns of C++ and of shaders. */
const COLUMNS = 100;

/** C++ with comments blanked out, and strings too unless `keepStrings`; lines keep their numbers. */
export function code(text, { keepStrings = false } = {}) {
  const blank = (s) => s.replace(/[^\n]/g, " ");
  return text.replace(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'/g,
    (s) => (s[0] === "/" || !keepStrings ? blank(s) : s),
  );
}

function includeFault(layer, header, quoted) {
  const allowed = MAY_INCLUDE[layer];
  if (quoted) {
    const target = header.includes("/") ? header.split("/")[0] : null;
    if (target === null) return `name the layer: "${layer}/${header}"`;
    if (allowed.ours === null || allowed.ours.includes(target)) return null;
    return `${layer} may not include ${target}`;
  }
  if (header === "random") return "random numbers come from num::Rng";
  if (/^[a-z_0-9]+$/.test(header)) return null;  // the C++ standard library
  if (allowed.outside.some((pattern) => pattern.test(header))) return null;
  return `${layer} may not include <${header}>`;
}

/** Every fault of the file at `path` (from the root of the tree), as "path:line: reason: text". */
export function faults(path, text) {
  const lines = text.split("\n");
  const found = [];
  const report = (index, reason) =>
    found.push(`${path}:${index + 1}: ${reason}: ${lines[index].trim()}`);
  if (lines.length - 1 > LONGEST) found.push(`${path}:${LONGEST + 1}: longer than ${LONGEST} lines`);

  if (/\.(h|cpp|frag|vert)$/.test(path)) {
    lines.forEach((line, index) => {
      if ([...line].length > COLUMNS) report(index, `longer than ${COLUMNS} columns`);
    });
  }

  const [top, layer, ...rest] = path.split("/");
  if (top !== "src" || rest.length === 0 || !/\.(h|cpp)$/.test(path)) return found;
  if (!(layer in MAY_INCLUDE)) return [...found, `${path}:1: src/${layer} is no layer`];

  const file = { layer, name: rest.join("/") };
  code(text, { keepStrings: true }).split("\n").forEach((line, index) => {
    const include = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(line);
    if (!include) return;
    const reason = includeFault(layer, include[2], include[1] === '"');
    if (reason) report(index, reason);
  });
  const rules = FORBIDDEN.filter((rule) => rule.where(file));
  code(text).split("\n").forEach((line, index) => {
    for (const rule of rules) if (rule.pattern.test(line)) report(index, rule.reason);
  });
  return found;
}

/** Sources that have no header because nothing but a table names what they define; by folder. */
const HEADERLESS = [
  { file: /^src\/app\/(main|\w+_web)\.cpp$/, why: "an entry point, which the page or system calls" },
  { file: /^src\/exercises\/\w+\.cpp$/, why: "an exercise, a row of the table in all.h" },
  { file: /^src\/labs\/(\w+)\/\1\.cpp$/, why: "a lab, a row of the table in labs/all.h" },
];

/** Faults of the sources among `paths` against: a source has the header of its name beside it, and
 *  includes it first. A class whose members fill several files has the header <class>.h, and the
 *  files beside <class>.cpp are <class>_<part>.cpp. `read` gives the text of a path. */
export function headerFaults(paths, read) {
  const headers = new Set(paths.filter((path) => /^src\/.*\.h$/.test(path)));
  return paths.flatMap((path) => {
    const match = /^src\/((?:.*\/)?(\w+))\.cpp$/.exec(path);
    if (!match || HEADERLESS.some((row) => row.file.test(path))) return [];
    const own = `${match[1]}.h`;
    if (headers.has(`src/${own}`)) {
      const first = /^\s*#\s*include\s*["<]([^">]+)/m.exec(code(read(path), { keepStrings: true }));
      return first?.[1] === own ? [] : [`${path}: include "${own}" first`];
    }
    const words = match[1].split("_");
    const wholes = words.slice(1).map((_, i) => `src/${words.slice(0, i + 1).join("_")}.h`);
    if (wholes.some((header) => headers.has(header))) return [];
    return [`${path}: declare what it defines in ${own}`];
  });
}
