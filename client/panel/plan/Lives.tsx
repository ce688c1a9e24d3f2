import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/plan/measure.ts';
import { Button } from '../../part/Button.tsx';
import { useSession } from '../../session.ts';
import { setUi, type ScreenName } from '../../ui.ts';
import { useLang, useNames } from '../hooks.ts';
import { mayOpen } from '../screens.ts';
import { usePlan } from '../../plan.ts';
import { stepsOf } from './measures.ts';
import css from './plan.module.css';

/** Which steps, channels, layers and registers carry a measure out. */
export function Lives({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const lang = useLang();
  const names = useNames();
  const plan = usePlan((p) => p.plan);
  const layers = useSession((s) => s.settings?.layers);
  const workflows = stepsOf(plan, measure.id);
  const lives = measure.lives ?? {};
  const shown = (lives.layers ?? []).flatMap(
    (id) => layers?.find((layer) => layer.id === id) ?? [],
  );
  const channels = (lives.channels ?? []).flatMap(
    (id) => plan.channels.find((channel) => channel.id === id) ?? [],
  );
  const screens = (lives.screens ?? []).filter((id) => mayOpen(id as ScreenName));
  const none = workflows.length + shown.length + channels.length + screens.length === 0;
  if (none) return <p className={css.dim}>{t('plan.livesNowhere')}</p>;
  return (
    <dl className={css.lives}>
      {screens.length > 0 && (
        <>
          <dt>{t('plan.screens')}</dt>
          <dd className={css.line}>
            {screens.map((id) => (
              <Button key={id} size="small" onClick={() => setUi({ screen: id })}>
                {t(`shell.screen-${id}`)}
              </Button>
            ))}
          </dd>
        </>
      )}
      {shown.length > 0 && (
        <>
          <dt>{t('plan.layers')}</dt>
          <dd>{shown.map((layer) => layer.title[lang]).join(', ')}</dd>
        </>
      )}
      {channels.length > 0 && (
        <>
          <dt>{t('plan.channels')}</dt>
          <dd>{channels.map((channel) => channel.name[lang]).join(', ')}</dd>
        </>
      )}
      {workflows.map(({ workflow, title, steps }) => (
        <div key={workflow} className={css.workflow}>
          <dt>{title ? (lang === 'fr' ? title.fr : title.nl) : names.type(workflow)}</dt>
          <dd>
            <ol>
              {steps.map((step) => (
                <li key={step.id}>
                  {lang === 'fr' ? step.title.fr : step.title.nl}{' '}
                  <span className={css.dim}>{withinText(step.within, t)}</span>
                </li>
              ))}
            </ol>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `binnen 25 minuten`, `binnen 8 uur`. */
const withinText = (minutes: number, t: TFunction): string =>
  minutes >= 120 && minutes % 60 === 0
    ? t('plan.withinHours', { count: minutes / 60 })
    : t('plan.within', { count: minutes });
