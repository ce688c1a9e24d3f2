import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Notice } from '../../part/Notice.tsx';
import { RelativeTime } from '../../part/RelativeTime.tsx';
import { usePlan } from '../../plan.ts';
import { closeDialog, openDialog } from '../../ui.ts';
import { placed } from './mistake.ts';
import css from './refused.module.css';

/** Stands while the files of the plan have mistakes: what was changed in them is not in force. */
export function RefusedBanner() {
  const { t } = useTranslation();
  const refused = usePlan((p) => p.refused);
  if (!refused) return null;
  return (
    <div data-testid="plan-refused-banner">
      <Notice tone="warn">
        <div className={css.line}>
          <b>{t('plan.refused')}</b>
          <span>
            {t('plan.refusedMistakes', { count: refused.mistakes.length })}{' '}
            <span className={css.dim}>
              <RelativeTime at={refused.at} />
            </span>
          </span>
          <Button size="small" onClick={() => openDialog({ name: 'plan-refused' })}>
            {t('plan.refusedShow')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}

/** Each mistake with its file and line, as the check of the plan says it: in English, for who edits the files. */
export function RefusedDialog() {
  const { t } = useTranslation();
  const refused = usePlan((p) => p.refused);
  return (
    <Dialog
      title={t('plan.refusedTitle')}
      width={760}
      onClose={closeDialog}
      testId="plan-refused"
      footer={
        <Button kind="primary" data-autofocus onClick={closeDialog}>
          {t('common.close')}
        </Button>
      }
    >
      {refused ? (
        <>
          <p>{t('plan.refusedWhy')}</p>
          <ol className={css.mistakes} lang="en">
            {refused.mistakes.map((mistake, n) => {
              const { place, sentence } = placed(mistake);
              return (
                <li key={n}>
                  {place && <code className={css.place}>{place}</code>}
                  <span>{sentence}</span>
                </li>
              );
            })}
          </ol>
        </>
      ) : (
        <p>{t('plan.refusedNoMore')}</p>
      )}
    </Dialog>
  );
}
