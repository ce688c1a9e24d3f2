import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small plan on disk that has no mistake, for tests that put one in. */
export interface PlanFolder {
  folder: string;
  /** Writes a file anew, as it stands or changed: `edit('plan/phases.yaml', (text) => …)`. */
  edit(file: string, change: string | ((text: string) => string)): void;
  close(): void;
}

const three = (word: string) => `{ nl: ${word}, fr: ${word}, en: ${word} }`;

const FIRST = `id: first
edition: 1
title: { nl: Eerst, fr: D’abord }
types: ['*']
steps:
  - id: ask-smoke
    measures: [M10.1]
    owner: D1
    kind: ask
    title: { nl: Is er rook?, fr: Y a-t-il de la fumée ? }
    within: 5
    question: { fact: smoke, kind: yesno }
    closes: { by: answer }
  - id: mayor
    measures: [M10.2]
    owner: operator
    kind: notify
    title: { nl: Verwittig de burgemeester, fr: Avertissez le bourgmestre }
    within: 20
    reach: { functions: [mayor] }
    closes: { by: reached }
`;

const FIRE = `id: fire
edition: 1
title: { nl: Brand, fr: Incendie }
types: [fire]
steps:
  - use: shelter
    when: { fact: smoke, is: true }
  - id: choose
    measures: [M10.1]
    owner: authority
    kind: decide
    title: { nl: Beslis, fr: Décidez }
    within: 10
    after: [shelter]
    evidence: note
    options:
      - { id: stay, nl: Blijven, fr: Rester }
      - { id: leave, nl: Weggaan, fr: Partir }
`;

const FLOOD = `id: flood
edition: 1
title: { nl: Overstroming, fr: Inondation }
types: [flood]
steps:
  - id: pumps
    measures: [M10.2]
    owner: D1
    kind: call
    title: { nl: Vraag pompen, fr: Demandez des pompes }
    within: 15
    reach: { functions: [fire-dispatch, zone-chief] }
    closes: { by: reached }
`;

const SHELTER = `id: shelter
edition: 1
title: { nl: Schuilen, fr: Se mettre à l’abri }
steps:
  - id: tell
    measures: [M10.2]
    owner: D5
    kind: do
    title: { nl: Zeg het, fr: Dites-le }
    within: 5
  - id: count
    measures: [M10.2]
    owner: D3
    kind: do
    title: { nl: Tel, fr: Comptez }
    within: 10
    after: [tell]
    when: { fact: priority, in: [1, 2] }
`;

const FILES: Readonly<Record<string, string>> = {
  'plan/incident-types.yaml': ['fire', 'flood']
    .map((id) => `- { id: ${id}, priority: 1, lead: D1, icon: fire, name: ${three(id)} }\n`)
    .join(''),
  'plan/categories.yaml': ['municipal', 'police', 'regional']
    .map((id) => `- { id: ${id}, name: ${three(id)} }\n`)
    .join(''),
  'plan/measures/10.yaml': `theme: 10
title: ${three('crisis')}
measures:
${['M10.1', 'M10.2']
  .map(
    (id) => `  - { id: ${id}, axis: prevention, title: ${three('maatregel')}, text: Iets doen. }\n`,
  )
  .join('')}`,
  'plan/phases.yaml': [
    ['municipal', 'mayor'],
    ['provincial', 'high-official'],
    ['federal', 'high-official'],
  ]
    .map(([id, who]) => {
      const own = id === 'municipal' ? ', ofMunicipality: true' : '';
      return `- { id: ${id}, name: ${three('fase')}, functions: [${who}], source: law, parameters: []${own} }\n`;
    })
    .join(''),
  'channels.yaml': `- { id: phone, name: ${three('telefoon')}, kind: operator, testEvery: 30 }\n`,
  'directory/functions.yaml': [
    ['mayor', 'municipal', 'municipality'],
    ['zone-chief', 'police', 'zone'],
    ['fire-dispatch', 'regional', 'region'],
    ['high-official', 'regional', 'region'],
  ]
    .map(
      ([id, category, scope]) =>
        `- { id: ${id}, name: ${three(id!)}, category: ${category}, scope: ${scope} }\n`,
    )
    .join(''),
  'directory/organisations.yaml': `- { id: town, name: { nl: Stad, fr: Ville }, category: municipal, keeper: Stad, checked: 2026-09-01 }\n`,
  'directory/contacts/town.yaml': `- id: someone
  name: An Lindeboom
  organisation: town
  holds:
    - { function: mayor, municipality: elsene, rank: 1 }
    - { function: mayor, municipality: evere, rank: 1 }
    - { function: zone-chief, zone: '5339', rank: 1 }
    - { function: zone-chief, zone: '5344', rank: 1 }
    - { function: fire-dispatch, rank: 1 }
    - { function: high-official, rank: 1 }
  ways: [{ channel: phone, address: '+32 2 555 00 01' }]
  single: true
  languages: [nl, fr]
  keeper: Stad
  checked: 2026-09-01
`,
  'geo/municipalities.yaml': `municipalities:
  - { id: elsene, nis: 21009, name: { nl: Elsene, fr: Ixelles }, at: [4.37, 50.82], people: 90000 }
  - { id: evere, nis: 21006, name: { nl: Evere, fr: Evere }, at: [4.4, 50.87], people: 45000 }
`,
  'geo/zones.yaml': `zones:
  - { id: '5339', name: { nl: Elsene, fr: Ixelles }, of: [elsene], from: 2002-01-01 }
  - { id: '5344', name: { nl: Noord, fr: Nord }, of: [evere], from: 2002-01-01 }
`,
  'geo/green.yaml': `features:
  - { id: wood, kind: park, name: { nl: Bos, fr: Bois }, wind: { closeAt: 80 }, ring: [[4.4, 50.8], [4.41, 50.8], [4.4, 50.81]] }
  - { id: lawn, kind: park, name: { nl: Gazon, fr: Pelouse }, ring: [[4.4, 50.8], [4.41, 50.8], [4.4, 50.81]] }
`,
  'plan/workflows/first.yaml': FIRST,
  'plan/workflows/fire.yaml': FIRE,
  'plan/workflows/flood.yaml': FLOOD,
  'plan/workflows/blocks/shelter.yaml': SHELTER,
};

export function planFolder(): PlanFolder {
  const folder = mkdtempSync(join(tmpdir(), 'belfry-plan-'));
  const texts = new Map(Object.entries(FILES));
  const edit: PlanFolder['edit'] = (file, change) => {
    const text = typeof change === 'string' ? change : change(texts.get(file)!);
    texts.set(file, text);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [file, text] of texts) edit(file, text);
  return { folder, edit, close: () => rmSync(folder, { recursive: true, force: true }) };
}
