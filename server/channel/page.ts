import type { Alarm, Request } from '../../shared/subject/alarm/schema.ts';
import { isOver } from '../../shared/subject/alarm/rule.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { EXERCISE, isExercise, momentIn, SENDER } from './compose.ts';

/**
 * The small page behind the link of a message, in Dutch and French, for any telephone: who asks, about which
 * incident, and two buttons. Without scripts; it names nobody.
 */
export function answerPage(
  space: string,
  alarm: Alarm,
  { answer }: Request,
  incident: Incident | undefined,
): string {
  // As in the message: of a restricted incident only its number.
  const open = !incident?.restrictions;
  const asked = open ? (alarm.message ?? alarm.title) : undefined;
  const said = answer
    ? [
        `Genoteerd om ${momentIn('nl', answer.at)}: <b>${answer.yes ? 'JA' : 'NEEN'}</b>`,
        `Noté le ${momentIn('fr', answer.at)} : <b>${answer.yes ? 'OUI' : 'NON'}</b>`,
      ]
    : [];
  const over = isOver(alarm)
    ? ['Deze oproep is afgelopen; uw antwoord wordt nog genoteerd.', 'Cet appel est terminé ; votre réponse est encore notée.'] // prettier-ignore
    : [];
  return page(
    isExercise(space),
    `
<h1>Oproep / Appel${incident ? ` ${escape(incident.number)}` : ''}</h1>
${asked ? `<p lang="nl">${escape(asked.nl)}</p><p lang="fr">${escape(asked.fr)}</p>` : ''}
${pair(said, 'said')}${pair(over, 'over')}
<form method="post">
<button name="answer" value="yes"><span lang="nl">Ja, ik kan</span> / <span lang="fr">Oui, je peux</span></button>
<button name="answer" value="no" class="no"><span lang="nl">Neen, ik kan niet</span> / <span lang="fr">Non, je ne peux pas</span></button>
</form>`,
  );
}

/** For a link that is unknown, or older than what is still worked on. */
export const gonePage = (): string =>
  page(
    false,
    pair(
      ['Deze link bestaat niet, of de oproep is voorbij.', "Ce lien n'existe pas, ou l'appel est terminé."], // prettier-ignore
      'over',
    ),
  );

const pair = ([nl, fr]: readonly string[], className: string): string =>
  nl === undefined
    ? ''
    : `<p class="${className}"><span lang="nl">${nl}</span><br><span lang="fr">${fr}</span></p>`;

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (exercise: boolean, body: string): string => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>Belfry: oproep / appel</title>
<style>
body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:0 auto;padding:1rem;color:#10161f;background:#fff}
h1{font-size:1.4rem}form{display:grid;gap:1rem;margin-top:1.5rem}
button{font:inherit;font-weight:600;padding:1rem;border:2px solid #12753f;border-radius:8px;background:#12753f;color:#fff}
button.no{background:#fff;color:#b81f1f;border-color:#b81f1f}
:focus-visible{outline:3px solid #0067a8;outline-offset:2px}
.exercise{background:#9a12b8;color:#fff;font-weight:700;text-align:center;padding:.5rem}
.said{border-left:4px solid #12753f;padding-left:.75rem}.over{border-left:4px solid #8a5a00;padding-left:.75rem}
footer{margin-top:2rem;color:#4a5667;font-size:.9rem}
</style></head><body>${exercise ? `<p class="exercise">${EXERCISE}</p>` : ''}<main>${body}</main>
<footer><span lang="nl">${SENDER.nl}</span><br><span lang="fr">${SENDER.fr}</span></footer></body></html>
`;
