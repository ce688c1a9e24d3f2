import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finds } from '../../../../shared/select.ts';
import type { Health } from '../../../../shared/anpr/camera.ts';
import { useAnpr } from '../../../anpr.ts';
import { Empty } from '../../../part/Empty.tsx';
import { Field } from '../../../part/Field.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { useNow } from '../../../part/time.ts';
import { useLang } from '../../hooks.ts';
import { useCameras, useCamerasFailed } from './ask-cameras.ts';
import { CameraRow, HEADS } from './CameraRow.tsx';
import { byCamera, hoursOf, sumOf } from './flow.ts';
import { countsOf, linesOf, WORST } from './health.ts';
import { Region } from './Region.tsx';
import { useFlow } from './use-flow.ts';
import frame from '../anpr-screens.module.css';
import css from './cameras.module.css';

/** How the cameras do and how many vehicles pass them. There is no plate here, and none is sent. */
export function Cameras() {
  const { t } = useTranslation();
  const lang = useLang();
  useCameras();
  const now = useNow(60_000);
  const { cameras, health } = useAnpr();
  const why = useCamerasFailed((one) => one.why);
  const flow = useFlow();
  const [only, setOnly] = useState<Health | undefined>();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const side = lang === 'fr' ? 'fr' : 'nl';
  const lines = useMemo(() => linesOf(cameras.values(), health, side), [cameras, health, side]);
  const counts = countsOf(lines);
  const shown = lines.filter(
    ({ camera, state }) =>
      (!only || state === only) &&
      finds(search, [camera.name.nl, camera.name.fr, camera.id, camera.controller, camera.owner]),
  );
  const hour = Math.floor(now / 3_600_000);
  const hours = useMemo(() => {
    const at = hour * 3_600_000;
    const per = byCamera(flow.slots);
    return {
      region: hoursOf(flow.slots, at),
      of: new Map([...per].map(([camera, slots]) => [camera, hoursOf(slots, at)])),
      none: hoursOf([], at),
    };
  }, [flow.slots, hour]);
  const most = Math.max(1, ...[...hours.of.values()].flatMap((all) => all.map(sumOf)));
  const failed = why ?? flow.failed;

  return (
    <div className={css.cameras} data-testid="anpr-cameras">
      {failed !== undefined && <Notice tone="bad">{failed || t('shell.unreachable')}</Notice>}
      <Region hours={hours.region} />
      <div className={css.filters}>
        <div className={css.search}>
          <Field
            label={t('plates.searchCamera')}
            quiet
            type="search"
            placeholder={t('plates.searchCamera')}
            value={typed}
            onChange={setTyped}
          />
        </div>
        <div className={frame.bar} role="group" aria-label={t('plates.healthFilter')}>
          {WORST.map((state) => (
            <button
              key={state}
              type="button"
              className={css.count}
              data-health={state}
              aria-pressed={only === state}
              onClick={() => setOnly(only === state ? undefined : state)}
            >
              <b>{counts[state]}</b> {t(`plates.health-${state}`)}
            </button>
          ))}
        </div>
        <span className={frame.grow} />
        <span className={frame.dim}>{t('plates.noPlates')}</span>
      </div>
      <div className={css.tableBox} tabIndex={0} role="group" aria-label={t('plates.cameras')}>
        <table className={`${frame.table} ${frame.edge}`}>
          <caption className="visually-hidden">{t('plates.cameras')}</caption>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {t(`plates.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <CameraRow
                key={line.camera.id}
                line={line}
                hours={hours.of.get(line.camera.id) ?? hours.none}
                most={most}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && failed === undefined && (
          <Empty title={t(lines.length > 0 ? 'plates.noCameraFound' : 'plates.noCameras')} />
        )}
      </div>
    </div>
  );
}
