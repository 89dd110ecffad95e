// The page of an exercise or a lab: puts its parts together and keeps them in step with the engine.
import { Address, fragmentOf, idOf, pairs, shared } from "./address.js";
import { publish } from "./api.js";
import { Attempts } from "./attempts.js";
import { Canvas } from "./canvas.js";
import { Engine, type OwnFile, type State } from "./engine.js";
import { lateness } from "./frames.js";
import { Hints } from "./hints.js";
import { Keys } from "./keys.js";
import type { Opened, Page, Reading } from "./lab.js";
import { type Asset, OwnFiles } from "./own_files.js";
import { chooser } from "./parameters.js";
import { Playback } from "./playback.js";
import { listProblems } from "./problems.js";
import { Sheet } from "./sheet.js";
import { remark, Side } from "./side.js";
import { isBoolean, Store } from "./store.js";
import * as theme from "./theme.js";
import { leadTo, skip, turnToQuestion } from "./turns.js";
import * as live_words from "./live_words.js";

const by = <T extends HTMLElement = HTMLElement>(id: string): T | null =>
  document.getElementById(id) as T | null;

function need<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = by<T>(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}

const id = document.documentElement.dataset["id"] ?? "";
let page: Page | null = null;

const say = (message: string): void => {
  need("message").textContent = message;
};

const store = new Store(() => localStorage, say);
const attempts = new Attempts(store, id);
const canvas = new Canvas(need("stage"), {
  intent: (key, value) => void wish(key, value),
  absent: (reason) => {
    need("absent").textContent = reason;
    need("stage").classList.add("without");
  },
});
const engine = new Engine(id, {
  state: (state) => follow(state),
  restarted: (link) => say(`A calculation did not come back within 10 s and was ended. Open again: ${link}.`),
  failed: (message) => {
    say(`The engine is not running: ${message} You can read, and reload the page to try again.`);
    if (by("check-state")) need("check-state").textContent = "Marking needs the engine, which did not start.";
  },
});
const address = new Address(id, visit);
const sheetForm = by<HTMLFormElement>("answer");
const sheet = sheetForm ? new Sheet(sheetForm, engine, attempts) : null;
const ownFiles = new OwnFiles(need("own-files"), need("lab"), { give, say });
const side = new Side(need("lab"), engine, canvas, { set: wish, file: (key, file) => useFile(key, file), say });
const hints = new Hints(document);
const playback = new Playback(need("playback"), (key, value) => engine.set(key, value));

function follow({ page: next, parcel, settled, left_ms }: State): Promise<number> {
  const shown = lateness();
  page = next;
  // A browser takes only so many changes of the address; where playing stops is written there.
  if (!next.playing) address.show(next.link);
  canvas.show(parcel);
  live_words.update(next);
  sheet?.follow(next);
  side.follow(next, settled && !next.playing);
  playback.follow(next, settled, left_ms);
  listProblems(need("problems"), next.problems);
  const difference = live_words.difference(next);
  need("difference").textContent = difference;
  need("instance").hidden = difference === "";
  ownFiles.follow(next.fields);
  return shown;
}

async function open(link: string): Promise<Opened> {
  say("");
  return engine.open(link);
}

/** Opens what the address bar says; what the engine refuses is said and changes nothing. */
function visit(link: string): void {
  open(link).catch((error: unknown) => say(String(error)));
}

/** What the canvas asks of a field that takes a file: that one be chosen (src/lab/view.h). */
const choose_file = "choose";

const assetOf = (key: string): Asset | undefined =>
  page?.fields.find((f): f is Asset => f.kind === "asset" && f.key === key);

async function wish(key: string, value: string): Promise<void> {
  if (value === choose_file && assetOf(key)) return chooser(key)?.click();
  const reading = await engine.set(key, value);
  remark(key, reading.message);
  if (reading.outcome === "refused") say(reading.message);
}

/** Several values at once, as one step of the history. */
async function jump(wishes: readonly [string, string][]): Promise<void> {
  address.nextIsJump();
  await Promise.all(wishes.map(([key, value]) => wish(key, value)));
}

function ask(link: string, announcement: string): void {
  address.nextIsJump();
  void open(link).then(() => {
    turnToQuestion();
    say(announcement);
  });
}

function newVariant(): void {
  const number = (page?.variant ?? 0) + 1;
  ask(`${id}#variant=${number}`, `Variant ${number}.`);
}

function ownQuestion(): void {
  ask(id, "The paper's own question.");
}

async function share(): Promise<void> {
  const link = shared(location.href, page?.link ?? id);
  try {
    await navigator.clipboard.writeText(link);
    say("The link to exactly this is in your clipboard.");
  } catch {
    const field = need<HTMLInputElement>("share-text");
    need("share-line").hidden = false;
    field.value = link;
    field.focus();
    field.select();
    say("This browser keeps the clipboard to itself. The link is selected: copy it.");
  }
}

function paint(): void {
  const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
  canvas.theme(theme.isDark(), Math.max(13, Math.round(size * 0.94)), theme.reducedMotion());
  const name = theme.current();
  by("theme")?.setAttribute("aria-label", `Theme: ${name}`);
  if (by("theme")) need("theme").title = `Theme: ${name}`;
}

function toggleParameters(): void {
  const details = need<HTMLDetailsElement>("parameters");
  details.open = !details.open;
  if (details.open) details.querySelector("summary")?.focus();
}

function toggleKeys(): void {
  const panel = need("keys");
  panel.hidden = !panel.hidden;
  need("keys-button").setAttribute("aria-expanded", String(!panel.hidden));
  (panel.hidden ? need("keys-button") : need("keys-title")).focus();
}

function on(button: string, act: () => void): void {
  by(button)?.addEventListener("click", act);
}

function listen(): void {
  on("new-variant", newVariant);
  on("to-answer", () => leadTo("#answer"));
  document.querySelector<HTMLAnchorElement>("a.skip")?.addEventListener("click", skip);
  on("own-question", ownQuestion);
  on("own-numbers", ownQuestion);
  on("share", () => void share());
  on("clear-answers", () => {
    sheet?.clear();
    if (page) attempts.remember(page.variant, {});
  });
  on("keys-button", toggleKeys);
  on("theme", () => {
    theme.choose(theme.following(theme.current()));
    paint();
  });
  theme.onSystemChange(paint);
  document.addEventListener("click", (event) => {
    const text = (event.target as Element).closest<HTMLElement>("[data-show]")?.dataset["show"];
    if (text === undefined) return;
    void jump(pairs(text)).then(() => {
      need("stage").scrollIntoView({ block: "nearest" });
      say("The lab shows the case that decides this statement.");
    });
  });
}

async function useFile(key: string, file: File): Promise<void> {
  const field = assetOf(key);
  if (field) await ownFiles.use(field, file);
}

async function give(field: Asset, file: OwnFile): Promise<void> {
  address.nextIsJump();
  const reading = await engine.give(field.key, file);
  remark(field.key, reading.message);
  if (reading.outcome === "refused") return say(`${file.name} cannot be used: ${reading.message}.`);
  const what = file.pixels ? `picture is in the lab, ${file.pixels.join(" × ")} pixels` : `file ${file.name} is in the lab`;
  say(`Your ${what}. It does not leave this computer.`);
}

function keys(): void {
  const enabled = need<HTMLInputElement>("keys-enabled");
  enabled.checked = store.read("keys", isBoolean, true);
  enabled.addEventListener("change", () => store.write("keys", enabled.checked));
  new Keys(
    [
      { key: " ", act: () => playback.toggle() },
      { key: ".", act: () => playback.step(1) },
      { key: ",", act: () => playback.step(-1) },
      { key: "r", act: () => playback.restart() },
      { key: "n", act: newVariant },
      { key: "Enter", act: () => void sheet?.check() },
      { key: "h", act: () => hints.next() },
      { key: "s", act: () => void share() },
      { key: "p", act: toggleParameters },
      { key: "l", act: () => canvas.focus() },
      { key: "/", act: () => location.assign("../") },
      { key: "?", act: toggleKeys },
    ],
    () => enabled.checked,
  );
}

async function openForeign(link: string): Promise<Opened> {
  const target = idOf(link);
  const { labs, paper } = await engine.catalogue();
  const known = [...labs, ...paper.filter((part) => part.built)].some((entry) => entry.id === target);
  if (!known) return { known, problems: [{ key: "", message: `There is no “${target}” here.` }] };
  location.assign(`../${target}/${location.search}${fragmentOf(link)}`);
  return { known, problems: [] };
}

publish({
  link: async () => (await engine.report()).link,
  report: () => engine.report(),
  reportText: () => engine.reportText(),
  digest: () => engine.digest(),
  open: (link) => {
    address.nextIsJump();
    return idOf(link) === id ? open(link) : openForeign(link);
  },
  set: (key, value): Promise<Reading> => engine.set(key, String(value)),
  ask: () => engine.question(),
  back: () => engine.back(),
  mark: (answers) => engine.mark(answers),
});

listen();
keys();
paint();
void canvas.start();
visit(address.initial());
