import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { standing } from '../../../shared/subject/perimeter/standing.ts';
import { takeUp } from '../../map/draw/state.ts';
import { Button } from '../../part/Button.tsx';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import { useMay } from '../hooks.ts';
import { Cameras, useCameras } from './Cameras.tsx';
import { SECTION_ID } from './do.ts';
import { PerimeterRow } from './PerimeterRow.tsx';
import css from './perimeter.module.css';

/** The incident on the ground: its perimeters, its area of effect, the cameras that see it. */
export function Perimeters({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const perimeter = usePicture((p) => p.shown.perimeter);
  const cleared = useSession((s) => s.me?.rights.cleared.includes('camera') ?? false);
  const [opened, setOpened] = useState<string>();
  const [shows, setShows] = useState(false);
  const { id } = incident;
  const rows = useMemo(() => standing({ perimeter }, id), [perimeter, id]);
  const lifted = useMemo(
    () => perimeter.perimeters.count((one) => one.incident === id && one.lifted !== undefined),
    [perimeter, id],
  );
  const open = incident.status !== 'closed';
  const seen = useCameras(incident);
  const cameras = cleared && open ? seen : undefined;
  return (
    <section
      id={SECTION_ID}
      className={css.section}
      aria-label={t('perimeter.section')}
      data-testid="perimeters"
    >
      <div className={css.bar}>
        {open && may('perimeter.draw') && (
          <>
            <Button
              size="small"
              keys="b"
              title={`${t('perimeter.draw')} (B)`}
              onClick={() => takeUp((tools) => tools.startDraw(id))}
            >
              {t('perimeter.drawShort')}
            </Button>
            <Button
              size="small"
              keys="Shift+W"
              title={`${t('perimeter.effect')} (⇧W)`}
              onClick={() => takeUp((tools) => tools.startEffect(id))}
            >
              {t('perimeter.effectShort')}
            </Button>
          </>
        )}
        {cameras && (
          <Button
            size="small"
            kind="quiet"
            icon="down"
            aria-expanded={shows}
            aria-controls="incident-cameras"
            data-testid="cameras"
            onClick={() => setShows(!shows)}
          >
            {t('perimeter.cameras')}
            {cameras.place && ` ${cameras.seeing.length}`}
          </Button>
        )}
        {lifted > 0 && <span className={css.dim}>{t('perimeter.lifted', { count: lifted })}</span>}
      </div>
      {rows.length > 0 && (
        <ul className={css.rows}>
          {rows.map((row) => (
            <PerimeterRow
              key={row.id}
              row={row}
              opened={opened === row.id}
              onToggle={() => setOpened(opened === row.id ? undefined : row.id)}
            />
          ))}
        </ul>
      )}
      {cameras && shows && <Cameras incident={id} cameras={cameras} />}
    </section>
  );
}
