// The front page: at each part that is built, the most marks that were reached here so far.
import { Attempts } from "./attempts.js";
import { marks } from "./number.js";
import { Store } from "./store.js";
import * as theme from "./theme.js";

const store = new Store(() => localStorage);

let sum = 0;
for (const place of document.querySelectorAll<HTMLElement>("[data-reached]")) {
  const id = place.dataset["reached"] ?? "";
  const best = new Attempts(store, id).best();
  if (!best) continue;
  sum += best.marks;
  const whole = best.marks >= best.out_of;
  place.textContent = `${whole ? "✓ " : ""}${marks(best.marks)} of ${marks(best.out_of)} reached`;
  place.hidden = false;
  place.dataset["whole"] = String(whole);
  document.querySelector(`[data-piece="${CSS.escape(id)}"]`)?.classList.add(whole ? "whole" : "begun");
}
const standing = document.getElementById("standing");
if (standing && sum > 0) {
  standing.textContent = `You have reached ${marks(sum)} of 200 marks so far.`;
  standing.hidden = false;
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
