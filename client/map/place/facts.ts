import i18next from 'i18next';
import { dayInBrussels } from '../../../shared/day.ts';
import type { GeoProperties } from '../../../shared/geo/feature.ts';
import { serverNow } from '../../part/time.ts';
import { dueDay } from './due.ts';

/** What a thing's kind has to tell, a line each; `late` is what somebody should have done by now. */
export interface Fact {
  text: string;
  late?: boolean;
}

export function factsOf(thing: GeoProperties): Fact[] {
  const { t } = i18next;
  const lang = i18next.language === 'fr' ? 'fr' : 'nl';
  const day = (iso: string) =>
    new Intl.DateTimeFormat(i18next.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    );
  const today = dayInBrussels(serverNow());
  const facts: Fact[] = [];
  const say = (text: string, late = false) => facts.push(late ? { text, late } : { text });
  const { wind, adr, length, capacity, emergency, lines, sheet, inspection } = thing as Own;

  if (emergency !== undefined) say(t(emergency ? 'place.emergency' : 'place.noEmergency'));
  if (lines) say(t('place.lines', { lines: lines.join(', ') }));
  if (length) say(t('place.length', { length }));
  if (adr) say(t('place.adr', { adr }));
  if (wind) {
    say(t('place.closesAt', { speed: wind.closeAt }));
    if (wind.note) say(wind.note[lang]);
  }
  if (capacity) say(t('place.capacity', { count: capacity }));
  if (inspection) {
    const due = dueDay(inspection.last, inspection.everyMonths);
    say(t('place.inspected', { day: day(inspection.last), risk: inspection.risk }));
    if (due < today) say(t('place.inspectionDue', { day: day(due) }), true);
  }
  if (sheet) {
    const due = dueDay(sheet.reviewed, sheet.reviewEvery);
    say(`${sheet.contact.function[lang]}: ${sheet.contact.phone}`);
    if (sheet.entrances) say(t('place.entrances', { count: sheet.entrances }));
    if (sheet.note) say(sheet.note[lang]);
    say(t('place.reviewed', { day: day(sheet.reviewed) }));
    if (due < today) say(t('place.overdue', { day: day(due) }), true);
  }
  return facts;
}

type Both = { nl: string; fr: string };
interface Own {
  wind?: { closeAt: number; note?: Both };
  adr?: string;
  length?: number;
  capacity?: number;
  emergency?: boolean;
  lines?: string[];
  inspection?: { risk: number; everyMonths: number; last: string };
  sheet?: {
    contact: { function: Both; phone: string };
    reviewed: string;
    reviewEvery: number;
    entrances?: number;
    note?: Both;
  };
}
