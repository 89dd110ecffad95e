// How most kinds tell of their marking.
import type { FieldMark, Outcome, PartMark } from "../lab.js";
import { verdictId } from "../answer_ids.js";
import { fieldSentence, partSentence } from "../verdicts.js";
import type { Asked, Said, Saying } from "./kind.js";

/** For `counted`: the field counts as one. */
export const asOne = (mark: FieldMark): readonly { outcome: Outcome }[] => [mark];

/** For `counted`: each part that is marked counts, where there are any. */
export const byPart = (mark: FieldMark): readonly { outcome: Outcome }[] =>
  mark.parts.length > 0 ? mark.parts.filter((part) => !part.unscored) : [mark];

export const whole = (q: Asked, mark: FieldMark, text = fieldSentence(mark)): Saying => ({
  at: verdictId(q.id),
  text,
  outcome: mark.outcome,
});

export const atPart = (q: Asked, part: PartMark, text = partSentence(part)): Saying => ({
  at: verdictId(q.id, part.id),
  text,
  outcome: part.outcome,
  part: part.id,
});

/** For `said`: a sentence for the field and one for each part. */
export const inSentences = (q: Asked, mark: FieldMark): Said => ({
  sayings: [whole(q, mark), ...mark.parts.map((part) => atPart(q, part))],
  reveals: [],
});
