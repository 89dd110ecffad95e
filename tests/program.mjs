// The native program, for tests that hold other doors against it.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export const program = process.env.EXAMLAB ?? join(root, "build", "native", "examlab");

/** What the program prints on its standard output. */
export const printed = (args, input = "") =>
  execFileSync(program, args, { encoding: "utf8", input, maxBuffer: 1 << 28 });

/** The answer to one of the engine's calls at a link, before the first step. */
export const called = (link, call, takes = {}) =>
  JSON.parse(printed(["call", link, call, JSON.stringify(takes)]));
