/** Control characters, bidirectional overrides and lone surrogates: never meant, and they can make a line read as another. */
export const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Makes any text from outside fit `text(max)`: for feeds, where a report with a stray byte is still a report. */
export function cleanText(value: string, max: number): string {
  const clean = value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(new RegExp(UNWANTED, 'g'), ' ')
    .normalize('NFC')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return clean.length <= max
    ? clean
    : `${clean
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
