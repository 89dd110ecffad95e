// A link of another exercise or lab than the page's own leads to its page.
import { fragmentOf, idOf } from "./address.js";
import type { Opened } from "./lab.js";

/** The ids that have a page. */
declare const PAGES: readonly string[];

export function openForeign(link: string): Opened {
  const target = idOf(link);
  const known = PAGES.includes(target);
  if (!known) return { known, problems: [{ key: "", message: `There is no “${target}” here.` }] };
  location.assign(`../${target}/${location.search}${fragmentOf(link)}`);
  return { known, problems: [] };
}
