import type { Words } from '../../../shared/refusal.ts';

/** Printing the map, and what stands on the sheet. */
export const print = {
  action: {
    nl: 'Druk de kaart af op schaal',
    fr: "Imprimer la carte à l'échelle",
    en: 'Print the map at scale',
  },
  head: { nl: 'Kaart afdrukken', fr: 'Imprimer la carte', en: 'Print the map' },
  about: { nl: 'Wat', fr: 'Quoi', en: 'What' },
  screen: { nl: 'Wat nu in beeld is', fr: "Ce qui est à l'écran", en: 'What is on the screen' },
  paper: { nl: 'Papier', fr: 'Papier', en: 'Paper' },
  turn: { nl: 'Stand', fr: 'Orientation', en: 'Orientation' },
  portrait: { nl: 'Staand', fr: 'Portrait', en: 'Portrait' },
  landscape: { nl: 'Liggend', fr: 'Paysage', en: 'Landscape' },
  scale: { nl: 'Schaal', fr: 'Échelle', en: 'Scale' },
  fitting: { nl: 'Passend: {{scale}}', fr: 'Adaptée : {{scale}}', en: 'Fitting: {{scale}}' },
  tooSmall: {
    nl: 'Niet alles past op dit blad bij deze schaal.',
    fr: 'Tout ne tient pas sur cette feuille à cette échelle.',
    en: 'Not everything fits on this sheet at this scale.',
  },
  title: { nl: 'Titel', fr: 'Titre', en: 'Title' },
  titleProposed: { nl: 'Situatiekaart', fr: 'Carte de situation', en: 'Situation map' },
  with: { nl: 'Op het blad', fr: 'Sur la feuille', en: 'On the sheet' },
  perimeters: { nl: 'Perimeters', fr: 'Périmètres', en: 'Perimeters' },
  reports: { nl: 'Meldingen', fr: 'Signalements', en: 'Reports' },
  inside: {
    nl: 'Lijst van wie en wat in de perimeters ligt',
    fr: 'Liste de ce qui se trouve dans les périmètres',
    en: 'List of who and what lies inside the perimeters',
  },
  layersNote: {
    nl: 'De lagen zijn die van het scherm.',
    fr: "Les couches sont celles de l'écran.",
    en: 'The layers are those on the screen.',
  },
  make: { nl: 'Voorbeeld', fr: 'Aperçu', en: 'Preview' },
  drawing: {
    nl: 'Het blad wordt getekend…',
    fr: 'La feuille est en cours de dessin…',
    en: 'The sheet is being drawn…',
  },
  failed: {
    nl: 'Het blad kon niet getekend worden.',
    fr: "La feuille n'a pas pu être dessinée.",
    en: 'The sheet could not be drawn.',
  },
  change: { nl: 'Wijzigen', fr: 'Modifier', en: 'Change' },
  print: { nl: 'Afdrukken', fr: 'Imprimer', en: 'Print' },
  preview: { nl: 'Voorbeeld van het blad', fr: 'Aperçu de la feuille', en: 'Preview of the sheet' },
  live: { nl: 'LIVE', fr: 'RÉEL', en: 'LIVE' },
  exercise: {
    nl: 'OEFENING · EXERCICE · EXERCISE',
    fr: 'OEFENING · EXERCICE · EXERCISE',
    en: 'OEFENING · EXERCICE · EXERCISE',
  },
  entry: { nl: 'stand #{{seq}}', fr: 'état n° {{seq}}', en: 'entry #{{seq}}' },
  by: {
    nl: 'afgedrukt door {{name}}, {{role}}',
    fr: 'imprimé par {{name}}, {{role}}',
    en: 'printed by {{name}}, {{role}}',
  },
  stale: {
    nl: 'VEROUDERD BEELD: geen verbinding sinds {{time}}',
    fr: 'IMAGE PÉRIMÉE : pas de connexion depuis {{time}}',
    en: 'STALE PICTURE: no connection since {{time}}',
  },
  staleNever: {
    nl: 'VEROUDERD BEELD: geen verbinding',
    fr: 'IMAGE PÉRIMÉE : pas de connexion',
    en: 'STALE PICTURE: no connection',
  },
  snapshot: {
    nl: 'Momentopname: de QR-code opent de actuele kaart.',
    fr: 'Instantané : le code QR ouvre la carte actuelle.',
    en: 'Snapshot: the QR code opens the current map.',
  },
  restricted: {
    nl: 'AFGESCHERMD: {{who}}',
    fr: 'RESTREINT : {{who}}',
    en: 'RESTRICTED: {{who}}',
  },
  centimetre: {
    nl: '1 cm = {{length}}',
    fr: '1 cm = {{length}}',
    en: '1 cm = {{length}}',
  },
  true: {
    nl: 'Afdrukken op 100 %, niet passend maken; controleer met de schaalbalk.',
    fr: "Imprimer à 100 %, sans ajuster ; vérifier avec l'échelle graphique.",
    en: 'Print at 100 %, do not fit; check with the scale bar.',
  },
  qr: {
    nl: 'QR-code naar de actuele kaart',
    fr: 'Code QR vers la carte actuelle',
    en: 'QR code to the current map',
  },
  legend: { nl: 'Legende', fr: 'Légende', en: 'Legend' },
  priority: { nl: 'Prioriteit', fr: 'Priorité', en: 'Priority' },
  wind: { nl: 'Windrichting', fr: 'Direction du vent', en: 'Wind direction' },
  insideHead: {
    nl: 'Binnen de perimeters',
    fr: 'Dans les périmètres',
    en: 'Inside the perimeters',
  },
  people: {
    nl: 'ongeveer {{n}} inwoners (raming)',
    fr: 'environ {{n}} habitants (estimation)',
    en: 'about {{n}} inhabitants (estimate)',
  },
  nothing: {
    nl: 'Niets van wat de kaart kent.',
    fr: 'Rien de ce que la carte connaît.',
    en: 'Nothing that the map knows of.',
  },
  noPerimeters: {
    nl: 'Er staat geen perimeter op het blad.',
    fr: 'Aucun périmètre ne figure sur la feuille.',
    en: 'There is no perimeter on the sheet.',
  },
} satisfies Record<string, Words>;
