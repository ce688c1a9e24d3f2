import type { Lang } from '../../shared/refusal.ts';
import type { Report } from '../../shared/subject/report/schema.ts';

type Told = Pick<Report, 'text' | 'texts'>;

/** What a report says, in the reader's language when the source gave it in that (`fr`, `fr-BE`). */
export function reportText(report: Told, lang: Lang): string {
  return textIn(report, lang) ?? report.text;
}

function textIn({ texts }: Told, lang: Lang): string | undefined {
  const tag = Object.keys(texts ?? {}).find((one) => one === lang || one.startsWith(`${lang}-`));
  return tag === undefined ? undefined : texts?.[tag];
}

/** The source's texts other than the one shown: language tag and text. */
export function otherTexts(report: Told, lang: Lang): [tag: string, text: string][] {
  const shown = reportText(report, lang);
  return Object.entries(report.texts ?? {}).filter(([, text]) => text !== shown);
}

/** First line, for a row or a title: cut at a word, at most `max` UTF-16 units. */
export function firstLine(text: string, max: number): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut
    .slice(0, space > max / 2 ? space : undefined)
    .toWellFormed()
    .trimEnd()}…`;
}
