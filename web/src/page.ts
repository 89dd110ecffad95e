// The page of an exercise or a lab: puts its parts together and keeps them in step with the engine.
import { Address, idOf, questionIn, shared, shownCase, tellsOfLab } from "./address.js";
import { publish } from "./api.js";
import { Attempts } from "./attempts.js";
import { Canvas } from "./canvas.js";
import { More, watchClamped } from "./clamped.js";
import { copyFormulas } from "./copying.js";
import { Engine, type OwnFile, type State } from "./engine.js";
import { Figures } from "./figures.js";
import { Fold } from "./fold.js";
import { openForeign } from "./foreign.js";
import { lateness } from "./frames.js";
import { Hints } from "./hints.js";
import { Keys, KeysList } from "./keys.js";
import type { Field, Opened, Page, Reading } from "./lab.js";
import { LinkSays } from "./link_says.js";
import { layOver } from "./look_for.js";
import { Obstacles } from "./obstacles.js";
import { type Asset, OwnFiles } from "./own_files.js";
import { Panels } from "./panels.js";
import { asking, chooser, remark } from "./parameters.js";
import { Paste } from "./paste.js";
import { Pin } from "./pin.js";
import { Playback } from "./playback.js";
import { coverFigures, coverPinned, coverReadouts } from "./predict/covered.js";
import { Curtain, type Hidden } from "./predict/curtain.js";
import { Guesses } from "./predict/guesses.js";
import { Uncovered } from "./predict/uncovered.js";
import { listProblems } from "./problems.js";
import { Share } from "./share.js";
import { Sheet } from "./sheet.js";
import { Showing } from "./showing.js";
import { Side } from "./side.js";
import { isBoolean, Store } from "./store.js";
import { Surroundings } from "./surroundings.js";
import { take } from "./taking.js";
import { leadTo, type Reveal, turnToQuestion } from "./turns.js";
import { WholeScreen } from "./whole_screen.js";
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
const address = new Address(id, visit);
const asked = questionIn(address.initial());
const obstacles = new Obstacles(say, need("absent"));
const canvas = new Canvas(need("stage"), {
  intent: (key, value) => void wish(key, value),
  absent: (raw) => {
    obstacles.picture(raw);
    need("stage").classList.add("without");
    figures.place([]);
  },
  placed: (places) => {
    figures.place(places);
    curtain.place(places);
  },
});
/** The figure that shows why a guess came out as it did, where a tab hides it. */
let hidden: Hidden | null = null;
const curtain = new Curtain(need("picture"), need("guessed"), by<HTMLInputElement>("guess-first"), new Guesses(store, id), canvas, {
  wanted: () => store.read("guess-first", isBoolean, true),
  want: (on) => store.write("guess-first", on),
  checked: (question) => attempts.count(question) > 0,
  moved: () => {
    if (page) tell(page, true);
  },
  seek: () => void engine.seekTruth().catch((error: unknown) => say(String(error))),
  shownBy: (figure) => {
    hidden = figure;
    need("guessed-see").hidden = figure === null;
  },
}, asked);
const besideCheck = by("uncovered");
const uncovered = besideCheck ? new Uncovered(besideCheck, curtain) : null;
const figures = new Figures(need("picture"), need("figure-list"), (key, ending) => take({ engine, canvas }, page?.link ?? id, key, ending));
/** The worker of each engine, by the engine's name. */
declare const WORKERS: Readonly<Record<string, string>>;
const worker = WORKERS[document.documentElement.dataset["engine"] ?? ""] ?? "";

const engine = new Engine(id, new URL(worker, import.meta.url), {
  state: (state) => follow(state),
  restarted: (link) => say(`A calculation did not come back within 10 s and was ended. Open again: ${link}.`),
  failed: (raw) => {
    obstacles.engine(raw);
    sheet?.lost("Marking does not run here; the note at the lab says why.");
  },
});
const sheetForm = by<HTMLFormElement>("answer");
const sheet = sheetForm ? new Sheet(sheetForm, engine, attempts, asked) : null;
if (sheet) sheet.onChecked = () => curtain.checked();
const screen = new WholeScreen(need("lab"), need("fill"), () => surroundings.tell());
const bar = by("panels");
const surroundings = new Surroundings(canvas, { picture: need("picture"), lab: need("lab"), bar, button: by("theme") }, () => screen.on);
const panels = bar ? new Panels(bar, id, new Store(() => sessionStorage), tellsOfLab(address.initial()), () => surroundings.measure()) : null;
const fold = by("fold") ? new Fold(need("exercise"), need("fold"), store) : null;
const sharing = new Share(document, () => shared(location.href, page?.link ?? id));
new Paste(document, engine);
const ownFiles = new OwnFiles(need("own-files"), need("lab"), { give, say });
const side = new Side(need("lab"), { set: wish, file: (key, file) => useFile(key, file) });
const pin = new Pin(need("pin"), need("pinned"), wish);
const hints = new Hints(document);
const linkSays = new LinkSays(need("link-says"));
const showing = new Showing(need("shown"), need("shown-text"));
const playback = new Playback(need("playback"), (key, value) => engine.set(key, value));

function follow({ page: next, parcel, settled, left_ms }: State): Promise<number> {
  const shown = lateness();
  if (page && page.question?.link !== next.question?.link) showing.end();
  page = next;
  // A browser takes only so many changes of the address; where playing stops is written there.
  if (!next.playing) address.show(next.link);
  canvas.show(parcel);
  live_words.update(next, need("lab"));
  sheet?.follow(next);
  tell(next, settled && !next.playing);
  // The number of all steps may be what is to be guessed.
  const covered = need("lab").classList.contains("covered");
  playback.follow(covered ? { ...next, most: 0 } : next, settled, left_ms);
  listProblems(need("problems"), next);
  const difference = live_words.difference(next);
  need("difference").textContent = difference;
  for (const back of ["instance", "own-question"]) by(back)?.toggleAttribute("hidden", difference === "");
  tellApart(next);
  linkSays.follow(next);
  pin.follow(next);
  ownFiles.follow(next.fields);
  return shown;
}

/** Figures and readouts in words, but for those that are covered. */
function tell(now: Page, resting: boolean): void {
  const before = need("guessed").textContent;
  const covered = curtain.follow(now);
  uncovered?.follow(now.question?.link ?? "");
  need("lab").classList.toggle("covered", covered.figures.size + covered.readouts.size > 0);
  const seen = coverFigures(now.figures, covered);
  for (const follower of [figures, showing]) follower.follow(seen, resting);
  for (const item of document.querySelectorAll<HTMLElement>("#figure-list > [data-figure]")) {
    item.classList.toggle("covered", covered.figures.has(item.dataset["figure"] ?? ""));
  }
  const told = { readouts: coverReadouts(now.readouts, covered), pinned: coverPinned(now.pinned, covered) };
  side.follow({ ...now, ...told }, resting);
  if (need("guessed").textContent !== before) surroundings.measure();
}

const isApart = (now: Page | null): boolean => (now?.question?.moved.length ?? 0) > 0;

/** What the lab has and the question has not, and the ways to bring the two together. */
function tellApart(now: Page): void {
  need("apart").hidden = !isApart(now);
  const list = live_words.apart(now);
  need("apart-list").textContent = list;
  need("apart-text").title = `Other numbers: ${list}`;
  need("ask").hidden = !now.question?.askable;
}

async function open(link: string): Promise<Opened> {
  say("");
  return engine.open(link);
}

/**
 * Opens what the address bar says; what the engine refuses is said and changes nothing. An address of
 * which something was left out stays as it was sent, until a person changes something.
 */
function visit(link: string): void {
  address.hold();
  open(link).then(
    ({ known, problems }) => {
      linkSays.opened(problems);
      if (known && problems.length === 0) address.release();
    },
    (error: unknown) => say(String(error)),
  );
}

/** What the canvas asks of a field that takes a file: that one be chosen (src/lab/view.h). */
const choose_file = "choose";

const assetOf = (key: string): Asset | undefined =>
  page?.fields.find((f): f is Asset => f.kind === "asset" && f.key === key);

const fieldOf = (key: string): Field | undefined => page?.fields.find((f) => f.key === key);

async function wish(key: string, value: string): Promise<void> {
  if (value === choose_file && assetOf(key)) return chooser(key)?.click();
  say("");
  showing.end();
  asking(key);
  const reading = await engine.set(key, value);
  remark(key, reading, fieldOf(key));
  if (reading.message !== "") say(reading.message);
}

const reveal: Reveal = (element) => {
  panels?.reveal(element);
  fold?.reveal(element);
};

/** Sets the lab to a case by which to judge a statement, from the question's own numbers, and leads there. */
async function showCase(button: HTMLElement): Promise<void> {
  const { wishes, figure: named } = shownCase(button.dataset["show"] ?? "");
  const option = button.closest("[data-part]")?.querySelector("legend, .choice")?.textContent ?? "";
  curtain.showAnyway();
  address.nextIsJump();
  if (isApart(page)) await engine.back();
  reveal(need("picture"));
  await Promise.all(wishes.map(([key, value]) => wish(key, value)));
  showing.begin(option);
  const figure = named === null ? figures.first() : await figures.placed(named);
  showing.by(figure);
  if (figure === undefined) need("picture").scrollIntoView({ block: "nearest" });
  else figures.light(figure);
}

/** Opens the tab in which the figure stands that shows how a guess came out. */
async function seeIt(): Promise<void> {
  if (!hidden) return;
  const { figure, tab } = hidden;
  await wish("tab", tab);
  const placed = await figures.placed(figure);
  if (placed !== undefined) figures.light(placed);
}

function backToAnswer(): void {
  showing.end();
  leadTo("#answer", reveal);
}

function ask(link: string): void {
  address.nextIsJump();
  void open(link).then(() => turnToQuestion(reveal));
}

function askThis(): void {
  address.nextIsJump();
  void engine.question().then(() => turnToQuestion(reveal));
}

function labBack(): void {
  address.nextIsJump();
  say("");
  void engine.back();
}

function newVariant(): void {
  const number = (page?.variant ?? 0) + 1;
  ask(`${id}#variant=${number}`);
}

function ownQuestion(): void {
  ask(id);
}

function toggleParameters(): void {
  const details = need<HTMLDetailsElement>("parameters");
  details.open = !details.open;
  if (details.open) details.querySelector("summary")?.focus();
}

function on(button: string, act: () => void): void {
  by(button)?.addEventListener("click", act);
}

function listen(): void {
  const longer = ["guessed", "shown"].map((name) => new More(need(name === "shown" ? "shown-text" : name), need(`${name}-more`)));
  watchClamped(need("lab"), () => longer.forEach((more) => more.settle()));
  const look_for = document.querySelector<HTMLDetailsElement>(".look-for");
  if (look_for) layOver(look_for);
  on("new-variant", newVariant);
  on("to-answer", backToAnswer);
  on("guessed-see", () => void seeIt());
  document.querySelector<HTMLAnchorElement>("a.skip")?.addEventListener("click", (event) => {
    // What the address says after # stays: it is the state of the lab.
    event.preventDefault();
    leadTo("#answer", reveal);
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-onward]")) {
    button.addEventListener("click", () => leadTo(`#${button.dataset["onward"] ?? ""}`, reveal));
  }
  on("own-question", ownQuestion);
  on("own-numbers", ownQuestion);
  on("back", labBack);
  on("ask", askThis);
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-show]");
    if (button) void showCase(button);
  });
}

async function useFile(key: string, file: File): Promise<void> {
  const field = assetOf(key);
  if (field) await ownFiles.use(field, file);
}

async function give(field: Asset, file: OwnFile): Promise<void> {
  address.nextIsJump();
  const reading = await engine.give(field.key, file);
  remark(field.key, reading);
  if (reading.outcome === "refused") return say(`${file.name} cannot be used: ${reading.message}.`);
  const what = file.pixels ? `picture is in the lab, ${file.pixels.join(" × ")} pixels` : `file ${file.name} is in the lab`;
  say(`Your ${what}. It does not leave this computer.`);
}

function checkAnswer(): void {
  if (sheetForm) reveal(sheetForm);
  void sheet?.check();
}

function nextHint(): void {
  const first = document.querySelector(".hint");
  if (first) reveal(first);
  hints.next();
}

function keys(): void {
  const list = new KeysList(need("keys"), need("keys-button"));
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
      { key: "Enter", act: () => checkAnswer() },
      { key: "k", act: () => pin.toggle() },
      { key: "h", act: () => nextHint() },
      { key: "s", act: () => void sharing.copy() },
      { key: "f", act: () => screen.toggle() },
      { key: "[", act: () => fold?.toggle() },
      { key: "p", act: toggleParameters },
      { key: "l", act: () => canvas.focus() },
      { key: "/", act: () => location.assign("../") },
      { key: "?", act: () => list.toggle() },
    ],
    () => enabled.checked,
  );
}

publish({
  link: async () => (await engine.report()).link,
  report: () => engine.report(),
  reportText: () => engine.reportText(),
  digest: () => engine.digest(),
  open: (link) => {
    address.nextIsJump();
    return idOf(link) === id ? open(link) : Promise.resolve(openForeign(link));
  },
  set: (key, value): Promise<Reading> => engine.set(key, String(value)),
  ask: () => engine.question(),
  back: () => engine.back(),
  mark: (answers) => engine.mark(answers),
});

if (sheet) store.write("last", id);
listen();
copyFormulas();
keys();
// To be measured, the page has to be laid out: which it is in its next frame.
requestAnimationFrame(() => surroundings.tell());
void canvas.start();
visit(address.initial());
