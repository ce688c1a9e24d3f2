/** What the linter of the plan found, told so that its writer can mend it. */
export interface Finding {
  /** A mistake keeps the plan from coming into force; a warning does not. */
  kind: 'mistake' | 'warning';
  /** Under the folder of the configuration: `plan/workflows/fire.yaml`. */
  file: string;
  /** From 1; absent when the file as a whole is meant. */
  line?: number;
  column?: number;
  /** Id of the step that it is about. */
  step?: string;
  message: string;
}

/** Where in a file. */
export type Place = Pick<Finding, 'file' | 'line' | 'column' | 'step'>;

export interface Findings {
  all: Finding[];
  mistake(place: Place, message: string): void;
  warning(place: Place, message: string): void;
}

export function openFindings(): Findings {
  const all: Finding[] = [];
  const add = (kind: Finding['kind'], { file, line, column, step }: Place, message: string) =>
    all.push({
      ...{ kind, file },
      ...(line === undefined ? {} : { line, column: column ?? 1 }),
      ...(step === undefined ? {} : { step }),
      message,
    });
  return {
    all,
    mistake: (place, message) => void add('mistake', place, message),
    warning: (place, message) => void add('warning', place, message),
  };
}

/** By file and place; mistakes before warnings of the same place; each once. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const key = (one: Finding) => JSON.stringify(one);
  return [...new Map(findings.map((one) => [key(one), one])).values()].sort(
    (a, b) =>
      a.file.localeCompare(b.file, 'en') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      a.kind.localeCompare(b.kind, 'en'),
  );
}

/** `plan/workflows/fire.yaml:12:5: step ask-smoke: …`, as editors and terminals turn it into a link. */
export function told({ kind, file, line, column, step, message }: Finding): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const what = step === undefined ? '' : `step ${step}: `;
  return `${place}: ${kind === 'warning' ? 'warning: ' : ''}${what}${message}`;
}
