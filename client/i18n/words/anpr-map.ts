/** Plate cameras, alerts and the pursuit on the map. */
export const pursuit = {
  head: { nl: 'Waar nu?', fr: 'Où maintenant ?', en: 'Where now?' },
  estimate: { nl: 'Raming', fr: 'Estimation', en: 'Estimate' },
  /** What it rests on. */
  assumes: {
    nl: 'Raming uit de laatste lezing, bekende wegen en gewone snelheden per uur. Rijdt het voertuig door over de hoofdassen, dan is het tussen de twee ringen. Parkeren, omkeren en kleine straten zijn niet gekend.',
    fr: "Estimation à partir de la dernière lecture, des axes connus et des vitesses habituelles selon l'heure. Si le véhicule continue sur les grands axes, il se trouve entre les deux cercles. Stationnement, demi-tours et petites rues ne sont pas connus.",
    en: 'Estimated from the last read, known roads and usual speeds by hour. If the vehicle drives on along the main axes, it is between the two rings. Parking, turning round and small streets are not known.',
  },
  between: {
    nl: 'tussen {{least}} en {{most}} van {{camera}}',
    fr: 'entre {{least}} et {{most}} de {{camera}}',
    en: 'between {{least}} and {{most}} from {{camera}}',
  },
  anywhere: {
    nl: 'kan overal zijn, ook buiten het gewest',
    fr: 'peut être partout, même hors de la Région',
    en: 'can be anywhere, beyond the region too',
  },
  after: {
    nl: '{{age}} na de laatste lezing',
    fr: '{{age}} après la dernière lecture',
    en: '{{age}} after the last read',
  },
  stale: {
    nl: 'Laatste lezing {{age}} geleden: geen raming meer.',
    fr: "Dernière lecture il y a {{age}} : plus d'estimation.",
    en: 'Last read {{age}} ago: no estimate any more.',
  },
  uncertain: {
    nl: 'Uitgaande van een mogelijke lezing: het kan een ander voertuig zijn.',
    fr: "À partir d'une lecture possible : il peut s'agir d'un autre véhicule.",
    en: 'From a possible read: it may be another vehicle.',
  },
  notKnown: {
    nl: "Geen raming: wegen of camera's zijn niet bekend.",
    fr: "Pas d'estimation : routes ou caméras inconnues.",
    en: 'No estimate: roads or cameras are not known.',
  },
  next: {
    nl: "Volgende camera's",
    fr: 'Prochaines caméras',
    en: 'Next cameras',
  },
  chance: { nl: 'kans {{percent}} %', fr: 'probabilité {{percent}} %', en: '{{percent}} % likely' },
  expected: {
    nl: 'verwacht {{likely}} (van {{early}} tot {{late}})',
    fr: 'attendu à {{likely}} (de {{early}} à {{late}})',
    en: 'expected {{likely}} ({{early}} to {{late}})',
  },
  'standing-ahead': { nl: 'over {{age}}', fr: 'dans {{age}}', en: 'in {{age}}' },
  'standing-due': { nl: 'kan nu', fr: 'possible maintenant', en: 'could be now' },
  'standing-overdue': {
    nl: 'niet gezien',
    fr: 'pas vu',
    en: 'not seen',
  },
  overdueLong: {
    nl: 'niet gezien, {{age}} over tijd: waarschijnlijk niet hierlangs',
    fr: 'pas vu, {{age}} de retard : probablement pas par ici',
    en: 'not seen, {{age}} overdue: probably not this way',
  },
  flyTo: { nl: 'Toon {{camera}}', fr: 'Montrer {{camera}}', en: 'Show {{camera}}' },
  showShort: { nl: 'Toon op de kaart', fr: 'Montrer sur la carte', en: 'Show on the map' },
  hideShort: { nl: 'Verberg op de kaart', fr: 'Masquer sur la carte', en: 'Hide on the map' },
  toggle: {
    nl: 'Toon of verberg waar het voertuig kan zijn',
    fr: 'Montrer ou masquer où peut être le véhicule',
    en: 'Show or hide where the vehicle can be',
  },
  earlier: { nl: 'Eerdere passages', fr: 'Passages antérieurs', en: 'Earlier passages' },
  earlierNote: {
    nl: 'Deze raadpleging wordt gelogd.',
    fr: 'Cette consultation est journalisée.',
    en: 'This look is logged.',
  },
  earlierAsking: { nl: 'Opzoeken…', fr: 'Recherche…', en: 'Looking…' },
  earlierNone: {
    nl: 'Geen eerdere passages sinds {{from}}.',
    fr: 'Aucun passage antérieur depuis {{from}}.',
    en: 'No earlier passages since {{from}}.',
  },
  earlierCount_one: {
    nl: '1 eerdere passage (gelogd onder nr. {{seq}})',
    fr: '{{count}} passage antérieur (journalisé sous le n° {{seq}})',
    en: '1 earlier passage (logged as no. {{seq}})',
  },
  earlierCount_other: {
    nl: '{{count}} eerdere passages (gelogd onder nr. {{seq}})',
    fr: '{{count}} passages antérieurs (journalisés sous le n° {{seq}})',
    en: '{{count}} earlier passages (logged as no. {{seq}})',
  },
  earlierMore: {
    nl: 'Er zijn er meer: gebruik de opzoeking met doel en dossier.',
    fr: 'Il y en a davantage : utilisez la recherche avec finalité et dossier.',
    en: 'There are more: use the look-back with purpose and case.',
  },
  unreachable: {
    nl: 'De server is niet bereikbaar.',
    fr: 'Le serveur est injoignable.',
    en: 'The server cannot be reached.',
  },

  // On the map.
  alerts_one: { nl: '1 alarm', fr: '{{count}} alerte', en: '1 alert' },
  alerts_other: { nl: '{{count}} alarmen', fr: '{{count}} alertes', en: '{{count}} alerts' },
  certain: { nl: 'zeker', fr: 'certain', en: 'certain' },
  possible: { nl: 'mogelijk', fr: 'possible', en: 'possible' },
  passage: { nl: 'Passage {{number}}', fr: 'Passage {{number}}', en: 'Passage {{number}}' },
  lastPassage: { nl: 'Laatste passage', fr: 'Dernier passage', en: 'Last passage' },
  earlierPassage: { nl: 'Eerdere passage', fr: 'Passage antérieur', en: 'Earlier passage' },
  nextCamera: { nl: 'Volgende camera', fr: 'Prochaine caméra', en: 'Next camera' },
  'health-ok': { nl: 'werkt', fr: 'fonctionne', en: 'working' },
  'health-silent': { nl: 'stil', fr: 'muette', en: 'silent' },
  'health-clock-off': { nl: 'klok verkeerd', fr: 'horloge décalée', en: 'clock off' },
  'health-poor': { nl: 'leest slecht', fr: 'lit mal', en: 'reads poorly' },
  'health-never': { nl: 'nog niets gelezen', fr: 'encore rien lu', en: 'nothing read yet' },
  camera: { nl: 'ANPR-camera', fr: 'Caméra ANPR', en: 'ANPR camera' },

  // Traffic.
  flow: { nl: 'Verkeersstroom', fr: 'Flux', en: 'Traffic flow' },
  flowAt: {
    nl: '{{count}} voertuigen in 5 minuten, vanaf {{time}}',
    fr: '{{count}} véhicules en 5 minutes, dès {{time}}',
    en: '{{count}} vehicles in 5 minutes, from {{time}}',
  },
  flowWays: {
    nl: 'naderend {{approaching}} · wegrijdend {{leaving}}',
    fr: 'en approche {{approaching}} · en éloignement {{leaving}}',
    en: 'approaching {{approaching}} · leaving {{leaving}}',
  },

  onPaper: {
    nl: 'Alarmen van nummerplaten en het spoor van het gekozen alarm (zonder platen)',
    fr: "Alertes de plaques et piste de l'alerte choisie (sans plaques)",
    en: 'Number plate alerts and the trail of the chosen one (no plates)',
  },

  // Legend.
  legend: { nl: 'Nummerplaten', fr: 'Plaques', en: 'Number plates' },
  legendCertain: {
    nl: 'Alarm, zekere lezing (dubbele rand: nieuw)',
    fr: 'Alerte, lecture certaine (double bord : nouvelle)',
    en: 'Alert, certain read (double rim: new)',
  },
  legendPossible: {
    nl: 'Alarm, mogelijke lezing',
    fr: 'Alerte, lecture possible',
    en: 'Alert, possible read',
  },
  legendTrail: { nl: 'Passages in volgorde', fr: "Passages dans l'ordre", en: 'Passages in order' },
  legendTrailPossible: {
    nl: 'Naar of van een mogelijke lezing',
    fr: 'Vers ou depuis une lecture possible',
    en: 'To or from a possible read',
  },
  legendNext: {
    nl: 'Volgende camera, verwacht uur (raming)',
    fr: 'Prochaine caméra, heure attendue (estimation)',
    en: 'Next camera, expected time (estimate)',
  },
  legendOverdue: {
    nl: 'Volgende camera, niet gezien',
    fr: 'Prochaine caméra, pas vu',
    en: 'Next camera, not seen',
  },
  legendReach: {
    nl: 'Waar het kan zijn: traag en snel (raming)',
    fr: 'Où il peut être : lent et rapide (estimation)',
    en: 'Where it can be: slow and fast (estimate)',
  },
  legendHealth: {
    nl: 'ANPR-camera: werkt · stil · klok · leest slecht',
    fr: 'Caméra ANPR : fonctionne · muette · horloge · lit mal',
    en: 'ANPR camera: working · silent · clock · reads poorly',
  },
  legendFlow: {
    nl: 'Voertuigen per 5 minuten',
    fr: 'Véhicules par 5 minutes',
    en: 'Vehicles per 5 minutes',
  },
};
