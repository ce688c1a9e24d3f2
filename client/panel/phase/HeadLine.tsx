import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { plannedMeetings } from '../../../shared/subject/post/select.ts';
import { usePlan } from '../../plan.ts';
import { Icon } from '../../part/Icon.tsx';
import { Tag } from '../../part/Tag.tsx';
import { timeOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useLang } from '../hooks.ts';
import { openPart } from '../focus.ts';
import { Countdown } from './Countdown.tsx';
import { usePhases } from './hooks.ts';
import { municipalityName } from './names.ts';
import css from './phase.module.css';

/** In the head of an incident: the phases that stand, and the next meeting with its countdown. */
export function HeadLine({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const { standing } = usePhases(incident.id);
  const post = usePicture((p) => p.shown.post);
  const next = useMemo(() => plannedMeetings({ post }, incident.id)[0], [post, incident.id]);
  if (standing.length === 0 && !next) return null;
  return (
    <div className={css.buttons} data-testid="coordination-line">
      {standing.map(({ id, phase, municipality }) => (
        <Tag key={id} tone={phase === 'federal' ? 'bad' : 'warn'} solid>
          {[t(`phase.short-${phase}`), municipalityName(municipality, plan, lang)]
            .filter(Boolean)
            .join(' · ')}
        </Tag>
      ))}
      {next && (
        <button
          type="button"
          className={css.chip}
          title={`${t('phase.next')} (⇧C)`}
          onClick={() => openPart('coordination')}
        >
          <Icon name="clock" size={14} />
          {t(`phase.body-${next.body}`)} {timeOf(next.at)} <Countdown at={next.at} />
        </button>
      )}
    </div>
  );
}
