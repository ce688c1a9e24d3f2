import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOver } from '../../../shared/subject/shift/schema.ts';
import { itemsOf, openHandOvers } from '../../../shared/subject/shift/select.ts';
import { Button } from '../../part/Button.tsx';
import { Notice } from '../../part/Notice.tsx';
import { RelativeTime } from '../../part/RelativeTime.tsx';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { useMyId } from '../hooks.ts';
import { useMeetingReminder } from '../phase/reminder.ts';
import css from '../phase/phase.module.css';

/** Over the work while a shift waits to be accepted by this person, or one that they gave. Also minds the meetings. */
export function ShiftBar() {
  const me = useMyId();
  const shift = usePicture((p) => p.shown.shift);
  useMeetingReminder();
  const open = useMemo(() => openHandOvers({ shift }), [shift]);
  const mine = open.find(({ to }) => to.id === me);
  const given = open.find(({ from }) => from.id === me);
  const row = mine ?? given;
  return row ? <Banner row={row} forMe={row === mine} /> : null;
}

function Banner({ row, forMe }: { row: HandOver; forMe: boolean }) {
  const { t } = useTranslation();
  const shift = usePicture((p) => p.shown.shift);
  const left = useMemo(
    () => itemsOf({ shift }, row.id).filter(({ read }) => !read).length,
    [shift, row.id],
  );
  return (
    <div data-testid="shift-banner">
      <Notice tone={forMe ? 'warn' : 'plain'}>
        <div className={css.head}>
          <b>
            {forMe
              ? t('shift.forYou', { from: row.from.name })
              : t('shift.waits', { to: row.to.name })}
          </b>
          <span className={css.dim}>
            <RelativeTime at={row.at} /> ·{' '}
            {left > 0 ? t('shift.unread', { count: left }) : t('shift.allRead')}
          </span>
          <Button
            size="small"
            kind={forMe ? 'primary' : 'plain'}
            keys="Shift+X"
            onClick={() => openDialog({ name: 'shift' })}
          >
            {t('shift.look')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
