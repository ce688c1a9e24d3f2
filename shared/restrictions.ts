/** Clearances needed to see a thing: all of them. Absent means open to whoever sees the subject. */
export type Restrictions = readonly string[];

export function joinRestrictions(
  ...lists: readonly (Restrictions | undefined)[]
): Restrictions | undefined {
  const all = [...new Set(lists.flatMap((list) => list ?? []))].sort();
  return all.length > 0 ? all : undefined;
}
