import { Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt } from '../../../shared/anpr/match.ts';
import type { AlertRow, PassageRow } from '../../../shared/subject/anpr/schema.ts';
import { later } from '../../later.ts';
import { Icon } from '../../part/Icon.tsx';
import { fullOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useLang } from '../hooks.ts';
import { Acts } from './Acts.tsx';
import { AlertHead } from './AlertHead.tsx';
import { Belonging } from './Belonging.tsx';
import { Checks } from './Checks.tsx';
import { isSettled } from '../../../shared/subject/anpr/status.ts';
import { directionText, percent, useAnprNames, useSeesPlate, wordOf } from './names.ts';
import { bestOf, passagesByAlert } from './passes.ts';
import { Passes } from './Passes.tsx';
import { Picture } from './Picture.tsx';
import { Compare } from './Plate.tsx';
import { useLooking } from './state.ts';
import detail from '../detail.module.css';
import css from './anpr.module.css';

const Pursuit = later<{ alert: AlertRow; passages: readonly PassageRow[] }>(
  async () => (await import('./Pursuit.tsx')).Pursuit,
);
const NONE: readonly PassageRow[] = [];

/** An alert: which vehicle, how sure, what to do and what not; then where it went and who did what. */
export function AlertDetail({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation();
  const names = useAnprNames();
  const passages = passagesByAlert(usePicture((p) => p.shown.anpr.passages)).get(alert.id) ?? NONE;
  const plate = useSeesPlate();
  const read = useLooking((l) => l.read);
  useEffect(() => useLooking.setState({ read: undefined, zoom: 1 }), [alert.id]);

  const shown = passages.find((one) => one.read === read) ?? bestOf(passages);
  const latest = passages.at(-1);
  const open = shown?.open;
  return (
    <>
      <header className={detail.head} data-testid="anpr-head">
        <AlertHead alert={alert} names={names} />
      </header>
      {alert.covert && (
        <p className={css.covertBand} role="alert" data-testid="anpr-covert">
          <Icon name="warn" size={18} />
          {t('anpr.covertBand')}
        </p>
      )}
      <div className={css.body} tabIndex={0} role="group" aria-label={t('anpr.alert')}>
        {open ? (
          <div className={css.match}>
            <Picture passage={shown} camera={names.camera(shown.camera)} />
            <Compare listed={open.listed} raw={open.raw} certainty={shown.certainty} />
          </div>
        ) : (
          <p className={css.placeholder} data-testid="anpr-no-plate">
            {t(plate ? 'anpr.erased' : 'anpr.notCleared')}
          </p>
        )}
        <p className={css.sure} data-certainty={shown?.certainty ?? alert.certainty}>
          <b>{t(`anpr.${shown?.certainty ?? alert.certainty}`)}</b>
          <span>
            {t(`anpr.sure-${wordOf(shown?.probability ?? alert.probability)}`)} (
            {percent(shown?.probability ?? alert.probability)})
          </span>
          {open && <Doubts of={open.doubts} />}
        </p>
        {open?.instruction && (
          <p className={css.instruction} data-testid="anpr-instruction">
            <span className={css.dim}>{t('anpr.instruction')}</span>
            {open.instruction}
          </p>
        )}
        <dl className={css.facts}>
          <Fact name={t('anpr.reason')}>{open?.reason}</Fact>
          <Fact name={t('anpr.vehicleListed')}>{open?.vehicle}</Fact>
          <Fact name={t('anpr.vehicleSeen')}>{open?.seen}</Fact>
          <Fact name={t('anpr.reference')}>{open?.reference}</Fact>
          <Fact name={t('anpr.camera')}>
            {names.camera(alert.lastCamera)}
            {latest && directionText(latest, t) && `, ${directionText(latest, t)}`}
          </Fact>
          <Fact name={t('anpr.when')}>{fullOf(alert.last)}</Fact>
        </dl>
        <Checks alert={alert} />
        <section className={css.part}>
          <h3>{t('anpr.passes', { count: passages.length })}</h3>
          <Passes
            passages={passages}
            priority={alert.priority}
            shown={passages.length > 1 ? shown?.id : undefined}
            names={names}
          />
        </section>
        {!isSettled(alert) && (
          <Suspense fallback={null}>
            <Pursuit alert={alert} passages={passages} />
          </Suspense>
        )}
        <Belonging alert={alert} names={names} />
      </div>
      <Acts alert={alert} />
    </>
  );
}

/** Why a read that is the listed plate, character by character, is only a possible hit. */
function Doubts({ of }: { of: readonly Doubt[] | undefined }) {
  const { t } = useTranslation();
  const lang = useLang();
  if (!of?.length) return null;
  const list = new Intl.ListFormat(lang, { type: 'conjunction' });
  return (
    <span className={css.doubts} data-testid="anpr-doubts">
      {t('anpr.doubts', { list: list.format(of.map((one) => t(`anpr.doubt-${one}`))) })}
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
