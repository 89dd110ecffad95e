// 404.html, which a host sends for any path that is not there: it holds all that it needs, since it does
// not know where the site's files are from there.
import path from "node:path";

import { transform } from "esbuild";

import { hash, inlined } from "./bundle.mjs";
import { web } from "./place.mjs";
import { filled } from "./template.mjs";

const css = `
body { font: 106.25%/1.55 system-ui, sans-serif; margin: 0; }
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
header { padding: 0 clamp(0.7rem, 1.6vw, 1.5rem); border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
header a { text-decoration: none; }
main { max-width: 34rem; margin: 0 auto; padding: clamp(1.5rem, 12vh, 7rem) 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
a { display: inline-block; padding: 0.6rem 0; margin-right: 1.5rem; font-weight: 600; }
[hidden] { display: none; }
`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** `paper`: its parts, so that one that is not built yet is known by its address. */
export async function missingPage(paper) {
  const style = (await transform(css, { loader: "css", minify: true })).code.trim();
  const { code, hash: scripthash } = await inlined("missing");
  return filled(path.join(web, "missing.html"), {
    parts: escaped(JSON.stringify(paper.map(({ id, title, built }) => ({ id, title, built })))),
    style, script: code, stylehash: hash(style), scripthash,
  });
}
