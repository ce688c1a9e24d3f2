import { useTranslation } from 'react-i18next';
import { fullOf } from '../../part/time.ts';
import { nameOf, useNaming } from './names.ts';
import { weeklyText } from './DutyLines.tsx';
import type { Line, Post, Section } from './paper.ts';
import css from './paper.module.css';

/** The pages themselves. Black on white, nothing by colour alone, no post cut in two. */
export function PaperList({
  sections,
  at,
  seq,
  stale,
}: {
  sections: readonly Section[];
  at: string;
  seq: number;
  /** The link was gone when it was printed. */
  stale: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className={css.paper}>
      <header>
        <h1>{t('directory.paperTitle')}</h1>
        <p>
          <b>{t('directory.paperState', { at: fullOf(at), seq })}</b>
        </p>
        {stale && (
          <p className={css.stale}>
            <b>{t('directory.paperStale')}</b>
          </p>
        )}
        <p>{t('directory.paperWeekly')}</p>
        <p>{t('directory.paperOrder')}</p>
      </header>
      {sections.map(({ scope, id, name, posts }) => (
        <section key={`${scope} ${id}`}>
          <h2>
            {scope === 'region'
              ? t('directory.paper-region')
              : `${t(`directory.scope-${scope}`)}: ${name}`}
          </h2>
          {posts.map((post) => (
            <PaperPost key={post.id} post={post} />
          ))}
        </section>
      ))}
    </div>
  );
}

function PaperPost({ post }: { post: Post }) {
  const { t } = useTranslation();
  return (
    <div className={css.post}>
      <h3>{post.name}</h3>
      <ol>
        {post.lines.map((line) => (
          <PaperLine key={line.id} line={line} />
        ))}
        {post.lines.length === 0 && <li className={css.none}>{t('directory.paperNobody')}</li>}
      </ol>
    </div>
  );
}

function PaperLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { plan, lang } = useNaming();
  const told = [
    line.organisation,
    line.rank !== undefined && line.rank > 1 && t('directory.rankDeputy', { rank: line.rank - 1 }),
    line.single && t('directory.single'),
    ...line.duties.map(
      ({ weekly }) => weekly && t('directory.onDuty', { when: weeklyText(weekly, t) }),
    ),
  ].filter(Boolean);
  return (
    <li>
      <span className={css.who}>
        <b>{line.name}</b> <span>{told.join(' · ')}</span>
      </span>
      <span className={css.ways}>
        {line.ways?.map((way, i) => (
          <span key={i}>
            {nameOf(plan.channels, way.channel, lang)} <b>{way.address}</b>
            {way.hours !== 'always' && ` (${t(`directory.hours-${way.hours}`)})`}
          </span>
        ))}
      </span>
    </li>
  );
}
