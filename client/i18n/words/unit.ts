import type { Words } from '../../../shared/refusal.ts';

export const unit = {
  vehicle: { nl: 'Voertuig', fr: 'Véhicule', en: 'Vehicle' },
  person: { nl: 'Persoon', fr: 'Personne', en: 'Person' },
  drone: { nl: 'Drone', fr: 'Drone', en: 'Drone' },
  aircraft: { nl: 'Luchtvaartuig', fr: 'Aéronef', en: 'Aircraft' },
  boat: { nl: 'Vaartuig', fr: 'Bateau', en: 'Boat' },
  other: { nl: 'Eenheid', fr: 'Unité', en: 'Unit' },
  speed: { nl: '{{speed}} km/u', fr: '{{speed}} km/h', en: '{{speed}} km/h' },
  accuracy: { nl: '± {{metres}} m', fr: '± {{metres}} m', en: '± {{metres}} m' },
  fresh: {
    nl: 'positie van {{time}}',
    fr: 'position de {{time}}',
    en: 'position of {{time}}',
  },
  stale: {
    nl: 'verouderd: {{age}} geleden',
    fr: 'ancienne : il y a {{age}}',
    en: 'stale: {{age}} ago',
  },
  'of-drone': {
    nl: 'drone, in de kleur van de discipline',
    fr: 'drone, à la couleur de la discipline',
    en: "drone, in the discipline's colour",
  },
  'of-other': {
    nl: 'zonder bekende discipline',
    fr: 'sans discipline connue',
    en: 'of no known discipline',
  },
  staleMark: {
    nl: 'Eenheid zonder recente positie, met de ouderdom ervan',
    fr: 'Unité sans position récente, avec son ancienneté',
    en: 'Unit without a recent position, with its age',
  },
} satisfies Record<string, Words>;
