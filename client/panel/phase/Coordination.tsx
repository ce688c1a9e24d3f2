import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { ThreatBlock } from '../threat/ThreatBlock.tsx';
import { MeetingBlock } from './MeetingBlock.tsx';
import { PhaseBlock } from './PhaseBlock.tsx';
import { CommitteeBlock, GroupBlock, PostBlock } from './PostBlock.tsx';
import css from './phase.module.css';

/** Who decides and who coordinates: phase, command post, meetings, committee, talkgroups, threat. */
export function Coordination({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  return (
    <div
      className={css.panel}
      role="group"
      aria-label={t('phase.group')}
      tabIndex={0}
      data-testid="coordination"
    >
      <PhaseBlock incident={incident} />
      <PostBlock incident={incident} />
      <MeetingBlock incident={incident} />
      <CommitteeBlock incident={incident} />
      <GroupBlock incident={incident} />
      <ThreatBlock />
    </div>
  );
}
