import type { Action } from '../action.ts';
import { finds, openIncidents, openReports } from '../../shared/select.ts';
import type { IncidentType } from '../../shared/settings.ts';
import type { Lang } from '../../shared/refusal.ts';
import type { State } from '../../shared/folds.ts';
import { placeWords } from './place.ts';

/**
 * What the palette finds. Letter case and accents do not count, words in any order; things are found
 * by what they are called in any of the three languages.
 */
export interface Finds {
  actions: Action[];
  incidents: ReturnType<typeof openIncidents>;
  reports: ReturnType<typeof openReports>;
  types: IncidentType[];
}

const MOST = 12;

export function search(
  text: string,
  state: State,
  actions: readonly Action[],
  types: readonly IncidentType[],
  name: (key: string) => string,
): Finds {
  const typed = text.trim() !== '';
  const typeWords = (id: string | undefined) => {
    const type = types.find((one) => one.id === id);
    return type ? Object.values(type.name).join(' ') : id;
  };
  return {
    actions: actions.filter(
      (one) =>
        one.id !== 'palette' &&
        (one.when?.() ?? true) &&
        finds(text, [name(one.label), name(one.group)]),
    ),
    incidents: openIncidents(state)
      .filter((one) =>
        finds(text, [
          one.number,
          one.title,
          placeWords(one.place),
          typeWords(one.type),
          one.owner?.name,
        ]),
      )
      .slice(0, typed ? MOST : 5),
    reports: typed
      ? openReports(state)
          .filter((one) =>
            finds(text, [
              one.text,
              ...Object.values(one.texts ?? {}),
              one.record,
              placeWords(one.place),
              typeWords(one.type),
            ]),
          )
          .slice(0, MOST)
      : [],
    types: typed ? types.filter((one) => finds(text, Object.values(one.name))) : [],
  };
}

export const typeName = (type: IncidentType | undefined, lang: Lang): string =>
  type?.name[lang] ?? '';
