// A link of another exercise or lab than the page's own leads to its page.
import { fragmentOf, idOf } from "./address.js";
import type { Engine } from "./engine.js";
import type { Opened } from "./lab.js";

export async function openForeign(engine: Engine, link: string): Promise<Opened> {
  const target = idOf(link);
  const { labs, paper } = await engine.catalogue();
  const known = [...labs, ...paper.filter((part) => part.built)].some((entry) => entry.id === target);
  if (!known) return { known, problems: [{ key: "", message: `There is no “${target}” here.` }] };
  location.assign(`../${target}/${location.search}${fragmentOf(link)}`);
  return { known, problems: [] };
}
