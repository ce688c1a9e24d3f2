/** What the logbook of an incident tells of plate alerts that are linked to it: nothing that tells the vehicle. */
export const platelog = {
  attached: {
    nl: 'Nummerplaattreffer gekoppeld ({{category}}, P{{priority}}), laatst gezien aan {{camera}} ({{at}})',
    fr: 'Alerte de plaque liée ({{category}}, P{{priority}}), véhicule vu en dernier lieu à {{camera}} ({{at}})',
    en: 'Plate alert linked ({{category}}, P{{priority}}), vehicle last seen at {{camera}} ({{at}})',
  },
  detached: {
    nl: 'Nummerplaattreffer losgekoppeld',
    fr: 'Alerte de plaque déliée',
    en: 'Plate alert unlinked',
  },
  passed: {
    nl: 'Voertuig van de nummerplaattreffer gezien aan {{camera}} ({{at}})',
    fr: "Véhicule de l'alerte de plaque vu à {{camera}} ({{at}})",
    en: 'Vehicle of the plate alert seen at {{camera}} ({{at}})',
  },
  dispatched: {
    nl: 'Ploeg gestuurd voor de nummerplaattreffer: {{to}}',
    fr: "Équipe envoyée pour l'alerte de plaque : {{to}}",
    en: 'Patrol sent for the plate alert: {{to}}',
  },
  closed: {
    nl: 'Nummerplaattreffer afgesloten: {{outcome}}',
    fr: 'Alerte de plaque clôturée : {{outcome}}',
    en: 'Plate alert closed: {{outcome}}',
  },
  rejected: {
    nl: 'Nummerplaattreffer verworpen: {{reason}}',
    fr: 'Alerte de plaque rejetée : {{reason}}',
    en: 'Plate alert rejected: {{reason}}',
  },
  reopened: {
    nl: 'Nummerplaattreffer heropend',
    fr: 'Alerte de plaque rouverte',
    en: 'Plate alert reopened',
  },
};
