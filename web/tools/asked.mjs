// What a statement asks, at hand beside the answer where a page has no room for both: the sentences that
// are marked with data-asked, above the whole statement, which is folded.

const tag = /<(\/?)([a-z]+)\b([^>]*)>/g;

const conditionOf = (attributes) => /\sdata-when="([^"]*)"/.exec(attributes)?.[1];
const isHidden = (attributes) => /\shidden(?=\s|$)/.test(attributes);

/** Each asked sentence as markup of its own, under all conditions under which it stands. */
export function askedSentences(statement) {
  const sentences = [];
  const around = [];
  let begun = null;
  for (const { 0: text, 1: closes, 2: name, 3: attributes, index } of statement.matchAll(tag)) {
    if (text.endsWith("/>")) continue;
    if (!closes) {
      around.push(attributes);
      if (/\sdata-asked\b/.test(attributes)) begun = { depth: around.length, from: index + text.length };
      continue;
    }
    if (around.length === 0) throw new Error(`</${name}> closes nothing`);
    if (begun?.depth === around.length) {
      const conditions = around.map(conditionOf).filter((condition) => condition !== undefined);
      const when = conditions.length > 0 ? ` data-when="${conditions.join(" ")}"` : "";
      const hidden = around.some(isHidden) ? " hidden" : "";
      sentences.push(`<span${when}${hidden}>${statement.slice(begun.from, index)}</span>`);
      begun = null;
    }
    around.pop();
  }
  return sentences;
}

export function askedFold(statement) {
  const sentences = askedSentences(statement);
  if (sentences.length === 0) throw new Error("no sentence of the statement is marked as what is asked");
  const whole = statement.replace(/\sdata-asked(?:="")?/g, "");
  return `<details class="asked"><summary><span><strong>Asked:</strong> ${sentences.join(" ")}</span></summary><div class="asked-whole">${whole}</div></details>`;
}
