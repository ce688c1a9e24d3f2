import { currentLang } from '../../i18n/lang.ts';

/** A file of the directory to the server, which says what it would make of it, or does it. */

export interface Report {
  dry: boolean;
  new: number;
  changed: number;
  unchanged: number;
  refusedCount: number;
  /** The first of those that are new or changed. */
  records: readonly {
    line: number;
    kind: 'organisation' | 'contact' | 'duty';
    id: string;
    label: string;
    what: 'new' | 'changed';
    /** The fields that differ. */
    fields: readonly string[];
  }[];
  refused: readonly { line: number; id?: string; path?: string; message: string }[];
}
export type Sent = { ok: true; report: Report } | { ok: false; message: string };

export const isCards = (file: File): boolean => /\.(vcf|vcard)$/i.test(file.name);

const TIMEOUT_MS = 120_000;

/** `organisation`: whose the cards are that name none known here. An empty message: the server cannot be reached. */
export async function postFile(
  file: File,
  { dry, organisation }: { dry: boolean; organisation: string },
): Promise<Sent> {
  const query = new URLSearchParams({
    ...(dry ? { dry: '1' } : {}),
    ...(organisation ? { organisation } : {}),
  });
  try {
    const response = await fetch(`/api/directory/import?${query.toString()}`, {
      method: 'POST',
      headers: {
        'accept-language': currentLang(),
        'content-type': isCards(file) ? 'text/vcard' : 'text/csv',
      },
      body: await file.arrayBuffer(),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = (await response.json()) as Report & { message?: string };
    return response.ok ? { ok: true, report: body } : { ok: false, message: body.message ?? '' };
  } catch {
    return { ok: false, message: '' };
  }
}
