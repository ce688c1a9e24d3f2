import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NEXT } from '../../shared/subject/incident/status.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { later } from '../later.ts';
import { Button, IconButton } from '../part/Button.tsx';
import { Icon } from '../part/Icon.tsx';
import { RelativeTime } from '../part/RelativeTime.tsx';
import { Tag } from '../part/Tag.tsx';
import { momentOf } from '../part/time.ts';
import { openDialog, setUi } from '../ui.ts';
import { prioritise, progress } from './do.ts';
import { HandOverBanner } from './HandOverBanner.tsx';
import { useMay, useNames, useWaiting } from './hooks.ts';
import { OwnerLine } from './OwnerLine.tsx';
import { placeText, pointText } from './place.ts';
import { PriorityChoice } from './PriorityChoice.tsx';
import { RestrictedTags } from './RestrictedTags.tsx';
import css from './detail.module.css';

const HeadLine = later<{ incident: Incident }>(
  async () => (await import('./phase/HeadLine.tsx')).HeadLine,
);

/** Number, title, priority, status, place and owner: each changed by a command of its own. */
export function IncidentHead({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const names = useNames();
  const waiting = useWaiting().has(incident.id);
  const { id } = incident;
  const closed = incident.status === 'closed';
  return (
    <>
      <div className={css.line}>
        <span className={css.number} data-testid="incident-number">
          {incident.number}
        </span>
        <span>{names.type(incident.type)}</span>
        {!closed && may('incident.retitle') && (
          <IconButton
            icon="edit"
            size="small"
            label={`${t('incident.retitle')} (T)`}
            onClick={() => openDialog({ name: 'retitle', incident: id })}
          />
        )}
        <RestrictedTags of={incident} />
        {waiting && (
          <Tag tone="warn" icon="clock">
            {t('queue.waiting')}
          </Tag>
        )}
        <span
          className={`${css.end} ${css.dim} ${css.small}`}
          title={`${t('incident.opened')} ${t('incident.openedBy', { by: incident.opened.by })}`}
        >
          <RelativeTime at={incident.opened.at} />
        </span>
      </div>
      <div className={css.title}>
        <h2>{incident.title}</h2>
        {!closed && may('incident.close') && (
          <Button
            size="small"
            keys="c"
            title={`${t('incident.closeLong')} (C)`}
            onClick={() => openDialog({ name: 'close', incident: id })}
          >
            {t('incident.close')}
          </Button>
        )}
      </div>
      <HandOverBanner incident={incident} />
      <Suspense fallback={null}>
        <HeadLine incident={incident} />
      </Suspense>
      {closed ? (
        <Closed incident={incident} />
      ) : (
        <div className={css.line}>
          <PriorityChoice
            value={incident.priority}
            disabled={!may('incident.prioritise')}
            onChange={(priority) => prioritise(incident, priority)}
          />
          <div className={css.steps} role="group" aria-label={t('incident.status')}>
            {(['open', 'active', 'controlled'] as const).map((status) => (
              <button
                key={status}
                type="button"
                aria-pressed={incident.status === status}
                disabled={
                  !may('incident.progress') ||
                  (incident.status !== status && !NEXT[incident.status].includes(status))
                }
                onClick={() => progress(incident, status)}
              >
                {t(`incident.status-${status}`)}
              </button>
            ))}
          </div>
        </div>
      )}
      <PlaceLine incident={incident} />
      <OwnerLine incident={incident} />
    </>
  );
}

function PlaceLine({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { lang } = useNames();
  const may = useMay();
  const { id, place } = incident;
  return (
    <div className={`${css.line} ${css.tight}`}>
      <Icon name="pin" />
      <span className={css.cut} title={place?.point && pointText(place.point)}>
        {placeText(place, lang) || <span className={css.dim}>{t('queue.noPlace')}</span>}
      </span>
      {!place?.point && (
        <span className={`${css.dim} ${css.small}`}>({t('incident.noPoint')})</span>
      )}
      {incident.status !== 'closed' && may('incident.locate') && (
        <span className={`${css.line} ${css.tight}`}>
          <Button
            size="small"
            kind="quiet"
            keys="e"
            title={`${t('incident.locate')} (E)`}
            onClick={() => openDialog({ name: 'locate', incident: id })}
          >
            {t('incident.place')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            keys="g"
            title={`${t('incident.locateOnMap')} (G)`}
            onClick={() => setUi({ placing: { for: { incident: id } } })}
          >
            {t('incident.onMap')}
          </Button>
        </span>
      )}
    </div>
  );
}

function Closed({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const { closed, id } = incident;
  return (
    <div className={css.line}>
      <Tag>{t('incident.status-closed')}</Tag>
      <span className={css.dim}>
        {closed && t('incident.closedBy', { by: closed.by, at: momentOf(closed.at) })}
      </span>
      {may('incident.reopen') && (
        <Button
          size="small"
          keys="o"
          className={css.end}
          onClick={() => openDialog({ name: 'reopen', incident: id })}
        >
          {t('incident.reopen')}
        </Button>
      )}
      {closed && <p style={{ flexBasis: '100%', whiteSpace: 'pre-wrap' }}>{closed.summary}</p>}
    </div>
  );
}
