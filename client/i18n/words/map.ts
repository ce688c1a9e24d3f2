import type { Words } from '../../../shared/refusal.ts';

export const map = {
  group: { nl: 'Kaart', fr: 'Carte', en: 'Map' },
  label: {
    nl: 'Kaart van het gewest met meldingen en incidenten; alles staat ook in de lijst',
    fr: 'Carte de la région avec signalements et incidents ; tout figure aussi dans la liste',
    en: 'Map of the region with reports and incidents; everything is in the list too',
  },
  fit: { nl: 'Toon het hele gewest', fr: 'Montrer toute la région', en: 'Show the whole region' },
  zoomIn: { nl: 'Inzoomen', fr: 'Agrandir', en: 'Zoom in' },
  zoomOut: { nl: 'Uitzoomen', fr: 'Réduire', en: 'Zoom out' },
  fly: { nl: 'Ga naar de selectie', fr: 'Aller à la sélection', en: 'Go to the selection' },
  share: {
    nl: 'Deel dit kaartbeeld (kopieer de link)',
    fr: 'Partager cette vue (copier le lien)',
    en: 'Share this view (copy the link)',
  },
  shared: {
    nl: 'De link naar dit kaartbeeld is gekopieerd',
    fr: 'Le lien vers cette vue est copié',
    en: 'The link to this view has been copied',
  },
  place: {
    nl: 'Klik op de plaats, of schuif met de pijlen en druk Enter · Esc annuleert',
    fr: "Cliquez sur l'endroit, ou déplacez avec les flèches et tapez Entrée · Esc annule",
    en: 'Click the place, or pan with the arrows and press Enter · Esc cancels',
  },
  legend: { nl: 'Legende', fr: 'Légende', en: 'Legend' },
  priorities: {
    nl: 'Prioriteit: vorm en kleur',
    fr: 'Priorité : forme et couleur',
    en: 'Priority: shape and colour',
  },
  incident: { nl: 'Incident', fr: 'Incident', en: 'Incident' },
  report: { nl: 'Melding', fr: 'Signalement', en: 'Report' },
  cluster: {
    nl: 'Meerdere meldingen; rand en teken: de ernstigste',
    fr: 'Plusieurs signalements ; bord et signe : le plus grave',
    en: 'Several reports; rim and sign: the gravest',
  },
  clustered: { nl: '{{count}} meldingen', fr: '{{count}} signalements', en: '{{count}} reports' },
  gravest: {
    nl: 'Ernstigste: prioriteit {{priority}}',
    fr: 'Le plus grave : priorité {{priority}}',
    en: 'Gravest: priority {{priority}}',
  },
  restricted: { nl: 'Afgeschermd', fr: 'Restreint', en: 'Restricted' },
  selected: { nl: 'Geselecteerd', fr: 'Sélectionné', en: 'Selected' },
  merged: {
    nl: 'Melding bij het gekozen incident',
    fr: "Signalement lié à l'incident choisi",
    en: 'Report of the chosen incident',
  },
  ground: {
    nl: 'schetskaart · eigen tekening',
    fr: 'carte schématique · dessin propre',
    en: 'schematic map · own drawing',
  },
  north: {
    nl: 'Het noorden is boven',
    fr: 'Le nord est en haut',
    en: 'North is up',
  },
  northMark: { nl: 'N', fr: 'N', en: 'N' },
  lost: {
    nl: 'De kaart kan even niet getekend worden',
    fr: 'La carte ne peut pas être dessinée pour le moment',
    en: 'The map cannot be drawn for the moment',
  },
  lostNote: {
    nl: 'De grafische kaart viel uit. De rest van de console werkt; de kaart komt vanzelf terug.',
    fr: 'La carte graphique a décroché. Le reste de la console fonctionne ; la carte revient d’elle-même.',
    en: 'The graphics card dropped out. The rest of the console works; the map comes back by itself.',
  },
  never: {
    nl: 'Deze browser kan de kaart niet tekenen',
    fr: 'Ce navigateur ne peut pas dessiner la carte',
    en: 'This browser cannot draw the map',
  },
  neverNote: {
    nl: 'WebGL 2 ontbreekt of staat uit. De rest van de console werkt.',
    fr: 'WebGL 2 est absent ou désactivé. Le reste de la console fonctionne.',
    en: 'WebGL 2 is missing or switched off. The rest of the console works.',
  },
  again: { nl: 'Opnieuw proberen', fr: 'Réessayer', en: 'Try again' },
  without: {
    nl: '{{count}} zonder plaats',
    fr: '{{count}} sans lieu',
    en: '{{count}} without place',
  },
} satisfies Record<string, Words>;
