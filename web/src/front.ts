// The front page: at each part that is built the most marks that were reached here so far, and the way
// on from where one stopped.
import { Attempts } from "./attempts.js";
import { marks } from "./number.js";
import { isWhole, onward, standing } from "./onward.js";
import { isText, Store } from "./store.js";
import * as theme from "./theme.js";

const store = new Store(() => localStorage);

/** The built parts in the order of the paper. */
const parts = [...document.querySelectorAll<HTMLElement>("[data-reached]")].map((place) => {
  const id = place.dataset["reached"] ?? "";
  const title = place.closest(".card")?.querySelector(".card-title")?.textContent ?? "";
  const best = new Attempts(store, id).best()?.marks ?? null;
  return { id, title, place, out_of: Number(place.dataset["marks"]), best };
});

for (const part of parts) {
  const { id, place, best, out_of } = part;
  if (best === null) continue;
  place.textContent = `${isWhole(part) ? "✓ " : ""}${marks(best)} of ${marks(out_of)} reached`;
  place.hidden = false;
  place.dataset["whole"] = String(isWhole(part));
  document.querySelector(`[data-piece="${CSS.escape(id)}"]`)?.classList.add(isWhole(part) ? "whole" : "begun");
}

const begin = document.getElementById("begin");
const continued = onward(parts, store.read("last", isText, ""));
if (begin instanceof HTMLAnchorElement && continued) {
  begin.href = `${continued.part.id}/`;
  begin.textContent = continued.text;
}

const said = document.getElementById("standing");
/** Guesses that were made before a lab was looked at, at all parts together. */
const guessed = parts.reduce((n, { id }) => n + store.read(`guesses:${id}`, Array.isArray, []).length, 0);
if (said) {
  const thought = guessed > 0 ? `${guessed} ${guessed === 1 ? "guess" : "guesses"} made before looking` : "";
  const text = [standing(parts, Number(said.dataset["paper"])), thought].filter(Boolean).join("; ");
  said.textContent = `${text}.`;
  said.hidden = text === "";
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
