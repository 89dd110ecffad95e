// The type check, and the scripts: each entry one file that knows the names of the files it brings.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { build } from "esbuild";

import { engineNames } from "./engine.mjs";
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

/**
 * The modules first, for their names stand in the scripts that load them. An engine has a worker of its
 * own, and the page's script knows all of them, and every page by its id.
 */
export async function bundle(wasm, assets, pages) {
  const engines = await engineNames(wasm);
  for (const name of ["canvas", ...engines]) {
    for (const file of [`${name}.wasm`, `${name}.js`]) await assets.add(file, await readFile(path.join(wasm, file)));
  }
  const { names } = assets;
  const workers = {};
  for (const name of engines) {
    const engine = { ENGINE_JS: names[`${name}.js`], ENGINE_WASM: names[`${name}.wasm`] };
    workers[name] = await assets.add(name.replace("engine", "worker") + ".js", await script("worker", "iife", engine));
  }
  await assets.add(
    "page.js",
    await script("page", "esm", {
      WORKERS: workers,
      PAGES: pages,
      CANVAS_JS: names["canvas.js"],
      CANVAS_WASM: names["canvas.wasm"],
    }),
  );
  await assets.add("early.js", await script("early", "iife", {}));
  await assets.add("front.js", await script("front", "esm", {}));
}
