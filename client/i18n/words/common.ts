import type { Words } from '../../../shared/refusal.ts';

export const common = {
  incident: { nl: 'Incident', fr: 'Incident', en: 'Incident' },
  report: { nl: 'Melding', fr: 'Signalement', en: 'Report' },
  logbook: { nl: 'Logboek', fr: 'Journal de bord', en: 'Logbook' },
  cancel: { nl: 'Annuleren', fr: 'Annuler', en: 'Cancel' },
  close: { nl: 'Sluiten', fr: 'Fermer', en: 'Close' },
  save: { nl: 'Bewaren', fr: 'Enregistrer', en: 'Save' },
} satisfies Record<string, Words>;
