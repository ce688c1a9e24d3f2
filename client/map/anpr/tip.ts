import i18next from 'i18next';
import { SLOT_MS } from './cameras.ts';
import { currentLang } from '../../i18n/lang.ts';
import { cameraName, listTitle } from '../../panel/anpr/names.ts';
import { ageText, clockOf, momentOf, serverNow, timeOf } from '../../part/time.ts';

/** What the mouse is told of plate reading: never a plate. */

const KINDS = [
  'anpr',
  'anpr-pass',
  'anpr-before',
  'anpr-next',
  'anpr-camera',
  'anpr-flow',
] as const;
type Kind = (typeof KINDS)[number];
export const isAnprKind = (kind: unknown): kind is Kind => KINDS.includes(kind as Kind);
/** These stand on the ground: what is told of them does not go with an alert. */
export const STANDING_KINDS: readonly string[] = ['anpr-camera', 'anpr-flow'];

type Told = Readonly<Record<string, unknown>>;

/** Lines, each in parts; the first is the title. */
export function anprLines(properties: Told): string[][] {
  const { t } = i18next;
  const lang = currentLang();
  const of = properties as Record<string, string>;
  const camera = cameraName(of['camera'] ?? of['id']!, lang);
  switch (properties['kind'] as Kind) {
    case 'anpr': {
      const count = of['alerts']!.split('\n').length;
      const list = listTitle(properties as never, lang, t);
      return [
        [...(count > 1 ? [t('pursuit.alerts', { count })] : []), list],
        [
          t('shell.priority', { priority: properties['priority'] }),
          t(`pursuit.${of['certainty']}`),
          ageText(serverNow() - Date.parse(of['at']!)),
          ...(properties['restricted'] === true ? [t('map.restricted')] : []),
        ],
        [camera],
      ];
    }
    case 'anpr-pass':
      return [
        [properties['isLast'] === true ? t('pursuit.lastPassage') : t('pursuit.passage', { number: properties['number'] })], // prettier-ignore
        [camera],
        [clockOf(of['at']!), t(`pursuit.${of['certainty']}`)],
      ];
    case 'anpr-before':
      return [[t('pursuit.earlierPassage')], [camera], [momentOf(of['at']!)]];
    case 'anpr-next':
      return [
        [t('pursuit.nextCamera'), t('pursuit.estimate')],
        [camera],
        [
          t('pursuit.expected', {
            early: timeOf(Number(properties['early'])),
            likely: timeOf(Number(properties['likely'])),
            late: timeOf(Number(properties['late'])),
          }),
          t('pursuit.chance', { percent: properties['percent'] }),
          ...(of['standing'] === 'overdue' ? [t('pursuit.standing-overdue')] : []),
        ],
      ];
    case 'anpr-camera':
      return [
        [t('pursuit.camera'), camera],
        ...(of['health'] ? [[t(`pursuit.health-${of['health']}`)]] : []),
      ];
    case 'anpr-flow':
      return [
        [camera],
        [t('pursuit.flowAt', { count: properties['count'], time: timeOf(of['at']!) })],
        ...(Date.parse(of['at']!) + 2 * SLOT_MS < serverNow() ? [[ageText(serverNow() - Date.parse(of['at']!))]] : []), // prettier-ignore
        [t('pursuit.flowWays', { approaching: properties['approaching'], leaving: properties['leaving'] })], // prettier-ignore
      ];
  }
}
