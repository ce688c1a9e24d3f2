import type { Words } from '../../../shared/refusal.ts';
import type { PhaseName } from '../../../shared/subject/phase/schema.ts';
import type { MeetingBody, SeatName } from '../../../shared/subject/post/schema.ts';
import type { Level, Scope } from '../../../shared/subject/threat/schema.ts';

/** Phases, command post, committee, meetings, threat. Terms of the royal decree of 22 May 2019. */
export const phase = {
  group: { nl: 'Coördinatie', fr: 'Coordination', en: 'Coordination' },

  // Phases.
  phases: { nl: 'Fase', fr: 'Phase', en: 'Phase' },
  none: { nl: 'Geen fase afgekondigd', fr: 'Aucune phase déclenchée', en: 'No phase declared' },
  'short-municipal': { nl: 'Gemeentelijk', fr: 'Communale', en: 'Municipal' },
  'short-provincial': { nl: 'Provinciaal', fr: 'Provinciale', en: 'Provincial' },
  'short-federal': { nl: 'Federaal', fr: 'Fédérale', en: 'Federal' },
  'short-public-order': { nl: 'Openbare orde', fr: 'Ordre public', en: 'Public order' },
  'letter-municipal': { nl: 'G', fr: 'C', en: 'M' },
  'letter-provincial': { nl: 'P', fr: 'P', en: 'P' },
  'letter-federal': { nl: 'F', fr: 'F', en: 'F' },
  'letter-public-order': { nl: 'OO', fr: 'OP', en: 'PO' },
  'name-municipal': { nl: 'Gemeentelijke fase', fr: 'Phase communale', en: 'Municipal phase' },
  'name-provincial': {
    nl: 'Provinciale (gewestelijke) fase',
    fr: 'Phase provinciale (régionale)',
    en: 'Provincial (regional) phase',
  },
  'name-federal': { nl: 'Federale fase', fr: 'Phase fédérale', en: 'Federal phase' },
  'name-public-order': {
    nl: 'Openbare orde (gewest)',
    fr: 'Ordre public (Région)',
    en: 'Public order (region)',
  },
  declare: { nl: 'Fase afkondigen', fr: 'Déclencher une phase', en: 'Declare a phase' },
  raise: { nl: 'Opschalen', fr: "Passer à l'échelon supérieur", en: 'Raise' },
  lift: { nl: 'Opheffen', fr: 'Lever', en: 'Lift' },
  liftLong: { nl: 'Fase opheffen', fr: 'Lever la phase', en: 'Lift the phase' },
  since: {
    nl: '{{by}}, sinds {{at}}',
    fr: '{{by}}, depuis {{at}}',
    en: '{{by}}, since {{at}}',
  },
  recorded: {
    nl: 'genoteerd door {{by}} om {{at}}',
    fr: 'consigné par {{by}} à {{at}}',
    en: 'recorded by {{by}} at {{at}}',
  },
  deputy: { nl: 'plaatsvervanger', fr: 'suppléant(e)', en: 'deputy' },
  unverified: {
    nl: 'niet gecontroleerd: het adresboek kent hier niemand',
    fr: "non vérifié : l'annuaire ne connaît personne ici",
    en: 'not checked: the directory knows nobody here',
  },
  superseded: {
    nl: 'onder een hogere fase',
    fr: 'sous une phase supérieure',
    en: 'under a higher phase',
  },
  lifted: {
    nl: 'opgeheven om {{at}} door {{by}}',
    fr: 'levée à {{at}} par {{by}}',
    en: 'lifted at {{at}} by {{by}}',
  },
  history: { nl: 'Vroegere fasen', fr: 'Phases antérieures', en: 'Earlier phases' },
  several: {
    nl: 'Meer dan één gemeente heeft een fase: weeg de provinciale (gewestelijke) fase af.',
    fr: 'Plus d’une commune est en phase : pesez la phase provinciale (régionale).',
    en: 'More than one municipality has a phase: weigh the provincial (regional) phase.',
  },
  noneLeft: {
    nl: 'Er is geen hogere fase meer om af te kondigen, of het plan is nog niet geladen.',
    fr: "Il n'y a plus de phase supérieure à déclencher, ou le plan n'est pas encore chargé.",
    en: 'There is no higher phase left to declare, or the plan is not loaded yet.',
  },
  which: { nl: 'Welke fase', fr: 'Quelle phase', en: 'Which phase' },
  rights: {
    nl: 'Beslist: {{who}}. Opheffen doet wie afkondigde.',
    fr: 'Décide : {{who}}. Lève la phase qui l’a déclenchée.',
    en: 'Decides: {{who}}. Who declared it lifts it.',
  },
  who: { nl: 'Wie beslist waarover', fr: 'Qui décide de quoi', en: 'Who decides what' },
  source: { nl: 'Bron: {{source}}', fr: 'Source : {{source}}', en: 'Source: {{source}}' },
  municipality: { nl: 'Gemeente', fr: 'Commune', en: 'Municipality' },
  parameters: { nl: 'Wat doorweegt', fr: 'Ce qui pèse dans la décision', en: 'What weighs' },
  decider: { nl: 'Wie beslist', fr: 'Qui décide', en: 'Who decides' },
  'decider-hint': {
    nl: 'Eerst bellen, dan noteren: de beslissing is van de overheid.',
    fr: "D'abord appeler, puis consigner : la décision appartient à l'autorité.",
    en: 'Call first, then record: the decision is the authority’s.',
  },
  onDuty: { nl: 'van wacht', fr: 'de garde', en: 'on duty' },
  noDecider: {
    nl: 'Het adresboek kent hiervoor niemand. Noteer wie beslist; dat wordt zo vermeld.',
    fr: "L'annuaire ne connaît personne pour cela. Notez qui décide ; ce sera mentionné.",
    en: 'The directory knows nobody for this. Note who decides; it will be said so.',
  },
  name: { nl: 'Naam', fr: 'Nom', en: 'Name' },
  reason: { nl: 'Reden', fr: 'Motif', en: 'Reason' },
  reasonHint: {
    nl: 'Wat er gebeurt en waarom deze fase; geen namen van slachtoffers.',
    fr: 'Ce qui se passe et pourquoi cette phase ; pas de noms de victimes.',
    en: 'What happens and why this phase; no names of victims.',
  },
  liftReason: { nl: 'Reden om op te heffen', fr: 'Motif de la levée', en: 'Reason for lifting' },
  liftBelow: {
    nl: 'De lagere fasen eindigen mee. Blijft er een nodig, dan kondigt de burgemeester die opnieuw af.',
    fr: "Les phases inférieures prennent fin aussi. S'il en faut encore une, le bourgmestre la déclenche à nouveau.",
    en: 'The lower phases end with it. Should one still be needed, the mayor declares it anew.',
  },
  when: {
    nl: 'Tijdstip van de beslissing',
    fr: 'Heure de la décision',
    en: 'Time of the decision',
  },
  whenHint: {
    nl: 'Leeg: nu. 14:05, of -10 voor tien minuten geleden.',
    fr: 'Vide : maintenant. 14:05, ou -10 pour il y a dix minutes.',
    en: 'Empty: now. 14:05, or -10 for ten minutes ago.',
  },
  needed: { nl: 'Vul dit in.', fr: 'Complétez ce champ.', en: 'Fill this in.' },
  choose: { nl: 'Kies er een.', fr: 'Choisissez.', en: 'Choose one.' },
  badTime: {
    nl: 'Dit is geen tijdstip.',
    fr: "Ce n'est pas une heure.",
    en: 'This is not a time.',
  },
  notify: {
    nl: 'Overheden verwittigen',
    fr: 'Avertir les autorités',
    en: 'Notify the authorities',
  },
  notifyTip: {
    nl: 'Start een oproep: van elke functie één persoon',
    fr: 'Lance un appel : une personne par fonction',
    en: 'Starts a call-out: one person of each function',
  },
  notified: {
    nl: 'Oproep gestart: zie Oproepen',
    fr: 'Appel lancé : voir Appels',
    en: 'Call-out started: see Calls',
  },

  // Command post.
  post: { nl: 'CP-Ops', fr: 'PC-Ops', en: 'CP-Ops' },
  place: { nl: 'Plaats', fr: 'Lieu', en: 'Place' },
  placeLong: {
    nl: 'Plaats van de CP-Ops',
    fr: 'Emplacement du PC-Ops',
    en: 'Place of the CP-Ops',
  },
  placeHint: {
    nl: 'Straat, parking, toegang, kant van de wind',
    fr: 'Rue, parking, accès, côté du vent',
    en: 'Street, car park, access, side of the wind',
  },
  noPlace: { nl: 'Nog geen plaats', fr: 'Pas encore de lieu', en: 'No place yet' },
  lead: { nl: 'Dir-CP-Ops', fr: 'Dir-PC-Ops', en: 'Dir-CP-Ops' },
  leadLong: { nl: 'Wie leidt de CP-Ops', fr: 'Qui dirige le PC-Ops', en: 'Who directs the CP-Ops' },
  noLead: { nl: 'Nog niet aangeduid', fr: 'Pas encore désigné', en: 'Not named yet' },
  service: { nl: 'Dienst', fr: 'Service', en: 'Service' },
  onMap: { nl: 'Op de kaart aanduiden', fr: 'Indiquer sur la carte', en: 'Point on the map' },
  hasPoint: { nl: 'staat op de kaart', fr: 'indiqué sur la carte', en: 'on the map' },
  clearPoint: { nl: 'Punt wissen', fr: 'Effacer le point', en: 'Clear the point' },
  change: { nl: 'Wijzigen', fr: 'Modifier', en: 'Change' },
  save: { nl: 'Noteren', fr: 'Consigner', en: 'Record' },

  // Committee.
  committee: {
    nl: 'Coördinatiecomité',
    fr: 'Comité de coordination',
    en: 'Coordination committee',
  },
  noSeats: { nl: 'Nog niemand genoteerd', fr: 'Personne pour le moment', en: 'Nobody noted yet' },
  'body-CC-GEM': { nl: 'CC-Gem', fr: 'CC-Com', en: 'CC-Gem (municipal)' },
  'body-CC-PROV': { nl: 'CC-Prov', fr: 'CC-Prov', en: 'CC-Prov (regional)' },
  'body-CC-FED': { nl: 'CC-Fed', fr: 'CC-Féd', en: 'CC-Fed (federal)' },
  'body-CP-OPS': { nl: 'CP-Ops', fr: 'PC-Ops', en: 'CP-Ops' },
  'body-other': { nl: 'Ander overleg', fr: 'Autre réunion', en: 'Other meeting' },
  body: { nl: 'Comité', fr: 'Comité', en: 'Committee' },
  seat: { nl: 'Zetel', fr: 'Siège', en: 'Seat' },
  addSeat: { nl: 'Lid noteren', fr: 'Ajouter un membre', en: 'Add a member' },
  unseat: { nl: '{{name}} weghalen', fr: 'Retirer {{name}}', en: 'Remove {{name}}' },
  'seat-authority': { nl: 'Overheid', fr: 'Autorité', en: 'Authority' },
  'seat-planning': {
    nl: 'Noodplanningscoördinator',
    fr: "Coordinateur planification d'urgence",
    en: 'Planning coordinator',
  },
  'seat-D1': { nl: 'Dir-BW (D1)', fr: 'Dir-SI (D1)', en: 'Dir-D1' },
  'seat-D2': { nl: 'Dir-Med (D2)', fr: 'Dir-Med (D2)', en: 'Dir-D2' },
  'seat-D3': { nl: 'Dir-Pol (D3)', fr: 'Dir-Pol (D3)', en: 'Dir-D3' },
  'seat-D4': { nl: 'Dir-Log (D4)', fr: 'Dir-Log (D4)', en: 'Dir-D4' },
  'seat-D5': { nl: 'Dir-Info (D5)', fr: 'Dir-Info (D5)', en: 'Dir-D5' },
  'seat-expert': { nl: 'Expert', fr: 'Expert', en: 'Expert' },
  'seat-secretary': { nl: 'Verslaggever', fr: 'Secrétaire', en: 'Secretary' },
  'seat-other': { nl: 'Ander lid', fr: 'Autre membre', en: 'Other member' },
  organisation: { nl: 'Organisatie', fr: 'Organisation', en: 'Organisation' },

  // Meetings.
  meetings: { nl: 'Vergaderingen', fr: 'Réunions', en: 'Meetings' },
  noMeeting: {
    nl: 'Geen vergadering gepland',
    fr: 'Aucune réunion prévue',
    en: 'No meeting planned',
  },
  meet: { nl: 'Vergadering plannen', fr: 'Prévoir une réunion', en: 'Plan a meeting' },
  meetAt: { nl: 'Uur', fr: 'Heure', en: 'Time' },
  meetAtHint: {
    nl: '14:30, of +20 voor over twintig minuten',
    fr: '14:30, ou +20 pour dans vingt minutes',
    en: '14:30, or +20 for in twenty minutes',
  },
  where: { nl: 'Waar', fr: 'Où', en: 'Where' },
  whereHint: {
    nl: 'Zaal, adres of videovergadering',
    fr: 'Salle, adresse ou visioconférence',
    en: 'Room, address or video call',
  },
  note: { nl: 'Notitie', fr: 'Note', en: 'Note' },
  agreed: { nl: 'Wat werd afgesproken', fr: 'Ce qui a été convenu', en: 'What was agreed' },
  adjourn: { nl: 'Verplaatsen', fr: 'Reporter', en: 'Move' },
  hold: { nl: 'Gehouden', fr: 'Tenue', en: 'Held' },
  cancel: { nl: 'Afgelasten', fr: 'Annuler', en: 'Cancel' },
  cancelReason: { nl: 'Waarom afgelast', fr: "Motif de l'annulation", en: 'Why it is cancelled' },
  in: { nl: 'over {{left}}', fr: 'dans {{left}}', en: 'in {{left}}' },
  ago: {
    nl: '{{left}} geleden begonnen',
    fr: 'commencée il y a {{left}}',
    en: 'began {{left}} ago',
  },
  movedFrom: { nl: 'eerst om {{at}}', fr: "d'abord à {{at}}", en: 'first at {{at}}' },
  held: { nl: 'gehouden {{at}}', fr: 'tenue {{at}}', en: 'held {{at}}' },
  cancelled: {
    nl: 'afgelast: {{reason}}',
    fr: 'annulée : {{reason}}',
    en: 'cancelled: {{reason}}',
  },
  next: { nl: 'Volgende vergadering', fr: 'Prochaine réunion', en: 'Next meeting' },
  soonHead: {
    nl: 'Vergadering om {{at}}',
    fr: 'Réunion à {{at}}',
    en: 'Meeting at {{at}}',
  },

  // Talkgroups.
  groups: { nl: 'Gespreksgroepen', fr: 'Groupes de conversation', en: 'Talkgroups' },
  noGroups: {
    nl: 'Nog geen gespreksgroep genoteerd',
    fr: 'Aucun groupe de conversation noté',
    en: 'No talkgroup noted yet',
  },
  talk: { nl: 'Gespreksgroep noteren', fr: 'Noter un groupe', en: 'Note a talkgroup' },
  talkName: {
    nl: 'Naam, zoals op de radio',
    fr: 'Nom, comme sur la radio',
    en: 'Name, as on the radio',
  },
  talkUse: { nl: 'Waarvoor, wie', fr: 'Pour quoi, qui', en: 'What for, who' },
  mute: { nl: '{{name}} weghalen', fr: 'Retirer {{name}}', en: 'Remove {{name}}' },

  // Threat.
  threat: { nl: 'Dreiging (OCAD)', fr: 'Menace (OCAM)', en: 'Threat (OCAD)' },
  threatShort: { nl: 'OCAD {{level}}', fr: 'OCAM {{level}}', en: 'OCAD {{level}}' },
  noThreat: {
    nl: 'Geen dreigingsniveau genoteerd',
    fr: 'Aucun niveau de la menace consigné',
    en: 'No threat level recorded',
  },
  setThreat: {
    nl: 'Dreigingsniveau noteren',
    fr: 'Consigner un niveau',
    en: 'Record a threat level',
  },
  endThreat: { nl: 'Beëindigen', fr: 'Mettre fin', en: 'End' },
  endThreatOf: { nl: '{{what}} beëindigen', fr: 'Mettre fin : {{what}}', en: 'End {{what}}' },
  level: { nl: 'Niveau', fr: 'Niveau', en: 'Level' },
  'level-1': { nl: '1 Laag', fr: '1 Faible', en: '1 Low' },
  'level-2': { nl: '2 Gemiddeld', fr: '2 Moyen', en: '2 Medium' },
  'level-3': { nl: '3 Ernstig', fr: '3 Grave', en: '3 Serious' },
  'level-4': { nl: '4 Zeer ernstig', fr: '4 Très grave', en: '4 Very serious' },
  scope: { nl: 'Waarvoor', fr: 'Pour', en: 'For' },
  'scope-country': { nl: 'Heel het land', fr: 'Tout le pays', en: 'The whole country' },
  'scope-region': { nl: 'Het gewest', fr: 'La Région', en: 'The region' },
  'scope-municipality': { nl: 'Een gemeente', fr: 'Une commune', en: 'A municipality' },
  'scope-place': { nl: 'Een plaats', fr: 'Un lieu', en: 'A place' },
  'scope-target': { nl: 'Een doelwit', fr: 'Une cible', en: 'A target' },
  scopeName: {
    nl: 'Welke plaats of welk doelwit',
    fr: 'Quel lieu ou quelle cible',
    en: 'Which place or target',
  },
  from: { nl: 'Vanaf', fr: 'Dès', en: 'From' },
  fromHint: {
    nl: 'Leeg: nu. 14:05, -10, of een dag: 25/12 08:00',
    fr: 'Vide : maintenant. 14:05, -10, ou un jour : 25/12 08:00',
    en: 'Empty: now. 14:05, -10, or a day: 25/12 08:00',
  },
  until: { nl: 'Tot (mag leeg)', fr: "Jusqu'au (facultatif)", en: 'Until (optional)' },
  toldBy: { nl: 'Bron', fr: 'Source', en: 'Source' },
  toldByHint: { nl: 'OCAD, NCCN, DirCo…', fr: 'OCAM, NCCN, DirCo…', en: 'OCAD, NCCN, DirCo…' },
  threatSince: {
    nl: 'sinds {{from}}, bron: {{source}}',
    fr: 'depuis {{from}}, source : {{source}}',
    en: 'since {{from}}, source: {{source}}',
  },
  threatUntil: { nl: 'tot {{until}}', fr: "jusqu'au {{until}}", en: 'until {{until}}' },
  threatAhead: { nl: 'vanaf {{from}}', fr: 'dès {{from}}', en: 'from {{from}}' },
  threatMore: { nl: 'en nog {{count}}', fr: 'et {{count}} de plus', en: 'and {{count}} more' },

  // The logbook.
  'auto-declared': {
    nl: '{{phase}} afgekondigd door {{who}}',
    fr: '{{phase}} déclenchée par {{who}}',
    en: '{{phase}} declared by {{who}}',
  },
  'auto-lifted': {
    nl: '{{phase}} opgeheven door {{who}}',
    fr: '{{phase}} levée par {{who}}',
    en: '{{phase}} lifted by {{who}}',
  },
  'auto-orderDeclared': {
    nl: 'Openbare orde: coördinatie opgenomen door {{who}}',
    fr: 'Ordre public : coordination prise en charge par {{who}}',
    en: 'Public order: coordination taken up by {{who}}',
  },
  'auto-orderLifted': {
    nl: 'Openbare orde: coördinatie beëindigd door {{who}}',
    fr: 'Ordre public : coordination terminée par {{who}}',
    en: 'Public order: coordination ended by {{who}}',
  },
  'auto-with': {
    nl: '{{phase}} eindigt met de hogere fase',
    fr: '{{phase}} prend fin avec la phase supérieure',
    en: '{{phase}} ends with the higher phase',
  },
  'auto-placed': {
    nl: 'CP-Ops opgesteld: {{place}}',
    fr: 'PC-Ops installé : {{place}}',
    en: 'CP-Ops set up: {{place}}',
  },
  'auto-led': { nl: 'Dir-CP-Ops: {{who}}', fr: 'Dir-PC-Ops : {{who}}', en: 'Dir-CP-Ops: {{who}}' },
  'auto-seated': {
    nl: '{{body}}, {{seat}}: {{who}}',
    fr: '{{body}}, {{seat}} : {{who}}',
    en: '{{body}}, {{seat}}: {{who}}',
  },
  'auto-unseated': {
    nl: '{{body}}, {{seat}}: {{who}} niet meer',
    fr: '{{body}}, {{seat}} : plus {{who}}',
    en: '{{body}}, {{seat}}: {{who}} no more',
  },
  'auto-met': {
    nl: 'Vergadering {{body}} om {{at}}, {{where}}',
    fr: 'Réunion {{body}} à {{at}}, {{where}}',
    en: 'Meeting {{body}} at {{at}}, {{where}}',
  },
  'auto-adjourned': {
    nl: 'Vergadering {{body}} verplaatst van {{before}} naar {{at}}',
    fr: 'Réunion {{body}} reportée de {{before}} à {{at}}',
    en: 'Meeting {{body}} moved from {{before}} to {{at}}',
  },
  'auto-cancelled': {
    nl: 'Vergadering {{body}} van {{at}} afgelast: {{reason}}',
    fr: 'Réunion {{body}} de {{at}} annulée : {{reason}}',
    en: 'Meeting {{body}} of {{at}} cancelled: {{reason}}',
  },
  'auto-held': {
    nl: 'Vergadering {{body}} van {{at}} gehouden{{note}}',
    fr: 'Réunion {{body}} de {{at}} tenue{{note}}',
    en: 'Meeting {{body}} of {{at}} held{{note}}',
  },
  'auto-talked': {
    nl: 'Gespreksgroep {{group}} in gebruik{{use}}',
    fr: 'Groupe de conversation {{group}} utilisé{{use}}',
    en: 'Talkgroup {{group}} in use{{use}}',
  },
  'auto-muted': {
    nl: 'Gespreksgroep {{group}} niet meer in gebruik',
    fr: 'Groupe de conversation {{group}} plus utilisé',
    en: 'Talkgroup {{group}} in use no more',
  },
  'auto-threat': {
    nl: 'Dreigingsniveau {{level}}, {{scope}} ({{source}})',
    fr: 'Niveau de la menace {{level}}, {{scope}} ({{source}})',
    en: 'Threat level {{level}}, {{scope}} ({{source}})',
  },
  'auto-threatEnded': {
    nl: 'Dreigingsniveau {{level}}, {{scope}}: beëindigd',
    fr: 'Niveau de la menace {{level}}, {{scope}} : terminé',
    en: 'Threat level {{level}}, {{scope}}: ended',
  },
} satisfies Record<string, Words> &
  Record<`short-${PhaseName}` | `letter-${PhaseName}` | `name-${PhaseName}`, Words> &
  Record<`body-${MeetingBody}` | `seat-${SeatName}`, Words> &
  Record<`level-${Level}` | `scope-${Scope['kind']}`, Words>;
