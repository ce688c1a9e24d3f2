import { Command } from 'cmdk';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../action.ts';
import { Dialog } from '../part/Dialog.tsx';
import { Icon } from '../part/Icon.tsx';
import { Kbd } from '../part/Kbd.tsx';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { useSession } from '../session.ts';
import { usePicture } from '../store.ts';
import { closeDialog, select, setUi } from '../ui.ts';
import { useLang } from './hooks.ts';
import { search } from './palette.ts';
import { placeText } from './place.ts';
import { firstLine, reportText } from './report-text.ts';
import css from './Palette.module.css';

/** Ctrl+K: every open thing by what one knows of it, and every action by name. */
export function Palette({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const state = usePicture((p) => p.shown);
  const types = useSession((s) => s.settings?.incidentTypes);
  const found = useMemo(
    () => search(wanted, state, actions, types ?? [], t),
    [wanted, state, actions, types, t],
  );
  const act = (
    <Group head={t('shell.actions')}>
      {found.actions.map((one) => (
        <Item key={one.id} id={`action ${one.id}`} run={one.run} label={t(one.label)}>
          <span className={css.side}>{t(one.group)}</span>
          {one.keys && <Kbd keys={one.keys} />}
        </Item>
      ))}
    </Group>
  );
  const things = (
    <Group head={t('shell.incidents')}>
      {found.incidents.map((one) => (
        <Item
          key={one.id}
          id={`incident ${one.id}`}
          run={() => select('incident', one.id)}
          mark={<PriorityMark priority={one.priority} />}
          label={one.title}
          number={one.number}
        >
          <span className={css.side}>{placeText(one.place, lang)}</span>
        </Item>
      ))}
    </Group>
  );
  return (
    <Dialog title={t('shell.palette')} width={640} onClose={closeDialog} bare testId="palette">
      <Command
        className={css.palette}
        label={t('shell.palette')}
        shouldFilter={false}
        loop
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          closeDialog();
        }}
      >
        <div className={css.field}>
          <Icon name="search" />
          <Command.Input
            value={text}
            onValueChange={setText}
            placeholder={t('shell.paletteHint')}
            className={css.input}
          />
          <Kbd keys="Escape" />
        </div>
        <Command.List className={css.list}>
          <Command.Empty className={css.empty}>{t('shell.nothingFound')}</Command.Empty>
          {things}
          <Group head={t('shell.reports')}>
            {found.reports.map((one) => (
              <Item
                key={one.id}
                id={`report ${one.id}`}
                run={() => select('report', one.id)}
                mark={<PriorityMark priority={one.priority} />}
                label={firstLine(reportText(one, lang), 90)}
              >
                <span className={css.side}>{placeText(one.place, lang)}</span>
              </Item>
            ))}
          </Group>
          {act}
          <Group head={t('shell.types')}>
            {found.types.map((one) => (
              <Item
                key={one.id}
                id={`type ${one.id}`}
                run={() => setUi({ search: one.name[lang], tab: 'active' })}
                mark={<PriorityMark priority={one.priority} />}
                label={one.name[lang]}
              />
            ))}
          </Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Group({ head, children }: { head: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Command.Group heading={head} className={css.group}>
      {children}
    </Command.Group>
  );
}

/** The palette is gone and the focus back before `run` begins: it may open a dialog of its own. */
function Item({
  id,
  run,
  mark,
  number,
  label,
  children,
}: {
  id: string;
  run: () => void;
  mark?: ReactNode;
  number?: string;
  label: string;
  children?: ReactNode;
}) {
  const choose = () => {
    closeDialog();
    setTimeout(run);
  };
  return (
    <Command.Item value={id} onSelect={choose} className={css.item}>
      {mark}
      {number && <span className={css.number}>{number}</span>}
      <span className={css.label}>{label}</span>
      {children}
    </Command.Item>
  );
}
