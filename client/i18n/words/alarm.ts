import type { Words } from '../../../shared/refusal.ts';
import type { CallOutcome } from '../../../shared/subject/alarm/outcome.ts';
import type { AlarmStatus } from '../../../shared/subject/alarm/schema.ts';
import type { Health } from '../../../shared/subject/channel/schema.ts';

/** Calling people together, and the means by which it is done. */
export const alarm = {
  group: { nl: 'Oproepen', fr: 'Appels', en: 'Calls' },
  none: {
    nl: 'Nog niemand opgeroepen. Een stap van het plan begint zelf een oproep, of stel hier een lijst samen.',
    fr: "Personne n'a encore été appelé. Une étape du plan lance elle-même un appel, ou composez une liste ici.",
    en: 'Nobody called yet. A step of the plan starts a call-out, or put a list together here.',
  },
  start: { nl: 'Nieuwe oproep', fr: 'Nouvel appel', en: 'New call-out' },
  list: { nl: 'Oproeplijst', fr: "Liste d'appel", en: 'Call list' },
  free: { nl: 'Vrije oproep', fr: 'Appel libre', en: 'Free call-out' },
  over: { nl: 'Afgelopen', fr: 'Terminés', en: 'Over' },

  'status-running': { nl: 'Loopt', fr: 'En cours', en: 'Under way' },
  'status-exhausted': { nl: 'Lijst op', fr: 'Liste épuisée', en: 'List used up' },
  'status-reached': { nl: 'Bereikt', fr: 'Joints', en: 'Reached' },
  'status-stopped': { nl: 'Gestopt', fr: 'Arrêté', en: 'Stopped' },
  exhaustedHead: {
    nl: 'Oproep zonder resultaat: de lijst is op',
    fr: 'Appel sans résultat : la liste est épuisée',
    en: 'Call-out without result: the list is used up',
  },
  exhaustedNote: {
    nl: 'Niet genoeg mensen bereikt. Bel verder, start een andere oproep of beslis wat er nu moet gebeuren.',
    fr: "Trop peu de personnes jointes. Continuez d'appeler, lancez un autre appel ou décidez de la suite.",
    en: 'Too few were reached. Go on calling, start another call-out, or decide what happens now.',
  },

  rule_one: {
    nl: '{{count}} persoon bereiken; na {{minutes}} min ook de volgende groep',
    fr: '{{count}} personne à joindre ; après {{minutes}} min, le groupe suivant aussi',
    en: '{{count}} person to reach; after {{minutes}} min the next group too',
  },
  rule_other: {
    nl: '{{count}} personen bereiken; na {{minutes}} min ook de volgende groep',
    fr: '{{count}} personnes à joindre ; après {{minutes}} min, le groupe suivant aussi',
    en: '{{count}} people to reach; after {{minutes}} min the next group too',
  },
  ruleAll: {
    nl: 'Van elke functie één persoon, binnen {{minutes}} min',
    fr: 'Une personne par fonction, en {{minutes}} min',
    en: 'One person of each function, within {{minutes}} min',
  },
  reachedOf: {
    nl: '{{n}} van {{of}} bereikt',
    fr: '{{n}} sur {{of}} joints',
    en: '{{n}} of {{of}} reached',
  },
  nextIn: {
    nl: 'Volgende groep over {{left}}',
    fr: 'Groupe suivant dans {{left}}',
    en: 'Next group in {{left}}',
  },
  endsIn: { nl: 'Tijd nog {{left}}', fr: 'Temps restant {{left}}', en: 'Time left {{left}}' },
  now: { nl: 'nu', fr: 'maintenant', en: 'now' },
  advance: { nl: 'Volgende groep nu', fr: 'Groupe suivant maintenant', en: 'Next group now' },
  stop: { nl: 'Stop', fr: 'Arrêter', en: 'Stop' },
  stopLong: { nl: 'Oproep stoppen', fr: "Arrêter l'appel", en: 'Stop the call-out' },
  stopReason: { nl: 'Waarom', fr: 'Pourquoi', en: 'Why' },
  stopNeeded: {
    nl: 'Zeg waarom: het logboek bewaart het.',
    fr: 'Dites pourquoi : le journal le conserve.',
    en: 'Say why: the logbook keeps it.',
  },
  'stopped-person': {
    nl: 'Gestopt door {{by}}: {{reason}}',
    fr: 'Arrêté par {{by}} : {{reason}}',
    en: 'Stopped by {{by}}: {{reason}}',
  },
  'stopped-closed': {
    nl: 'Gestopt: incident afgesloten',
    fr: 'Arrêté : incident clôturé',
    en: 'Stopped: incident closed',
  },
  'stopped-step': {
    nl: 'Gestopt: de stap is afgehandeld',
    fr: "Arrêté : l'étape est réglée",
    en: 'Stopped: the step is settled',
  },

  notCalled: { nl: 'nog niet aan de beurt', fr: 'pas encore appelé', en: 'not called yet' },
  'missing-nobody': {
    nl: 'Niemand in het adresboek voor deze functie.',
    fr: "Personne dans l'annuaire pour cette fonction.",
    en: 'Nobody in the directory for this function.',
  },
  'missing-place-unknown': {
    nl: 'Het incident heeft geen gemeente: onbekend wie te bellen.',
    fr: "L'incident n'a pas de commune : on ne sait pas qui appeler.",
    en: 'The incident has no municipality: unknown whom to call.',
  },
  hiddenAddress: {
    nl: 'nummer niet voor jouw rol',
    fr: 'numéro non visible pour votre rôle',
    en: 'number not for your role',
  },
  noWays: { nl: 'geen nummer bekend', fr: 'aucun numéro connu', en: 'no number known' },
  turn: { nl: 'Aan de beurt', fr: "C'est son tour", en: 'Their turn' },
  reached: { nl: 'Bereikt', fr: 'Joint', en: 'Reached' },
  refused: { nl: 'Kan niet', fr: 'Ne peut pas', en: 'Cannot' },
  spent: { nl: 'Niet bereikt', fr: 'Pas joint', en: 'Not reached' },

  // Why somebody is on the list.
  'because-single': { nl: 'contactpunt', fr: 'point de contact', en: 'contact point' },
  moved: {
    nl: 'Het incident ligt nu in {{now}}, deze lijst is die van {{then}}. Start een nieuwe oproep voor wie daar verantwoordelijk is.',
    fr: "L'incident se trouve maintenant à {{now}} ; cette liste est celle de {{then}}. Lancez un nouvel appel pour les responsables de là-bas.",
    en: 'The incident now lies in {{now}}; this list is that of {{then}}. Start a new call-out for those responsible there.',
  },
  'because-zone': {
    nl: 'politiezone {{zone}}',
    fr: 'zone de police {{zone}}',
    en: 'police zone {{zone}}',
  },

  // Dialling.
  dial: { nl: 'Bellen', fr: 'Appeler', en: 'Call' },
  way: { nl: 'Ander nummer of kanaal', fr: 'Autre numéro ou canal', en: 'Other number or channel' },
  by: { nl: 'Via', fr: 'Par', en: 'By' },
  outcome: { nl: 'Hoe liep het af?', fr: 'Résultat ?', en: 'How did it go?' },
  note: {
    nl: 'Notitie (hoort bij de uitkomst)',
    fr: 'Note (jointe au résultat)',
    en: 'Note (goes with the outcome)',
  },
  'outcome-reached': { nl: 'Bereikt', fr: 'Joint', en: 'Reached' },
  'outcome-no-answer': { nl: 'Geen antwoord', fr: 'Pas de réponse', en: 'No answer' },
  'outcome-busy': { nl: 'Bezet', fr: 'Occupé', en: 'Busy' },
  'outcome-message-left': { nl: 'Ingesproken', fr: 'Message laissé', en: 'Message left' },
  'outcome-wrong-number': { nl: 'Verkeerd nummer', fr: 'Mauvais numéro', en: 'Wrong number' },
  'outcome-refused': { nl: 'Kan niet', fr: 'Ne peut pas', en: 'Cannot' },
  next: { nl: 'Volgende op de lijst', fr: 'Suivant dans la liste', en: 'Next on the list' },
  previous: { nl: 'Vorige op de lijst', fr: 'Précédent dans la liste', en: 'Previous on the list' },
  resend: { nl: 'Opnieuw sturen', fr: 'Renvoyer', en: 'Send again' },

  line: { nl: '{{channel}}: {{text}}', fr: '{{channel}} : {{text}}', en: '{{channel}}: {{text}}' },

  // What goes by itself.
  'sent-requested': { nl: 'klaar om te sturen', fr: 'prêt à envoyer', en: 'ready to send' },
  'sent-carried': { nl: 'wordt verstuurd', fr: 'envoi en cours', en: 'being sent' },
  'sent-sent': {
    nl: 'verstuurd {{at}}, wacht op antwoord',
    fr: 'envoyé {{at}}, en attente de réponse',
    en: 'sent {{at}}, waiting for an answer',
  },
  'sent-failed': {
    nl: 'mislukt {{at}}: {{reason}}',
    fr: 'échec {{at}} : {{reason}}',
    en: 'failed {{at}}: {{reason}}',
  },
  'sent-yes': {
    nl: 'antwoordde ja om {{at}}',
    fr: 'a répondu oui à {{at}}',
    en: 'answered yes at {{at}}',
  },
  'sent-no': {
    nl: 'antwoordde neen om {{at}}',
    fr: 'a répondu non à {{at}}',
    en: 'answered no at {{at}}',
  },
  skipped: {
    nl: 'overgeslagen {{at}}: kanaal uitgevallen',
    fr: 'ignoré {{at}} : canal hors service',
    en: 'passed over {{at}}: channel down',
  },
  'reason-timeout': {
    nl: 'geen antwoord binnen de tijd',
    fr: 'pas de réponse à temps',
    en: 'no answer in time',
  },
  'reason-unreachable': { nl: 'niet bereikbaar', fr: 'injoignable', en: 'cannot be reached' },
  'reason-not-configured': { nl: 'niet ingesteld', fr: 'non configuré', en: 'not set up' },
  'reason-circuit-open': {
    nl: 'kanaal antwoordt niet',
    fr: 'le canal ne répond pas',
    en: 'channel does not answer',
  },
  'reason-address-invalid': {
    nl: 'adres klopt niet',
    fr: 'adresse incorrecte',
    en: 'address not valid',
  },
  'reason-smtp-auth': { nl: 'aanmelden geweigerd', fr: 'connexion refusée', en: 'sign-in refused' },

  // Starting one.
  functions: {
    nl: 'Functies, de eerste eerst',
    fr: "Fonctions, dans l'ordre",
    en: 'Functions, the first first',
  },
  addFunction: { nl: 'Functie toevoegen', fr: 'Ajouter une fonction', en: 'Add a function' },
  functionHint: {
    nl: 'burgemeester, zonechef…',
    fr: 'bourgmestre, chef de zone…',
    en: 'mayor, zone chief…',
  },
  noFunction: {
    nl: 'Geen functie met die naam',
    fr: 'Aucune fonction de ce nom',
    en: 'No function of that name',
  },
  functionNeeded: {
    nl: 'Kies minstens één functie.',
    fr: 'Choisissez au moins une fonction.',
    en: 'Choose at least one function.',
  },
  remove: { nl: '{{name}} weghalen', fr: 'Retirer {{name}}', en: 'Remove {{name}}' },
  need: { nl: 'Te bereiken', fr: 'À joindre', en: 'To reach' },
  needAll: {
    nl: 'van elke functie één',
    fr: 'une personne par fonction',
    en: 'one of each function',
  },
  within: { nl: 'Minuten per groep', fr: 'Minutes par groupe', en: 'Minutes per group' },
  messageNl: { nl: 'Boodschap (Nederlands)', fr: 'Message (néerlandais)', en: 'Message (Dutch)' },
  messageFr: { nl: 'Boodschap (Frans)', fr: 'Message (français)', en: 'Message (French)' },
  messageHint: {
    nl: 'Gaat mee in e-mail en sms. Geen namen van personen. Eén taal leeg: dezelfde tekst in beide.',
    fr: 'Joint aux e-mails et SMS. Pas de noms de personnes. Une langue vide : même texte dans les deux.',
    en: 'Goes along in e-mail and text messages. No names of people. One language empty: the same text in both.',
  },
  people_one: { nl: '{{count}} persoon', fr: '{{count}} personne', en: '{{count}} person' },
  people_other: { nl: '{{count}} personen', fr: '{{count}} personnes', en: '{{count}} people' },
  begin: { nl: 'Oproep starten', fr: "Lancer l'appel", en: 'Start the call-out' },

  // The logbook.
  'auto-started': {
    nl: 'Oproep gestart: {{what}} ({{rule}})',
    fr: 'Appel lancé : {{what}} ({{rule}})',
    en: 'Call-out started: {{what}} ({{rule}})',
  },
  'auto-tried': {
    nl: '{{name}} gebeld via {{channel}}: {{outcome}}{{note}}',
    fr: '{{name}} appelé par {{channel}} : {{outcome}}{{note}}',
    en: '{{name}} called by {{channel}}: {{outcome}}{{note}}',
  },
  'auto-sent': {
    nl: 'Bericht aan {{name}} verstuurd via {{channel}}',
    fr: 'Message à {{name}} envoyé par {{channel}}',
    en: 'Message to {{name}} sent by {{channel}}',
  },
  'auto-failed': {
    nl: 'Bericht aan {{name}} via {{channel}} mislukt: {{reason}}',
    fr: 'Échec du message à {{name}} par {{channel}} : {{reason}}',
    en: 'Message to {{name}} by {{channel}} failed: {{reason}}',
  },
  'auto-skipped': {
    nl: '{{channel}} overgeslagen voor {{name}}: kanaal uitgevallen',
    fr: '{{channel}} ignoré pour {{name}} : canal hors service',
    en: '{{channel}} passed over for {{name}}: channel down',
  },
  'auto-yes': {
    nl: '{{name}} antwoordde ja via {{channel}}{{late}}',
    fr: '{{name}} a répondu oui par {{channel}}{{late}}',
    en: '{{name}} answered yes by {{channel}}{{late}}',
  },
  'auto-no': {
    nl: '{{name}} antwoordde neen via {{channel}}{{late}}',
    fr: '{{name}} a répondu non par {{channel}}{{late}}',
    en: '{{name}} answered no by {{channel}}{{late}}',
  },
  late: {
    nl: ' (na afloop van de oproep)',
    fr: " (après la fin de l'appel)",
    en: ' (after the call-out was over)',
  },
  'auto-advanced-time': {
    nl: 'Volgende groep opgeroepen: de tijd was om',
    fr: 'Groupe suivant appelé : le temps était écoulé',
    en: 'Next group called: the time was over',
  },
  'auto-advanced-early': {
    nl: 'Volgende groep opgeroepen, zonder te wachten',
    fr: 'Groupe suivant appelé sans attendre',
    en: 'Next group called without waiting',
  },
  'auto-advanced-spent': {
    nl: 'Volgende groep opgeroepen: niemand meer over in de vorige',
    fr: 'Groupe suivant appelé : plus personne dans le précédent',
    en: 'Next group called: nobody left in the one before',
  },
  'auto-exhausted': {
    nl: 'Oproep zonder resultaat: de lijst is op',
    fr: 'Appel sans résultat : la liste est épuisée',
    en: 'Call-out without result: the list is used up',
  },
  'auto-reached': {
    nl: 'Oproep geslaagd: {{names}} bereikt',
    fr: 'Appel réussi : {{names}} joint(s)',
    en: 'Call-out succeeded: {{names}} reached',
  },

  'auto-stopped-person': {
    nl: 'Oproep gestopt: {{reason}}',
    fr: 'Appel arrêté : {{reason}}',
    en: 'Call-out stopped: {{reason}}',
  },
  'auto-stopped-closed': {
    nl: 'Oproep gestopt: incident afgesloten',
    fr: 'Appel arrêté : incident clôturé',
    en: 'Call-out stopped: incident closed',
  },
  'auto-stopped-step': {
    nl: 'Oproep gestopt: de stap is afgehandeld',
    fr: "Appel arrêté : l'étape est réglée",
    en: 'Call-out stopped: the step is settled',
  },

  // The channels.
  channels: {
    nl: 'Communicatiemiddelen',
    fr: 'Moyens de communication',
    en: 'Means of communication',
  },
  demo: {
    nl: 'Demo: er vertrekt geen enkel bericht. Wat automatisch gaat, wordt alleen nagebootst.',
    fr: "Démo : aucun message ne part. Ce qui est automatique n'est que simulé.",
    en: 'Demo: no message leaves. What goes by itself is only simulated.',
  },
  channelsNote: {
    nl: 'Alle middelen om mensen te bereiken, hun toestand en hun laatste test (M10.9). Wat uitgevallen is, wordt bij oproepen overgeslagen.',
    fr: 'Tous les moyens de joindre des personnes, leur état et leur dernier essai (M10.9). Ce qui est hors service est ignoré lors des appels.',
    en: 'All means of reaching people, their state and their last test (M10.9). What is down is passed over in call-outs.',
  },
  noChannels: {
    nl: 'Er zijn geen kanalen ingesteld.',
    fr: "Aucun canal n'est configuré.",
    en: 'No channels are set up.',
  },
  'health-ok': { nl: 'WERKT', fr: 'FONCTIONNE', en: 'WORKS' },
  'health-failing': { nl: 'HAPERT', fr: 'INSTABLE', en: 'FALTERS' },
  'health-dead': { nl: 'UITGEVALLEN', fr: 'HORS SERVICE', en: 'DOWN' },
  'health-unknown': { nl: 'ONBEKEND', fr: 'INCONNU', en: 'UNKNOWN' },
  'kind-operator': { nl: 'met de hand', fr: 'manuel', en: 'by hand' },
  'kind-email': { nl: 'automatisch, e-mail', fr: 'automatique, e-mail', en: 'by itself, e-mail' },
  'kind-webhook': {
    nl: 'automatisch, gateway',
    fr: 'automatique, passerelle',
    en: 'by itself, gateway',
  },
  since: { nl: 'sinds {{at}}', fr: 'depuis {{at}}', en: 'since {{at}}' },
  setBy: { nl: 'door {{by}}', fr: 'par {{by}}', en: 'by {{by}}' },
  lastTest: { nl: 'Laatste test', fr: 'Dernier essai', en: 'Last test' },
  neverTested: { nl: 'Nog nooit getest', fr: 'Jamais testé', en: 'Never tested' },
  testOk: { nl: 'goed', fr: 'bon', en: 'good' },
  testBad: { nl: 'mislukt', fr: 'échoué', en: 'failed' },
  testedBy: {
    nl: '{{at}} door {{by}}: {{ok}}',
    fr: '{{at}} par {{by}} : {{ok}}',
    en: '{{at}} by {{by}}: {{ok}}',
  },
  lastSuccess: { nl: 'Laatste keer gelukt', fr: 'Dernier succès', en: 'Last success' },
  lastFailure: { nl: 'Laatste keer mislukt', fr: 'Dernier échec', en: 'Last failure' },
  overdue_one: {
    nl: 'Test {{count}} dag te laat',
    fr: 'Essai en retard de {{count}} jour',
    en: 'Test {{count}} day late',
  },
  overdue_other: {
    nl: 'Test {{count}} dagen te laat',
    fr: 'Essai en retard de {{count}} jours',
    en: 'Test {{count}} days late',
  },
  overdueNever: { nl: 'Test nodig', fr: 'Essai nécessaire', en: 'Test needed' },
  overdueCount_one: {
    nl: '{{count}} test te laat',
    fr: '{{count}} essai en retard',
    en: '{{count}} test late',
  },
  overdueCount_other: {
    nl: '{{count}} testen te laat',
    fr: '{{count}} essais en retard',
    en: '{{count}} tests late',
  },
  deadCount_one: {
    nl: '{{count}} kanaal uitgevallen',
    fr: '{{count}} canal hors service',
    en: '{{count}} channel down',
  },
  deadCount_other: {
    nl: '{{count}} kanalen uitgevallen',
    fr: '{{count}} canaux hors service',
    en: '{{count}} channels down',
  },
  allWell: { nl: 'Geen kanaal uitgevallen', fr: 'Aucun canal hors service', en: 'No channel down' },
  every: {
    nl: 'Test om de {{days}} dagen',
    fr: 'Essai tous les {{days}} jours',
    en: 'Test every {{days}} days',
  },
  test: { nl: 'Test nu', fr: 'Tester', en: 'Test now' },
  testOf: { nl: 'Test van {{channel}}', fr: 'Essai : {{channel}}', en: 'Test of {{channel}}' },
  testAsk: {
    nl: 'Probeer het kanaal uit en noteer hoe het ging.',
    fr: 'Essayez le canal et notez le résultat.',
    en: 'Try the channel and note how it went.',
  },
  worked: { nl: 'Het werkte', fr: 'Cela a fonctionné', en: 'It worked' },
  workedNot: { nl: 'Het werkte niet', fr: "Cela n'a pas fonctionné", en: 'It did not work' },
  testNote: { nl: 'Notitie', fr: 'Note', en: 'Note' },
  address: {
    nl: 'Eigen adres of nummer',
    fr: 'Adresse ou numéro propre',
    en: 'Own address or number',
  },
  addressHint: {
    nl: 'Het testbericht gaat alleen daarheen. Het resultaat verschijnt hier vanzelf.',
    fr: "Le message d'essai n'est envoyé qu'à cette adresse. Le résultat s'affiche ici.",
    en: 'The test message goes there only. The result appears here by itself.',
  },
  addressNeeded: { nl: 'Vul een adres in.', fr: 'Indiquez une adresse.', en: 'Give an address.' },
  sendTest: {
    nl: 'Testbericht sturen',
    fr: "Envoyer un message d'essai",
    en: 'Send a test message',
  },
  probing: {
    nl: 'Testbericht onderweg ({{by}}, {{at}})',
    fr: "Message d'essai en route ({{by}}, {{at}})",
    en: 'Test message on its way ({{by}}, {{at}})',
  },
  set: { nl: 'Toestand zetten', fr: "Fixer l'état", en: 'Set the state' },
  setOf: { nl: 'Toestand van {{channel}}', fr: 'État : {{channel}}', en: 'State of {{channel}}' },
  setReason: {
    nl: 'Waarom, en wie meldde het',
    fr: "Pourquoi, et qui l'a signalé",
    en: 'Why, and who told it',
  },
  setNeeded: { nl: 'Zeg waarom.', fr: 'Dites pourquoi.', en: 'Say why.' },
  print: { nl: 'Afdrukken', fr: 'Imprimer', en: 'Print' },
  printed: {
    nl: 'Toestand op {{at}}, regel {{seq}}',
    fr: 'État au {{at}}, ligne {{seq}}',
    en: 'State at {{at}}, entry {{seq}}',
  },
} satisfies Record<string, Words> &
  Record<`status-${AlarmStatus}` | `outcome-${CallOutcome}` | `health-${Health}`, Words>;
