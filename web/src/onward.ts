// Where the front page leads on to.
import { marks } from "./number.js";

export interface Reached {
  id: string;
  title: string;
  /** That can be had here. */
  out_of: number;
  /** The most that was reached; null where nothing was checked. */
  best: number | null;
}

export const isWhole = ({ best, out_of }: Reached): boolean => best !== null && best >= out_of;

/**
 * Of the built parts, in the order of the paper: what was open last, or the first after it, and then from
 * the beginning, that has not its full marks. Null where nothing was open or nothing is left.
 */
export function onward(parts: readonly Reached[], last: string): { part: Reached; text: string } | null {
  const at = parts.findIndex(({ id }) => id === last);
  const part = at < 0 ? undefined : [...parts.slice(at), ...parts.slice(0, at)].find((one) => !isWhole(one));
  if (!part) return null;
  const begun = part.id === last || part.best !== null;
  return { part, text: `${begun ? "Continue with" : "Next:"} ${part.id}, ${part.title}` };
}

/** "You have reached 10 of the 98.75 marks of the 16 parts that are built; the paper has 200." */
export function standing(parts: readonly Reached[], paper: number): string {
  const sum = parts.reduce((all, { best }) => all + (best ?? 0), 0);
  const most = parts.reduce((all, { out_of }) => all + out_of, 0);
  if (sum === 0) return "";
  if (most >= paper) return `You have reached ${marks(sum)} of ${marks(paper)} marks so far`;
  return `You have reached ${marks(sum)} of the ${marks(most)} marks of the ${parts.length} parts that are built; the whole paper has ${marks(paper)}`;
}
