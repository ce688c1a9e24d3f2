import { MESSAGES } from './messages.ts';
import type { Lang, Refusal } from './refusal.ts';

/** The refusal in the reader's language. */
export function explain(refusal: Refusal, lang: Lang): string {
  return MESSAGES[refusal.code][lang].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(refusal.params?.[name] ?? ''),
  );
}
