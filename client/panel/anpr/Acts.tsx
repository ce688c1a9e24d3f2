import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { isSettled } from '../../../shared/subject/anpr/status.ts';
import { Button } from '../../part/Button.tsx';
import { Tag } from '../../part/Tag.tsx';
import { openDialog } from '../../ui.ts';
import { useMay, useMyId } from '../hooks.ts';
import { usePicture } from '../../store.ts';
import { CHECKS, checkingOf } from './checks.ts';
import { passagesByAlert } from './passes.ts';
import { useSeesPlate } from './names.ts';
import {
  acknowledge,
  canLink,
  falseRead,
  hasPlate,
  isNew,
  isOpen,
  isVerified,
  makeCheck,
} from './do.ts';
import css from './anpr.module.css';

/** What may be done with it now; the same as the keys. */
export function Acts({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation();
  const may = useMay();
  const plate = useSeesPlate();
  const readable = hasPlate(
    passagesByAlert(usePicture((p) => p.shown.anpr.passages)).get(alert.id),
  );
  const me = useMyId();
  const { id } = alert;
  const verified = isVerified(alert);
  const { open, waits } = checkingOf(alert, me);
  return (
    <footer className={css.acts} data-testid="anpr-acts">
      {isNew(alert) && may('anpr.acknowledge') && (
        <Button size="small" kind="primary" keys="o" onClick={() => acknowledge(alert)}>
          {t('anpr.acknowledge')}
        </Button>
      )}
      {plate &&
        readable &&
        may('anpr.check') &&
        open.map((check) => (
          <Button
            key={check}
            size="small"
            kind={isNew(alert) ? 'plain' : 'primary'}
            keys={String(CHECKS.indexOf(check) + 1)}
            title={t(`anpr.check-${check}`)}
            onClick={() => makeCheck(alert, check)}
          >
            {t(`anpr.do-${check}`)}
          </Button>
        ))}
      {waits && (
        <Tag tone="warn" icon="person">
          {t('anpr.waitsSecond')}
        </Tag>
      )}
      {canLink(alert) && may('anpr.link') && (
        <>
          <Button
            size="small"
            keys="l"
            title={t('anpr.linkLong')}
            onClick={() => openDialog({ name: 'anpr-link', alert: id })}
          >
            {t('anpr.link')}
          </Button>
          {may('incident.open') && (
            <Button
              size="small"
              keys="n"
              title={t('anpr.openLong')}
              onClick={() => openDialog({ name: 'anpr-open', alert: id })}
            >
              {t('anpr.open')}
            </Button>
          )}
        </>
      )}
      {verified && may('anpr.dispatch') && (
        <Button
          size="small"
          keys="d"
          title={t('anpr.dispatchLong')}
          onClick={() => openDialog({ name: 'anpr-dispatch', alert: id })}
        >
          {t('anpr.dispatch')}
        </Button>
      )}
      {verified && may('anpr.close') && (
        <Button
          size="small"
          keys="c"
          title={t('anpr.closeLong')}
          onClick={() => openDialog({ name: 'anpr-close', alert: id })}
        >
          {t('anpr.close')}
        </Button>
      )}
      {isOpen(alert) && plate && may('anpr.reject') && (
        <>
          <Button
            size="small"
            keys="f"
            title={t('anpr.falseReadTip')}
            onClick={() => falseRead(alert)}
          >
            {t('anpr.falseRead')}
          </Button>
          <Button
            size="small"
            keys="x"
            title={t('anpr.rejectLong')}
            onClick={() => openDialog({ name: 'anpr-reject', alerts: [id] })}
          >
            {t('anpr.reject')}
          </Button>
        </>
      )}
      {isSettled(alert) && may('anpr.reopen') && (
        <Button
          size="small"
          keys="r"
          title={t('anpr.reopenLong')}
          onClick={() => openDialog({ name: 'anpr-reopen', alert: id })}
        >
          {t('anpr.reopen')}
        </Button>
      )}
    </footer>
  );
}
