/** Kinds that look like another of the same layer, or that no picture is needed for. */
const ALIKE = ['river', 'pond', 'forest', 'region', 'ring', 'square'];

/** Of a layer's kinds at most two, as its picture: a line and its stations, a motorway and an axis. */
export function picturedKinds(kinds: readonly string[]): string[] {
  const unlike = kinds.filter((kind) => !ALIKE.includes(kind));
  const [first, ...rest] = unlike.length > 0 ? unlike : kinds.slice(0, 1);
  const other = rest.find((kind) => kind.endsWith('station') || kind === 'axis');
  return [first, other].filter((kind) => kind !== undefined);
}
