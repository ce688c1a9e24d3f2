import { afterEach, describe, expect, it } from 'vitest';
import { checkPlan } from '../../server/plan/check.ts';
import { told } from '../../server/plan/finding.ts';
import { nearest } from '../../server/plan/near.ts';
import { planFolder, type PlanFolder } from '../fake/plan-folder.ts';

/** What the linter of the plan says of a file that was written wrong. */
const DAY = '2026-11-24';
let open: PlanFolder[] = [];
afterEach(() => {
  for (const one of open) one.close();
  open = [];
});

function folder(): PlanFolder {
  const one = planFolder();
  open.push(one);
  return one;
}
const findingsOf = (one: PlanFolder, env = {}) =>
  checkPlan(one.folder, { day: DAY, env }).findings.map(told);

const FIRE = 'plan/workflows/fire.yaml';
const FLOOD = 'plan/workflows/flood.yaml';
const FIRST = 'plan/workflows/first.yaml';
const SHELTER = 'plan/workflows/blocks/shelter.yaml';
const CONTACTS = 'directory/contacts/town.yaml';

/** The findings when `from` in a file is `to`. */
function when(file: string, from: string, to: string): string[] {
  const one = folder();
  one.edit(file, (text) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  });
  return findingsOf(one);
}
const step = (id: string, more: string) => `  - id: ${id}
    measures: [M10.1]
    owner: operator
    title: { nl: Doe iets, fr: Faites quelque chose }
    within: 5
${more
  .split('\n')
  .map((line) => `    ${line}\n`)
  .join('')}`;
/** The findings about one more step, at line 18 of the workflow of floods' end. */
function withStep(more: string): string[] {
  const one = folder();
  one.edit(FLOOD, (text) => text + step('extra', more));
  return findingsOf(one);
}

/** File, what stands there, what is written instead, and what is said of it. */
type Wrong = [name: string, file: string, from: string, to: string, ...said: string[]];

describe('the linter of the plan', () => {
  it('[P5.102] a plan that is right has no findings', () => {
    const { findings, made } = checkPlan(folder().folder, { day: DAY, env: {} });
    expect(findings).toEqual([]);
    expect(made?.plan.workflows.map(({ id }) => id).sort()).toEqual([
      ...['fire', 'first', 'flood', 'shelter'],
    ]);
  });

  it.each<Wrong>([
    [
      'a measure that is not in the plan',
      FLOOD,
      'measures: [M10.2]',
      'measures: [M10.2, M10.9]',
      `${FLOOD}:7:23: step pumps: measure M10.9 is not in the plan: theme 10 has M10.1 to M10.2`,
    ],
    [
      'no measure',
      FLOOD,
      'measures: [M10.2]',
      'measures: []',
      `${FLOOD}:7:5: step pumps: "measures" needs at least 1`,
    ],
    [
      'a measure that is written otherwise',
      FLOOD,
      'measures: [M10.2]',
      'measures: [10.2]',
      `${FLOOD}:7:16: step pumps: "0" should be a text`,
    ],
    [
      'a function that nobody knows',
      FLOOD,
      'fire-dispatch',
      'fire-dipsatch',
      `${FLOOD}:12:26: step pumps: "fire-dipsatch" is not in directory/functions.yaml: add it there or correct it. Did you mean "fire-dispatch"?`,
    ],
    [
      'a category that nobody knows',
      FLOOD,
      'reach: {',
      'reach: { categories: [firemen],',
      `${FLOOD}:12:27: step pumps: "firemen" is not in plan/categories.yaml: add it there or correct it.`,
    ],
    [
      'a language that is missing',
      FLOOD,
      ', fr: Demandez des pompes',
      '',
      `${FLOOD}:10:5: step pumps: the French text is missing: write "fr"`,
    ],
    [
      'a language that is empty',
      FLOOD,
      'fr: Demandez des pompes',
      "fr: ' '",
      `${FLOOD}:10:32: step pumps: the French text is empty: write it`,
    ],
    [
      'a field that nobody knows',
      FLOOD,
      'within: 15',
      'wihtin: 15',
      `${FLOOD}:6:5: step pumps: "within" is missing: add it`,
      `${FLOOD}:11:5: step pumps: there is no field "wihtin" here. Did you mean "within"?`,
    ],
    [
      'a field that nobody knows deep inside',
      FLOOD,
      'closes: { by: reached }',
      'closes: { by: perimeter, kind: exclusion, phse: x }',
      `${FLOOD}:13:47: step pumps: there is no field "phse" here: by, kind`,
    ],
    [
      'an owner that is none',
      FLOOD,
      'owner: D1',
      'owner: D7',
      `${FLOOD}:8:5: step pumps: "D7" is none of: D1, D2, D3, D4, D5, operator, supervisor, police, traffic, authority`,
    ],
    [
      'a block that is not there',
      FIRE,
      'use: shelter',
      'use: sheltre',
      `${FIRE}:6:5: step sheltre: there is no block "sheltre" in plan/workflows/blocks. Did you mean "shelter"?`,
      `${FIRE}:14:13: step choose: waits for "shelter", which is not here. Did you mean "sheltre"?`,
    ],
    [
      'a step that is not there',
      FIRE,
      'after: [shelter]',
      'after: [shelter.tel]',
      `${FIRE}:14:13: step choose: waits for "shelter.tel", which is not here. Did you mean "shelter.tell"?`,
    ],
    [
      'a step that waits for itself',
      FIRE,
      'after: [shelter]',
      'after: [choose]',
      `${FIRE}:14:5: step choose: waits for itself: choose after choose: take one "after" out`,
    ],
    [
      'a circle through a block',
      FIRE,
      'when: { fact: smoke, is: true }',
      'after: [choose]',
      `${FIRE}:7:5: step shelter: waits for itself: shelter.tell after choose after shelter.count after shelter.tell: take one "after" out`,
    ],
    [
      'a circle in a block, told where it is',
      SHELTER,
      'within: 5',
      'within: 5\n    after: [count]',
      `${SHELTER}:11:5: step tell: waits for itself: tell after count after tell: take one "after" out`,
    ],
    [
      'a block that uses itself',
      SHELTER,
      'steps:\n',
      'steps:\n  - use: shelter\n',
      `${SHELTER}:5:5: step shelter: goes round in a circle: shelter uses shelter: take one of them out`,
    ],
    [
      'a type that is not there',
      FLOOD,
      'types: [flood]',
      'types: [flod]',
      'plan/incident-types.yaml:2:3: warning: type flood has no workflow of its own: name it in "types" of one',
      `${FLOOD}:4:9: there is no type of incident "flod" in plan/incident-types.yaml. Did you mean "flood"?`,
    ],
    [
      'a workflow of no type',
      FLOOD,
      'types: [flood]\n',
      '',
      'plan/incident-types.yaml:2:3: warning: type flood has no workflow of its own: name it in "types" of one',
      `${FLOOD}:1:1: starts for no type of incident: add "types", or move it to blocks/`,
    ],
    [
      'a block of a type',
      SHELTER,
      'steps:',
      'types: [fire]\nsteps:',
      `${SHELTER}:4:1: a block starts for no type: leave "types" out`,
    ],
    [
      'an id that stands twice',
      SHELTER,
      'id: count',
      'id: tell',
      `${SHELTER}:11:5: step tell: "tell" is already in line 5: give this step an id of its own`,
    ],
    [
      'two workflows of one id',
      FLOOD,
      'id: flood',
      'id: fire',
      `${FLOOD}:1:1: warning: the file is called flood.yaml: call both alike`,
      `${FLOOD}:1:1: "fire" is also the id of plan/workflows/fire.yaml: change one`,
    ],
    [
      'YAML that is none',
      FLOOD,
      'title: { nl: Vraag',
      'title: { nl: [Vraag',
      `${FLOOD}:10:57: is no YAML: flow sequence in block collection must be sufficiently indented and end with a ]`,
    ],
    [
      'a field that stands twice',
      FLOOD,
      'within: 15',
      'within: 15\n    owner: D2',
      `${FLOOD}:12:5: this field stands here twice: keep one of the two`,
    ],
    [
      'a phase that nobody may decide',
      'plan/phases.yaml',
      '[mayor]',
      '[maire]',
      'plan/phases.yaml:1:3: phase municipal: "maire" is not in directory/functions.yaml.',
    ],
    [
      'a phase of a municipality that the region decides',
      'plan/phases.yaml',
      '[mayor]',
      '[high-official]',
      'plan/phases.yaml:1:3: phase municipal is decided per municipality, and "high-official" is a function of the region',
    ],
    [
      'a measure of another file',
      'plan/measures/10.yaml',
      'id: M10.2',
      'id: M10.3',
      'plan/measures/10.yaml: measures.1 (M10.3): id: M10.2 is expected here',
    ],
  ])('[P5.102] %s', (_, file, from, to, ...said) => {
    expect(when(file, from, to).sort()).toEqual([...said].sort());
  });

  it.each<[more: string, ...said: string[]]>([
    ['kind: ask', '17:5: step extra: asks nothing: add "question" with "fact" and "kind"'],
    [
      'kind: ask\nquestion: { fact: deep, kind: number }',
      '18:5: step extra: closes with its answer: write "closes: { by: answer }"',
    ],
    [
      'kind: ask\ncloses: { by: answer }\nquestion: { fact: deep, kind: choice }',
      '19:5: step extra: a choice needs at least two "choices"',
    ],
    ['kind: do\ncloses: { by: answer }', '20:5: is closed by an answer, and asks nothing'],
    [
      'kind: decide',
      'decides between nothing: add "options", two or more',
      'a decision is founded: add "evidence", what must be told with it (note or name)',
    ],
    [
      'kind: do\ncloses: { by: reached }',
      'is closed when somebody is reached, and reaches nobody: add "reach"',
    ],
    [
      'kind: call',
      'is a step of kind call: add "reach", with the functions or categories to reach',
    ],
    ['kind: do\nreach: { functions: [mayor] }', 'only call, notify and message reach somebody'],
    [
      'kind: call\nreach: { functions: [] }',
      'reaches nobody: name at least one function or category',
    ],
    ['kind: call\nreach: { functions: [mayor, mayor] }', '"mayor" stands there twice: keep one'],
    [
      'kind: ask\ncloses: { by: answer }\nquestion: { fact: night, kind: yesno }',
      '"night" is known without asking: take another name',
    ],
    [
      'kind: ask\ncloses: { by: answer }\nquestion: { fact: smoke, kind: number }',
      `"smoke" is a number here, and a yes or no in ${FIRST}:12: one fact, one kind`,
    ],
  ])('[P5.102] a step that lacks what its kind needs: %s', (more, ...said) => {
    const findings = withStep(more);
    expect(findings).toHaveLength(said.length);
    for (const [i, one] of said.entries()) {
      expect(findings[i]).toContain(one.replace(/^\d+:\d+: (step extra: )?/, ''));
      expect(findings[i]).toMatch(/^plan\/workflows\/flood\.yaml:\d+:\d+: step extra: /);
    }
  });

  it('[P5.102] all mistakes of all files are told at once, by file and line', () => {
    const one = folder();
    one.edit(FIRE, (text) => text.replace('owner: authority', 'owner: nobody'));
    one.edit(FLOOD, (text) => text.replace('M10.2', 'M10.7').replace('zone-chief', 'zone-cheif'));
    one.edit('channels.yaml', (text) => text.replace('operator', 'pigeon'));
    const lines = findingsOf(one).map((line) => line.split(': ')[0]);
    // The contact's own channel is lost with the file that names it.
    expect(lines).toEqual([
      ...['channels.yaml:1:68', `${CONTACTS}:1:3`],
      ...[`${FIRE}:10:5`, `${FLOOD}:7:16`, `${FLOOD}:12:41`],
    ]);
  });

  it('[P5.102] what is written is never looked for by running it: a bomb of references is refused', () => {
    const one = folder();
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [i, name] of [...'bcdefg'].entries()) {
      const before = 'abcdef'[i];
      bomb.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`);
    }
    one.edit(FLOOD, `${bomb.join('\n')}\n`);
    expect(findingsOf(one).join('\n')).toContain(`${FLOOD}: excessive alias count`);
  });

  it('[P5.103] a function that nobody holds is told at the step that reaches it', () => {
    const lines = when(CONTACTS, '    - { function: fire-dispatch, rank: 1 }\n', '');
    expect(lines).toEqual([
      `${FLOOD}:12:26: step pumps: function "fire-dispatch" is held by nobody: add a contact that holds it to directory/contacts`,
    ]);
  });

  it('[P5.103] a function of municipalities is held in each, of police zones in each that is in force', () => {
    expect(when(CONTACTS, 'municipality: evere', 'municipality: elsene')).toEqual([
      `${FIRST}:20:26: step mayor: function "mayor" is held by nobody in municipality evere: add a contact that holds it to directory/contacts (and 1 more of the plan reach it)`,
    ]);
    const one = folder();
    one.edit(CONTACTS, (text) => text.replace("zone: '5344'", "zone: '5399'"));
    expect(findingsOf(one)).toEqual([
      `${FLOOD}:12:41: step pumps: function "zone-chief" is held by nobody in zone 5344: add a contact that holds it to directory/contacts`,
    ]);
    // Merged yesterday: the old zone needs nobody any more, the new one does.
    one.edit('geo/zones.yaml', (text) =>
      text
        .replaceAll('from: 2002-01-01', 'from: 2002-01-01, until: 2026-11-23')
        .concat(
          "  - { id: '5399', name: { nl: Een, fr: Un }, of: [elsene, evere], from: 2026-11-24 }\n",
        ),
    );
    expect(findingsOf(one)).toEqual([]);
  });

  it('[P5.103] who no longer holds a function today does not count; who is on duty for it does', () => {
    const ended = '{ function: fire-dispatch, rank: 1, until: 2026-11-23 }';
    const one = folder();
    one.edit(CONTACTS, (text) => text.replace('{ function: fire-dispatch, rank: 1 }', ended));
    expect(findingsOf(one)).toHaveLength(1);
    one.edit(
      'directory/duties.yaml',
      `- id: week
  function: fire-dispatch
  contact: someone
  weekly: { days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', until: '08:00' }
`,
    );
    expect(findingsOf(one)).toEqual([]);
  });

  it('[P5.103] a category is reached through a contact point, so one must have it', () => {
    const reach = 'reach: { categories: [police]';
    expect(when(FLOOD, 'reach: { functions: [fire-dispatch, zone-chief]', reach)).toEqual([
      `${FLOOD}:12:27: step pumps: no organisation of category "police" has one contact point: mark a contact with "single: true"`,
    ]);
    expect(
      when(
        FLOOD,
        'functions: [fire-dispatch',
        'categories: [municipal], functions: [fire-dispatch',
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'fact: smoke, is: true',
      'fact: smok, is: true',
      'there is no fact "smok": ask it in a step, or use one that is known. Did you mean "smoke"?',
    ],
    ['fact: smoke, is: true', 'fact: smoke, is: 1', '"smoke" is a yes or no, and 1 is a number'],
    [
      'fact: smoke, is: true',
      'fact: smoke, from: 1',
      '"smoke" is a yes or no: "from" compares numbers only, write "is"',
    ],
    [
      'fact: smoke, is: true',
      'fact: zone, is: 5339',
      '"zone" is a text, and 5339 is a number: put it in quotes',
    ],
    [
      'fact: smoke, is: true',
      'fact: municipality, is: elsen',
      '"municipality" is never "elsen": elsene, evere. Did you mean "elsene"?',
    ],
    [
      'fact: smoke, is: true',
      'fact: phase, in: [municipal, regional]',
      '"phase" is never "regional": none, municipal, provincial, federal.',
    ],
    ['fact: smoke, is: true', 'fact: priority, in: [5]', '"priority" is never 5: 1, 2, 3, 4.'],
    [
      '{ fact: smoke, is: true }',
      '{ any: [{ fact: night, is: true }, { not: { fact: dark, is: true } }] }',
      'there is no fact "dark"',
    ],
    [
      '{ fact: smoke, is: true }',
      '{ fact: smoke, equals: true }',
      'there is no field "equals" here',
    ],
    ['{ fact: smoke, is: true }', 'smoke', 'is none of what can stand here'],
  ])('[P5.104] conditions: %s → %s', (from, to, said) => {
    const mistakes = when(FIRE, from, to).filter((line) => line.includes(said));
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(/^plan\/workflows\/fire\.yaml:7:\d+: step shelter: /);
  });

  it('[P5.104] a fact of another workflow is not known, one of a block or of every incident is', () => {
    const one = folder();
    const ask = (fact: string) =>
      step(
        `ask-${fact}`,
        `kind: ask\ncloses: { by: answer }\nquestion: { fact: ${fact}, kind: number }`,
      );
    one.edit(FLOOD, (text) => text + ask('depth'));
    one.edit(SHELTER, (text) => text + ask('people'));
    const hangs = (fact: string) =>
      one.edit(FIRE, (text) =>
        text.replace(/fact: \w+, (is: true|from: 1)/, `fact: ${fact}, from: 1`),
      );
    hangs('people');
    expect(findingsOf(one)).toEqual([]);
    hangs('depth');
    expect(findingsOf(one)).toEqual([
      `${FIRE}:7:13: step shelter: nobody asks "depth" in this workflow: add a step of kind ask`,
    ]);
  });

  it('[P5.104] a choice is compared with what can be chosen', () => {
    const one = folder();
    const choices =
      'choices: [{ id: low, nl: Laag, fr: Basse }, { id: high, nl: Hoog, fr: Haute }]';
    one.edit(
      FIRE,
      (text) =>
        text.replace('fact: smoke, is: true', 'fact: water, is: hihg') +
        step(
          'ask-water',
          `kind: ask\ncloses: { by: answer }\nquestion: { fact: water, kind: choice, ${choices} }`,
        ),
    );
    expect(findingsOf(one)).toEqual([
      `${FIRE}:7:26: step shelter: "water" is never "hihg": low, high. Did you mean "high"?`,
    ]);
  });

  it('[P5.105] what is only suspicious is a warning, and the plan comes into force', () => {
    const one = folder();
    one.edit(FLOOD, (text) =>
      text
        .replace('fr: Demandez des pompes', 'fr: Vraag om vier pompen')
        .replace('nl: Vraag pompen', 'nl: Vraag om vier pompen'),
    );
    one.edit(
      'channels.yaml',
      (text) =>
        `${text}- { id: sms, name: { nl: Sms, fr: SMS, en: SMS }, kind: webhook, env: BELFRY_SMS_URL, testEvery: 7 }\n`,
    );
    one.edit(
      'plan/incident-types.yaml',
      (text) =>
        `${text}- { id: storm, priority: 2, lead: D1, icon: wind, name: { nl: Storm, fr: Tempête, en: Storm } }\n`,
    );
    const { findings, made } = checkPlan(one.folder, { day: DAY, env: {} });
    expect(findings.map(told)).toEqual([
      'channels.yaml:2:3: warning: channel sms: BELFRY_SMS_URL is not set, so it is out of order and passed over',
      'plan/incident-types.yaml:3:3: warning: type storm has no workflow of its own: name it in "types" of one',
      `${FLOOD}:10:40: warning: step pumps: the French is the same as the Dutch: translate it`,
    ]);
    expect(made).toBeDefined();
    expect(findingsOf(one, { BELFRY_SMS_URL: 'http://127.0.0.1:1' })).toHaveLength(2);
  });

  it('[P5.102] what was probably meant is the nearest that is near', () => {
    const known = ['mayor', 'nccn', 'fire-dispatch'];
    expect(nearest('mayro', known)).toBe('mayor');
    expect(nearest('fire-dipatch', known)).toBe('fire-dispatch');
    expect(nearest('NCCN', known)).toBe('nccn');
    expect(nearest('burgemeester', known)).toBeUndefined();
  });
});
