import type { TFunction } from 'i18next';
import { cleanText } from '../../../shared/clean.ts';
import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Matter } from '../../../shared/subject/shift/gather.ts';
import type { NewItem } from '../../../shared/subject/shift/schema.ts';
import { channelName } from '../alarm/name.ts';
import { momentIn, phaseName, scopeText, whoText } from '../phase/names.ts';

/** A matter as a line of a hand-over: in words, so that it says later what it said then. */
export function lineOf(
  matter: Matter,
  plan: CrisisPlan,
  t: TFunction,
  lang: Lang,
  /** Title of a step of a run, in the reader's language. */
  stepTitle: (run: string, step: string) => string,
): NewItem {
  const of = (about: string, text: string, incident?: { id: string; number: string }): NewItem => ({
    ...{ kind: matter.kind, about },
    ...(incident ? { incident: incident.id } : {}),
    text: cleanText(incident ? `${incident.number}: ${text}` : text, 600),
  });
  switch (matter.kind) {
    case 'incident': {
      const { id, title, priority, status, owner } = matter.incident;
      const rest = [`P${priority}`, t(`incident.status-${status}`), owner?.name];
      return of(id, `${title} (${rest.filter(Boolean).join(', ')})`, matter.incident);
    }
    case 'phase': {
      const { phase, incident } = matter;
      const values = {
        phase: phaseName(phase, plan, t, lang),
        who: whoText(phase.by, plan, t, lang),
      };
      return of(phase.id, t('shift.line-phase', values), incident);
    }
    case 'order': {
      const { entry, incident } = matter;
      const text = entry.to
        ? t('shift.line-order', { to: entry.to, text: entry.text })
        : entry.text;
      return of(entry.id, text, incident);
    }
    case 'step': {
      const { incident, run, step, due } = matter;
      const values = { title: stepTitle(run, step), due: momentIn(due, lang) };
      return of(`${run}/${step}`, t('shift.line-step', values), incident);
    }
    case 'meeting': {
      const { meeting, incident } = matter;
      const values = {
        body: t(`phase.body-${meeting.body}`),
        ...{ at: momentIn(meeting.at, lang), where: meeting.where },
      };
      return of(meeting.id, t('shift.line-meeting', values), incident);
    }
    case 'threat': {
      const { id, level, scope, source } = matter.threat;
      const where = scopeText(scope, plan, t, lang);
      return of(id, `${t(`phase.level-${level}`)}, ${where} (${source})`);
    }
    case 'channel':
      return of(
        matter.channel,
        t('shift.line-channel', { channel: channelName(plan, matter.channel, lang) }),
      );
  }
}
