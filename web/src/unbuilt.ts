// A part of the paper that has no page yet, and what is nearest to it.

export interface KnownPart {
  id: string;
  title: string;
  built: boolean;
}

/** Null where the paper has no such part, or it is built. Of two that are as near, the one before it. */
export function unbuilt(parts: readonly KnownPart[], id: string): { part: KnownPart; near: KnownPart | null } | null {
  const at = parts.findIndex((part) => part.id === id);
  const part = parts[at];
  if (!part || part.built) return null;
  const byDistance = parts
    .map((one, i) => ({ one, distance: Math.abs(i - at) }))
    .filter(({ one }) => one.built)
    .sort((a, b) => a.distance - b.distance);
  return { part, near: byDistance[0]?.one ?? null };
}
