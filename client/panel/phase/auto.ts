import type { TFunction } from 'i18next';
import type { Lang } from '../../../shared/refusal.ts';
import type { DecidedBy, PhaseName } from '../../../shared/subject/phase/schema.ts';
import type { Scope } from '../../../shared/subject/threat/schema.ts';
import { planInForce } from '../../plan.ts';
import { momentIn, phaseName, scopeText, whoText } from './names.ts';

/** What the logbook carries of a phase, of coordination, of a threat level, of a shift. */
interface Told {
  phase?: PhaseName;
  municipality?: string;
  by?: DecidedBy;
  with?: string;
  text?: string;
  name?: string;
  service?: string;
  body?: string;
  seat?: string;
  organisation?: string;
  at?: string;
  before?: string;
  where?: string;
  reason?: string;
  note?: string;
  group?: string;
  use?: string;
  level?: number;
  scope?: Scope;
  source?: string;
  from?: { name: string };
  to?: { name: string };
}

/** An automatic entry about these, in the reader's words; undefined for other types. */
export function tellPhase(
  type: string,
  data: Record<string, unknown>,
  t: TFunction,
  lang: Lang,
): string | undefined {
  const told = data as Told;
  const [subject = '', what = ''] = type.split('.');
  switch (subject) {
    case 'phase':
      return tellDecision(what === 'declared', told, t, lang);
    case 'post':
      return tellPost(what, told, t, lang);
    case 'threat': {
      const scope = told.scope ? scopeText(told.scope, planInForce(), t, lang) : '';
      const values = { level: t(`phase.level-${told.level ?? 1}`), scope };
      return what === 'set'
        ? t('phase.auto-threat', { ...values, source: told.source ?? '' })
        : t('phase.auto-threatEnded', values);
    }
    case 'shift':
      return t(`shift.auto-${what}`, {
        ...{ from: told.from?.name ?? '', to: told.to?.name ?? '', reason: told.reason ?? '' },
      });
    default:
      return undefined;
  }
}

function tellDecision(declared: boolean, told: Told, t: TFunction, lang: Lang): string {
  const { phase = 'municipal', municipality, by } = told;
  const plan = planInForce();
  const name = phaseName({ phase, municipality }, plan, t, lang);
  if (told.with !== undefined) return t('phase.auto-with', { phase: name });
  const who = by ? whoText(by, plan, t, lang) : '';
  if (phase === 'public-order')
    return t(declared ? 'phase.auto-orderDeclared' : 'phase.auto-orderLifted', { who });
  return t(declared ? 'phase.auto-declared' : 'phase.auto-lifted', { phase: name, who });
}

function tellPost(what: string, told: Told, t: TFunction, lang: Lang): string {
  const { name = '', service, organisation, note, use, reason = '' } = told;
  const rest = service ?? organisation;
  return t(`phase.auto-${what}`, {
    ...{ place: told.text ?? '', who: rest ? `${name} (${rest})` : name, reason },
    body: t(`phase.body-${told.body ?? 'other'}`),
    seat: t(`phase.seat-${told.seat ?? 'other'}`),
    at: told.at ? momentIn(told.at, lang) : '',
    before: told.before ? momentIn(told.before, lang) : '',
    ...{ where: told.where ?? '', group: told.group ?? '' },
    note: note ? t('phase.auto-more', { text: note }) : '',
    use: use ? t('phase.auto-more', { text: use }) : '',
  });
}
