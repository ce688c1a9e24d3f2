import type { TFunction } from 'i18next';
import type { AlertNote, AlertRow } from '../../../shared/subject/anpr/schema.ts';

export interface Happened {
  at: string;
  by: string;
  text: string;
}

/** How it ended: closed or rejected, for what reason and by whom. */
export const settledBy = (alert: AlertRow, t: TFunction): Happened | undefined =>
  historyOf(alert, undefined, t).findLast(
    ({ at }) => at === alert.rejected?.at || at === alert.closed?.at,
  );

/**
 * Who did what with an alert, in order, as far as its row keeps it. `incident`: how the one that it is
 * linked to is named, where the reader may see it.
 */
export function historyOf(alert: AlertRow, incident: string | undefined, t: TFunction): Happened[] {
  const { acknowledged, verified, rejected, linked, dispatched, closed, reopened } = alert;
  const notes = [...(alert.notes ?? [])];
  /** What was written with it; what stands there without the deed, of earlier ones, comes by itself. */
  const noted = (what: AlertNote['what'], at: string): string => {
    const index = notes.findIndex((one) => one.what === what && one.at === at);
    const [note] = index < 0 ? [] : notes.splice(index, 1);
    return note ? `: ${note.text}` : '';
  };
  const reason = rejected && t(`anpr.reason-${rejected.reason}`);
  const outcome = closed && t(`anpr.outcome-${closed.outcome}`);
  const all: (Happened | undefined)[] = [
    { at: alert.raised, by: '', text: t('anpr.did-raised') },
    acknowledged && { ...acknowledged, text: t('anpr.did-acknowledged') },
    ...alert.checks.map((one) => ({ ...one, text: t(`anpr.did-${one.check}`) })),
    verified && { ...verified, text: t('anpr.did-verified') },
    rejected && {
      ...rejected,
      text: t('anpr.did-rejected', { reason }) + noted('rejected', rejected.at),
    },
    linked && {
      ...linked,
      text: incident ? t('anpr.did-linked', { to: incident }) : t('anpr.did-linkedUnseen'),
    },
    dispatched && {
      ...dispatched,
      text: t('anpr.did-dispatched', { to: dispatched.to }) + noted('dispatched', dispatched.at),
    },
    closed && { ...closed, text: t('anpr.did-closed', { outcome }) + noted('closed', closed.at) },
    reopened && { ...reopened, text: t('anpr.did-reopened') + noted('reopened', reopened.at) },
  ];
  const deeds = all.filter((one) => one !== undefined);
  const earlier = notes.map((one) => ({
    ...one,
    text: `${t(`anpr.noted-${one.what}`)}: ${one.text}`,
  }));
  return [...deeds, ...earlier]
    .map(({ at, by, text }) => ({ at, by, text }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
