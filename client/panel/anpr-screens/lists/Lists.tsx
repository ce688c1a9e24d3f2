import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../part/Button.tsx';
import { Empty } from '../../../part/Empty.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { usePlateCleared, useRight } from '../right.ts';
import { ask, setPlates, usePlates } from '../state.ts';
import { fetchLists, useLists, useListsFailed } from './ask-lists.ts';
import { DefinitionForm } from './DefinitionForm.tsx';
import { Entries } from './Entries.tsx';
import { ListTable } from './ListTable.tsx';
import { Stripe } from './Stripe.tsx';
import { guardTyped } from './typed.ts';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

/** Hot lists above, below it what is on the chosen one, or how it is defined. A file that is dropped is compared with it. */
export function Lists() {
  const { t } = useTranslation();
  const lists = useLists();
  const failed = useListsFailed((one) => one.why);
  const edits = useRight('anpr-lists');
  const cleared = usePlateCleared();
  const { list: wanted, part, making } = usePlates();
  const [over, setOver] = useState(false);
  useEffect(guardTyped, []);
  const list = lists.find(({ id }) => id === wanted);
  const drops = edits && cleared && list !== undefined && !making;
  return (
    <div
      className={css.lists}
      data-over={over || undefined}
      data-form={making || part === 'definition' || undefined}
      onDragOver={(event) => {
        if (!drops || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (!drops || !file) return;
        event.preventDefault();
        ask({ what: 'import', list: list.id, file });
      }}
    >
      {failed !== undefined && (
        <Notice tone="bad">
          <div className={frame.bar}>
            <span>{failed || t('shell.unreachable')}</span>
            <Button size="small" onClick={() => void fetchLists()}>
              {t('plates.again')}
            </Button>
          </div>
        </Notice>
      )}
      {lists.length === 0 && failed === undefined && (
        <Empty title={t('hotlist.none')}>{t('hotlist.noneHint')}</Empty>
      )}
      {lists.length > 0 && <ListTable lists={lists} chosen={making ? undefined : list?.id} />}
      {lists.length > 0 && !list && !making && (
        <Empty title={t('hotlist.choose')}>
          {t('hotlist.chooseHint')}
          {edits && (
            <p className={css.make}>
              <Button size="small" icon="plus" keys="l" onClick={() => setPlates({ making: true })}>
                {t('hotlist.newList')}
              </Button>
            </p>
          )}
        </Empty>
      )}
      {(list || making) && (
        <section className={css.pane} aria-label={making ? t('hotlist.newList') : undefined}>
          <header className={css.paneHead}>
            <h2>{making || !list ? t('hotlist.newList') : <Stripe list={list} />}</h2>
            {!making && (
              <div className={frame.bar} role="group" aria-label={t('hotlist.shown')}>
                {(['entries', 'definition'] as const).map((one) => (
                  <Button
                    key={one}
                    size="small"
                    aria-pressed={part === one}
                    data-testid={`hotlist-${one}`}
                    keys={part === one ? undefined : 'd'}
                    onClick={() => setPlates({ part: one })}
                  >
                    {t(`hotlist.${one}`)}
                  </Button>
                ))}
              </div>
            )}
            <span className={frame.grow} />
            {drops && (
              <Button
                size="small"
                keys="i"
                data-testid="hotlist-import"
                onClick={() => ask({ what: 'import', list: list.id })}
              >
                {t('hotlist.importDots')}
              </Button>
            )}
            {edits && !making && (
              <Button size="small" icon="plus" keys="l" onClick={() => setPlates({ making: true })}>
                {t('hotlist.newList')}
              </Button>
            )}
          </header>
          {making || !list ? (
            <DefinitionForm key="new" list={undefined} lists={lists} />
          ) : part === 'definition' ? (
            <DefinitionForm key={list.id} list={list} lists={lists} />
          ) : cleared ? (
            <Entries key={list.id} list={list} />
          ) : (
            <Empty title={t('hotlist.notCleared')} />
          )}
        </section>
      )}
    </div>
  );
}
