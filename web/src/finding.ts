// What a figure says, as the canvas says it beneath: the first sentences of its words (ui/frame/finding.h).

/** Two sentences that are read at a glance. */
const most_letters = 200;

/** Where the sentence that begins at or after `from` ends: behind its full stop. */
function sentenceEnd(text: string, from: number): number {
  const stop = /[.?!] /g;
  stop.lastIndex = from;
  const found = stop.exec(text);
  return found ? found.index + 1 : text.length;
}

export const firstSentence = (alt: string): string => alt.slice(0, sentenceEnd(alt, 0));

/** The first two sentences, or the first alone where they are long. */
export function caption(alt: string): string {
  const first = firstSentence(alt);
  const two = alt.slice(0, sentenceEnd(alt, first.length));
  return [...two].length <= most_letters ? two : first;
}
