// What was amiss with the link that was opened, at the top of the page as long as it is so.
import type { Page, Problem } from "./lab.js";

/** Of what was said of a link, what the lab still has to say. */
export const lasting = (said: readonly string[], problems: readonly Problem[]): string[] =>
  said.filter((message) => problems.some((p) => p.message === message));

export class LinkSays {
  private said: string[] = [];
  private problems: readonly Problem[] = [];

  constructor(private readonly line: HTMLElement) {}

  /** A link was opened, with these problems. */
  opened(problems: readonly Problem[]): void {
    this.said = problems.map((p) => p.message);
    this.tell();
  }

  follow({ problems }: Pick<Page, "problems">): void {
    this.problems = problems;
    this.tell();
  }

  private tell(): void {
    const now = lasting(this.said, this.problems);
    const text = now.length === 0 ? "" : `Of the link, ${now.join("; ")}.`;
    if (this.line.textContent !== text) this.line.textContent = text;
    this.line.hidden = text === "";
  }
}
