import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnprCamera } from '../../../shared/anpr/camera.ts';
import type { ListSummary } from '../../../shared/anpr/list.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { AlertRow, Passage } from '../../../shared/subject/anpr/schema.ts';
import { useAnpr } from '../../anpr.ts';
import { groundThing, useGround } from '../../ground.ts';
import { useSession } from '../../session.ts';
import { useLang } from '../hooks.ts';

type OfList = Pick<AlertRow, 'list' | 'category'>;

export const listOf = (id: string): ListSummary | undefined =>
  useAnpr.getState().lists.find((one) => one.id === id);

/** The list's title; for who is not told of lists, its category and id. */
export function listTitle({ list, category }: OfList, lang: Lang, t: TFunction): string {
  return listOf(list)?.title[lang] ?? `${t(`anpr.category-${category}`)} (${list})`;
}

/** The camera's name, as the catalogue or the ground tells it; its id while neither is there. */
export function cameraName(id: string, lang: Lang): string {
  const { cameras } = useAnpr.getState();
  const name = cameras.get(id)?.name ?? groundThing(id)?.properties;
  return name?.[lang === 'fr' ? 'fr' : 'nl'] ?? id;
}

export const cameraOf = (id: string): AnprCamera | undefined => useAnpr.getState().cameras.get(id);

/** Towards which of eight points of the compass it drove; else whether it came or went. '' when unknown. */
export function directionText(
  { course, direction }: Pick<Passage, 'course' | 'direction'>,
  t: TFunction,
): string {
  if (course !== undefined) return t(`anpr.to-${Math.round(course / 45) % 8}`);
  return direction ? t(`anpr.${direction}`) : '';
}

/** An arrow as the map has it: up is north. Undefined when the course is not known. */
export const ARROWS = ['↑', '↗', '→', '↘', '↓', '↙', '←', '↖'] as const;
export const arrowOf = (course: number | undefined): string | undefined =>
  course === undefined ? undefined : ARROWS[Math.round(course / 45) % 8];

/** `87 %`; never 100 %, which nothing is. */
export function percent(probability: number): string {
  const value = Math.round(probability * 100);
  return value > 99 ? '> 99 %' : `${value} %`;
}

/** How sure that is, in words: from four bands of the probability. */
export const wordOf = (probability: number): 'very' | 'likely' | 'even' | 'unlikely' =>
  probability >= 0.98
    ? 'very'
    : probability >= 0.8
      ? 'likely'
      : probability >= 0.5
        ? 'even'
        : 'unlikely';

/** The same for components: drawn again when lists, cameras or ground come. */
export function useAnprNames() {
  const { t } = useTranslation();
  const lang = useLang();
  const lists = useAnpr((a) => a.lists);
  const cameras = useAnpr((a) => a.cameras);
  const geo = useGround((g) => g.geo);
  return useMemo(
    () => ({
      lang,
      list: (of: OfList) => listTitle(of, lang, t),
      colour: (id: string) => listOf(id)?.colour ?? 'grey',
      camera: (id: string) => cameraName(id, lang),
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what the names are read from
    [lang, t, lists, cameras, geo],
  );
}
/** Whether this person is sent plates at all. */
export const useSeesPlate = (): boolean =>
  useSession((s) => s.me?.rights.cleared.includes('plate') ?? false);
export type AnprNames = ReturnType<typeof useAnprNames>;
