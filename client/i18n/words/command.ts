import type { Words } from '../../../shared/refusal.ts';

/** What a command is called while it waits: its type with `_` for the dot. */
export const command = {
  report_file: { nl: 'Melding opnemen', fr: 'Enregistrer un signalement', en: 'File report' },
  report_dismiss: { nl: 'Melding afsluiten', fr: 'Classer le signalement', en: 'Dismiss report' },
  report_reopen: { nl: 'Melding heropenen', fr: 'Rouvrir le signalement', en: 'Reopen report' },
  incident_open: { nl: 'Incident openen', fr: 'Ouvrir un incident', en: 'Open incident' },
  incident_merge: { nl: 'Melding koppelen', fr: 'Rattacher le signalement', en: 'Merge report' },
  incident_retitle: { nl: 'Titel wijzigen', fr: 'Changer le titre', en: 'Change title' },
  incident_retype: { nl: 'Type wijzigen', fr: 'Changer le type', en: 'Change type' },
  incident_prioritise: {
    nl: 'Prioriteit wijzigen',
    fr: 'Changer la priorité',
    en: 'Change priority',
  },
  incident_locate: { nl: 'Plaats bepalen', fr: 'Localiser', en: 'Locate' },
  incident_progress: { nl: 'Status wijzigen', fr: 'Changer le statut', en: 'Change status' },
  incident_involve: {
    nl: 'Discipline betrekken',
    fr: 'Impliquer une discipline',
    en: 'Involve discipline',
  },
  incident_assign: { nl: 'Toewijzen', fr: 'Attribuer', en: 'Assign' },
  incident_handOver: { nl: 'Aflossing', fr: 'Relève', en: 'Hand-over' },
  incident_accept: { nl: 'Aflossing aanvaarden', fr: 'Accepter la relève', en: 'Accept hand-over' },
  incident_link: { nl: 'Incidenten verbinden', fr: 'Lier des incidents', en: 'Link incidents' },
  incident_unlink: { nl: 'Verbinding opheffen', fr: 'Supprimer le lien', en: 'Unlink incidents' },
  incident_close: { nl: 'Incident sluiten', fr: "Clôturer l'incident", en: 'Close incident' },
  incident_reopen: { nl: 'Incident heropenen', fr: "Rouvrir l'incident", en: 'Reopen incident' },
  incident_restrict: { nl: 'Toegang beperken', fr: "Restreindre l'accès", en: 'Restrict' },
  incident_release: {
    nl: 'Beperking opheffen',
    fr: 'Lever la restriction',
    en: 'Lift restriction',
  },
  journal_write: {
    nl: 'In het logboek schrijven',
    fr: 'Écrire au journal',
    en: 'Write in logbook',
  },
  journal_acknowledge: { nl: 'Bevestigen', fr: 'Accuser réception', en: 'Acknowledge' },
  journal_read: { nl: 'Gelezen', fr: 'Lu', en: 'Read' },
} satisfies Record<string, Words>;
