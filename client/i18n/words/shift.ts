import type { Words } from '../../../shared/refusal.ts';
import type { ItemKind } from '../../../shared/subject/shift/schema.ts';

/** Hand-over between shifts (aflossing / relève). */
export const shift = {
  group: { nl: 'Aflossing', fr: 'Relève', en: 'Shift' },
  title: { nl: 'Aflossing van de shift', fr: 'Relève du service', en: 'Shift hand-over' },
  give: { nl: 'Overdracht maken', fr: 'Préparer une relève', en: 'Make a hand-over' },
  to: { nl: 'Aan wie', fr: 'À qui', en: 'To whom' },
  lines: {
    nl: 'Wat de volgende moet weten',
    fr: 'Ce que la relève doit savoir',
    en: 'What the next shift must know',
  },
  linesHint: {
    nl: 'Klaargezet uit wat nu openstaat. Vink uit wat niet mee moet.',
    fr: 'Préparé à partir de ce qui est en cours. Décochez ce qui n’est pas utile.',
    en: 'Prepared from what is open now. Untick what need not go along.',
  },
  noLines: {
    nl: 'Er staat niets open om over te dragen.',
    fr: "Il n'y a rien en cours à transmettre.",
    en: 'Nothing is open to hand over.',
  },
  add: { nl: 'Eigen regel', fr: 'Ligne libre', en: 'Own line' },
  addHint: {
    nl: 'Enter voegt ze toe',
    fr: 'Entrée l’ajoute',
    en: 'Enter adds it',
  },
  note: { nl: 'Toelichting', fr: 'Remarques', en: 'Remarks' },
  send: { nl: 'Overdragen', fr: 'Transmettre', en: 'Hand over' },
  needed: {
    nl: 'Kies wie overneemt.',
    fr: 'Choisissez qui reprend.',
    en: 'Choose who takes over.',
  },
  empty: {
    nl: 'Neem minstens één regel of een toelichting mee.',
    fr: 'Ajoutez au moins une ligne ou une remarque.',
    en: 'Take at least one line or a remark along.',
  },
  forYou: {
    nl: '{{from}} draagt de shift aan jou over',
    fr: '{{from}} vous transmet le service',
    en: '{{from}} hands the shift over to you',
  },
  waits: {
    nl: 'Je overdracht aan {{to}} is nog niet aanvaard',
    fr: "Votre relève à {{to}} n'est pas encore acceptée",
    en: 'Your hand-over to {{to}} was not accepted yet',
  },
  unread_one: {
    nl: 'nog {{count}} regel te lezen',
    fr: 'encore {{count}} ligne à lire',
    en: '{{count}} line to read',
  },
  unread_other: {
    nl: 'nog {{count}} regels te lezen',
    fr: 'encore {{count}} lignes à lire',
    en: '{{count}} lines to read',
  },
  allRead: { nl: 'alles gelezen', fr: 'tout est lu', en: 'all read' },
  look: { nl: 'Bekijken', fr: 'Voir', en: 'Look' },
  read: { nl: 'Gelezen', fr: 'Lu', en: 'Read' },
  readAt: { nl: 'gelezen {{at}}', fr: 'lu {{at}}', en: 'read {{at}}' },
  accept: { nl: 'Shift aanvaarden', fr: 'Accepter le service', en: 'Accept the shift' },
  acceptFirst: {
    nl: 'Vink eerst elke regel aan als gelezen.',
    fr: "Cochez d'abord chaque ligne comme lue.",
    en: 'Tick every line as read first.',
  },
  takeBack: { nl: 'Terugnemen', fr: 'Reprendre', en: 'Take back' },
  takeBackReason: { nl: 'Waarom', fr: 'Pourquoi', en: 'Why' },
  redirect: { nl: 'Zelf overnemen', fr: 'Reprendre soi-même', en: 'Take it over myself' },
  none: {
    nl: 'Geen overdracht die wacht',
    fr: 'Aucune relève en attente',
    en: 'No hand-over waits',
  },
  open: { nl: 'Wacht op aanvaarding', fr: "En attente d'acceptation", en: 'Waits to be accepted' },
  past: { nl: 'Laatste tien', fr: 'Les dix dernières', en: 'The last ten' },
  fromTo: { nl: '{{from}} aan {{to}}', fr: '{{from}} à {{to}}', en: '{{from}} to {{to}}' },
  accepted: {
    nl: 'aanvaard {{at}} door {{by}}',
    fr: 'acceptée {{at}} par {{by}}',
    en: 'accepted {{at}} by {{by}}',
  },
  takenBack: {
    nl: 'teruggenomen: {{reason}}',
    fr: 'reprise : {{reason}}',
    en: 'taken back: {{reason}}',
  },
  'kind-incident': { nl: 'Incident', fr: 'Incident', en: 'Incident' },
  'kind-phase': { nl: 'Fase', fr: 'Phase', en: 'Phase' },
  'kind-order': { nl: 'Bevel of vraag', fr: 'Ordre ou demande', en: 'Order or request' },
  'kind-step': { nl: 'Stap te laat', fr: 'Étape en retard', en: 'Late step' },
  'kind-meeting': { nl: 'Vergadering', fr: 'Réunion', en: 'Meeting' },
  'kind-threat': { nl: 'Dreiging', fr: 'Menace', en: 'Threat' },
  'kind-channel': { nl: 'Kanaal', fr: 'Canal', en: 'Channel' },
  'kind-note': { nl: 'Notitie', fr: 'Note', en: 'Note' },
  'line-step': {
    nl: '{{title}} (klaar tegen {{due}})',
    fr: '{{title}} (pour {{due}})',
    en: '{{title}} (due {{due}})',
  },
  'line-order': {
    nl: 'aan {{to}}: {{text}}',
    fr: 'à {{to}} : {{text}}',
    en: 'to {{to}}: {{text}}',
  },
  'line-channel': {
    nl: '{{channel}} is uitgevallen',
    fr: '{{channel}} est hors service',
    en: '{{channel}} is down',
  },
  'line-meeting': {
    nl: '{{body}}, {{at}}, {{where}}',
    fr: '{{body}}, {{at}}, {{where}}',
    en: '{{body}}, {{at}}, {{where}}',
  },
  'line-phase': { nl: '{{phase}}: {{who}}', fr: '{{phase}} : {{who}}', en: '{{phase}}: {{who}}' },
  'auto-handedOver': {
    nl: 'Shift overgedragen aan {{to}}',
    fr: 'Service transmis à {{to}}',
    en: 'Shift handed over to {{to}}',
  },
  'auto-accepted': {
    nl: 'Shift aanvaard van {{from}}, alles gelezen',
    fr: 'Service accepté de {{from}}, tout lu',
    en: 'Shift accepted from {{from}}, all read',
  },
  'auto-redirected': {
    nl: 'Overdracht gaat van {{from}} naar {{to}}',
    fr: 'La relève passe de {{from}} à {{to}}',
    en: 'The hand-over goes from {{from}} to {{to}}',
  },
  'auto-takenBack': {
    nl: 'Overdracht teruggenomen: {{reason}}',
    fr: 'Relève reprise : {{reason}}',
    en: 'Hand-over taken back: {{reason}}',
  },
} satisfies Record<string, Words> & Record<`kind-${ItemKind}`, Words>;
