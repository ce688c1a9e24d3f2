/** Name of the pages of the list (CSS Paged Media 3, named pages). */
export const LIST_PAGE = 'belfry-list';

/**
 * How the pages are cut. The sheet brings its own edges; the list after it runs on over as many pages
 * as it needs, and each of them says in its foot whose it is and who may see it.
 */
export const pageRules = (width: number, height: number, foot: string): string =>
  `@page { size: ${width}mm ${height}mm; margin: 0 }
@page ${LIST_PAGE} {
  margin: 9mm 9mm 14mm;
  @bottom-left { content: ${cssString(foot)}; font: 700 8pt sans-serif; color: #10161f }
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; color: #10161f }
}`;

/** Text as CSS reads it back, whatever is in it (CSS Syntax 3, §4.3.7). */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
