import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Lang } from '../../../shared/refusal.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { closeDialog } from '../../ui.ts';
import pane from '../MapPane.module.css';
import type { Moment } from './rows.ts';
import type { Choice, Plan } from './choice.ts';
import { makeSheet, type SheetData } from './make-sheet.ts';
import { pageRules } from './pages.ts';
import { pageOf } from './paper.ts';
import { Sheet } from './Sheet.tsx';
import { PX_PER_MM } from './scale.ts';
import css from './print.module.css';

/**
 * The sheet, seen small in a dialog; and once more in its own size outside of everything, which only
 * the printer sees.
 */
export function Preview(props: {
  choice: Choice;
  plan: Plan;
  moment: Moment;
  title: string;
  space: string;
  onBack: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { choice, plan, moment, space, onBack } = props;
  const paper = useRef<HTMLDivElement>(null);
  const [data, setData] = useState<SheetData>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let over = false;
    let url: string | undefined;
    const lang = i18n.language as Lang;
    makeSheet(paper.current!, lang, choice, plan, moment).then(
      (made) => {
        ({ url } = made.image);
        if (over) URL.revokeObjectURL(url);
        else setData(made);
      },
      () => setFailed(true),
    );
    document.documentElement.dataset['printing'] = '';
    return () => {
      over = true;
      if (url) URL.revokeObjectURL(url);
      delete document.documentElement.dataset['printing'];
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a sheet is made once, of one moment
  }, []);

  const { width, height } = pageOf(choice.paper, choice.turn);
  const [wide, high] = [width * PX_PER_MM, height * PX_PER_MM];
  const small = Math.min(1, (innerWidth - 96) / wide, (innerHeight - 200) / high);
  const foot = [
    t(space === 'live' ? 'print.live' : 'print.exercise'),
    ...(data?.closed.length ? [t('print.restricted', { who: data.closed.join(', ') })] : []),
  ].join(' · ');
  const sheet = data && <Sheet {...props} data={data} />;
  return (
    <>
      <Dialog
        title={t('print.preview')}
        width={wide * small + 50}
        onClose={closeDialog}
        testId="print-preview"
        footer={
          <>
            <Button onClick={onBack}>{t('print.change')}</Button>
            <Button
              key={String(!data)}
              kind="primary"
              autoFocus
              disabled={!data}
              onClick={() => print()}
            >
              {t('print.print')}
            </Button>
          </>
        }
      >
        {!data && <p role="status">{t(failed ? 'print.failed' : 'print.drawing')}</p>}
        <div className={css.view} tabIndex={0} style={{ height: data ? high * small : 0 }}>
          <div
            ref={paper}
            className={pane.paper}
            data-theme="light"
            style={{ width: wide, transform: `scale(${small})`, transformOrigin: '0 0' }}
          >
            {sheet}
          </div>
        </div>
      </Dialog>
      {createPortal(
        <div className={`${css.printed} ${pane.paper}`} data-theme="light" aria-hidden="true">
          <style>{pageRules(width, height, foot)}</style>
          {sheet}
        </div>,
        document.body,
      )}
    </>
  );
}
