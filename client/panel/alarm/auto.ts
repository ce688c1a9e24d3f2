import type { TFunction } from 'i18next';
import type { Lang } from '../../../shared/refusal.ts';
import { planInForce } from '../../plan.ts';
import { channelName, groupName, reasonText, ruleText } from './name.ts';

/** What the logbook carries of an alarm: who, by what, with what result; no number of anybody. */
interface Told {
  title?: { nl: string; fr: string };
  need?: number | 'all';
  within?: number;
  groups?: { function?: string; category?: string; manager?: string }[];
  name?: string;
  channel?: string;
  outcome?: string;
  note?: string;
  reason?: string;
  yes?: boolean;
  late?: boolean;
  why?: string;
  people?: { name: string }[];
}

/** An automatic entry about an alarm, in the reader's words; undefined for other types. */
export function tellAlarm(
  type: string,
  data: Record<string, unknown>,
  t: TFunction,
  lang: Lang,
): string | undefined {
  const told = data as Told;
  const { name = '', note, reason = '', need = 1, within = 5 } = told;
  const plan = planInForce();
  const channel = channelName(plan, told.channel ?? '', lang);
  switch (type) {
    case 'alarm.started': {
      const names = (told.groups ?? []).map((group) => groupName(group, plan, lang));
      const list = names.length > 4 ? [...names.slice(0, 4), '…'] : names;
      const what = told.title?.[lang === 'en' ? 'nl' : lang] ?? list.join(', ');
      return t('alarm.auto-started', { what, rule: ruleText({ need, within }, t) });
    }
    case 'alarm.tried':
      return t('alarm.auto-tried', {
        ...{ name, channel },
        outcome: t(`alarm.outcome-${told.outcome ?? ''}`).toLowerCase(),
        note: note ? `. ${note}` : '',
      });
    case 'alarm.sent':
    case 'alarm.skipped':
      return t(`alarm.auto-${type.slice('alarm.'.length)}`, { name, channel });
    case 'alarm.failed':
      return t('alarm.auto-failed', { name, channel, reason: reasonText(reason, t) });
    case 'alarm.answered':
      return t(`alarm.auto-${told.yes ? 'yes' : 'no'}`, {
        ...{ name, channel },
        late: told.late ? t('alarm.late') : '',
      });
    case 'alarm.advanced':
      return t(`alarm.auto-advanced-${told.why ?? 'time'}`);
    case 'alarm.exhausted':
      return t('alarm.auto-exhausted');
    case 'alarm.reached':
      return t('alarm.auto-reached', {
        names: (told.people ?? []).map((one) => one.name).join(', '),
      });
    case 'alarm.stopped':
      return t(`alarm.auto-stopped-${told.why ?? 'person'}`, { reason });
    default:
      return undefined;
  }
}
