import type { TFunction } from 'i18next';
import type { Lang } from '../../../shared/refusal.ts';
import type { Estimate } from '../../../shared/subject/perimeter/schema.ts';
import { kindName } from '../../map/place/kind.ts';
import { peopleText } from './radius.ts';
import { windValues } from './wind-text.ts';

/** What the logbook carries of a perimeter or a camera: outlines and names stay with the things themselves. */
interface Told {
  kind?: string;
  label?: string;
  estimate?: Estimate;
  to?: string;
  people?: number;
  counts?: Record<string, number>;
  more?: number;
  reason?: string;
  name?: string;
}

/** An automatic entry about a perimeter or a camera, in the reader's words; undefined for other types. */
export function tellPerimeter(
  type: string,
  data: Record<string, unknown>,
  t: TFunction,
  lang: Lang,
): string | undefined {
  const {
    kind = '',
    label,
    estimate,
    to = '',
    people,
    counts = {},
    more = 0,
    reason = '',
    name = '',
  } = data as Told;
  const whole = t(`perimeter.kind-${kind}`);
  const small = whole.charAt(0).toLowerCase() + whole.slice(1);
  // The area is feminine in French, and neuter in Dutch.
  const effect = kind === 'effect' ? 'Effect' : '';
  const named = label ? `: ${label}` : '';
  switch (type) {
    case 'perimeter.drawn':
    case 'perimeter.redrawn': {
      const again = type === 'perimeter.redrawn';
      if (!estimate)
        return t(`perimeter.auto-${again ? 'redrawn' : 'drawn'}${effect}`, {
          kind: whole,
          label: named,
        });
      const { agent, wind } = estimate;
      return t(`perimeter.auto-${again ? 'effectAgain' : 'effect'}`, {
        ...windValues(wind, lang),
        agent: t(`perimeter.agent-${agent}`).toLowerCase(),
        ...{ source: wind.source, at: timeIn(wind.at, lang), label: named },
      });
    }
    case 'perimeter.ordered':
      return t('perimeter.auto-ordered', { kind: small, to });
    case 'perimeter.tallied': {
      const list = [
        people === undefined
          ? t('perimeter.noPeople')
          : t('perimeter.people', { n: peopleText(people, lang) }),
        ...Object.entries(counts).map(([one, count]) => `${kindName(one)} ${count}`),
        ...(more > 0 ? [`+ ${more}`] : []),
      ];
      return t(`perimeter.auto-tallied${effect}`, { kind: small, list: list.join(', ') });
    }
    case 'perimeter.lifted':
      return t(`perimeter.auto-lifted${effect}`, { kind: whole, reason });
    case 'camera.requested':
      return t('perimeter.auto-camera', { camera: name, reason });
    default:
      return undefined;
  }
}

/** Brussels time; with its day, as a wind can be of yesterday's. Without the clock of a console: this is pure. */
const timeIn = (at: string, lang: Lang): string =>
  new Intl.DateTimeFormat({ nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }[lang], {
    ...{ timeZone: 'Europe/Brussels', hourCycle: 'h23' },
    ...{ day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit' },
  }).format(new Date(at));
