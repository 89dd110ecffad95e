// What is wrong with the parameters in force, one line each; the list is hidden while there is nothing.
import type { Page } from "./lab.js";
import { h, element } from "./markup.js";

export function listProblems(list: HTMLElement, { problems, fields }: Pick<Page, "problems" | "fields">): void {
  const label = (key: string): string => fields.find((f) => f.key === key)?.label ?? key;
  const lines = problems.map((p) => (p.key === "" ? p.message : `${label(p.key)}: ${p.message}`));
  // A list that is put in place again is read out again.
  if (list.textContent !== lines.join("")) list.replaceChildren(...lines.map((line) => element(h("li", {}, line))));
  list.hidden = lines.length === 0;
}
