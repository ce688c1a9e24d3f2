import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOver, ShiftItem } from '../../../shared/subject/shift/schema.ts';
import { itemsOf, openHandOvers, settledHandOvers } from '../../../shared/subject/shift/select.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Tag } from '../../part/Tag.tsx';
import { momentOf } from '../../part/time.ts';
import { send } from '../../send.ts';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import { closeDialog, openDialog } from '../../ui.ts';
import { useMay, useMyId } from '../hooks.ts';
import css from '../phase/phase.module.css';

/** Hand-overs that wait, line by line; and the last ten. */
export function ShiftDialog() {
  const { t } = useTranslation();
  const may = useMay();
  const shift = usePicture((p) => p.shown.shift);
  const me = useMyId();
  const open = useMemo(() => openHandOvers({ shift }), [shift]);
  const past = useMemo(() => settledHandOvers({ shift }), [shift]);
  const mineFirst = [...open].sort((a, b) => Number(b.to.id === me) - Number(a.to.id === me));
  return (
    <Dialog
      title={t('shift.title')}
      width={720}
      onClose={closeDialog}
      testId="dialog-shift"
      footer={
        <>
          {may('shift.handOver') && (
            <Button icon="plus" onClick={() => openDialog({ name: 'shift-give' })}>
              {t('shift.give')}
            </Button>
          )}
          <Button onClick={closeDialog}>{t('common.close')}</Button>
        </>
      }
    >
      {open.length === 0 && <p className={css.dim}>{t('shift.none')}</p>}
      {mineFirst.map((row) => (
        <Waiting key={row.id} row={row} />
      ))}
      {past.length > 0 && (
        <section className={css.block} aria-label={t('shift.past')}>
          <h3>{t('shift.past')}</h3>
          {past.map((row) => (
            <Past key={row.id} row={row} />
          ))}
        </section>
      )}
    </Dialog>
  );
}

function useLines(id: string): ShiftItem[] {
  const shift = usePicture((p) => p.shown.shift);
  return useMemo(() => itemsOf({ shift }, id), [shift, id]);
}

/** One that nobody has accepted: the taker ticks each line. */
function Waiting({ row }: { row: HandOver }) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useSession((s) => s.me?.person);
  const lines = useLines(row.id);
  const mine = row.to.id === me?.id;
  const left = lines.filter(({ read }) => !read).length;
  return (
    <section className={css.block} data-testid="shift" data-id={row.id}>
      <div className={css.head}>
        <h3>{t('shift.fromTo', { from: row.from.name, to: row.to.name })}</h3>
        <span className={css.dim}>{momentOf(row.at)}</span>
        <Tag tone="warn">{left > 0 ? t('shift.unread', { count: left }) : t('shift.allRead')}</Tag>
      </div>
      {row.note && <p style={{ whiteSpace: 'pre-wrap' }}>{row.note}</p>}
      <fieldset className={css.choices} disabled={!mine || !may('shift.read')}>
        <legend>{t('shift.lines')}</legend>
        {lines.map((line, i) => (
          <Line key={line.id} line={line} first={mine && i === 0} />
        ))}
      </fieldset>
      <div className={css.buttons}>
        {mine && may('shift.accept') && (
          <>
            <Button
              kind="primary"
              disabled={left > 0}
              title={left > 0 ? t('shift.acceptFirst') : undefined}
              data-testid="shift-accept"
              onClick={() => send('shift.accept', { shift: row.id })}
            >
              {t('shift.accept')}
            </Button>
            {left > 0 && <span className={css.dim}>{t('shift.acceptFirst')}</span>}
          </>
        )}
        {!mine && me && may('shift.redirect') && (
          <Button
            onClick={() =>
              send('shift.redirect', { shift: row.id, to: { id: me.id, name: me.name } })
            }
          >
            {t('shift.redirect')}
          </Button>
        )}
        {row.from.id === me?.id && may('shift.takeBack') && (
          <Button onClick={() => openDialog({ name: 'shift-back', shift: row.id })}>
            {t('shift.takeBack')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Once read, it stays read. */
function Line({ line, first }: { line: ShiftItem; first: boolean }) {
  const { t } = useTranslation();
  const { id, shift, kind, text, read } = line;
  return (
    <label className={css.choice} data-testid="shift-line">
      <input
        type="checkbox"
        checked={read !== undefined}
        data-autofocus={first || undefined}
        onChange={() => {
          if (!read) send('shift.read', { shift, item: id });
        }}
      />
      <Tag>{t(`shift.kind-${kind}`)}</Tag>
      <span className={css.text}>{text}</span>
      {read && <span className={css.dim}>{t('shift.readAt', { at: momentOf(read.at) })}</span>}
    </label>
  );
}

function Past({ row }: { row: HandOver }) {
  const { t } = useTranslation();
  const lines = useLines(row.id);
  const { accepted, takenBack } = row;
  return (
    <details>
      <summary>
        {momentOf(row.at)} · {t('shift.fromTo', { from: row.from.name, to: row.to.name })} ·{' '}
        <span className={css.dim}>
          {accepted
            ? t('shift.accepted', { at: momentOf(accepted.at), by: accepted.by })
            : t('shift.takenBack', { reason: takenBack?.reason ?? '' })}
        </span>
      </summary>
      {row.note && <p style={{ whiteSpace: 'pre-wrap' }}>{row.note}</p>}
      <ul className={css.rows}>
        {lines.map(({ id, kind, text }) => (
          <li key={id} className={css.row} data-past>
            <Tag>{t(`shift.kind-${kind}`)}</Tag>
            <span className={css.main}>{text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
