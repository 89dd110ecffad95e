// Texts that have room for some lines only: one that is longer ends at a word, with a sign that there is
// more (style/lab.css). Which they are is seen by measuring them.

function look(text: HTMLElement): void {
  text.classList.remove("cut");
  text.classList.toggle("cut", text.scrollHeight > text.clientHeight + 1);
}

/** Keeps the class "cut" on those whose lines do not fit, and tells `changed` of each that was measured. */
export function watchClamped(root: ParentNode, changed: (text: HTMLElement) => void): void {
  const measure = (text: Element | null): void => {
    if (!(text instanceof HTMLElement)) return;
    look(text);
    changed(text);
  };
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => measure(target)));
  const words = new MutationObserver((records) => {
    const texts = records.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(".clamped") ?? null);
    new Set(texts).forEach(measure);
  });
  for (const text of root.querySelectorAll<HTMLElement>(".clamped")) {
    sizes.observe(text);
    words.observe(text, { childList: true, characterData: true, subtree: true, attributeFilter: ["hidden"] });
  }
}

/** A button that shows all of the text `text`, and folds it again; it is there where there is more. */
export class More {
  constructor(private readonly text: HTMLElement, private readonly button: HTMLElement) {
    button.addEventListener("click", () => this.open(!text.classList.contains("whole")));
    // Another text begins folded.
    new MutationObserver(() => this.open(false)).observe(text, { childList: true, characterData: true, subtree: true });
  }

  settle(): void {
    this.button.hidden = !this.text.matches(".cut, .whole");
  }

  private open(on: boolean): void {
    this.text.classList.toggle("whole", on);
    this.button.setAttribute("aria-expanded", String(on));
    this.button.textContent = on ? "less" : "more";
    look(this.text);
    this.settle();
  }
}
