import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { isOver } from '../../../shared/subject/alarm/rule.ts';
import type { Alarm, Person, Request } from '../../../shared/subject/alarm/schema.ts';
import { usePlan } from '../../plan.ts';
import { Button } from '../../part/Button.tsx';
import { clockOf, timeOf } from '../../part/time.ts';
import { useLang, useMay } from '../hooks.ts';
import { resend } from './dial.ts';
import { channelName, reasonText } from './name.ts';
import css from './alarm.module.css';

interface Line {
  key: string;
  at: string;
  channel: string;
  text: string;
  tone: 'good' | 'bad' | 'plain';
  /** Can be sent again. */
  way?: number;
}

/** What was tried with one person, in the order in which it happened. */
export function History({ alarm, person }: { alarm: Alarm; person: Person }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const { plan } = usePlan();
  const lines = linesOf(alarm, person, t);
  if (lines.length === 0) return null;
  const canResend = !isOver(alarm) && may('alarm.resend');
  return (
    <ul className={css.history}>
      {lines.map(({ key, at, channel, text, tone, way }) => (
        <li key={key} data-tone={tone} data-testid="call-line">
          <time dateTime={at}>{clockOf(at)}</time>
          <span className={css.said}>
            {t('alarm.line', { channel: channelName(plan, channel, lang), text })}
          </span>
          {way !== undefined && canResend && (
            <Button
              size="small"
              kind="quiet"
              keys="r"
              onClick={() => resend({ alarm, person }, way)}
            >
              {t('alarm.resend')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function linesOf(alarm: Alarm, { contact }: Person, t: TFunction): Line[] {
  const tries = (alarm.calls[contact]?.tries ?? []).map(
    ({ at, channel, outcome, note, by }, i): Line => ({
      ...{ key: `t${i}`, at, channel },
      text: [t(`alarm.outcome-${outcome}`), note, by].filter(Boolean).join(' · '),
      tone: outcome === 'reached' ? 'good' : outcome === 'refused' ? 'bad' : 'plain',
    }),
  );
  const skips = alarm.skipped
    .filter((one) => one.contact === contact)
    .map(({ at, channel, way }): Line => ({
      ...{ key: `s${way} ${at}`, at, channel, tone: 'bad' },
      text: t('alarm.skipped', { at: timeOf(at) }),
    }));
  const sent = Object.entries(alarm.requests)
    .filter(([, one]) => one.contact === contact && !one.skipped)
    .map(([key, one]): Line => ({
      ...{ key, at: one.at, channel: one.channel, text: requestText(one, t) },
      tone: one.answer ? (one.answer.yes ? 'good' : 'bad') : one.failed ? 'bad' : 'plain',
      ...(one.sent || one.failed ? { way: one.way } : {}),
    }));
  return [...tries, ...skips, ...sent].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function requestText({ answer, failed, sent, carried }: Request, t: TFunction): string {
  if (answer) return t(`alarm.sent-${answer.yes ? 'yes' : 'no'}`, { at: timeOf(answer.at) });
  if (failed)
    return t('alarm.sent-failed', {
      at: timeOf(failed.at),
      reason: reasonText(failed.reason, t),
    });
  if (sent) return t('alarm.sent-sent', { at: timeOf(sent) });
  return t(carried ? 'alarm.sent-carried' : 'alarm.sent-requested');
}
