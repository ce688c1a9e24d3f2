/**
 * The parts of a multipart body (RFC 2046) as cameras send it: form-data, mixed or x-mixed-replace, with or
 * without a last boundary, with bare line feeds, with the boundary's hyphens counted or not.
 */
export interface Part {
  /** Field name and file name, where the head gives them. */
  name: string;
  file: string;
  type: string;
  bytes: Buffer;
}

const MOST = 500;
const LONGEST_HEAD = 16 * 1024;

/** `boundary`: from the content type; without one, the first line that begins with two hyphens. Undefined: no parts. */
export function partsOf(body: Buffer, boundary: string | undefined): Part[] | undefined {
  const mark = markOf(body, boundary);
  if (mark === undefined) return undefined;
  const parts: Part[] = [];
  let from = next(body, mark, 0);
  while (from >= 0 && parts.length < MOST) {
    const start = from + mark.length;
    if (body.subarray(start, start + 2).toString('latin1') === '--') break;
    const line = body.indexOf('\n', start);
    if (line < 0) break;
    const to = next(body, mark, line);
    const whole = body.subarray(line + 1, to < 0 ? body.length : to);
    if (whole.length > 0) parts.push(partOf(whole, to >= 0));
    from = to;
  }
  return parts;
}

export const boundaryOf = (type: string): string | undefined =>
  /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;,]{1,200}))/i.exec(type)?.slice(1).find(Boolean);

function markOf(body: Buffer, boundary: string | undefined): Buffer | undefined {
  for (const mark of boundary ? [`--${boundary}`, boundary] : []) {
    const bytes = Buffer.from(mark, 'latin1');
    if (next(body, bytes, 0) >= 0) return bytes;
  }
  const head = body.subarray(0, 400).toString('latin1');
  const line = /^\s*(--[!-~]{1,200}?)(?:--)?\r?\n/.exec(head)?.[1];
  return line === undefined ? undefined : Buffer.from(line, 'latin1');
}

/** Where the mark stands at the beginning of a line. */
function next(body: Buffer, mark: Buffer, from: number): number {
  for (let at = body.indexOf(mark, from); at >= 0; at = body.indexOf(mark, at + 1))
    if (at === 0 || body[at - 1] === 0x0a) return at;
  return -1;
}

function partOf(whole: Buffer, closed: boolean): Part {
  // The line break before a boundary belongs to it.
  let end = whole.length;
  if (closed && whole[end - 1] === 0x0a) end -= whole[end - 2] === 0x0d ? 2 : 1;
  const top = whole.subarray(0, LONGEST_HEAD).toString('latin1');
  const head = /^(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)*\r?\n/.exec(top)?.[0] ?? '';
  const field = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, 'im').exec(head)?.[1] ?? '';
  const disposition = field('content-disposition');
  const told = (name: string): string =>
    new RegExp(`[;\\s]${name}\\*?=(?:"([^"]*)"|([^;\\r\\n]*))`, 'i')
      .exec(disposition)
      ?.slice(1)
      .find(Boolean) ?? '';
  const content = whole.subarray(Math.min(head.length, end), end);
  return {
    name: told('name').slice(0, 200),
    file: told('filename').slice(0, 200),
    type: field('content-type').toLowerCase(),
    bytes: /^base64/i.test(field('content-transfer-encoding'))
      ? Buffer.from(content.toString('latin1'), 'base64')
      : content,
  };
}
