/**
 * What is told when something is refused, by its code. Apart from `refusal.ts`, so that whoever only refuses
 * does not carry the words.
 */
export const MESSAGES = {
  invalid: {
    nl: 'De gegevens kloppen niet.',
    fr: 'Les données ne sont pas valables.',
    en: 'The data is not valid.',
  },
  'json-broken': {
    nl: 'Dit is geen geldige JSON.',
    fr: "Ce n'est pas du JSON valable.",
    en: 'This is not valid JSON.',
  },
  'xml-broken': {
    nl: 'Dit is geen bruikbare XML.',
    fr: "Ce n'est pas du XML exploitable.",
    en: 'This is not usable XML.',
  },
  'too-large': {
    nl: 'De zending is te groot.',
    fr: "L'envoi est trop volumineux.",
    en: 'The body is too large.',
  },
  'media-type': {
    nl: 'Dit gegevenstype wordt hier niet aanvaard.',
    fr: "Ce type de données n'est pas accepté ici.",
    en: 'This media type is not accepted here.',
  },
  'not-found': { nl: 'Niet gevonden.', fr: 'Introuvable.', en: 'Not found.' },
  'method-not-allowed': {
    nl: 'Deze methode kan hier niet.',
    fr: "Cette méthode n'est pas possible ici.",
    en: 'This method is not allowed here.',
  },
  'signed-out': {
    nl: 'Meld je eerst aan.',
    fr: "Connectez-vous d'abord.",
    en: 'Sign in first.',
  },
  'sign-in-failed': {
    nl: 'Naam of wachtwoord klopt niet.',
    fr: 'Nom ou mot de passe incorrect.',
    en: 'Wrong name or password.',
  },
  'link-spent': {
    nl: 'Deze aanmeldlink is gebruikt of verlopen.',
    fr: 'Ce lien de connexion a été utilisé ou a expiré.',
    en: 'This sign-in link was used or has expired.',
  },
  'too-many-attempts': {
    nl: 'Te veel pogingen. Probeer opnieuw over {seconds} s.',
    fr: 'Trop de tentatives. Réessayez dans {seconds} s.',
    en: 'Too many attempts. Try again in {seconds} s.',
  },
  forbidden: {
    nl: 'Jouw rol mag dit niet.',
    fr: 'Votre rôle ne le permet pas.',
    en: 'Your role may not do this.',
  },
  'space-unknown': {
    nl: 'Deze ruimte bestaat niet.',
    fr: "Cet espace n'existe pas.",
    en: 'There is no such space.',
  },
  'command-unknown': {
    nl: 'Dit commando bestaat niet.',
    fr: "Cette commande n'existe pas.",
    en: 'There is no such command.',
  },
  'command-id-taken': {
    nl: 'Deze commando-id hoort bij iets anders.',
    fr: 'Cet identifiant de commande sert déjà à autre chose.',
    en: 'This command id belongs to something else.',
  },
  'protocol-old': {
    nl: 'Deze pagina is ouder dan de server: herlaad.',
    fr: 'Cette page est plus ancienne que le serveur : rechargez.',
    en: 'This page is older than the server: reload.',
  },
  'log-full': {
    nl: 'Niet bewaard: de schijf van de server is vol.',
    fr: 'Non enregistré : le disque du serveur est plein.',
    en: "Not saved: the server's disk is full.",
  },
  'log-unavailable': {
    nl: 'Niet bewaard: het logboek van de server antwoordt niet.',
    fr: 'Non enregistré : le journal du serveur ne répond pas.',
    en: "Not saved: the server's log does not answer.",
  },
  busy: {
    nl: 'De server heeft het te druk. Probeer zo opnieuw.',
    fr: 'Le serveur est surchargé. Réessayez dans un instant.',
    en: 'The server is too busy. Try again in a moment.',
  },
  'feed-unknown': {
    nl: 'Er is geen mapping "{feed}".',
    fr: "Il n'y a pas de mapping « {feed} ».",
    en: 'There is no mapping "{feed}".',
  },
  'not-real': {
    nl: 'Dit is een test of oefening, geen echt bericht.',
    fr: "C'est un test ou un exercice, pas un message réel.",
    en: 'This is a test or an exercise, not a real message.',
  },
  'record-unusable': {
    nl: 'Dit bericht mist {field}.',
    fr: 'Il manque {field} à ce message.',
    en: 'This record lacks {field}.',
  },
  'not-position': {
    nl: 'Dit is geen positie van een eenheid.',
    fr: "Ce n'est pas la position d'une unité.",
    en: 'This is not the position of a unit.',
  },
  'position-none': {
    nl: 'Breedte en lengte zijn 0: de ontvanger kent zijn plaats niet.',
    fr: 'Latitude et longitude sont à 0 : le récepteur ne connaît pas sa position.',
    en: 'Latitude and longitude are 0: the receiver does not know where it is.',
  },
  'position-swapped': {
    nl: 'Breedte en lengte zijn verwisseld.',
    fr: 'La latitude et la longitude sont inversées.',
    en: 'Latitude and longitude are the wrong way round.',
  },
  'position-outside': {
    nl: 'Deze plaats ligt buiten het gebied van het centrum.',
    fr: 'Cet endroit est hors de la zone du centre.',
    en: "This place lies outside the centre's area.",
  },
  'units-full': {
    nl: 'Er zijn te veel eenheden: deze kan er niet meer bij.',
    fr: "Il y a trop d'unités : celle-ci ne peut plus s'ajouter.",
    en: 'There are too many units: this one cannot be added.',
  },
  'report-unknown': {
    nl: 'Deze melding bestaat niet (meer).',
    fr: "Ce signalement n'existe pas ou plus.",
    en: 'There is no such report (any more).',
  },
  'report-settled': {
    nl: 'Deze melding is al behandeld.',
    fr: 'Ce signalement est déjà traité.',
    en: 'This report is already dealt with.',
  },
  'report-open': {
    nl: 'Deze melding is nog niet behandeld.',
    fr: "Ce signalement n'est pas encore traité.",
    en: 'This report is not dealt with yet.',
  },
  'incident-unknown': {
    nl: 'Dit incident bestaat niet (meer).',
    fr: "Cet incident n'existe pas ou plus.",
    en: 'There is no such incident (any more).',
  },
  'incident-closed': {
    nl: 'Dit incident is afgesloten.',
    fr: 'Cet incident est clôturé.',
    en: 'This incident is closed.',
  },
  'incident-open': {
    nl: 'Dit incident is niet afgesloten.',
    fr: "Cet incident n'est pas clôturé.",
    en: 'This incident is not closed.',
  },
  'id-taken': {
    nl: 'Deze id is al in gebruik.',
    fr: 'Cet identifiant est déjà utilisé.',
    en: 'This id is already in use.',
  },
  'type-unknown': {
    nl: 'Dit incidenttype bestaat niet.',
    fr: "Ce type d'incident n'existe pas.",
    en: 'There is no such incident type.',
  },
  'status-impossible': {
    nl: 'Van "{from}" kan een incident niet naar "{to}".',
    fr: 'Un incident ne peut pas passer de « {from} » à « {to} ».',
    en: 'An incident cannot go from "{from}" to "{to}".',
  },
  'link-itself': {
    nl: 'Een incident kan niet aan zichzelf gekoppeld worden.',
    fr: 'Un incident ne peut pas être lié à lui-même.',
    en: 'An incident cannot be linked to itself.',
  },
  'link-unknown': {
    nl: 'Deze incidenten zijn niet gekoppeld.',
    fr: 'Ces incidents ne sont pas liés.',
    en: 'These incidents are not linked.',
  },
  'handover-none': {
    nl: 'Er is geen overdracht aan jou om te aanvaarden.',
    fr: "Il n'y a pas de passation à accepter de votre part.",
    en: 'There is no hand-over for you to accept.',
  },
  'perimeter-unknown': {
    nl: 'Deze perimeter bestaat niet (meer).',
    fr: "Ce périmètre n'existe pas ou plus.",
    en: 'There is no such perimeter (any more).',
  },
  'perimeter-lifted': {
    nl: 'Deze perimeter is opgeheven.',
    fr: 'Ce périmètre est levé.',
    en: 'This perimeter has been lifted.',
  },
  'perimeter-estimate': {
    nl: 'Een effectgebied is een raming: het wordt niet gehandhaafd, en alleen een effectgebied draagt een raming.',
    fr: "Une zone d'effet est une estimation : elle ne se fait pas respecter, et elle seule porte une estimation.",
    en: 'An area of effect is an estimate: it is not enforced, and only it carries an estimate.',
  },
  'perimeters-stand': {
    nl: 'Er staan nog perimeters: hef ze eerst op.',
    fr: "Des périmètres sont encore en vigueur : levez-les d'abord.",
    en: 'Perimeters still stand: lift them first.',
  },
  'phases-stand': {
    nl: 'Er is nog een fase van kracht: laat ze eerst opheffen.',
    fr: "Une phase est encore en vigueur : faites-la d'abord lever.",
    en: 'A phase is still in force: have it lifted first.',
  },
  'phase-unknown': {
    nl: 'Het plan kent deze fase niet.',
    fr: 'Le plan ne connaît pas cette phase.',
    en: 'The plan has no such phase.',
  },
  'phase-not-theirs': {
    nl: 'Deze functie mag deze fase niet afkondigen.',
    fr: 'Cette fonction ne peut pas déclencher cette phase.',
    en: 'This function may not declare this phase.',
  },
  'phase-not-declared-by': {
    nl: 'Alleen de overheid die de fase afkondigde, kan ze opheffen.',
    fr: "Seule l'autorité qui a déclenché la phase peut la lever.",
    en: 'Only the authority that declared the phase can lift it.',
  },
  'phase-stands': {
    nl: 'Deze fase is al van kracht.',
    fr: 'Cette phase est déjà en vigueur.',
    en: 'This phase is in force already.',
  },
  'phase-lower': {
    nl: 'Er is een hogere fase van kracht: die moet eerst opgeheven worden.',
    fr: "Une phase supérieure est en vigueur : elle doit d'abord être levée.",
    en: 'A higher phase is in force: it must be lifted first.',
  },
  'phase-lifted': {
    nl: 'Deze fase is al opgeheven.',
    fr: 'Cette phase est déjà levée.',
    en: 'This phase has been lifted already.',
  },
  'phase-row-unknown': {
    nl: 'Deze fase is niet afgekondigd.',
    fr: "Cette phase n'a pas été déclenchée.",
    en: 'This phase was not declared.',
  },
  'phase-no-municipality': {
    nl: 'Deze fase geldt niet per gemeente.',
    fr: 'Cette phase ne vaut pas par commune.',
    en: 'This phase is of no municipality.',
  },
  'phase-municipality-needed': {
    nl: 'Zeg voor welke gemeente: het incident heeft er nog geen.',
    fr: "Indiquez la commune : l'incident n'en a pas encore.",
    en: 'Say for which municipality: the incident has none yet.',
  },
  'phase-municipality-unknown': {
    nl: 'Deze gemeente ligt niet in het gewest.',
    fr: "Cette commune n'est pas dans la Région.",
    en: 'This municipality is not in the region.',
  },
  'phase-elsewhere': {
    nl: 'Niets wijst erop dat deze gemeente getroffen is: meld eerst dat er meerdere gemeenten zijn, of teken een perimeter.',
    fr: "Rien n'indique que cette commune est touchée : signalez d'abord plusieurs communes, ou tracez un périmètre.",
    en: 'Nothing says that this municipality is concerned: tell first that there are several, or draw a perimeter.',
  },
  'parameter-unknown': {
    nl: 'Deze parameter hoort niet bij de keuze van deze fase.',
    fr: 'Ce paramètre ne fait pas partie du choix de cette phase.',
    en: 'This parameter does not belong to the choice of this phase.',
  },
  'decider-unknown': {
    nl: 'Deze persoon staat niet in het adresboek.',
    fr: "Cette personne n'est pas dans l'annuaire.",
    en: 'This person is not in the directory.',
  },
  'decider-no-holder': {
    nl: 'Deze persoon bekleedt deze functie daar op die dag niet.',
    fr: "Cette personne n'exerce pas cette fonction à cet endroit ce jour-là.",
    en: 'This person does not hold this function there on that day.',
  },
  'threat-unknown': {
    nl: 'Dit dreigingsniveau is niet (meer) van kracht.',
    fr: "Ce niveau de la menace n'est pas ou plus en vigueur.",
    en: 'This threat level is not in force (any more).',
  },
  'talkgroup-unknown': {
    nl: 'Deze gespreksgroep staat niet op de kaart van dit incident.',
    fr: "Ce groupe de conversation n'est pas sur la fiche de cet incident.",
    en: 'This talkgroup is not on the card of this incident.',
  },
  'talkgroups-full': {
    nl: 'Er staan al twintig gespreksgroepen op de kaart.',
    fr: 'La fiche compte déjà vingt groupes de conversation.',
    en: 'There are twenty talkgroups on the card already.',
  },
  'seat-unknown': {
    nl: 'Deze plaats in het comité bestaat niet (meer).',
    fr: "Ce siège au comité n'existe pas ou plus.",
    en: 'There is no such seat in the committee (any more).',
  },
  'meeting-unknown': {
    nl: 'Deze vergadering bestaat niet (meer).',
    fr: "Cette réunion n'existe pas ou plus.",
    en: 'There is no such meeting (any more).',
  },
  'meeting-over': {
    nl: 'Deze vergadering is al gehouden of afgelast.',
    fr: 'Cette réunion a déjà eu lieu ou est annulée.',
    en: 'This meeting was held or cancelled already.',
  },
  'time-past': {
    nl: 'Dit tijdstip is al voorbij.',
    fr: 'Ce moment est déjà passé.',
    en: 'This moment is over already.',
  },
  'shift-unknown': {
    nl: 'Deze aflossing bestaat niet (meer).',
    fr: "Cette relève n'existe pas ou plus.",
    en: 'There is no such shift hand-over (any more).',
  },
  'shift-settled': {
    nl: 'Deze aflossing is al aanvaard of ingetrokken.',
    fr: 'Cette relève est déjà acceptée ou retirée.',
    en: 'This shift hand-over was accepted or withdrawn already.',
  },
  'shift-item-unknown': {
    nl: 'Deze regel staat niet in de aflossing.',
    fr: "Cette ligne n'est pas dans la relève.",
    en: 'This line is not in the hand-over.',
  },
  'shift-not-yours': {
    nl: 'Deze aflossing is voor iemand anders.',
    fr: "Cette relève est destinée à quelqu'un d'autre.",
    en: 'This shift hand-over is for somebody else.',
  },
  'shift-not-given': {
    nl: 'Alleen wie de aflossing gaf, kan ze intrekken.',
    fr: 'Seule la personne qui a donné la relève peut la retirer.',
    en: 'Only who gave the hand-over can withdraw it.',
  },
  'shift-unread': {
    nl: 'Nog {n} regels zijn niet als gelezen aangevinkt.',
    fr: 'Il reste {n} lignes à cocher comme lues.',
    en: '{n} lines are not ticked as read yet.',
  },
  'shift-empty': {
    nl: 'Er staat niets in deze aflossing.',
    fr: 'Cette relève est vide.',
    en: 'There is nothing in this hand-over.',
  },
  'shape-crosses-itself': {
    nl: 'De zijden van deze figuur kruisen elkaar.',
    fr: 'Les côtés de cette figure se croisent.',
    en: 'The sides of this shape cross.',
  },
  'shape-no-area': {
    nl: 'Deze figuur heeft geen oppervlakte.',
    fr: "Cette figure n'a pas de surface.",
    en: 'This shape has no area.',
  },
  'camera-unknown': {
    nl: 'Deze camera bestaat niet.',
    fr: "Cette caméra n'existe pas.",
    en: 'There is no such camera.',
  },
  'camera-request-first': {
    nl: 'De eigenaar van deze camera wil dat de aanvraag eerst wordt vastgelegd, met reden.',
    fr: "Le propriétaire de cette caméra veut que la demande soit d'abord consignée, avec sa raison.",
    en: 'The owner of this camera wants the request to be recorded first, with its reason.',
  },
  'workflow-unknown': {
    nl: 'Deze werkwijze staat niet in het plan.',
    fr: "Cette procédure n'est pas dans le plan.",
    en: 'The plan has no such workflow.',
  },
  'workflow-running': {
    nl: 'Deze werkwijze loopt al in dit incident.',
    fr: 'Cette procédure est déjà en cours dans cet incident.',
    en: 'This workflow is under way in this incident already.',
  },
  'run-unknown': {
    nl: 'Deze stappen bestaan niet (meer).',
    fr: "Ces étapes n'existent pas ou plus.",
    en: 'There are no such steps (any more).',
  },
  'run-stopped': {
    nl: 'Deze werkwijze is gestopt: het incident kreeg een ander type.',
    fr: "Cette procédure est arrêtée : l'incident a changé de type.",
    en: 'This workflow was stopped: the incident got another type.',
  },
  'step-unknown': {
    nl: 'Deze stap bestaat niet.',
    fr: "Cette étape n'existe pas.",
    en: 'There is no such step.',
  },
  'step-settled': {
    nl: 'Deze stap is al afgehandeld.',
    fr: 'Cette étape est déjà réglée.',
    en: 'This step is settled already.',
  },
  'step-open': {
    nl: 'Deze stap staat nog open.',
    fr: 'Cette étape est encore ouverte.',
    en: 'This step is still open.',
  },
  'step-hidden': {
    nl: 'Deze stap is nu niet van toepassing.',
    fr: "Cette étape n'est pas d'application en ce moment.",
    en: 'This step does not apply now.',
  },
  'step-not-late': {
    nl: 'Deze stap is niet te laat en niet overgeslagen.',
    fr: "Cette étape n'est ni en retard ni passée.",
    en: 'This step is neither late nor skipped.',
  },
  'evidence-missing': {
    nl: 'Vul in wat deze stap vraagt voor hij afgehandeld is.',
    fr: 'Indiquez ce que cette étape demande avant de la clore.',
    en: 'Tell what this step asks for before it is done.',
  },
  'option-missing': {
    nl: 'Kies een van de mogelijkheden van deze stap.',
    fr: "Choisissez l'une des possibilités de cette étape.",
    en: 'Choose one of the options of this step.',
  },
  'answer-first': {
    nl: 'Deze stap stelt een vraag: beantwoord ze.',
    fr: 'Cette étape pose une question : répondez-y.',
    en: 'This step asks a question: answer it.',
  },
  'answer-unfit': {
    nl: 'Dit antwoord past niet bij de vraag.',
    fr: 'Cette réponse ne convient pas à la question.',
    en: 'This answer does not fit the question.',
  },
  'fact-unknown': {
    nl: 'Geen enkele stap vraagt dit gegeven.',
    fr: 'Aucune étape ne demande cette donnée.',
    en: 'No step asks for this fact.',
  },
  'edition-not-current': {
    nl: 'Intussen geldt nog een andere versie van het plan: bekijk het verschil opnieuw.',
    fr: 'Entre-temps, une autre version du plan est en vigueur : revoyez la différence.',
    en: 'Meanwhile yet another edition of the plan is in force: look at the difference again.',
  },
  'restriction-unknown': {
    nl: 'Deze afscherming bestaat niet.',
    fr: "Cette restriction n'existe pas.",
    en: 'There is no such restriction.',
  },
  'restriction-not-yours': {
    nl: 'Jouw rol is niet gemachtigd voor deze afscherming.',
    fr: "Votre rôle n'est pas habilité pour cette restriction.",
    en: 'Your role is not cleared for this restriction.',
  },
  'restriction-set': {
    nl: 'Deze afscherming staat al zo.',
    fr: 'Cette restriction est déjà ainsi.',
    en: 'This restriction is already so.',
  },
  'entry-unknown': {
    nl: 'Deze logboekregel bestaat niet.',
    fr: "Cette ligne du journal n'existe pas.",
    en: 'There is no such logbook entry.',
  },
  'entry-not-order': {
    nl: 'Alleen een bevel of vraag wordt bevestigd.',
    fr: 'Seul un ordre ou une demande se confirme.',
    en: 'Only an order or a request is acknowledged.',
  },
  'acknowledged-already': {
    nl: 'Dit was al bevestigd.',
    fr: "C'était déjà confirmé.",
    en: 'This was acknowledged already.',
  },
  'corrected-already': {
    nl: 'Deze regel is al verbeterd: verbeter de verbetering.',
    fr: 'Cette ligne est déjà corrigée : corrigez la correction.',
    en: 'This entry was corrected already: correct the correction.',
  },
  'time-ahead': {
    nl: 'Dit tijdstip ligt in de toekomst.',
    fr: 'Ce moment est dans le futur.',
    en: 'This moment is in the future.',
  },
  'account-unknown': {
    nl: 'Deze account bestaat niet.',
    fr: "Ce compte n'existe pas.",
    en: 'There is no such account.',
  },
  'name-taken': {
    nl: 'Deze gebruikersnaam is al in gebruik.',
    fr: "Ce nom d'utilisateur est déjà pris.",
    en: 'This user name is already taken.',
  },
  'role-unknown': {
    nl: 'Deze rol bestaat niet.',
    fr: "Ce rôle n'existe pas.",
    en: 'There is no such role.',
  },
  'password-weak': {
    nl: 'Kies een wachtwoord van minstens 12 tekens.',
    fr: "Choisissez un mot de passe d'au moins 12 caractères.",
    en: 'Choose a password of at least 12 characters.',
  },
  'last-administrator': {
    nl: 'Er moet een beheerder overblijven.',
    fr: 'Il doit rester un administrateur.',
    en: 'One administrator must remain.',
  },
  'moment-unknown': {
    nl: 'Dit moment ligt buiten het logboek.',
    fr: 'Ce moment est hors du journal.',
    en: 'This moment is outside the log.',
  },
  'time-order': {
    nl: 'Het einde moet na het begin komen, en nog niet voorbij zijn.',
    fr: 'La fin doit suivre le début et ne pas être déjà passée.',
    en: 'The end must come after the beginning, and not be over yet.',
  },
  'warning-unknown': {
    nl: 'Deze weerwaarschuwing bestaat niet, of is al voorbij.',
    fr: "Cet avertissement météo n'existe pas ou n'est plus en vigueur.",
    en: 'There is no such weather warning, or it is over.',
  },
  'site-unknown': {
    nl: 'Dit park of deze groene ruimte staat niet op het bord.',
    fr: 'Ce parc ou cet espace vert ne figure pas au tableau.',
    en: 'This park or green space is not on the board.',
  },
  'site-not-closed': {
    nl: 'Alleen wat gesloten is, wordt geïnspecteerd.',
    fr: "On n'inspecte que ce qui est fermé.",
    en: 'Only what is closed is inspected.',
  },
  'site-not-inspected': {
    nl: 'Heropenen kan pas na inspectie.',
    fr: "La réouverture n'est possible qu'après inspection.",
    en: 'It reopens only after inspection.',
  },
  'wind-too-strong': {
    nl: 'De wind ligt nog boven de drempel van deze beheerder.',
    fr: 'Le vent dépasse encore le seuil de ce gestionnaire.',
    en: "The wind is still above this manager's threshold.",
  },
  'function-unknown': {
    nl: 'Deze functie staat niet in het plan.',
    fr: "Cette fonction n'est pas dans le plan.",
    en: 'The plan has no such function.',
  },
  'category-unknown': {
    nl: 'Deze partnercategorie staat niet in het plan.',
    fr: "Cette catégorie de partenaires n'est pas dans le plan.",
    en: 'The plan has no such partner category.',
  },
  'alarm-unknown': {
    nl: 'Deze oproep bestaat niet (meer).',
    fr: "Cet appel n'existe pas ou plus.",
    en: 'There is no such call-out (any more).',
  },
  'alarm-contact-unknown': {
    nl: 'Deze persoon staat niet op de oproeplijst.',
    fr: "Cette personne n'est pas sur la liste d'appel.",
    en: 'This person is not on the call list.',
  },
  'alarm-way-unknown': {
    nl: 'Deze persoon heeft geen zulk nummer of adres op de lijst.',
    fr: "Cette personne n'a pas de numéro ou d'adresse de ce type sur la liste.",
    en: 'This person has no such number or address on the list.',
  },
  'alarm-over': {
    nl: 'Deze oproep is al afgelopen.',
    fr: 'Cet appel est déjà terminé.',
    en: 'This call-out is over already.',
  },
  'alarm-running': {
    nl: 'Voor deze stap loopt al een oproep.',
    fr: 'Un appel est déjà en cours pour cette étape.',
    en: 'A call-out is under way for this step already.',
  },
  'alarm-nobody': {
    nl: 'Het adresboek kent hiervoor niemand: bel wie je kent, en noteer het.',
    fr: "L'annuaire ne connaît personne pour cela : appelez qui vous connaissez et notez-le.",
    en: 'The directory knows nobody for this: call whom you know, and note it.',
  },
  'alarm-place-unknown': {
    nl: 'Geef het incident eerst een plaats: zonder gemeente is niet bekend wie te bellen.',
    fr: "Donnez d'abord un lieu à l'incident : sans commune, on ne sait pas qui appeler.",
    en: 'Give the incident a place first: without a municipality nobody knows whom to call.',
  },
  'channel-unknown': {
    nl: 'Dit kanaal bestaat niet.',
    fr: "Ce canal n'existe pas.",
    en: 'There is no such channel.',
  },
  'channel-dead': {
    nl: 'Dit kanaal is uitgevallen: neem een ander.',
    fr: 'Ce canal est hors service : prenez-en un autre.',
    en: 'This channel is down: take another.',
  },
  'channel-busy': {
    nl: 'Er is al een bericht onderweg.',
    fr: 'Un message est déjà en route.',
    en: 'A message is on its way already.',
  },
  'channel-by-hand': {
    nl: 'Dit kanaal bedient een operator: probeer het zelf en noteer hoe het ging.',
    fr: 'Ce canal est utilisé par un opérateur : essayez-le vous-même et notez le résultat.',
    en: 'An operator works this channel: try it yourself and note how it went.',
  },
  'request-unknown': {
    nl: 'Dit bericht bestaat niet (meer).',
    fr: "Ce message n'existe pas ou plus.",
    en: 'There is no such message (any more).',
  },
  'request-carried': {
    nl: 'Dit bericht is al door een ander in handen genomen.',
    fr: 'Ce message est déjà pris en charge par un autre.',
    en: 'Another has this message in hand already.',
  },
  'signature-wrong': {
    nl: 'De handtekening klopt niet.',
    fr: "La signature n'est pas correcte.",
    en: 'The signature is not right.',
  },
  'measure-unknown': {
    nl: 'Deze maatregel staat niet in het plan.',
    fr: "Cette mesure n'existe pas dans le plan.",
    en: 'There is no such measure in the plan.',
  },
  'action-unknown': {
    nl: 'Deze actie bestaat niet.',
    fr: "Cette action n'existe pas.",
    en: 'There is no such action.',
  },
  'action-settled': {
    nl: 'Deze actie is al afgerond.',
    fr: 'Cette action est déjà terminée.',
    en: 'This action is done already.',
  },
  'indicator-unknown': {
    nl: 'Deze indicator bestaat niet.',
    fr: "Cet indicateur n'existe pas.",
    en: 'There is no such indicator.',
  },
  'indicator-dropped': {
    nl: 'Deze indicator wordt niet meer gemeten.',
    fr: "Cet indicateur n'est plus mesuré.",
    en: 'This indicator is measured no more.',
  },
  'record-unknown': {
    nl: 'Deze fiche staat niet (meer) in het adresboek.',
    fr: "Cette fiche ne figure pas ou plus dans l'annuaire.",
    en: 'The directory has no such record (any more).',
  },
  'record-changed': {
    nl: 'Intussen heeft {by} deze fiche gewijzigd. Bekijk eerst wat er nu staat.',
    fr: "Entre-temps, {by} a modifié cette fiche. Regardez d'abord ce qui s'y trouve.",
    en: '{by} has changed this record meanwhile. Look first at what it says now.',
  },
  'record-used': {
    nl: 'Hier hangt nog iets aan vast: {by}. Verwijder dat eerst.',
    fr: "Quelque chose en dépend encore : {by}. Supprimez-le d'abord.",
    en: 'Something still hangs on it: {by}. Remove that first.',
  },
  'organisation-unknown': {
    nl: 'Deze organisatie staat niet in het adresboek.',
    fr: "Cette organisation ne figure pas dans l'annuaire.",
    en: 'The directory has no such organisation.',
  },
  'contact-unknown': {
    nl: 'Deze contactpersoon staat niet in het adresboek.',
    fr: "Cette personne de contact ne figure pas dans l'annuaire.",
    en: 'The directory has no such contact.',
  },
  'municipality-unknown': {
    nl: 'Deze gemeente bestaat niet in het gewest.',
    fr: "Cette commune n'existe pas dans la Région.",
    en: 'The region has no such municipality.',
  },
  'zone-unknown': {
    nl: 'Deze politiezone bestaat niet.',
    fr: "Cette zone de police n'existe pas.",
    en: 'There is no such police zone.',
  },
  'post-place': {
    nl: 'Zeg voor welke gemeente, politiezone of beheerder deze functie geldt, en alleen dat.',
    fr: "Indiquez pour quelle commune, zone de police ou quel gestionnaire cette fonction vaut, et rien d'autre.",
    en: 'Say for which municipality, police zone or manager this function is held, and only that.',
  },
  'days-order': {
    nl: 'De laatste dag komt voor de eerste.',
    fr: 'Le dernier jour précède le premier.',
    en: 'The last day comes before the first.',
  },
  'duty-overlap': {
    nl: 'Voor deze functie is dan al iemand van wacht: {who} ({other}).',
    fr: "Quelqu'un est déjà de garde pour cette fonction à ce moment : {who} ({other}).",
    en: 'Somebody is on duty for this function then already: {who} ({other}).',
  },
  'csv-broken': {
    nl: 'Deze tabel is niet leesbaar: kijk de aanhalingstekens na bij regel {line}.',
    fr: 'Ce tableau est illisible : vérifiez les guillemets à la ligne {line}.',
    en: 'This table cannot be read: look at the quotation marks near line {line}.',
  },
  'single-taken': {
    nl: 'Deze organisatie heeft al één contactpunt: {who}.',
    fr: 'Cette organisation a déjà un point de contact unique : {who}.',
    en: 'This organisation has its one contact point already: {who}.',
  },
  'anpr-unknown': {
    nl: 'Deze nummerplaattreffer bestaat niet (meer).',
    fr: "Cette alerte de plaque n'existe pas ou plus.",
    en: 'There is no such plate alert (any more).',
  },
  'anpr-settled': {
    nl: 'Deze nummerplaattreffer is al afgehandeld.',
    fr: 'Cette alerte de plaque est déjà traitée.',
    en: 'This plate alert is already dealt with.',
  },
  'anpr-open': {
    nl: 'Deze nummerplaattreffer is nog niet afgehandeld.',
    fr: "Cette alerte de plaque n'est pas encore traitée.",
    en: 'This plate alert is not dealt with yet.',
  },
  'anpr-unverified': {
    nl: 'Deze nummerplaattreffer is nog niet nagekeken: eerst het beeld en de lijst.',
    fr: "Cette alerte de plaque n'est pas encore vérifiée : d'abord l'image et la liste.",
    en: 'This plate alert is not verified yet: first the picture and the list.',
  },
  'anpr-verified': {
    nl: 'Deze nummerplaattreffer is al bevestigd: verwerp hem afzonderlijk.',
    fr: 'Cette alerte de plaque est déjà confirmée : rejetez-la séparément.',
    en: 'This plate alert is already verified: reject it on its own.',
  },
  'anpr-plate-unseen': {
    nl: 'Wie de nummerplaat niet te zien krijgt, kan ze niet nakijken.',
    fr: 'Qui ne voit pas la plaque ne peut pas la vérifier.',
    en: 'Who is not shown the plate cannot check it.',
  },
  'anpr-plate-written': {
    nl: 'Schrijf hier geen nummerplaat: deze tekst blijft bewaard, de plaat niet.',
    fr: "N'écrivez pas de plaque ici : ce texte reste conservé, la plaque non.",
    en: 'Write no number plate here: this text is kept for good, the plate is not.',
  },
  'anpr-linked': {
    nl: 'Deze nummerplaattreffer hangt al aan een ander incident: maak hem daar eerst van los.',
    fr: "Cette alerte de plaque est déjà liée à un autre incident : déliez-la d'abord.",
    en: 'This plate alert is linked to another incident: unlink it there first.',
  },
  'anpr-not-linked': {
    nl: 'Deze nummerplaattreffer hangt aan geen incident.',
    fr: "Cette alerte de plaque n'est liée à aucun incident.",
    en: 'This plate alert is linked to no incident.',
  },
  'anpr-no-convoy': {
    nl: 'Deze lijst laat niet toe om meerijdende voertuigen aan te wijzen.',
    fr: "Cette liste n'autorise pas à signaler les véhicules qui accompagnent.",
    en: 'This list does not allow vehicles that go along to be pointed out.',
  },
  'anpr-lists-differ': {
    nl: 'Deze nummerplaattreffers zijn niet van één lijst.',
    fr: "Ces alertes de plaque ne sont pas d'une seule liste.",
    en: 'These plate alerts are not of one list.',
  },
  'list-unknown': {
    nl: 'Deze lijst bestaat niet.',
    fr: "Cette liste n'existe pas.",
    en: 'There is no such list.',
  },
  'list-entry-unknown': {
    nl: 'Dit staat niet op de lijst.',
    fr: 'Ceci ne figure pas sur la liste.',
    en: 'This is not on the list.',
  },
  'list-changed': {
    nl: 'De lijst is intussen gewijzigd: bekijk ze opnieuw.',
    fr: 'La liste a été modifiée entre-temps : consultez-la à nouveau.',
    en: 'The list has changed meanwhile: look at it again.',
  },
  'list-lines-refused': {
    nl: 'Sommige regels zijn onbruikbaar; er is niets gewijzigd.',
    fr: "Certaines lignes sont inutilisables ; rien n'a été modifié.",
    en: 'Some lines cannot be used; nothing was changed.',
  },
  'list-lost': {
    nl: 'Deze lijst kan niet meer gelezen worden; importeer ze opnieuw.',
    fr: 'Cette liste ne peut plus être lue ; importez-la à nouveau.',
    en: 'This list can no longer be read; import it again.',
  },
  'list-empty': {
    nl: 'Dit bestand is leeg.',
    fr: 'Ce fichier est vide.',
    en: 'This file is empty.',
  },
  'list-header': {
    nl: 'De eerste regel moet de kolommen noemen, elk één keer; een kolom met de nummerplaat (plate) is nodig.',
    fr: 'La première ligne doit nommer les colonnes, chacune une seule fois ; une colonne pour la plaque (plate) est indispensable.',
    en: 'The first line must name the columns, each once; a column for the plate is needed.',
  },
  'list-line-broken': {
    nl: 'Deze regel is niet volledig of niet leesbaar.',
    fr: 'Cette ligne est incomplète ou illisible.',
    en: 'This line is not complete or cannot be read.',
  },
  'list-plate-empty': {
    nl: 'Hier staat geen nummerplaat.',
    fr: "Aucune plaque n'est indiquée.",
    en: 'There is no plate here.',
  },
  'list-plate-long': {
    nl: 'Deze nummerplaat is te lang.',
    fr: 'Cette plaque est trop longue.',
    en: 'This plate is too long.',
  },
  'list-plate-signs': {
    nl: 'Deze nummerplaat bevat tekens die op geen plaat staan.',
    fr: 'Cette plaque contient des signes qui ne figurent sur aucune plaque.',
    en: 'This plate holds signs that are on no plate.',
  },
  'list-plate-known': {
    nl: 'Dit voertuig staat al op de lijst.',
    fr: 'Ce véhicule figure déjà sur la liste.',
    en: 'This vehicle is on the list already.',
  },
  'list-id-twice': {
    nl: 'Dit kenmerk staat bij twee voertuigen.',
    fr: 'Cet identifiant est celui de deux véhicules.',
    en: 'Two vehicles have this id.',
  },
  'list-country': {
    nl: 'Dit land is onbekend.',
    fr: 'Ce pays est inconnu.',
    en: 'There is no such country.',
  },
  'list-date': {
    nl: 'Dit is geen datum.',
    fr: "Ceci n'est pas une date.",
    en: 'This is not a date.',
  },
  'list-dates-order': {
    nl: 'Het einde komt niet na het begin.',
    fr: 'La fin ne vient pas après le début.',
    en: 'The end does not come after the beginning.',
  },
  'list-text-long': {
    nl: 'Deze tekst is te lang.',
    fr: 'Ce texte est trop long.',
    en: 'This text is too long.',
  },
  'list-text-signs': {
    nl: 'Deze tekst bevat stuurtekens.',
    fr: 'Ce texte contient des caractères de contrôle.',
    en: 'This text holds control characters.',
  },
  'list-reason-missing': {
    nl: 'De reden ontbreekt.',
    fr: 'Le motif manque.',
    en: 'The reason is missing.',
  },
  'list-covert': {
    nl: 'Een discrete lijst heeft de beperking "Discreet" nodig.',
    fr: 'Une liste discrète doit porter la restriction « Discret ».',
    en: 'A covert list needs the restriction "Covert".',
  },
  'list-police': {
    nl: 'Een gerechtelijke of bestuurlijke lijst is voor de politie alleen.',
    fr: 'Une liste judiciaire ou administrative est réservée à la police.',
    en: 'A judicial or administrative list is for the police alone.',
  },
  'list-lez': {
    nl: "Een lijst van de lage-emissiezone wordt alleen met de eigen camera's gelezen.",
    fr: "Une liste de la zone de basses émissions n'est lue que par ses propres caméras.",
    en: 'A list of the low-emission zone is served by its own cameras only.',
  },
  'list-thresholds': {
    nl: 'De drempel voor mogelijk ligt hoger dan die voor zeker.',
    fr: 'Le seuil « possible » dépasse le seuil « certain ».',
    en: 'The threshold for possible is above the one for certain.',
  },
  'list-window': {
    nl: 'Het einde van de periode komt niet na het begin.',
    fr: 'La fin de la période ne vient pas après le début.',
    en: 'The end of the window does not come after its beginning.',
  },
  'look-subject': {
    nl: "Vraag één nummerplaat, of camera's voor hoogstens een uur: het ene of het andere.",
    fr: "Demandez une seule plaque, ou des caméras pour une heure au plus : l'un ou l'autre.",
    en: 'Ask for one number plate, or for cameras for an hour at most: one or the other.',
  },
  'look-plate-only': {
    nl: "Voor bestuurlijk gebruik wordt naar één nummerplaat gezocht, niet naar alles wat camera's zagen.",
    fr: 'Pour un usage administratif, on cherche une seule plaque, pas tout ce que des caméras ont vu.',
    en: 'For administrative use one number plate is looked for, not all that cameras saw.',
  },
  'look-wildcard': {
    nl: 'Geef één volledige nummerplaat, zonder jokertekens.',
    fr: 'Indiquez une seule plaque complète, sans caractère de remplacement.',
    en: 'Give one whole number plate, without place holders.',
  },
  'look-period': {
    nl: 'Het einde van de periode komt niet na het begin.',
    fr: 'La fin de la période ne vient pas après le début.',
    en: 'The end of the period does not come after its start.',
  },
  'look-hour': {
    nl: "Op camera's wordt hoogstens één uur teruggekeken.",
    fr: 'Par caméra, la consultation porte sur une heure au plus.',
    en: 'By cameras, one hour at most is looked at.',
  },
  'look-month': {
    nl: 'Voor bestuurlijk gebruik mag alleen de eerste maand worden bekeken: vanaf {from}.',
    fr: 'Pour un usage administratif, seul le premier mois peut être consulté : à partir du {from}.',
    en: 'For administrative use only the first month may be looked at: from {from}.',
  },
  'look-prosecutor': {
    nl: 'Vóór {from} is een schriftelijke, gemotiveerde beslissing van de procureur nodig: geef haar referentie.',
    fr: 'Avant le {from}, une décision écrite et motivée du procureur est nécessaire : indiquez sa référence.',
    en: 'Before {from} a written, reasoned decision of the prosecutor is needed: give its reference.',
  },
  'look-year': {
    nl: 'Verder terug dan twaalf maanden wordt niets bekeken: vanaf {from}.',
    fr: 'Rien ne se consulte au-delà de douze mois : à partir du {from}.',
    en: 'Nothing is looked at beyond twelve months: from {from}.',
  },
  'look-camera-unknown': {
    nl: 'Deze camera bestaat niet.',
    fr: "Cette caméra n'existe pas.",
    en: 'There is no such camera.',
  },
  'look-cameras-closed': {
    nl: "Deze camera's zijn van een andere verantwoordelijke (LEZ): daarvoor is geen rechtsgrond vastgelegd.",
    fr: "Ces caméras relèvent d'un autre responsable (LEZ) : aucune base légale n'est enregistrée.",
    en: "These cameras are another controller's (LEZ): no legal basis is recorded for them.",
  },
  'look-too-many': {
    nl: 'Je hebt dit uur al {count} keer teruggekeken: wacht even of vraag een collega.',
    fr: 'Vous avez déjà consulté {count} fois cette heure-ci : patientez ou demandez à un collègue.',
    en: 'You looked back {count} times this hour already: wait a while or ask a colleague.',
  },
  'look-unknown': {
    nl: 'Deze opzoeking bestaat niet, of is niet van jou.',
    fr: "Cette consultation n'existe pas ou n'est pas la vôtre.",
    en: 'There is no such look, or it is not yours.',
  },
  'look-over': {
    nl: 'Deze opzoeking is meer dan een dag oud: zoek opnieuw op.',
    fr: "Cette consultation date de plus d'un jour : refaites-la.",
    en: 'This look is more than a day old: look again.',
  },
  'look-alert-first': {
    nl: 'Eerdere passages zijn er pas als je de treffer zelf behandelt of als hij bevestigd is.',
    fr: "Les passages antérieurs ne se voient que si vous traitez l'alerte vous-même ou si elle est confirmée.",
    en: 'Earlier passages are shown once you handle the alert yourself, or it is verified.',
  },
  'look-address': {
    nl: 'Een nummerplaat hoort niet in een adres: stuur deze vraag met POST.',
    fr: "Une plaque n'a pas sa place dans une adresse : envoyez cette demande par POST.",
    en: 'A number plate does not belong in an address: send this question by POST.',
  },
  internal: {
    nl: 'Er ging iets mis in de server; het is genoteerd.',
    fr: "Une erreur s'est produite dans le serveur ; elle est consignée.",
    en: 'Something went wrong in the server; it was noted.',
  },
  'time-old': {
    nl: 'Dit tijdstip ligt te ver terug.',
    fr: 'Ce moment est trop ancien.',
    en: 'This moment is too long ago.',
  },
  'anpr-format-unknown': {
    nl: 'Dit bericht is van geen camera of lezer die we kennen.',
    fr: "Ce message n'est d'aucune caméra et d'aucun lecteur connus.",
    en: 'This message is of no camera or reader that is known here.',
  },
  'anpr-camera-unknown': {
    nl: 'Deze camera staat niet in de lijst van ANPR-camera’s.',
    fr: 'Cette caméra ne figure pas dans la liste des caméras ANPR.',
    en: 'This camera is not in the list of ANPR cameras.',
  },
  'anpr-plate-empty': {
    nl: 'Er is geen nummerplaat.',
    fr: "Il n'y a pas de plaque.",
    en: 'There is no number plate.',
  },
  'anpr-plate-long': {
    nl: 'Dit is te lang voor een nummerplaat.',
    fr: "C'est trop long pour une plaque.",
    en: 'This is too long for a number plate.',
  },
  'anpr-plate-script': {
    nl: 'Een nummerplaat bestaat hier uit Latijnse letters en cijfers.',
    fr: 'Une plaque se compose ici de lettres latines et de chiffres.',
    en: 'A number plate consists of Latin letters and digits here.',
  },
} as const satisfies Record<string, Readonly<Record<'nl' | 'fr' | 'en', string>>>;

export type RefusalCode = keyof typeof MESSAGES;
