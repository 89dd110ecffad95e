// The link to exactly what is on the screen: into the clipboard, and said on the button that was pressed.

const said_ms = 2500;

export class Share {
  private later: ReturnType<typeof setTimeout> | undefined;
  private readonly word: string;

  /** `root` holds the button, a line for browsers that keep their clipboard, and what is read aloud. */
  constructor(private readonly root: ParentNode, private readonly link: () => string) {
    this.word = this.part(".word").textContent ?? "";
    this.part("#share").addEventListener("click", () => void this.copy());
  }

  async copy(): Promise<void> {
    const link = this.link();
    const line = this.part("#share-line");
    try {
      await navigator.clipboard.writeText(link);
      line.hidden = true;
      this.say("Copied ✓", "The link to exactly this is on your clipboard.");
    } catch {
      const field = this.part<HTMLInputElement>("#share-text");
      line.hidden = false;
      field.value = link;
      field.focus();
      field.select();
      this.say("Copy it", "This browser keeps the clipboard to itself. The link is selected: copy it.");
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
