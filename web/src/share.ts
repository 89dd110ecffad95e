// The link to exactly what is on the screen: into the clipboard, and said on the button that was pressed.
// Beside it stands the code that puts the same into a page of somebody's own.

const said_ms = 2500;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** A frame that shows what `link` does, without the bar of the page. */
export function frame(link: string, title: string): string {
  const url = new URL(link);
  url.search = "?embed=1";
  return `<iframe src="${escaped(url.href)}" title="${escaped(title)}" width="100%" height="800"></iframe>`;
}

export class Share {
  private later: ReturnType<typeof setTimeout> | undefined;
  private readonly word: string;
  private readonly line: HTMLElement;

  /** `root` holds the button, the lines below it, and what is read aloud. */
  constructor(private readonly root: Document, private readonly link: () => string) {
    this.word = this.part(".word").textContent ?? "";
    this.line = this.part("#share-line");
    this.part("#share").addEventListener("click", () => void this.copy());
    this.part("#share-frame-copy").addEventListener("click", () => void this.copyFrame());
    root.addEventListener("pointerdown", ({ target }) => {
      if (!this.line.parentElement?.contains(target as Node)) this.line.hidden = true;
    });
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.line.hidden) return;
      event.preventDefault();
      const within = this.line.contains(root.activeElement);
      this.line.hidden = true;
      if (within) this.part("#share").focus();
    });
  }

  async copy(): Promise<void> {
    const link = this.link();
    this.part<HTMLInputElement>("#share-text").value = link;
    this.part<HTMLInputElement>("#share-frame").value = frame(link, this.root.title);
    this.line.hidden = false;
    if (await this.write("#share-text")) this.say("Copied ✓", "The link to exactly this is on your clipboard.");
    else this.say("Copy it", "This browser keeps the clipboard to itself. The link is selected: copy it.");
  }

  private async copyFrame(): Promise<void> {
    if (await this.write("#share-frame")) this.say("Copied ✓", "The code for a page of yours is on your clipboard.");
    else this.say("Copy it", "This browser keeps the clipboard to itself. The code is selected: copy it.");
  }

  /** What a field holds, into the clipboard; where the browser refuses, it is selected. */
  private async write(selector: string): Promise<boolean> {
    const field = this.part<HTMLInputElement>(selector);
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      field.focus();
      field.select();
      return false;
    }
  }

  private say(word: string, aloud: string): void {
    const button = this.part("#share");
    button.classList.add("said");
    this.part(".word").textContent = word;
    this.part("#share-says").textContent = aloud;
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      button.classList.remove("said");
      this.part(".word").textContent = this.word;
      this.part("#share-says").textContent = "";
    }, said_ms);
  }

  private part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector.startsWith(".") ? `#share ${selector}` : selector);
    if (!found) throw new Error(`The page has no ${selector}.`);
    return found;
  }
}
