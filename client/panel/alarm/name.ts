import type { TFunction } from 'i18next';
import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Alarm, Group } from '../../../shared/subject/alarm/schema.ts';

/** Names of what alarms are about, in the reader's language. An id that the plan does not have any more is shown as it is. */

interface Named {
  id: string;
  name: { nl: string; fr: string; en?: string | undefined };
}
export const nameIn = (list: readonly Named[], id: string, lang: Lang): string => {
  const name = list.find((one) => one.id === id)?.name;
  // Not everything of the plan has an English name.
  return name?.[lang] ?? name?.nl ?? id;
};

export const channelName = ({ channels }: CrisisPlan, id: string, lang: Lang): string =>
  nameIn(channels, id, lang);

export function groupName(
  { function: held, category, manager }: Pick<Group, 'function' | 'category' | 'manager'>,
  plan: CrisisPlan,
  lang: Lang,
): string {
  if (category !== undefined) return nameIn(plan.categories, category, lang);
  const name = held === undefined ? '' : nameIn(plan.functions, held, lang);
  return manager === undefined ? name : `${name} (${manager})`;
}

/** What an alarm is for: its step, its message, or whom it calls. */
export function alarmTitle(alarm: Alarm, plan: CrisisPlan, lang: Lang): string {
  const said = alarm.title ?? alarm.message;
  if (said) return said[lang === 'en' ? 'nl' : lang];
  return alarm.groups.map((group) => groupName(group, plan, lang)).join(', ');
}

export const ruleText = ({ need, within }: Pick<Alarm, 'need' | 'within'>, t: TFunction): string =>
  need === 'all'
    ? t('alarm.ruleAll', { minutes: within })
    : t('alarm.rule', { count: need, minutes: within });

/** Why it does not work: a code in the reader's words, one of another server as it is (`SMTP-550`), and what a person wrote. */
export const reasonText = (reason: string, t: TFunction): string =>
  /^[a-z0-9-]+$/.test(reason)
    ? t(`alarm.reason-${reason}`, { defaultValue: reason.toUpperCase() })
    : reason;
