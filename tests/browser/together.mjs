// Runs test files in one process, in turn, which starts each browser once: node together.mjs <file>...
// With EXAMLAB_BROWSER=Firefox it runs what they ask of Firefox alone.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

for (const file of process.argv.slice(2)) await import(pathToFileURL(resolve(file)).href);
