import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../part/Icon.tsx';
import { isDue } from './due.ts';
import { choose, ROW, rowKey, today } from './state.ts';
import type { Branch, Key, Leaf } from './tree.ts';
import css from './directory.module.css';

/** Hundreds of rows: only those that change are drawn again. */
export function TreeRows({
  branches,
  chosen,
}: {
  branches: readonly Branch[];
  chosen: Key | undefined;
}) {
  const day = today();
  const is = (kind: Key['kind'], id: string) => chosen?.kind === kind && chosen.id === id;
  return branches.map((branch) => (
    <div key={branch.category} role="group" aria-label={branch.name}>
      <h2 className={css.category} aria-hidden="true">
        {branch.name}
      </h2>
      {branch.organisations.map(({ row, name, contacts }) => (
        <div key={row.id} role="group" aria-label={name}>
          <Row
            kind="organisation"
            id={row.id}
            name={name}
            due={isDue(row.checked, day)}
            chosen={is('organisation', row.id)}
          />
          {contacts.map((leaf) => (
            <Contact key={leaf.row.id} leaf={leaf} day={day} chosen={is('contact', leaf.row.id)} />
          ))}
        </div>
      ))}
    </div>
  ));
}

function Contact({
  leaf: { row, does },
  day,
  chosen,
}: {
  leaf: Leaf;
  day: string;
  chosen: boolean;
}) {
  return (
    <Row
      kind="contact"
      id={row.id}
      name={row.name}
      does={does}
      single={row.single}
      due={isDue(row.checked, day)}
      chosen={chosen}
    />
  );
}

const Row = memo(function Row({
  kind,
  id,
  name,
  does,
  single,
  due,
  chosen,
}: Key & { name: string; does?: string; single?: boolean; due: boolean; chosen: boolean }) {
  const { t } = useTranslation();
  return (
    <div
      role="option"
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      className={kind === 'organisation' ? css.organisation : css.contact}
      data-testid={`directory-${kind}`}
      onClick={() => choose({ kind, id })}
      {...{ [ROW]: rowKey({ kind, id }) }}
    >
      <span className={css.name}>{name}</span>
      {single && (
        <span className={css.single} title={t('directory.singleLong')}>
          {t('directory.single')}
        </span>
      )}
      {due && (
        <span className={css.late}>
          <Icon name="clock" size={13} /> {t('directory.dueShort')}
        </span>
      )}
      {does && <span className={css.does}>{does}</span>}
    </div>
  );
});
