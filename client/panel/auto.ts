import type { TFunction } from 'i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import type { JournalEntry } from '../../shared/subject/journal/schema.ts';
import type { Report } from '../../shared/subject/report/schema.ts';
import type { Place } from '../../shared/value.ts';
import type { Names } from './hooks.ts';
import { tellAlarm } from './alarm/auto.ts';
import { tellAnpr } from './anpr/auto.ts';
import { tellPerimeter } from './perimeter/auto.ts';
import { tellPhase } from './phase/auto.ts';
import { tellSite } from './storm/auto.ts';
import { placeText } from './place.ts';
import { firstLine, reportText } from './report-text.ts';
import { tellTask } from './task/auto.ts';

/** What an entry needs to be told: words, and the things it refers to as far as the reader sees them. */
export interface Telling {
  t: TFunction;
  names: Names;
  report: Report | undefined;
  other: Incident | undefined;
}

/** The ids of the things that `Telling` wants. */
export const refersTo = ({ auto }: JournalEntry): { report?: string; other?: string } => ({
  ...(auto?.type.startsWith('report.') ? { report: word(auto.data['thing']) } : {}),
  ...(auto?.data['other'] === undefined ? {} : { other: word(auto.data['other']) }),
});

const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/**
 * Tells an automatic entry in the reader's language, from the event that it stands for. What the
 * event refers to and the reader may not see, is not named.
 */
export function tellAuto(entry: JournalEntry, { t, names, report, other }: Telling): string {
  const { type, data } = entry.auto ?? { type: '', data: {} };
  const text = (key: string): string => word(data[key]);
  const person = (data['to'] as { name?: string } | undefined)?.name;
  const say = (key: string, values: Record<string, string> = {}) =>
    t(`journal.auto-${key}`, values);

  switch (type) {
    case 'incident.opened':
      return say('opened', {
        title: text('title'),
        type: names.type(text('type')),
        priority: text('priority'),
      });
    case 'incident.retitled':
      return say('retitled', { title: text('title') });
    case 'incident.retyped':
      return say('retyped', { type: names.type(text('type')) });
    case 'incident.prioritised':
      return say('prioritised', { before: text('before'), priority: text('priority') });
    case 'incident.located': {
      const place = placeText(data['place'] as Place | undefined, names.lang);
      return place ? say('located', { place }) : say('placeless');
    }
    case 'incident.progressed':
      return say('progressed', { status: t(`incident.status-${text('status')}`) });
    case 'incident.involved':
      return say('involved', {
        discipline: t(`incident.${text('discipline')}`),
        involvement: t(`incident.involved-${text('involvement')}`),
      });
    case 'incident.assigned':
      return person ? say('assigned', { to: person }) : say('unassigned');
    case 'incident.handedOver':
      return say('handedOver', { to: person ?? '', note: text('note') });
    case 'incident.accepted':
      return say('accepted');
    case 'incident.linked':
    case 'incident.unlinked': {
      const name = other ? `${other.number} ${other.title}` : '…';
      return say(type.slice('incident.'.length), { other: name });
    }
    case 'incident.closed':
      return say('closed', { summary: text('summary') });
    case 'incident.reopened':
      return say('reopened', { reason: text('reason') });
    case 'incident.restricted':
    case 'incident.released':
      return say(type.slice('incident.'.length), {
        restriction: names.restriction(text('restriction')),
      });
    case 'report.merged':
      return report
        ? say('merged', { report: firstLine(reportText(report, names.lang), 120) })
        : say('mergedUnseen');
    default:
      return (
        tellPerimeter(type, data, t, names.lang) ??
        tellSite(type, data, t) ??
        tellAlarm(type, data, t, names.lang) ??
        tellPhase(type, data, t, names.lang) ??
        tellTask(type, data, t, names.lang) ??
        tellAnpr(type, data, t, names.lang) ??
        say('other', { type })
      );
  }
}
