// A worker beside the engine's: an engine of its own, which runs errands for the one that owns the
// lab. Nothing but bytes goes between them.
import type { EngineModule } from "./engine_module.js";
import type { Opened } from "./lab.js";

/** What the owner says: first the module, where it can be handed over, then links and errands. */
export type ToMate =
  | { module: WebAssembly.Module | undefined }
  /** The link that the errands from here on are of, where it is another. */
  | { errand: ArrayBuffer; link: string | undefined };

export type FromMate =
  | { ready: true }
  /** What the errand has brought; no bytes where it could not be run. */
  | { brought: ArrayBuffer }
  | { failed: string };

/** The name of such a worker. That of the engine's own is how many cores there are. */
export const mate_name = "mate";

/** The answer to what the owner says. */
export function served(engine: EngineModule, { errand, link }: { errand: ArrayBuffer; link: string | undefined }): FromMate {
  if (link !== undefined) {
    const { known, problems } = JSON.parse(engine.json("open", { link })) as Opened;
    if (!known || problems.length > 0) return { failed: `${link} does not open as it does for its owner.` };
  }
  return { brought: engine.bytes("run_errand", {}, errand) };
}
