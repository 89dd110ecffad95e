// The style sheet: the colour table of the canvas as custom properties, then the sheets
// in web/style in their order.
import { readFile } from "node:fs/promises";
import path from "node:path";

import { transform } from "esbuild";

import { web } from "./place.mjs";

/** Lines of "name #light #dark", comments with #. */
export function readTokens(text) {
  return text
    .split("\n")
    .map((line) => line.match(/^([a-z-]+)\s+(#[0-9a-f]{6})\s+(#[0-9a-f]{6})\s*$/))
    .filter((match) => match !== null)
    .map(([, name, light, dark]) => ({ name, light, dark }));
}

function properties(tokens, theme) {
  return `color-scheme: ${theme};${tokens.map((t) => `--${t.name}: ${t[theme]};`).join("")}`;
}

/** Later ones change what earlier ones say. */
const sheets = ["page", "exercise", "lab", "poster", "prediction", "paper", "surroundings"];

export async function stylesheet(font) {
  const tokens = readTokens(await readFile(path.join(web, "..", "src", "ui", "tokens.txt"), "utf8"));
  const face = font
    ? `@font-face { font-family: "Exam Lab Math"; src: url("${font}") format("woff2"); font-display: swap; }`
    : "";
  const dark = properties(tokens, "dark");
  const css = [
    face,
    `:root { ${properties(tokens, "light")} }`,
    `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }`,
    `@media screen { :root[data-theme="dark"] { ${dark} } }`,
    ...(await Promise.all(sheets.map((name) => readFile(path.join(web, "style", `${name}.css`), "utf8")))),
  ].join("\n");
  return (await transform(css, { loader: "css", minify: true })).code;
}
