/**
 * Content lines of vCards (RFC 6350 §3): `group.NAME;PARAM=value:value`, folded at 75 octets. Read as they
 * come from other programs too: versions 2.1 and 3.0, parameters without a name, quoted-printable.
 */
export interface CardLine {
  /** Where it began in the file, counted from 1. */
  line: number;
  /** Upper case. */
  name: string;
  /** Names in upper case, values as they came. */
  params: Readonly<Record<string, readonly string[]>>;
  /** As it stands, escaped. */
  value: string;
}

/** Lines of a file, unfolded; one that is none is left out. */
export function* readLines(text: string): Generator<CardLine> {
  const raw = text.replace(/\r\n?/g, '\n').split('\n');
  for (let i = 0; i < raw.length; i++) {
    const line = i + 1;
    let whole = raw[i]!;
    while (/^[ \t]/.test(raw[i + 1] ?? '')) whole += raw[++i]!.slice(1);
    if (/^[^:]*ENCODING=QUOTED-PRINTABLE[^:]*:/i.test(whole))
      while (whole.endsWith('=') && i + 1 < raw.length) whole = whole.slice(0, -1) + raw[++i]!;
    const read = parsed(whole);
    if (read) yield { line, ...read };
  }
}

function parsed(whole: string): Omit<CardLine, 'line'> | undefined {
  const colon = outside(whole, ':')[0];
  if (colon === undefined) return undefined;
  const head = whole.slice(0, colon);
  const [first = '', ...rest] = cut(head, outside(head, ';'));
  const name = first.slice(first.indexOf('.') + 1).toUpperCase();
  if (!/^[A-Z0-9-]+$/.test(name)) return undefined;
  const params: Record<string, string[]> = {};
  for (const one of rest) {
    const at = one.indexOf('=');
    const key = at < 0 ? 'TYPE' : one.slice(0, at).toUpperCase();
    const told = at < 0 ? one : one.slice(at + 1);
    const values = cut(told, outside(told, ',')).map((part) => part.replace(/^"|"$/g, ''));
    (params[key] ??= []).push(...values.flatMap((part) => part.split(',')));
  }
  const value = whole.slice(colon + 1);
  const quoted = params['ENCODING']?.some((one) => /^quoted-printable$/i.test(one));
  return { name, params, value: quoted ? unquoted(value, params['CHARSET']?.[0]) : value };
}

/** Where a sign stands outside of quotation marks. */
function outside(text: string, sign: string): number[] {
  const at: number[] = [];
  let quoted = false;
  for (let i = 0; i < text.length; i++)
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === sign && !quoted) at.push(i);
  return at;
}
const cut = (text: string, at: readonly number[]): string[] =>
  [...at, text.length].map((end, i) => text.slice(i === 0 ? 0 : at[i - 1]! + 1, end));

function unquoted(value: string, charset = 'utf-8'): string {
  const bytes = value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  try {
    return new TextDecoder(charset).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return value;
  }
}

export const unescaped = (value: string): string =>
  value.replace(/\\([\\,;:nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

/** The parts of a value that has some (`N`, `ORG`), unescaped. */
export function parts(value: string, sign: ';' | ',' = ';'): string[] {
  const found: string[] = [];
  let part = '';
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '\\') part += value[i]! + (value[++i] ?? '');
    else if (value[i] === sign) {
      found.push(part);
      part = '';
    } else part += value[i]!;
  }
  return [...found, part].map((one) => unescaped(one).trim());
}

export const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** A line as it is written: folded at 75 octets, never inside a letter, with its end. */
export function writeLine(
  name: string,
  value: string,
  params: Record<string, string> = {},
): string {
  const told = Object.entries(params).map(([key, one]) => `;${key}=${quote(one)}`);
  let written = '';
  let octets = 0;
  for (const letter of `${name}${told.join('')}:${value}`) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      written += '\r\n ';
      octets = 1;
    }
    written += letter;
    octets += size;
  }
  return `${written}\r\n`;
}

const quote = (value: string): string =>
  /[:;]/.test(value) ? `"${value.replaceAll('"', "'")}"` : value.replaceAll('"', "'");
