import type { Lang, Words } from '../../../shared/refusal.ts';
import type { PerimeterKind } from '../../../shared/subject/perimeter/schema.ts';

/** Terms of the royal decree of 22 May 2019. */
export const perimeter = {
  stillStand_one: {
    nl: 'Er staat nog een perimeter: hef hem eerst op.',
    fr: "Un périmètre est encore en vigueur : levez-le d'abord.",
    en: 'A perimeter still stands: lift it first.',
  },
  stillStand_other: {
    nl: 'Er staan nog {{count}} perimeters: hef ze eerst op.',
    fr: "{{count}} périmètres sont encore en vigueur : levez-les d'abord.",
    en: '{{count}} perimeters still stand: lift them first.',
  },
  'kind-exclusion': {
    nl: 'Uitsluitingsperimeter',
    fr: "Périmètre d'exclusion",
    en: 'Exclusion perimeter',
  },
  'kind-isolation': {
    nl: 'Isolatieperimeter',
    fr: "Périmètre d'isolation",
    en: 'Isolation perimeter',
  },
  'kind-dissuasion': {
    nl: 'Ontradingsperimeter',
    fr: 'Périmètre de dissuasion',
    en: 'Deterrence perimeter',
  },
  'kind-effect': {
    nl: 'Effectgebied (eerste raming)',
    fr: "Zone d'effet (première estimation)",
    en: 'Area of effect (first estimate)',
  },

  // Drawing.
  group: { nl: 'Perimeters', fr: 'Périmètres', en: 'Perimeters' },
  draw: { nl: 'Teken een perimeter', fr: 'Tracer un périmètre', en: 'Draw a perimeter' },
  drawShort: { nl: 'Perimeter', fr: 'Périmètre', en: 'Perimeter' },
  redraw: { nl: 'Herteken', fr: 'Redessiner', en: 'Redraw' },
  redrawLong: {
    nl: 'Herteken de perimeter',
    fr: 'Redessiner le périmètre',
    en: 'Redraw the perimeter',
  },
  kind: { nl: 'Soort', fr: 'Type', en: 'Kind' },
  'short-exclusion': { nl: 'Uitsluiting', fr: 'Exclusion', en: 'Exclusion' },
  'short-isolation': { nl: 'Isolatie', fr: 'Isolation', en: 'Isolation' },
  'short-dissuasion': { nl: 'Ontrading', fr: 'Dissuasion', en: 'Deterrence' },
  'short-effect': { nl: 'Effectgebied', fr: "Zone d'effet", en: 'Area of effect' },
  'colour-exclusion': { nl: 'rood', fr: 'rouge', en: 'red' },
  'colour-isolation': { nl: 'oranje', fr: 'orange', en: 'orange' },
  'colour-dissuasion': { nl: 'geel', fr: 'jaune', en: 'yellow' },
  'colour-effect': { nl: 'paars', fr: 'violet', en: 'purple' },
  form: { nl: 'Vorm', fr: 'Forme', en: 'Form' },
  circle: { nl: 'Cirkel', fr: 'Cercle', en: 'Circle' },
  polygon: { nl: 'Veelhoek', fr: 'Polygone', en: 'Polygon' },
  radius: { nl: 'Straal', fr: 'Rayon', en: 'Radius' },
  label: { nl: 'Naam (mag leeg)', fr: 'Nom (facultatif)', en: 'Label (optional)' },
  put: { nl: 'Teken', fr: 'Tracer', en: 'Draw' },
  leave: { nl: 'Stoppen', fr: 'Quitter', en: 'Leave' },
  hintCircle: {
    nl: 'Typ de straal of sleep de rand · klik of spatie onder het kruis: midden',
    fr: 'Tapez le rayon ou tirez le bord · clic ou espace sous la croix : centre',
    en: 'Type the radius or drag the rim · click or space under the cross: centre',
  },
  hintPolygon: {
    nl: 'Klik hoek na hoek, of pijlen en spatie · Backspace neemt terug · Enter sluit',
    fr: 'Cliquez coin par coin, ou flèches et espace · Retour arrière annule · Entrée ferme',
    en: 'Click corner by corner, or arrows and space · Backspace takes back · Enter closes',
  },
  hintCorners: {
    nl: 'Versleep de hoeken; een punt halverwege maakt een nieuwe hoek',
    fr: 'Tirez les coins ; un point à mi-chemin crée un nouveau coin',
    en: 'Drag the corners; a point halfway makes a new corner',
  },
  'fault-radius': {
    nl: 'Een straal van 5 m tot 30 km, zoals 250 of 1,5 km',
    fr: 'Un rayon de 5 m à 30 km, comme 250 ou 1,5 km',
    en: 'A radius from 5 m to 30 km, such as 250 or 1.5 km',
  },
  'fault-corners': {
    nl: 'Nog minstens drie hoeken nodig',
    fr: 'Il faut au moins trois coins',
    en: 'At least three corners are needed',
  },
  'fault-crosses-itself': {
    nl: 'De zijden kruisen elkaar',
    fr: 'Les côtés se croisent',
    en: 'The sides cross',
  },
  'fault-no-area': {
    nl: 'Deze vorm heeft geen oppervlakte',
    fr: "Cette forme n'a pas de surface",
    en: 'This shape has no area',
  },

  // Measuring.
  measure: { nl: 'Meet een afstand', fr: 'Mesurer une distance', en: 'Measure a distance' },
  measureHint: {
    nl: 'Klik punt na punt, of pijlen en spatie · Backspace neemt terug · Esc stopt',
    fr: 'Cliquez point par point, ou flèches et espace · Retour arrière annule · Esc termine',
    en: 'Click point by point, or arrows and space · Backspace takes back · Esc ends',
  },
  length: { nl: 'Lengte', fr: 'Longueur', en: 'Length' },

  // In the incident.
  section: { nl: 'Perimeters', fr: 'Périmètres', en: 'Perimeters' },
  next: { nl: 'Volgende perimeter', fr: 'Périmètre suivant', en: 'Next perimeter' },
  previous: { nl: 'Vorige perimeter', fr: 'Périmètre précédent', en: 'Previous perimeter' },
  focus: { nl: 'Naar de perimeters', fr: 'Vers les périmètres', en: 'To the perimeters' },
  area: { nl: 'Oppervlakte', fr: 'Superficie', en: 'Area' },
  since: {
    nl: '{{by}}, sinds {{at}}',
    fr: '{{by}}, depuis {{at}}',
    en: '{{by}}, since {{at}}',
  },
  changed: {
    nl: 'getekend {{drawn}}, hertekend {{at}} door {{by}}',
    fr: 'tracé {{drawn}}, redessiné {{at}} par {{by}}',
    en: 'drawn {{drawn}}, redrawn {{at}} by {{by}}',
  },
  firstEstimate: { nl: 'eerste raming', fr: 'première estimation', en: 'first estimate' },
  order: { nl: 'Afdwingen', fr: 'Faire appliquer', en: 'Enforce' },
  orderLong: {
    nl: 'Geef het bevel om de perimeter af te dwingen',
    fr: "Donner l'ordre de faire appliquer le périmètre",
    en: 'Order the perimeter to be enforced',
  },
  orderTo: { nl: 'Aan wie', fr: 'À qui', en: 'To whom' },
  orderToHint: {
    nl: 'Bijvoorbeeld: politiezone, Dir-Pol ter plaatse',
    fr: 'Par exemple : zone de police, Dir-Pol sur place',
    en: 'For example: police zone, Dir-Pol on site',
  },
  orderText: { nl: 'Bevel', fr: 'Ordre', en: 'Order' },
  orderNeeded: {
    nl: 'Schrijf aan wie, en wat',
    fr: 'Indiquez à qui, et quoi',
    en: 'Write to whom, and what',
  },
  orderGive: { nl: 'Geef het bevel', fr: "Donner l'ordre", en: 'Give the order' },
  'order-exclusion': {
    nl: 'Sluit de uitsluitingsperimeter af ({{size}}, {{place}}). Alleen interventiediensten met toelating erin.',
    fr: "Fermez le périmètre d'exclusion ({{size}}, {{place}}). Seuls les intervenants autorisés y entrent.",
    en: 'Close off the exclusion perimeter ({{size}}, {{place}}). Only responders with permission may enter.',
  },
  'order-isolation': {
    nl: 'Sluit de isolatieperimeter af ({{size}}, {{place}}). Alleen hulpdiensten en wie er moet zijn erin.',
    fr: "Fermez le périmètre d'isolation ({{size}}, {{place}}). Seuls les services de secours et les personnes autorisées y entrent.",
    en: 'Close off the isolation perimeter ({{size}}, {{place}}). Only emergency services and authorised persons may enter.',
  },
  'order-dissuasion': {
    nl: 'Leid het verkeer om buiten de ontradingsperimeter ({{size}}, {{place}}) en raad toegang af.',
    fr: "Déviez la circulation hors du périmètre de dissuasion ({{size}}, {{place}}) et déconseillez l'accès.",
    en: 'Divert traffic around the deterrence perimeter ({{size}}, {{place}}) and advise against entering.',
  },
  ordered: { nl: 'Bevel aan {{to}}', fr: 'Ordre à {{to}}', en: 'Order to {{to}}' },
  notOrdered: { nl: 'Geen bevel', fr: "Pas d'ordre", en: 'No order' },
  'order-sent': { nl: 'gegeven', fr: 'donné', en: 'given' },
  'order-received': { nl: 'ontvangen', fr: 'reçu', en: 'received' },
  'order-executed': { nl: 'uitgevoerd', fr: 'exécuté', en: 'executed' },
  'order-corrected': {
    nl: 'verbeterd in het logboek',
    fr: 'corrigé dans le journal',
    en: 'corrected in the logbook',
  },
  lift: { nl: 'Opheffen', fr: 'Lever', en: 'Lift' },
  liftLong: { nl: 'Hef de perimeter op', fr: 'Lever le périmètre', en: 'Lift the perimeter' },
  liftReason: { nl: 'Waarom opgeheven', fr: 'Motif de la levée', en: 'Why it is lifted' },
  liftNeeded: { nl: 'Schrijf waarom', fr: 'Indiquez le motif', en: 'Write why' },
  fly: { nl: 'Toon op de kaart', fr: 'Montrer sur la carte', en: 'Show on the map' },
  lifted: { nl: 'Opgeheven: {{count}}', fr: 'Levés : {{count}}', en: 'Lifted: {{count}}' },

  // Who and what lies inside.
  inside: {
    nl: 'Wie en wat erin ligt',
    fr: "Qui et quoi s'y trouve",
    en: 'Who and what lies inside',
  },
  people: {
    nl: '± {{n}} inwoners (raming)',
    fr: '± {{n}} habitants (estimation)',
    en: '± {{n}} inhabitants (estimate)',
  },
  noPeople: {
    nl: 'aantal inwoners onbekend',
    fr: "nombre d'habitants inconnu",
    en: 'number of inhabitants unknown',
  },
  nothing: {
    nl: 'niets uit de kaartlagen',
    fr: 'rien dans les couches',
    en: 'nothing of the map layers',
  },
  counting: { nl: 'wordt geteld…', fr: 'comptage…', en: 'counting…' },
  unknown: {
    nl: 'kaartlagen nog niet geladen',
    fr: 'couches pas encore chargées',
    en: 'map layers not loaded yet',
  },
  tally: {
    nl: 'Zet deze lijst in het incident',
    fr: "Mettre cette liste dans l'incident",
    en: 'Put this list in the incident',
  },
  tallyShort: { nl: 'Lijst in incident', fr: "Liste dans l'incident", en: 'List in incident' },
  tallied: {
    nl: 'Lijst in het incident gezet om {{at}} door {{by}} ({{count}})',
    fr: "Liste mise dans l'incident à {{at}} par {{by}} ({{count}})",
    en: 'List put in the incident at {{at}} by {{by}} ({{count}})',
  },
  tallyOld: {
    nl: 'De omtrek is hertekend na de vorige lijst: zet hem er opnieuw in',
    fr: 'Le contour a été redessiné après la dernière liste : remettez-la',
    en: 'The outline was redrawn after the last list: put it in again',
  },
  tallyDiffers: {
    nl: 'Nu ligt er iets anders in dan in die lijst',
    fr: 'Le contenu actuel diffère de cette liste',
    en: 'What lies inside now differs from that list',
  },
  managed: { nl: 'Beheerder: {{name}}', fr: 'Gestionnaire : {{name}}', en: 'Manager: {{name}}' },

  // Wind and area of effect.
  effect: {
    nl: 'Wind en effectgebied (rook, gas)',
    fr: "Vent et zone d'effet (fumée, gaz)",
    en: 'Wind and area of effect (smoke, gas)',
  },
  effectShort: { nl: 'Effectgebied', fr: "Zone d'effet", en: 'Area of effect' },
  agent: { nl: 'Wat', fr: 'Quoi', en: 'What' },
  'agent-smoke': { nl: 'Rook', fr: 'Fumée', en: 'Smoke' },
  'agent-gas': { nl: 'Gas', fr: 'Gaz', en: 'Gas' },
  'agent-toxic': { nl: 'Giftig', fr: 'Toxique', en: 'Toxic' },
  windFrom: { nl: 'Wind uit', fr: 'Vent de', en: 'Wind from' },
  windFromHint: { nl: '230 of ZW', fr: '230 ou SO', en: '230 or SW' },
  windSpeed: { nl: 'Snelheid', fr: 'Vitesse', en: 'Speed' },
  unit: { nl: 'Eenheid', fr: 'Unité', en: 'Unit' },
  'unit-kmh': { nl: 'km/u', fr: 'km/h', en: 'km/h' },
  'unit-ms': { nl: 'm/s', fr: 'm/s', en: 'm/s' },
  'unit-bft': { nl: 'Bft', fr: 'Bft', en: 'Bft' },
  'fault-from': {
    nl: 'Een richting van 0 tot 360, of N, NNO, NO…',
    fr: 'Une direction de 0 à 360, ou N, NNE, NE…',
    en: 'A direction from 0 to 360, or N, NNE, NE…',
  },
  'fault-speed': {
    nl: 'Een snelheid, zoals 20 of 4 Bft',
    fr: 'Une vitesse, comme 20 ou 4 Bft',
    en: 'A speed, such as 20 or 4 Bft',
  },
  windTold: {
    nl: 'Wind uit {{name}} ({{from}}°), {{kmh}} km/u · {{ms}} m/s · {{bft}} Bft',
    fr: 'Vent de {{name}} ({{from}}°), {{kmh}} km/h · {{ms}} m/s · {{bft}} Bft',
    en: 'Wind from {{name}} ({{from}}°), {{kmh}} km/h · {{ms}} m/s · {{bft}} Bft',
  },
  windShort: {
    nl: '{{name}} {{kmh}} km/u',
    fr: '{{name}} {{kmh}} km/h',
    en: '{{name}} {{kmh}} km/h',
  },
  windSource: {
    nl: '{{station}}, {{age}} geleden',
    fr: '{{station}}, il y a {{age}}',
    en: '{{station}}, {{age}} ago',
  },
  windOld: {
    nl: 'Deze meting is ouder dan een uur: vraag de wind na',
    fr: "Cette mesure date de plus d'une heure : vérifiez le vent",
    en: 'This measurement is more than an hour old: ask for the wind',
  },
  windNone: {
    nl: 'Geen windmeting bekend: typ de wind',
    fr: 'Aucune mesure de vent connue : saisissez le vent',
    en: 'No wind measurement known: type the wind',
  },
  windTyped: {
    nl: 'Met de hand: wordt ook als windmeting vastgelegd',
    fr: 'Saisi à la main : enregistré aussi comme mesure de vent',
    en: 'By hand: also recorded as a wind measurement',
  },
  'windTold-by': { nl: 'Van wie', fr: 'De qui', en: 'Told by' },
  windBadge: { nl: 'Laatste wind', fr: 'Dernier vent', en: 'Latest wind' },
  estimateNote: {
    nl: 'Eerste raming, geen meting of berekening: een hulp voor de eerste minuten tot een specialist (CBRNe, Civiele Bescherming) rekent.',
    fr: "Première estimation, ni mesure ni calcul : une aide pour les premières minutes, jusqu'au calcul d'un spécialiste (CBRNe, Protection civile).",
    en: 'First estimate, neither measured nor calculated: an aid for the first minutes until a specialist (CBRNe, Civil Protection) calculates.',
  },
  still: {
    nl: 'Zwakke wind: rondom {{length}}',
    fr: 'Vent faible : tout autour, {{length}}',
    en: 'Weak wind: all around, {{length}}',
  },
  sector: {
    nl: 'Sector van {{angle}}°, {{length}} ver naar {{name}}',
    fr: 'Secteur de {{angle}}°, sur {{length}} vers {{name}}',
    en: 'Sector of {{angle}}°, {{length}} far towards {{name}}',
  },
  windChanged: { nl: 'De wind is veranderd', fr: 'Le vent a changé', en: 'The wind has changed' },
  rewind: {
    nl: 'Herteken het effectgebied met de wind van nu',
    fr: "Redessiner la zone d'effet avec le vent actuel",
    en: 'Redraw the area of effect with the wind of now',
  },
  rewindShort: { nl: 'Nieuwe wind', fr: 'Nouveau vent', en: 'New wind' },

  // Cameras.
  cameras: { nl: "Camera's", fr: 'Caméras', en: 'Cameras' },
  cameraSees: {
    nl: 'Zien de plaats ({{count}})',
    fr: 'Voient le lieu ({{count}})',
    en: 'See the place ({{count}})',
  },
  cameraNear: { nl: 'Dichtstbij', fr: 'Les plus proches', en: 'Nearest' },
  cameraNoPoint: {
    nl: 'Het incident heeft nog geen punt op de kaart',
    fr: "L'incident n'a pas encore de point sur la carte",
    en: 'The incident has no point on the map yet',
  },
  cameraOpen: { nl: 'Open', fr: 'Ouvrir', en: 'Open' },
  cameraAsk: { nl: 'Vraag aan', fr: 'Demander', en: 'Request' },
  cameraAskTitle: {
    nl: 'Camera aanvragen: {{name}}',
    fr: 'Demander la caméra : {{name}}',
    en: 'Request camera: {{name}}',
  },
  cameraAskNote: {
    nl: 'De eigenaar ({{owner}}) wil dat elke aanvraag met reden wordt vastgelegd. Dat gebeurt voor het beeld opengaat.',
    fr: "Le propriétaire ({{owner}}) veut que chaque demande soit consignée avec son motif. Cela se fait avant l'ouverture de l'image.",
    en: 'The owner ({{owner}}) wants each request recorded with its reason. That is done before the picture opens.',
  },
  cameraReason: { nl: 'Reden', fr: 'Motif', en: 'Reason' },
  cameraReasonNeeded: {
    nl: 'Zonder reden geen aanvraag',
    fr: 'Pas de demande sans motif',
    en: 'No request without a reason',
  },
  cameraMayNot: {
    nl: 'Op aanvraag: jouw rol mag niet aanvragen',
    fr: 'Sur demande : votre rôle ne peut pas demander',
    en: 'On request: your role may not request',
  },
  cameraTitle: { nl: 'Camera: {{name}}', fr: 'Caméra : {{name}}', en: 'Camera: {{name}}' },
  cameraAddress: {
    nl: 'Adres van het beeld',
    fr: "Adresse de l'image",
    en: 'Address of the picture',
  },
  cameraWaiting: {
    nl: 'De aanvraag wordt vastgelegd…',
    fr: "La demande est en cours d'enregistrement…",
    en: 'The request is being recorded…',
  },
  cameraUnreachable: {
    nl: 'De server antwoordt niet',
    fr: 'Le serveur ne répond pas',
    en: 'The server does not answer',
  },
  cameraAgain: { nl: 'Opnieuw', fr: 'Réessayer', en: 'Again' },
  cameraTold: { nl: 'aangevraagd {{at}}', fr: 'demandée {{at}}', en: 'requested {{at}}' },

  // Automatic entries of the logbook.
  'auto-drawn': {
    nl: '{{kind}} getekend{{label}}',
    fr: '{{kind}} tracé{{label}}',
    en: '{{kind}} drawn{{label}}',
  },
  'auto-drawnEffect': {
    nl: '{{kind}} getekend{{label}}',
    fr: '{{kind}} tracée{{label}}',
    en: '{{kind}} drawn{{label}}',
  },
  'auto-redrawn': {
    nl: '{{kind}} hertekend{{label}}',
    fr: '{{kind}} redessiné{{label}}',
    en: '{{kind}} redrawn{{label}}',
  },
  'auto-redrawnEffect': {
    nl: '{{kind}} hertekend{{label}}',
    fr: '{{kind}} redessinée{{label}}',
    en: '{{kind}} redrawn{{label}}',
  },
  'auto-effect': {
    nl: 'Eerste raming: effectgebied van {{agent}}, wind uit {{name}} ({{from}}°) {{kmh}} km/u ({{source}}, {{at}}){{label}}',
    fr: "Première estimation : zone d'effet ({{agent}}), vent de {{name}} ({{from}}°) {{kmh}} km/h ({{source}}, {{at}}){{label}}",
    en: 'First estimate: area of effect of {{agent}}, wind from {{name}} ({{from}}°) {{kmh}} km/h ({{source}}, {{at}}){{label}}',
  },
  'auto-effectAgain': {
    nl: 'Eerste raming hertekend: effectgebied van {{agent}}, wind uit {{name}} ({{from}}°) {{kmh}} km/u ({{source}}, {{at}}){{label}}',
    fr: "Première estimation redessinée : zone d'effet ({{agent}}), vent de {{name}} ({{from}}°) {{kmh}} km/h ({{source}}, {{at}}){{label}}",
    en: 'First estimate redrawn: area of effect of {{agent}}, wind from {{name}} ({{from}}°) {{kmh}} km/h ({{source}}, {{at}}){{label}}',
  },
  'auto-ordered': {
    nl: 'Bevel om de {{kind}} af te dwingen, aan {{to}}',
    fr: 'Ordre de faire appliquer le {{kind}}, à {{to}}',
    en: 'Order to enforce the {{kind}}, to {{to}}',
  },
  'auto-tallied': {
    nl: 'In de {{kind}}: {{list}}',
    fr: 'Dans le {{kind}} : {{list}}',
    en: 'Inside the {{kind}}: {{list}}',
  },
  'auto-talliedEffect': {
    nl: 'In het {{kind}}: {{list}}',
    fr: 'Dans la {{kind}} : {{list}}',
    en: 'Inside the {{kind}}: {{list}}',
  },
  'auto-lifted': {
    nl: '{{kind}} opgeheven: {{reason}}',
    fr: '{{kind}} levé : {{reason}}',
    en: '{{kind}} lifted: {{reason}}',
  },
  'auto-liftedEffect': {
    nl: '{{kind}} opgeheven: {{reason}}',
    fr: '{{kind}} levée : {{reason}}',
    en: '{{kind}} lifted: {{reason}}',
  },
  'auto-camera': {
    nl: 'Camera {{camera}} aangevraagd: {{reason}}',
    fr: 'Caméra {{camera}} demandée : {{reason}}',
    en: 'Camera {{camera}} requested: {{reason}}',
  },
} satisfies Record<string, Words>;

/** What the map writes along the line. */
export const perimeterWords = (lang: Lang): Record<PerimeterKind, string> => ({
  exclusion: perimeter['kind-exclusion'][lang],
  isolation: perimeter['kind-isolation'][lang],
  dissuasion: perimeter['kind-dissuasion'][lang],
  effect: perimeter['kind-effect'][lang],
});
