// The front page: beside each part that is built, the most marks that were reached here so far.
import { Attempts } from "./attempts.js";
import { marks } from "./number.js";
import { Store } from "./store.js";
import * as theme from "./theme.js";

const store = new Store(() => localStorage);

for (const cell of document.querySelectorAll<HTMLElement>("[data-reached]")) {
  const best = new Attempts(store, cell.dataset["reached"] ?? "").best();
  cell.textContent = best ? `${marks(best.marks)} of ${marks(best.out_of)}` : "";
}

const button = document.getElementById("theme");
const name = (): void => {
  button?.setAttribute("aria-label", `Theme: ${theme.current()}`);
  if (button) button.title = `Theme: ${theme.current()}`;
};
button?.addEventListener("click", () => {
  theme.choose(theme.following(theme.current()));
  name();
});
name();
