import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Notice } from '../../part/Notice.tsx';
import { fullOf, serverNow } from '../../part/time.ts';
import { useSession } from '../../session.ts';
import { useStale } from '../../stale.ts';
import { usePicture } from '../../store.ts';
import { useNaming } from './names.ts';
import { countOf, paperOf, SCOPES } from './paper.ts';
import { PaperList } from './PaperList.tsx';
import { ask, today } from './state.ts';
import directory from './directory.module.css';
import css from './paper.module.css';

const close = () => ask(undefined);

/** The list on paper: seen in a dialog, and once more outside of everything, which only the printer sees. */
export function PaperDialog() {
  const { t } = useTranslation();
  const { plan, managers, lang } = useNaming();
  const numbers = useSession((s) => s.me?.rights.cleared.includes('personal') ?? false);
  const [scopes, setScopes] = useState<readonly string[]>(SCOPES);
  // One moment: list, number and time belong together, and the time is that of the last sign of life.
  const [{ slice, seq, at }] = useState(pictureNow);
  const stale = useStale((one) => one.stale);
  const sections = useMemo(
    () =>
      paperOf(slice, { plan, managers, lang }, today()).filter(({ scope }) =>
        scopes.includes(scope),
      ),
    [slice, plan, managers, lang, scopes],
  );
  const counts = countOf(sections);
  useEffect(() => {
    document.documentElement.dataset['printing'] = '';
    return () => void delete document.documentElement.dataset['printing'];
  }, []);
  const list = <PaperList sections={sections} at={at} seq={seq} stale={stale} />;
  return (
    <>
      <Dialog
        title={t('directory.paper')}
        width={940}
        onClose={close}
        testId="dialog-paper"
        footer={
          <>
            <span className={directory.grow}>{t('directory.paperCounts', counts)}</span>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button
              kind="primary"
              data-autofocus
              disabled={sections.length === 0 || seq === 0}
              onClick={() => print()}
            >
              {t('directory.print')}
            </Button>
          </>
        }
      >
        <p>{t('directory.paperNote')}</p>
        {seq === 0 ? (
          <Notice tone="bad">{t('directory.paperNever')}</Notice>
        ) : (
          stale && <Notice tone="warn">{t('directory.paperStale')}</Notice>
        )}
        {!numbers && <Notice tone="warn">{t('directory.paperHidden')}</Notice>}
        <fieldset className={directory.inline}>
          <legend>{t('directory.paperWhat')}</legend>
          {SCOPES.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={scopes.includes(one)}
                onChange={(event) =>
                  setScopes(
                    event.target.checked ? [...scopes, one] : scopes.filter((had) => had !== one),
                  )
                }
              />
              {t(`directory.paper-${one}`)}
            </label>
          ))}
        </fieldset>
        <div
          className={css.view}
          data-theme="light"
          tabIndex={0}
          role="region"
          aria-label={t('directory.paperPreview')}
        >
          {list}
        </div>
      </Dialog>
      {createPortal(
        <div className={css.printed} data-theme="light" aria-hidden="true">
          <style>{pageRules(t('directory.paperFoot', { at: fullOf(at), seq }))}</style>
          {list}
        </div>,
        document.body,
      )}
    </>
  );
}

/** What this console knows, and as of when: a picture that is no longer live is not printed as that of now (P2). */
function pictureNow() {
  const { confirmed, seq, signAt, skew } = usePicture.getState();
  const at = signAt ? signAt.wall + skew : serverNow();
  return { slice: confirmed.directory, seq, at: new Date(at).toISOString() };
}

/** Every page says in its foot of when it is (CSS Paged Media 3). */
const pageRules = (foot: string): string =>
  `@page { size: A4; margin: 12mm 12mm 16mm;
  @bottom-left { content: ${cssString(foot)}; font: 7.5pt sans-serif; color: #10161f }
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; color: #10161f } }`;

/** Text as CSS reads it back, whatever is in it (CSS Syntax 3, §4.3.7). */
const cssString = (text: string): string =>
  `"${text.replace(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
