// What the page of each exercise and lab shows at first, as its engine says it once every step is taken:
// worked out by as many threads as there are processors, and kept beside the engines until these change.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

import { engineNames, openEngine } from "./engine.mjs";

const kept_in = "first-pages.json";

/** A function that gives the page of an id. */
export async function firstPages(folder, ids) {
  const file = path.join(folder, kept_in);
  const stamp = await stampOf(folder);
  const kept = await readFile(file, "utf8").then(JSON.parse).catch(() => null);
  const pages = kept?.stamp === stamp ? kept.pages : await workedOut(folder, ids);
  if (pages !== kept?.pages) await writeFile(file, JSON.stringify({ stamp, pages }));
  return (id) => pages[id];
}

async function stampOf(folder) {
  const hash = createHash("sha256");
  for (const name of await engineNames(folder)) hash.update(await readFile(path.join(folder, `${name}.wasm`)));
  return hash.digest("hex");
}

async function workedOut(folder, ids) {
  const left = [...ids];
  const pages = {};
  const threads = Math.min(ids.length, Math.max(1, os.cpus().length));
  await Promise.all(Array.from({ length: threads }, () => new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: folder });
    const next = () => worker.postMessage(left.shift() ?? null);
    worker.on("message", ({ id, page }) => {
      pages[id] = page;
      next();
    });
    worker.on("error", reject);
    worker.on("exit", resolve);
    next();
  })));
  return pages;
}

if (!isMainThread && parentPort) {
  const engine = await openEngine(workerData);
  parentPort.on("message", (id) => {
    if (id === null) return parentPort.close();
    parentPort.postMessage({ id, page: engine.page(id) });
  });
}
