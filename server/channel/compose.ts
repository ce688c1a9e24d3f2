import type { Both, Name } from '../../shared/plan/step.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import type { Alarm, Request } from '../../shared/subject/alarm/schema.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import type { Message } from './message.ts';
import type { Tokens } from './token.ts';

/**
 * What a message says: in Dutch and French, what is asked, number, type and place of the incident, time,
 * sender, how to answer; and, in an exercise, that it is one. No name and no number of anybody. Of a
 * restricted incident only its number: a message lies on telephones and servers of others.
 */
export interface ComposeOptions {
  space: string;
  plan: () => Pick<CrisisPlan, 'municipalities'>;
  incidentTypes: readonly { id: string; name: { nl: string; fr: string } }[];
  tokens: Tokens | undefined;
  /** Where people reach this server from outside; without it a link would lead nowhere. */
  publicUrl: string | undefined;
}
export type Compose = (
  alarm: Alarm,
  key: string,
  request: Request,
  incident: Incident | undefined,
) => Message;

export const SENDER: Both = {
  nl: 'Gewestelijk Communicatie- en Crisiscentrum, Brussel',
  fr: 'Centre régional de communication et de crise, Bruxelles',
};
export const EXERCISE = 'OEFENING – EXERCICE';
const EXERCISE_LINE = '*** OEFENING, geen echte oproep – EXERCICE, pas un appel réel ***';

export const isExercise = (space: string): boolean => space !== 'live';

export function openCompose({
  space,
  plan,
  incidentTypes,
  tokens,
  publicUrl,
}: ComposeOptions): Compose {
  return (alarm, key, { contact, way, at }, incident) => {
    const open = incident && !incident.restrictions ? incident : undefined;
    const type = incidentTypes.find(({ id }) => id === open?.type)?.name;
    const about = (lang: 'nl' | 'fr'): string =>
      [incident?.number, type?.[lang], placeIn(lang, open, plan())].filter(Boolean).join(' · ');
    const asked = open || !incident ? (alarm.message ?? alarm.title) : undefined;
    const token = tokens?.of(space, alarm.id, key);
    const url = token && publicUrl ? `${publicUrl}/api/alarm/answer/${token}` : undefined;
    const part = (lang: 'nl' | 'fr'): string[] => {
      const say = WORDS[lang];
      return [
        say.head,
        ...(asked ? [asked[lang]] : []),
        `${say.about}: ${about(lang) || say.region}`,
        `${say.time}: ${momentIn(lang, at)}`,
        `${say.from}: ${SENDER[lang]}`,
        ...(url ? [`${say.answer}: ${url}`] : []),
      ];
    };
    const exercise = isExercise(space);
    const subject = [
      ...(exercise ? [`[${EXERCISE}]`] : []),
      `${WORDS.nl.head} / ${WORDS.fr.head}:`,
      about('nl') === about('fr') ? about('nl') : `${about('nl')} / ${about('fr')}`,
    ].join(' ');
    const text = [
      ...(exercise ? [EXERCISE_LINE, ''] : []),
      ...part('nl'),
      '',
      ...part('fr'),
      ...(exercise ? ['', EXERCISE_LINE] : []),
    ].join('\n');
    return {
      ...{ key: `${alarm.id}:${key}`, space, kind: 'call' },
      to: alarm.ways?.[contact]?.[way] ?? '',
      ...{ subject: subject.slice(0, 200), text },
      ...(token ? { answer: { token, ...(url ? { url } : {}) } } : {}),
    };
  };
}

/** A test message, to somebody's own address. */
export const testMessage = (space: string, key: string, to: string): Message => ({
  ...{ key, space, kind: 'test', to },
  subject: `${isExercise(space) ? `[${EXERCISE}] ` : ''}Belfry: testbericht / message d'essai`,
  text: [
    `Testbericht van het ${SENDER.nl}. Niets te doen.`,
    `Message d'essai du ${SENDER.fr}. Rien à faire.`,
  ].join('\n'),
});

const WORDS = {
  nl: {
    ...{ head: 'Oproep', about: 'Incident', time: 'Tijd', from: 'Afzender' },
    ...{ answer: 'Antwoord hier (ja of neen)', region: 'Gewest' },
  },
  fr: {
    ...{ head: 'Appel', about: 'Incident', time: 'Heure', from: 'Expéditeur' },
    ...{ answer: 'Répondez ici (oui ou non)', region: 'Région' },
  },
} as const;

function placeIn(
  lang: 'nl' | 'fr',
  incident: Incident | undefined,
  { municipalities }: Pick<CrisisPlan, 'municipalities'>,
): string {
  const { text, municipality } = incident?.place ?? {};
  const name: Name | undefined = municipalities.find((one) => one.name.nl === municipality)?.name;
  return [text, name?.[lang] ?? municipality].filter(Boolean).join(', ');
}

const FORMATS = {
  nl: new Intl.DateTimeFormat('nl-BE', {
    ...{ timeZone: 'Europe/Brussels', hourCycle: 'h23' },
    ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  }),
  fr: new Intl.DateTimeFormat('fr-BE', {
    ...{ timeZone: 'Europe/Brussels', hourCycle: 'h23' },
    ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  }),
};
export const momentIn = (lang: 'nl' | 'fr', at: string): string =>
  FORMATS[lang].format(new Date(at));
