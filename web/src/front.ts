// The front page: at each part that is built the most marks that were reached here so far, and the way
// on from where one stopped.
import { Attempts } from "./attempts.js";
import { marks } from "./number.js";
import { isText, Store } from "./store.js";
import * as theme from "./theme.js";

const store = new Store(() => localStorage);

/** The built parts in the order of the paper. */
const parts = [...document.querySelectorAll<HTMLElement>("[data-reached]")].map((place) => {
  const id = place.dataset["reached"] ?? "";
  const title = place.closest(".card")?.querySelector(".card-title")?.textContent ?? "";
  return { id, title, place, best: new Attempts(store, id).best() };
});
const whole = ({ best }: (typeof parts)[number]): boolean => best !== null && best.marks >= best.out_of;

let sum = 0;
for (const part of parts) {
  const { id, place, best } = part;
  if (!best) continue;
  sum += best.marks;
  place.textContent = `${whole(part) ? "✓ " : ""}${marks(best.marks)} of ${marks(best.out_of)} reached`;
  place.hidden = false;
  place.dataset["whole"] = String(whole(part));
  document.querySelector(`[data-piece="${CSS.escape(id)}"]`)?.classList.add(whole(part) ? "whole" : "begun");
}

/** What was open last, or the first part after it that has not its full marks. */
function next(): (typeof parts)[number] | undefined {
  const last = parts.findIndex(({ id }) => id === store.read("last", isText, ""));
  if (last < 0) return undefined;
  return [...parts.slice(last), ...parts.slice(0, last)].find((part) => !whole(part));
}

const begin = document.getElementById("begin");
const continued = next();
if (begin instanceof HTMLAnchorElement && continued) {
  begin.href = `${continued.id}/`;
  begin.textContent = `Continue with ${continued.id}, ${continued.title}`;
}

const standing = document.getElementById("standing");
/** Guesses that were made before a lab was looked at, at all parts together. */
const guessed = parts.reduce((n, { id }) => n + store.read(`guesses:${id}`, Array.isArray, []).length, 0);
if (standing && (sum > 0 || guessed > 0)) {
  const reached = sum > 0 ? [`You have reached ${marks(sum)} of 200 marks so far`] : [];
  const thought = guessed > 0 ? [`${guessed} ${guessed === 1 ? "guess" : "guesses"} made before looking`] : [];
  standing.textContent = `${[...reached, ...thought].join("; ")}.`;
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
