// The type check, and the scripts: each entry one file that knows the names of the files it brings.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { build } from "esbuild";

import { web } from "./place.mjs";

export function checkTypes() {
  const tsc = path.join(web, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "--noEmit", "-p", path.join(web, "tsconfig.json")], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

export async function script(entry, format, define) {
  const { outputFiles } = await build({
    entryPoints: [path.join(web, "src", `${entry}.ts`)],
    bundle: true,
    minify: true,
    format,
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "warning",
    define: Object.fromEntries(Object.entries(define).map(([k, v]) => [k, JSON.stringify(v)])),
  });
  return outputFiles[0].contents;
}

/** What a policy names a text by that stands in the page. */
export const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** A script to stand in a page, and its hash. */
export async function inlined(entry) {
  const code = Buffer.from(await script(entry, "iife", {})).toString("utf8").trim();
  return { code, hash: hash(code) };
}

/** The modules first, for their names stand in the scripts that load them. */
export async function bundle(wasm, assets) {
  for (const name of ["engine.wasm", "engine.js", "canvas.wasm", "canvas.js"]) {
    await assets.add(name, await readFile(path.join(wasm, name)));
  }
  const { names } = assets;
  const engine = { ENGINE_JS: names["engine.js"], ENGINE_WASM: names["engine.wasm"] };
  await assets.add("worker.js", await script("worker", "iife", engine));
  await assets.add(
    "page.js",
    await script("page", "esm", {
      WORKER_JS: names["worker.js"],
      CANVAS_JS: names["canvas.js"],
      CANVAS_WASM: names["canvas.wasm"],
    }),
  );
  await assets.add("early.js", await script("early", "iife", {}));
  await assets.add("front.js", await script("front", "esm", {}));
}
