import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { Button } from '../part/Button.tsx';
import { Notice } from '../part/Notice.tsx';
import { RelativeTime } from '../part/RelativeTime.tsx';
import { acceptHandOver } from './do.ts';
import { useMay, useMyId } from './hooks.ts';
import css from './detail.module.css';

/** Stands until the next owner has accepted: a hand-over that nobody took is a hole in the shift. */
export function HandOverBanner({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const mine = incident.owner?.id === useMyId();
  const { handover, owner } = incident;
  if (!handover || handover.accepted || incident.status === 'closed') return null;
  return (
    <div data-testid="hand-over-banner">
      <Notice tone="warn">
        <p>
          <b>
            {mine
              ? t('incident.handedToYou', { from: handover.from })
              : t('incident.handedOver', { from: handover.from, to: owner?.name ?? '' })}
          </b>{' '}
          <span className={css.dim}>
            <RelativeTime at={handover.at} />
          </span>
        </p>
        <p style={{ whiteSpace: 'pre-wrap' }}>{handover.note}</p>
        {mine && may('incident.accept') && (
          <Button
            size="small"
            kind="primary"
            keys="y"
            style={{ marginTop: 6 }}
            onClick={() => acceptHandOver(incident)}
          >
            {t('incident.accept')}
          </Button>
        )}
      </Notice>
    </div>
  );
}
