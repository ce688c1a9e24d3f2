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
  place: {
    nl: 'Klik op de plaats · Esc annuleert',
    fr: "Cliquez sur l'endroit · Esc annule",
    en: 'Click the place · Esc cancels',
  },
  legend: { nl: 'Legende', fr: 'Légende', en: 'Legend' },
  incidents: { nl: 'Incident', fr: 'Incident', en: 'Incident' },
  reports: { nl: 'Melding', fr: 'Signalement', en: 'Report' },
  cluster: { nl: 'Meerdere meldingen', fr: 'Plusieurs signalements', en: 'Several reports' },
  restricted: { nl: 'Afgeschermd', fr: 'Restreint', en: 'Restricted' },
  merged: {
    nl: 'Bij het gekozen incident',
    fr: "Lié à l'incident choisi",
    en: 'Part of the chosen incident',
  },
  ground: { nl: 'schetskaart', fr: 'carte schématique', en: 'schematic map' },
  lost: {
    nl: 'De kaart kan nu niet getekend worden. De rest werkt gewoon.',
    fr: 'La carte ne peut pas être dessinée. Le reste fonctionne.',
    en: 'The map cannot be drawn now. Everything else works.',
  },
  without: {
    nl: '{{count}} zonder plaats',
    fr: '{{count}} sans lieu',
    en: '{{count}} without place',
  },
} satisfies Record<string, Words>;
