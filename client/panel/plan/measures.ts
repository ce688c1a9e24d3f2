import { create } from 'zustand';
import type { Level, Measure, Theme } from '../../../shared/plan/measure.ts';
import { plainLetters } from '../../../shared/geo/letters.ts';
import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import { api } from '../../api.ts';

/** The texts of the measures: fetched when the plan screen is opened, and kept. */
export const useMeasures = create<{ themes: readonly Theme[]; failed: boolean }>()(() => ({
  themes: [],
  failed: false,
}));

export async function fetchMeasures(): Promise<void> {
  const reply = await api<{ themes: Theme[] }>('GET', '/api/plan/measures');
  useMeasures.setState(reply.ok ? { themes: reply.body.themes, failed: false } : { failed: true });
}

export interface Found {
  theme: Theme;
  measures: readonly Measure[];
}

/** Themes with the measures that fit: every word typed stands somewhere in number, titles or text. */
export function find(themes: readonly Theme[], typed: string, crisisOnly: boolean): Found[] {
  const words = plainLetters(typed).split(/\s+/).filter(Boolean);
  return themes.flatMap((theme) => {
    const measures = theme.measures.filter((measure) => {
      if (crisisOnly && !measure.crisis) return false;
      if (words.length === 0) return true;
      const { id, title, text, items } = measure;
      const all = plainLetters(
        [id, title.nl, title.fr, title.en, text, JSON.stringify(items)].join(' '),
      );
      return words.every((word) => all.includes(word));
    });
    return measures.length > 0 ? [{ theme, measures }] : [];
  });
}

/** Where a measure lives: steps by workflow, each with the measure among its own. */
export const stepsOf = (plan: CrisisPlan, measure: string) =>
  plan.workflows
    .filter(({ kind }) => kind === 'workflow')
    .map(({ id, title, steps }) => ({
      ...{ workflow: id, title },
      steps: steps.filter(({ measures }) => measures.includes(measure)),
    }))
    .filter(({ steps }) => steps.length > 0);

/**
 * How much of a measure the software carries out. One of which only steps of workflows speak is supported
 * by them, and by no more: the console reminds, people do it.
 */
export const levelOf = (plan: CrisisPlan, { id, belfry }: Measure): Level =>
  belfry?.level ?? (stepsOf(plan, id).length > 0 ? 'support' : 'none');
