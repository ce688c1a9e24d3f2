import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { Button } from '../part/Button.tsx';
import { Icon } from '../part/Icon.tsx';
import { openDialog } from '../ui.ts';
import { takeIt } from './do.ts';
import { useMay, useMyId } from './hooks.ts';
import css from './detail.module.css';

/** Who holds the incident, and the ways to change that. */
export function OwnerLine({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMyId();
  const { id, owner } = incident;
  return (
    <div className={`${css.line} ${css.tight}`}>
      <Icon name="person" />
      <span className={css.cut} data-testid="owner" title={t('incident.owner')}>
        {owner?.name ?? <span className={css.dim}>{t('incident.noOwner')}</span>}
      </span>
      {incident.status !== 'closed' && (
        <span className={`${css.line} ${css.tight}`}>
          {may('incident.assign') && owner?.id !== me && (
            <Button
              size="small"
              keys="a"
              title={`${t('incident.assignMe')} (A)`}
              onClick={() => takeIt(incident)}
            >
              {t('incident.takeIt')}
            </Button>
          )}
          {may('incident.assign') && (
            <Button
              size="small"
              kind="quiet"
              keys="Shift+A"
              title={`${t('incident.assignTo')} (⇧A)`}
              onClick={() => openDialog({ name: 'assign', incident: id })}
            >
              {t('incident.assign')}
            </Button>
          )}
          {may('incident.handOver') && (
            <Button
              size="small"
              kind="quiet"
              keys="h"
              title={`${t('incident.handOver')} (H)`}
              onClick={() => openDialog({ name: 'hand-over', incident: id })}
            >
              {t('incident.handOverShort')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
