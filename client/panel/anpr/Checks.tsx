import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { isSettled } from '../../../shared/subject/anpr/status.ts';
import { Icon } from '../../part/Icon.tsx';
import { timeOf } from '../../part/time.ts';
import { useSession } from '../../session.ts';
import { useMyId, useNames } from '../hooks.ts';
import { CHECKS, checkingOf } from './checks.ts';
import css from './anpr.module.css';

/** The two checks before anything may follow: who made which, and on severe lists that a second person must. */
export function Checks({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation();
  const me = useMyId();
  const { done, waits } = checkingOf(alert, me);
  return (
    <section
      className={css.checks}
      data-verified={alert.verified !== undefined}
      aria-label={t('anpr.checks')}
    >
      <h3>
        {t(alert.persons === 2 ? 'anpr.checksOfTwo' : 'anpr.checks')}
        {alert.verified && (
          <span className={css.good}>
            <Icon name="tick" size={14} />{' '}
            {t('anpr.verifiedBy', { by: alert.verified.by, at: timeOf(alert.verified.at) })}
          </span>
        )}
      </h3>
      {CHECKS.map((check) => (
        <div key={check} className={css.check} data-testid={`anpr-check-${check}`}>
          <span>{t(`anpr.check-${check}`)}</span>
          <span className={css.by}>
            {done[check].map(({ by, at, who }) => (
              <span key={who} className={css.good}>
                <Icon name="tick" size={12} /> {by} {timeOf(at)}
              </span>
            ))}
          </span>
        </div>
      ))}
      {waits && <Second />}
      {!alert.verified && !waits && !isSettled(alert) && (
        <p className={css.dim}>{t('anpr.verifyFirst')}</p>
      )}
    </section>
  );
}

/** This person did both checks; somebody else must do them too. */
function Second() {
  const { t } = useTranslation();
  const me = useSession((s) => s.me);
  const people = useSession((s) => s.people);
  const names = useNames();
  // Whoever has the same role surely may; others with that right see it on their own screen.
  const others = people.filter(({ id, role }) => role === me?.role && id !== me?.person.id);
  return (
    <p className={css.second} role="status" data-testid="anpr-second">
      <Icon name="person" size={14} />
      <span>
        <b>{t('anpr.waitsSecond')}</b>{' '}
        {t('anpr.whoMay', {
          role: names.role(me?.role ?? ''),
          names: others
            .slice(0, 4)
            .map(({ name }) => name)
            .join(', '),
          count: others.length,
        })}
      </span>
    </p>
  );
}
