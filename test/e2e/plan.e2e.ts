import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alarm } from '../../shared/subject/alarm/schema.ts';
import type { Phase } from '../../shared/subject/phase/schema.ts';
import type { Perimeter } from '../../shared/subject/perimeter/schema.ts';
import type { Run } from '../../shared/subject/task/schema.ts';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { openBrowser, post, rows, sitDown } from './browser.ts';
import { inHand, is, walk } from './keys.ts';

/** The plan and the directory as they are shipped, at work: a fire from report to closed. By keyboard. */
let browser: Browser;
let server: FakeServer;
let cookie: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await fakeServer();
  await server.start();
  cookie = await signInAs(server.url, 'supervisor');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Seen {
  incident: { incidents: Record<string, { title: string; status: string; type: string }> };
  task: { runs: Record<string, Run>; facts: Record<string, unknown> };
  alarm: { alarms: Record<string, Alarm> };
  perimeter: { perimeters: Record<string, Perimeter> };
  phase: { phases: Record<string, Phase> };
}

async function state(): Promise<Seen> {
  const answer = await fetch(`${server.url}/api/spaces/live/state`, { headers: { cookie } });
  return ((await answer.json()) as { state: Seen }).state;
}

/** To a step that can be done now, with the arrows. */
async function toStep(page: Page, step: string): Promise<void> {
  await page.keyboard.press('Shift+T');
  await expect.poll(() => inHand(page, 'data-step'), { timeout: 10_000 }).not.toBe(null);
  const all = await page
    .locator('[data-testid=step]')
    .evaluateAll((steps) => steps.map((one) => one.getAttribute('data-step')));
  const at = all.indexOf(await inHand(page, 'data-step'));
  await walk(page, all.indexOf(step) < at ? 'ArrowUp' : 'ArrowDown', 'data-step', is(step));
}

/** What is done stands folded: Tab to the fold of that workflow, Enter, and it is there. */
async function unfolded(page: Page, workflow: string, step: string): Promise<void> {
  await page.keyboard.press('Shift+T');
  await expect.poll(() => inHand(page, 'data-step'), { timeout: 10_000 }).not.toBe(null);
  const run = page.locator(`[data-testid=run][data-workflow="${workflow}"]`);
  const fold = run.getByTestId('fold-settled');
  await fold.waitFor();
  if ((await fold.getAttribute('aria-expanded')) !== 'true') {
    const there = () => fold.evaluate((one) => one === document.activeElement);
    for (let i = 0; i < 150 && !(await there()); i += 1) await page.keyboard.press('Tab');
    expect(await there()).toBe(true);
    await page.keyboard.press('Enter');
  }
  await run.locator(`[data-testid=step][data-step="${step}"][data-state=done]`).waitFor();
}

/** In the dialog that is open: the mayor is chosen, the reason typed, and sent. */
async function decide(page: Page, dialog: string, reason: string): Promise<void> {
  const open = page.getByTestId(dialog);
  await open.waitFor();
  await open.locator('input[name=decider]').first().waitFor();
  await open.getByText(MAYOR, { exact: true }).waitFor();
  await walk(page, 'Tab', 'name', is('decider'), 30);
  await page.keyboard.press('Space');
  expect(await open.locator('input[name=decider]:checked').inputValue()).toBe('elsene-mayor');
  const typing = () => page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA');
  for (let i = 0; i < 10 && !(await typing()); i += 1) await page.keyboard.press('Tab');
  await page.keyboard.type(reason);
  await page.keyboard.press('Control+Enter');
  await open.waitFor({ state: 'detached' });
}

/** Of the directory as it is shipped: invented, as all its persons are. */
const MAYOR = 'Gaëlle Pervenche';
const MAYORS_NUMBER = '+32 470 55 51 07';

const FIRES = [
  {
    lang: 'nl' as const,
    text: 'Uitslaande brand in een appartementsgebouw',
    yes: 'j',
    workflows: ['De eerste dertig minuten', 'Brand'],
    step: 'Verwittig de burgemeester',
    declared: /Gemeentelijke fase, Elsene .*Gaëlle Pervenche/,
    reason: 'Vele bewoners moeten opgevangen worden',
    over: 'Iedereen is opgevangen',
    summary: 'Geblust, bewoners opgevangen, gebouw onbewoonbaar',
  },
  {
    lang: 'fr' as const,
    text: 'Incendie dans un immeuble à appartements',
    yes: 'o',
    workflows: ['Les trente premières minutes', 'Incendie'],
    step: 'Avertissez le bourgmestre',
    declared: /Phase communale, Ixelles .*Gaëlle Pervenche/,
    reason: 'De nombreux habitants doivent être relogés',
    over: 'Tous les habitants sont relogés',
    summary: 'Incendie éteint, habitants relogés, immeuble inhabitable',
  },
];

describe('a fire in Elsene, from report to closed', () => {
  it.each(FIRES)('[P5.30] [P5.32] [P5.51] by keyboard alone, in $lang', async (told) => {
    const { lang, text } = told;
    const { page, context, errors } = await sitDown(browser, server, 'operator', { lang });
    await page.locator('[data-testid=map] canvas.maplibregl-canvas').waitFor();
    const record = { id: `P-${lang}`, text, type: 'fire', priority: 1, lon: 4.3722, lat: 50.8273 };
    expect((await post(server, 'belfry', [record])).status).toBe(200);
    await rows(page).filter({ hasText: text }).waitFor();

    // From report to incident: j, Enter, p, Enter.
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByTestId('detail').getByText(text).first().waitFor();
    await page.keyboard.press('p');
    const form = page.getByTestId('dialog-open-incident');
    await form.waitFor();
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.getByTestId('incident-number').textContent())
      .toMatch(/^\d{4}-\d{4}$/);
    const id = (await page.getByTestId('detail').getAttribute('data-id'))!;
    expect((await state()).incident.incidents[id]).toMatchObject({ type: 'fire', status: 'open' });

    // The workflows of every incident and of a fire are laid out.
    await page.keyboard.press('Shift+T');
    for (const [i, workflow] of ['first-thirty', 'fire'].entries()) {
      const run = page.locator(`[data-testid=run][data-workflow="${workflow}"]`);
      await run.getByRole('heading', { name: told.workflows[i]! }).waitFor();
      expect(await run.locator('[data-testid=step][data-state=open]').count()).toBeGreaterThan(4);
    }
    const runOf = async (workflow: string) =>
      Object.values((await state()).task.runs).find(
        (one) => one.incident === id && one.workflow === workflow,
      )!;
    const taskOf = async (workflow: string, step: string) => (await runOf(workflow)).tasks[step];

    // The mayor is called, does not answer, and is reached: the step is done by itself.
    await toStep(page, 'mayor');
    await page.locator('[data-step=mayor]').getByText(told.step).waitFor();
    await page.keyboard.press('Enter');
    const call = page.getByTestId('calls').getByTestId('call').filter({ hasText: MAYOR });
    await call.getByText(MAYORS_NUMBER).waitFor();
    const alarmOf = async () =>
      Object.values((await state()).alarm.alarms).find(
        (one) => one.incident === id && one.step === 'mayor',
      );
    await expect.poll(async () => (await alarmOf())?.status).toBe('running');
    const { id: alarm } = (await alarmOf())!;
    await expect.poll(() => inHand(page, 'data-call')).toBe(`${alarm}|elsene-mayor`);
    const tries = async () =>
      Object.entries((await alarmOf())!.calls).flatMap(([contact, one]) =>
        one.tries.map(({ outcome }) => ({ contact, outcome })),
      );
    await page.keyboard.press('2');
    await expect.poll(tries).toEqual([{ contact: 'elsene-mayor', outcome: 'no-answer' }]);
    const dial = page.getByTestId('dial');
    await dial.waitFor();
    const next = (await dial.getAttribute('data-call'))!;
    expect(next.startsWith(`${alarm}|elsene-`)).toBe(true);
    await expect.poll(() => inHand(page, 'data-call')).toBe(next);
    await page.keyboard.press('1');
    await expect.poll(async () => (await alarmOf())?.status).toBe('reached');
    expect((await tries()).map(({ outcome }) => outcome).sort()).toEqual(['no-answer', 'reached']);
    expect(await taskOf('first-thirty', 'mayor')).toMatchObject({
      ...{ state: 'done', settled: { how: 'reached' } },
    });
    await unfolded(page, 'first-thirty', 'mayor');

    // A question of the plan, answered with one key.
    await toStep(page, 'ask-trapped');
    await page.keyboard.press('Enter');
    await page.getByTestId('answer').waitFor();
    await page.keyboard.press(told.yes);
    await expect.poll(async () => (await taskOf('fire', 'ask-trapped'))?.state).toBe('done');

    // A perimeter, and its step of the map is done by itself.
    expect((await taskOf('first-thirty', 'red-zone'))?.state).toBe('open');
    await page.keyboard.press('b');
    await page.getByTestId('draw-bar').waitFor();
    await page.keyboard.type('250');
    await page.keyboard.press('Enter');
    await page.getByTestId('draw-bar').waitFor({ state: 'detached' });
    const perimeterOf = async () =>
      Object.values((await state()).perimeter.perimeters).find((one) => one.incident === id);
    await expect
      .poll(perimeterOf)
      .toMatchObject({ kind: 'exclusion', shape: { form: 'circle', radius: 250 } });
    expect(await taskOf('first-thirty', 'red-zone')).toMatchObject({
      ...{ state: 'done', settled: { how: 'perimeter' } },
    });

    // The mayor declares the municipal phase.
    await page.keyboard.press('Shift+C');
    const phases = page.getByTestId('phases');
    await phases.waitFor();
    await expect.poll(() => inHand(page, 'data-testid')).toBe('phases');
    await page.keyboard.press('p');
    await decide(page, 'dialog-phase-declare', told.reason);
    const row = phases.getByTestId('phase');
    await row.getByText(told.reason).waitFor();
    const phaseOf = async () =>
      Object.values((await state()).phase.phases).find((one) => one.incident === id);
    await expect.poll(phaseOf).toMatchObject({
      ...{ phase: 'municipal', municipality: 'elsene', reason: told.reason },
      by: { function: 'mayor', name: MAYOR },
    });
    await page.keyboard.press('Shift+J');
    const entries = page.getByTestId('entry');
    await entries.filter({ hasText: told.declared }).first().waitFor();
    const decision = entries.filter({ hasText: told.reason });
    await decision.waitFor();
    expect(await decision.getAttribute('data-kind')).toBe('decision');
    expect(await decision.textContent()).toContain(MAYOR);

    // Lifted: the phase, and the perimeter.
    await page.keyboard.press('Shift+C');
    await expect.poll(() => inHand(page, 'data-testid')).toBe('phases');
    await page.keyboard.press('l');
    await decide(page, 'dialog-phase-lift', told.over);
    await row.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await phaseOf())?.lifted)
      .toMatchObject({ reason: told.over, by: { name: MAYOR } });
    await page.keyboard.press('Shift+B');
    await expect.poll(() => inHand(page, 'data-perimeter')).toBe((await perimeterOf())!.id);
    await page.keyboard.press('l');
    const lift = page.getByTestId('dialog-lift');
    await lift.waitFor();
    await page.keyboard.type(told.over);
    await page.keyboard.press('Control+Enter');
    await lift.waitFor({ state: 'detached' });
    await expect.poll(async () => (await perimeterOf())?.lifted).toBeDefined();

    // Closed, with what stands open said before, and the account per measure after.
    await page.keyboard.press('c');
    const close = page.getByTestId('dialog-close');
    await close.waitFor();
    await close.getByTestId('open-steps').waitFor();
    await page.keyboard.type(told.summary);
    await page.keyboard.press('Control+Enter');
    await close.waitFor({ state: 'detached' });
    await expect.poll(async () => (await state()).incident.incidents[id]?.status).toBe('closed');
    await page.getByTestId('detail').getByText(told.summary).first().waitFor();
    await page.keyboard.press('Shift+T');
    const summary = page.getByTestId('steps').getByTestId('fold-summary');
    await summary.waitFor();
    const there = () => summary.evaluate((one) => one === document.activeElement);
    for (let i = 0; i < 250 && !(await there()); i += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const done = page.getByTestId('summary').locator('[data-measure="M10.2"] td').first();
    expect(Number(await done.textContent())).toBeGreaterThan(1);
    expect(errors).toEqual([]);
    await context.close();
  });
});
