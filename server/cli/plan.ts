import { resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { dayInBrussels } from '../../shared/day.ts';
import { checkPlan } from '../plan/check.ts';
import { told, type Finding } from '../plan/finding.ts';

/** `npm run plan:check`: everything that is wrong with the plan, and where. */
const HELP = `npm run plan:check [-- <folder>]

Reads the plan of a folder of configuration (BELFRY_CONFIG, else config) as the server does: measures,
workflows and blocks, phases, functions, channels, and who holds what in the directory. Names each mistake
with its file, line and step, and what to do. Ends with 1 when there are mistakes; warnings stop nothing.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', default: false } },
});

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Colour on a terminal only, and not where `NO_COLOR` is set. */
const paint = (style: 'red' | 'yellow' | 'green' | 'bold', text: string): string =>
  styleText(style, text, { stream: process.stdout });

function tell(finding: Finding): void {
  const [place = '', rest = ''] = split(told(finding));
  console.log(
    `${paint('bold', place)}  ${paint(finding.kind === 'mistake' ? 'red' : 'yellow', rest)}`,
  );
}

/** Place and what is said of it. */
const split = (line: string): string[] => {
  const at = line.indexOf(': ');
  return [line.slice(0, at), line.slice(at + 2)];
};

function run(): number {
  if (values.help || positionals.length > 1) {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  const folder = resolve(positionals[0] ?? process.env['BELFRY_CONFIG'] ?? 'config');
  const { findings, made } = checkPlan(folder, {
    day: dayInBrussels(Date.now()),
    env: process.env,
  });
  findings.forEach(tell);
  const mistakes = findings.filter(({ kind }) => kind === 'mistake').length;
  const warnings = count(findings.length - mistakes, 'warning');
  if (!made) {
    console.log(
      paint('red', `${count(mistakes, 'mistake')}, ${warnings}: this plan cannot come into force.`),
    );
    return 1;
  }
  const { plan } = made;
  const workflows = plan.workflows.filter(({ kind }) => kind === 'workflow').length;
  const steps = plan.workflows.reduce((n, one) => n + one.steps.length, 0);
  console.log(
    paint(
      'green',
      `In order (${warnings}): ${count(workflows, 'workflow')}, ${count(plan.workflows.length - workflows, 'block')}, ${count(steps, 'step')}. Edition ${plan.edition}.`,
    ),
  );
  return 0;
}

process.exitCode = run();
