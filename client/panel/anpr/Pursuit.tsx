import { useTranslation } from 'react-i18next';
import { reachAt, type Pursuit as Estimate } from '../../../shared/anpr/pursuit.ts';
import type { AlertRow, PassageRow } from '../../../shared/subject/anpr/schema.ts';
import { useAnpr } from '../../anpr.ts';
import { useGround } from '../../ground.ts';
import { isSought, isStale, pursuitOf, useChase } from '../../map/anpr/chase.ts';
import { mayLookEarlier } from '../../map/anpr/earlier.ts';
import { showTrail } from '../../map/anpr/show.ts';
import { Button } from '../../part/Button.tsx';
import { ageText, useNow } from '../../part/time.ts';
import { useSession } from '../../session.ts';
import { distanceText } from '../distance.ts';
import { Earlier, EarlierButton } from './Earlier.tsx';
import { useAnprNames, type AnprNames } from './names.ts';
import { NextCameras } from './NextCameras.tsx';
import css from './pursuit.module.css';

/** Of an alert that is not settled: where the vehicle can be by now, and which cameras will likely see it next. */
export function Pursuit({ alert, passages }: { alert: AlertRow; passages: readonly PassageRow[] }) {
  const { t } = useTranslation();
  const names = useAnprNames();
  const cameras = useAnpr((a) => a.cameras);
  const geo = useGround((ground) => ground.geo);
  const shown = useChase((chase) => chase.shown);
  const rights = useSession((s) => s.me?.rights);
  const pursuit = isSought(alert) ? pursuitOf(passages, { cameras, geo }) : undefined;
  return (
    <section className={css.pursuit} data-testid="anpr-pursuit" aria-label={t('pursuit.head')}>
      <header className={css.head}>
        <h3>{t('pursuit.head')}</h3>
        <abbr className={css.estimate} title={t('pursuit.assumes')}>
          {t('pursuit.estimate')}
        </abbr>
        <span className={css.buttons}>
          {mayLookEarlier(rights) && <EarlierButton alert={alert.id} />}
          <Button size="small" keys="Shift+F" aria-pressed={shown} onClick={showTrail}>
            {t(shown ? 'pursuit.hideShort' : 'pursuit.showShort')}
          </Button>
        </span>
      </header>
      {pursuit ? (
        <Told pursuit={pursuit} passages={passages} names={names} />
      ) : (
        <p className={css.note}>{t('pursuit.notKnown')}</p>
      )}
      <Earlier alert={alert.id} names={names} />
    </section>
  );
}

function Told({
  pursuit,
  passages,
  names,
}: {
  pursuit: Estimate;
  passages: readonly PassageRow[];
  names: AnprNames;
}) {
  const { t } = useTranslation();
  const now = useNow();
  const age = ageText(now - pursuit.at);
  if (isStale(pursuit, now)) return <p className={css.note}>{t('pursuit.stale', { age })}</p>;
  const { least, most, capped } = reachAt(pursuit, now);
  const far = {
    least: distanceText(least, t),
    most: distanceText(most, t),
    camera: names.camera(pursuit.camera),
  };
  const latest = passages.reduce((a, b) => (b.last > a.last ? b : a));
  return (
    <>
      <p className={css.said} data-testid="anpr-reach">
        {t(capped ? 'pursuit.anywhere' : 'pursuit.between', far)} · {t('pursuit.after', { age })}
      </p>
      {latest.certainty === 'possible' && (
        <p className={css.note} data-warn>
          {t('pursuit.uncertain')}
        </p>
      )}
      <NextCameras pursuit={pursuit} now={now} names={names} />
    </>
  );
}
