// The lab alone on the whole screen, for a lecture hall: by the browser where it can, else by filling the
// page's own window.

export class WholeScreen {
  constructor(
    private readonly lab: HTMLElement,
    private readonly button: HTMLElement,
    private readonly changed: (on: boolean) => void,
  ) {
    button.addEventListener("click", () => this.toggle());
    document.addEventListener("fullscreenchange", () => this.settle());
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !lab.classList.contains("filling")) return;
      event.preventDefault();
      lab.classList.remove("filling");
      this.settle();
    });
  }

  get on(): boolean {
    return document.fullscreenElement === this.lab || this.lab.classList.contains("filling");
  }

  toggle(): void {
    if (this.on) {
      this.lab.classList.remove("filling");
      if (document.fullscreenElement) void document.exitFullscreen();
      else this.settle();
      return;
    }
    const fill = (): void => {
      this.lab.classList.add("filling");
      this.settle();
    };
    if (!document.fullscreenEnabled) return fill();
    this.lab.requestFullscreen().catch(fill);
  }

  private settle(): void {
    this.lab.classList.toggle("whole", this.on);
    document.documentElement.classList.toggle("hall", this.on);
    this.button.setAttribute("aria-pressed", String(this.on));
    this.changed(this.on);
  }
}

/** The size of the canvas's text in a hall: a line of about eighty letters from edge to edge, and no less than at a desk. */
export const hallText = (width: number, height: number, desk: number): number =>
  Math.round(Math.max(desk, Math.min(width / 58, height / 30)));
