// Why a part of the page does not run, in a sentence that says what works and what to do.

/** What an error means to a person; `raw` is what the browser or the module said. */
export function reason(raw: string, wasm: boolean): string {
  if (!wasm || /WebAssembly is not defined/.test(raw)) return "this browser has no WebAssembly, or it is switched off";
  if (/wasm-unsafe-eval|Content Security Policy|unsafe-eval/i.test(raw)) return "WebAssembly is forbidden here";
  if (/memory/i.test(raw) && /out of|alloc|exceed|grow/i.test(raw)) return "there is not enough memory";
  if (/does not declare|has no call|The engine has/.test(raw)) return "its parts are of different versions";
  if (/stands still/.test(raw)) return "it stands still even after a fresh start";
  if (/WebGL/.test(raw)) return "this browser has no WebGL 2, or it is switched off";
  if (/graphics card/.test(raw)) return "the graphics card keeps giving up";
  const unread = /fetch|network|load|import|MIME|magic|Compile|instantiate|Aborted|\b[45]\d\d\b/i.test(raw);
  return unread ? "a part of it did not arrive whole" : "it did not start";
}

const cures: readonly [RegExp, string][] = [
  [/WebGL/, "Open the page in another browser, or allow hardware acceleration in this one."],
  [/graphics/, "Reload the page to try again."],
  [/WebAssembly/, "Open the page in another browser, or allow WebAssembly in the settings of this one."],
  [/memory/, "Close other pages and reload this one."],
  [/versions|start/, "Reload the page."],
  [/whole/, "Reload the page; if that does not help, a filter or the host of the page holds files back that end in .wasm."],
];

const cure = (why: string): string => cures.find(([about]) => about.test(why))?.[1] ?? "";

/** Neither the lab nor the marking runs. */
export const withoutEngine = (why: string): string =>
  `The lab and the marking do not run: ${why}. Question, hints and solution can be read. ${cure(why)}`;

/** The engine runs, and the canvas does not. */
export const withoutPicture = (why: string): string =>
  `The picture cannot be shown: ${why}. Marking, the numbers of the lab and the form of its parameters work. ${cure(why)}`;

export const hasWasm = (): boolean => typeof WebAssembly === "object";

/** Says once what does not run: without the engine there is nothing to add about the picture. */
export class Obstacles {
  private raw: string | null = null;
  private lost = false;

  constructor(private readonly say: (sentence: string) => void, private readonly place: HTMLElement) {}

  picture(raw: string): void {
    this.raw = raw;
    this.tell();
  }

  engine(raw: string): void {
    this.lost = true;
    this.say(withoutEngine(reason(raw, hasWasm())));
    this.tell();
  }

  private tell(): void {
    this.place.textContent =
      this.raw === null || this.lost ? "" : withoutPicture(reason(this.raw, hasWasm()));
  }
}
