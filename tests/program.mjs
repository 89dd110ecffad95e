// The native program, for tests that hold other doors against it.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export const program = process.env.EXAMLAB ?? join(root, "build", "native", "examlab");

/** The same program for a lab with every kind of field and every shape of figure alone. */
export const sampler = join(dirname(program), "sampler");

/** What the program prints on its standard output. */
export const printed = (args, input = "", by = program) =>
  execFileSync(by, args, { encoding: "utf8", input, maxBuffer: 1 << 28 });

/** The answer to one of the engine's calls at a link, before the first step. */
export const called = (link, call, takes = {}, by = program) =>
  JSON.parse(printed(["call", link, call, JSON.stringify(takes)], "", by));
