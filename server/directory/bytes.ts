/**
 * The text of a file that some program made: UTF-8, UTF-16 with its mark, or what Windows programs write
 * where they do not write either.
 */
export function textOf(bytes: Buffer): string {
  const head = bytes.subarray(0, 2).toString('latin1');
  if (head === '\u00ff\u00fe') return new TextDecoder('utf-16le').decode(bytes);
  if (head === '\u00fe\u00ff') return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
