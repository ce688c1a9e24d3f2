import type { Words } from '../../../shared/refusal.ts';

/** The frame around the panels: top bar, sync light, palette, sound, sign-in. */
export const shell = {
  priority: {
    nl: 'Prioriteit {{priority}}',
    fr: 'Priorité {{priority}}',
    en: 'Priority {{priority}}',
  },

  // Groups of the key list
  groupGeneral: { nl: 'Algemeen', fr: 'Général', en: 'General' },
  groupDesk: { nl: 'Deze werkplek', fr: 'Ce poste', en: 'This desk' },

  groupScreens: { nl: 'Schermen', fr: 'Écrans', en: 'Screens' },
  screens: { nl: 'Schermen', fr: 'Écrans', en: 'Screens' },
  'screen-console': {
    nl: 'Kaart en incidenten',
    fr: 'Carte et incidents',
    en: 'Map and incidents',
  },
  'screen-directory': { nl: 'Contacten', fr: 'Contacts', en: 'Contacts' },
  'screen-plan': { nl: 'Plan', fr: 'Plan', en: 'Plan' },
  'screen-storm': { nl: 'Storm: parken', fr: 'Tempête : parcs', en: 'Storm: parks' },
  'screen-channels': {
    nl: 'Communicatiemiddelen',
    fr: 'Moyens de communication',
    en: 'Means of communication',
  },
  'screen-anpr': { nl: 'Nummerplaten', fr: 'Plaques', en: 'Number plates' },
  parts: { nl: 'Delen van het incident', fr: "Parties de l'incident", en: 'Parts of the incident' },
  'part-steps': { nl: 'Stappen', fr: 'Étapes', en: 'Steps' },
  'part-logbook': { nl: 'Logboek', fr: 'Journal', en: 'Logbook' },
  'part-calls': { nl: 'Oproepen', fr: 'Appels', en: 'Calls' },
  'part-coordination': { nl: 'Coördinatie', fr: 'Coordination', en: 'Coordination' },

  // Actions
  palette: { nl: 'Alles zoeken', fr: 'Tout chercher', en: 'Find anything' },
  keys: { nl: 'Toetsen tonen', fr: 'Afficher les touches', en: 'Show keys' },
  keysTitle: { nl: 'Toetsen', fr: 'Touches', en: 'Keys' },
  nextRegion: { nl: 'Volgend vak', fr: 'Zone suivante', en: 'Next area' },
  previousRegion: { nl: 'Vorig vak', fr: 'Zone précédente', en: 'Previous area' },
  escape: {
    nl: 'Bovenste laag sluiten, veld verlaten',
    fr: 'Fermer la couche du dessus, quitter le champ',
    en: 'Close the top layer, leave the field',
  },
  theme: { nl: 'Donker of licht', fr: 'Sombre ou clair', en: 'Dark or light' },
  toDark: { nl: 'Donker scherm', fr: 'Écran sombre', en: 'Dark screen' },
  toLight: { nl: 'Licht scherm', fr: 'Écran clair', en: 'Light screen' },
  language: { nl: 'Taal', fr: 'Langue', en: 'Language' },
  inDutch: { nl: 'In het Nederlands', fr: 'En néerlandais', en: 'In Dutch' },
  inFrench: { nl: 'In het Frans', fr: 'En français', en: 'In French' },
  inEnglish: { nl: 'In het Engels', fr: 'En anglais', en: 'In English' },
  accounts: {
    nl: 'Accounts: personen en machines',
    fr: 'Comptes : personnes et machines',
    en: 'Accounts: people and machines',
  },
  password: { nl: 'Wachtwoord wijzigen', fr: 'Changer le mot de passe', en: 'Change password' },
  signOut: { nl: 'Afmelden', fr: 'Se déconnecter', en: 'Sign out' },

  // Regions
  regionTop: { nl: 'Balk', fr: 'Barre', en: 'Bar' },
  regionQueue: { nl: 'Wachtrij', fr: "File d'attente", en: 'Queue' },
  regionMap: { nl: 'Kaart', fr: 'Carte', en: 'Map' },
  regionDetail: { nl: 'Detail', fr: 'Détail', en: 'Detail' },

  // Top bar
  live: { nl: 'LIVE', fr: 'RÉEL', en: 'LIVE' },
  liveTip: {
    nl: 'Werkelijkheid, geen oefening',
    fr: "Réalité, pas d'exercice",
    en: 'Reality, no exercise',
  },
  demoTip: {
    nl: 'Demo: wachtwoorden zijn bekend, niet voor echt werk',
    fr: 'Démo : mots de passe connus, pas pour le travail réel',
    en: 'Demo: passwords are known, not for real work',
  },
  search: { nl: 'Zoeken of doen', fr: 'Chercher ou agir', en: 'Find or do' },
  clock: { nl: 'Uur in Brussel', fr: 'Heure de Bruxelles', en: 'Brussels time' },

  // Sync light
  sync_live: { nl: 'Actueel', fr: 'À jour', en: 'Current' },
  sync_connecting: { nl: 'Verbinden', fr: 'Connexion', en: 'Connecting' },
  sync_stale: { nl: 'Niet actueel', fr: 'Pas à jour', en: 'Not current' },
  'sync_signed-out': { nl: 'Afgemeld', fr: 'Déconnecté', en: 'Signed out' },
  'sync_protocol-old': { nl: 'Herladen', fr: 'Recharger', en: 'Reload' },
  syncTip: {
    nl: 'Laatste regel op dit scherm, en hoe lang geleden de server van zich liet horen',
    fr: 'Dernière ligne affichée et temps écoulé depuis le dernier signe du serveur',
    en: 'Last entry on this screen, and how long ago the server was heard',
  },
  staleWord: { nl: 'NIET ACTUEEL', fr: 'PAS À JOUR', en: 'NOT CURRENT' },
  staleSince: {
    nl: 'Beeld van {{time}}, {{age}} oud',
    fr: 'Image de {{time}}, vieille de {{age}}',
    en: 'Picture of {{time}}, {{age}} old',
  },
  staleNever: {
    nl: 'Nog geen beeld ontvangen',
    fr: 'Aucune image reçue',
    en: 'No picture received yet',
  },
  staleGoOn: {
    nl: 'Verder typen kan: alles wordt verstuurd zodra de verbinding terug is.',
    fr: 'Vous pouvez continuer : tout part dès que la connexion revient.',
    en: 'You can go on typing: all is sent once the link is back.',
  },
  protocolOld: {
    nl: 'Belfry is vernieuwd. Herlaad dit scherm; wat getypt is blijft.',
    fr: "Belfry a été mis à jour. Rechargez l'écran ; le texte saisi est conservé.",
    en: 'Belfry was updated. Reload this screen; what was typed stays.',
  },
  reload: { nl: 'Herladen', fr: 'Recharger', en: 'Reload' },

  mapBroken: {
    nl: 'De kaart kan niet getoond worden',
    fr: 'La carte ne peut pas être affichée',
    en: 'The map cannot be shown',
  },
  mapBrokenNote: {
    nl: 'Wachtrij, detail en logboek werken gewoon verder.',
    fr: 'La file, le détail et le journal fonctionnent toujours.',
    en: 'Queue, detail and logbook go on working.',
  },

  // Outbox
  outbox: { nl: 'Te versturen', fr: 'À envoyer', en: 'To send' },
  outboxCount: { nl: '{{count}} te versturen', fr: '{{count}} à envoyer', en: '{{count}} to send' },
  outboxRefused: { nl: '{{count}} geweigerd', fr: '{{count}} refusé(s)', en: '{{count}} refused' },
  outboxEmpty: { nl: 'Alles is verstuurd', fr: 'Tout est envoyé', en: 'All is sent' },
  outboxNote: {
    nl: 'Wordt in deze volgorde verstuurd, elk één keer, ook na herladen.',
    fr: 'Envoyé dans cet ordre, une seule fois chacun, même après un rechargement.',
    en: 'Sent in this order, each once, also after a reload.',
  },
  waits: { nl: 'Wacht', fr: 'En attente', en: 'Waits' },
  sent: { nl: 'Bewaard', fr: 'Enregistré', en: 'Stored' },
  refused: { nl: 'Geweigerd', fr: 'Refusé', en: 'Refused' },
  refusedOne: {
    nl: 'Geweigerd door de server',
    fr: 'Refusé par le serveur',
    en: 'Refused by the server',
  },
  typedText: { nl: 'Getypte tekst', fr: 'Texte saisi', en: 'Typed text' },
  copy: { nl: 'Kopiëren', fr: 'Copier', en: 'Copy' },
  copied: { nl: 'Gekopieerd', fr: 'Copié', en: 'Copied' },
  putAway: { nl: 'Wegdoen', fr: 'Écarter', en: 'Put away' },

  // Announcements
  messages: { nl: 'Berichten', fr: 'Messages', en: 'Messages' },
  newReport: { nl: 'Nieuwe melding', fr: 'Nouveau signalement', en: 'New report' },
  newIncident: { nl: 'Nieuw incident', fr: 'Nouvel incident', en: 'New incident' },
  raised: { nl: 'Prioriteit verhoogd', fr: 'Priorité relevée', en: 'Priority raised' },
  handedOver: {
    nl: 'Aflossing: {{by}} draagt aan jou over',
    fr: 'Relève : {{by}} vous transmet',
    en: 'Hand-over: {{by}} hands over to you',
  },
  assigned: {
    nl: '{{by}} wijst aan jou toe',
    fr: '{{by}} vous attribue',
    en: '{{by}} assigned to you',
  },
  moreNews: { nl: 'en nog {{count}}', fr: 'et encore {{count}}', en: 'and {{count}} more' },

  putAllAway: { nl: 'Alles wegdoen', fr: 'Tout écarter', en: 'Put all away' },

  // Sound
  sound: { nl: 'Geluid', fr: 'Son', en: 'Sound' },
  soundSettings: { nl: 'Geluid instellen', fr: 'Régler le son', en: 'Sound settings' },
  soundOn: { nl: 'Geluid aan', fr: 'Son activé', en: 'Sound on' },
  soundOff: { nl: 'Volume nul', fr: 'Volume nul', en: 'Volume nil' },
  silent: { nl: 'Stil', fr: 'Muet', en: 'Muted' },
  mute15: {
    nl: 'Geluid 15 min uit / weer aan',
    fr: 'Son coupé 15 min / rétabli',
    en: 'Mute 15 min / sound on',
  },
  muteFor: { nl: '{{minutes}} min stil', fr: '{{minutes}} min muet', en: 'Mute {{minutes}} min' },
  muteMark: { nl: 'Stil nog {{left}}', fr: 'Muet encore {{left}}', en: 'Muted {{left}} more' },
  unmute: { nl: 'Geluid weer aan', fr: 'Rétablir le son', en: 'Sound on again' },
  soundBlocked: {
    nl: 'Geluid wacht op een klik',
    fr: 'Son en attente d’un clic',
    en: 'Sound waits for a click',
  },
  soundBlockedTip: {
    nl: 'De browser laat pas geluid toe na een klik of toets op deze pagina.',
    fr: 'Le navigateur n’autorise le son qu’après un clic ou une touche sur cette page.',
    en: 'The browser allows sound only after a click or key on this page.',
  },
  volume: { nl: 'Volume', fr: 'Volume', en: 'Volume' },
  tune: { nl: 'Klank', fr: 'Sonnerie', en: 'Tune' },
  tune_bell: { nl: 'Klok', fr: 'Cloche', en: 'Bell' },
  tune_pulse: { nl: 'Puls', fr: 'Impulsion', en: 'Pulse' },
  tune_chime: { nl: 'Gong', fr: 'Carillon', en: 'Chime' },
  test: { nl: 'Proef', fr: 'Essai', en: 'Test' },
  soundNote: {
    nl: 'Klinkt bij nieuwe meldingen en incidenten met prioriteit 1 of 2 en bij een aflossing. Prioriteit 1 klinkt tot drie keer, tot iemand kijkt.',
    fr: 'Retentit pour les nouveaux signalements et incidents de priorité 1 ou 2 et pour une relève. La priorité 1 retentit jusqu’à trois fois, jusqu’à lecture.',
    en: 'Sounds for new reports and incidents of priority 1 or 2 and for a hand-over. Priority 1 sounds up to three times, until looked at.',
  },

  // Palette
  paletteHint: {
    nl: 'Nummer, titel, plaats, type of handeling',
    fr: 'Numéro, titre, lieu, type ou action',
    en: 'Number, title, place, type or action',
  },
  nothingFound: { nl: 'Niets gevonden', fr: 'Rien trouvé', en: 'Nothing found' },
  actions: { nl: 'Handelingen', fr: 'Actions', en: 'Actions' },
  incidents: { nl: 'Incidenten', fr: 'Incidents', en: 'Incidents' },
  reports: { nl: 'Meldingen', fr: 'Signalements', en: 'Reports' },
  types: {
    nl: 'Types: wachtrij filteren',
    fr: 'Types : filtrer la file',
    en: 'Types: filter the queue',
  },

  // Signing in
  tagline: {
    nl: 'Gewestelijk Communicatie- en Crisiscentrum',
    fr: 'Centre régional de communication et de crise',
    en: 'Regional Communication and Crisis Centre',
  },
  signIn: { nl: 'Aanmelden', fr: 'Se connecter', en: 'Sign in' },
  user: { nl: 'Gebruiker', fr: 'Utilisateur', en: 'User' },
  secret: { nl: 'Wachtwoord', fr: 'Mot de passe', en: 'Password' },
  unreachable: {
    nl: 'De server antwoordt niet. Probeer opnieuw.',
    fr: 'Le serveur ne répond pas. Réessayez.',
    en: 'The server does not answer. Try again.',
  },
  waitingServer: {
    nl: 'Wachten op de server…',
    fr: 'En attente du serveur…',
    en: 'Waiting for the server…',
  },
  linkChecking: {
    nl: 'Aanmeldlink nakijken…',
    fr: 'Vérification du lien…',
    en: 'Checking the sign-in link…',
  },
  askNewLink: {
    nl: 'Vraag een nieuwe link aan de beheerder, of meld aan met wachtwoord.',
    fr: "Demandez un nouveau lien à l'administrateur, ou connectez-vous avec un mot de passe.",
    en: 'Ask the administrator for a new link, or sign in with a password.',
  },
  signInAgain: { nl: 'Opnieuw aanmelden', fr: 'Se reconnecter', en: 'Sign in again' },
  signInAgainNote: {
    nl: 'De sessie is afgelopen. Het scherm, concepten en wat nog te versturen is, blijven.',
    fr: "La session est terminée. L'écran, les brouillons et ce qui reste à envoyer sont conservés.",
    en: 'The session ended. The screen, drafts and what is still to send remain.',
  },
  otherPerson: { nl: 'Iemand anders', fr: 'Une autre personne', en: 'Somebody else' },
  choosePassword: {
    nl: 'Kies een wachtwoord',
    fr: 'Choisissez un mot de passe',
    en: 'Choose a password',
  },
  choosePasswordNote: {
    nl: 'De link werkt één keer. Met een wachtwoord kan aanmelden ook later.',
    fr: 'Le lien ne sert qu’une fois. Un mot de passe permet de se reconnecter.',
    en: 'The link works once. A password lets you sign in again.',
  },
  newPassword: { nl: 'Nieuw wachtwoord', fr: 'Nouveau mot de passe', en: 'New password' },
  repeatPassword: { nl: 'Herhaal', fr: 'Répétez', en: 'Repeat' },
  passwordHint: {
    nl: 'Minstens 12 tekens; een zin van enkele woorden is goed.',
    fr: 'Au moins 12 caractères ; une phrase de quelques mots convient.',
    en: 'At least 12 characters; a phrase of a few words is good.',
  },
  passwordDiffers: {
    nl: 'Niet tweemaal hetzelfde',
    fr: 'Les deux diffèrent',
    en: 'The two differ',
  },
  passwordSaved: { nl: 'Wachtwoord bewaard', fr: 'Mot de passe enregistré', en: 'Password saved' },
  later: { nl: 'Later', fr: 'Plus tard', en: 'Later' },
} satisfies Record<string, Words>;
