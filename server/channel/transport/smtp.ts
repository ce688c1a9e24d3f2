import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Message, Sent, Transport } from '../message.ts';
import { LivePass } from '../pass.ts';

/** E-mail by SMTP: `smtp://user:password@host:587`, `smtps://…`; TLS as the server offers it. */
export interface SmtpOptions {
  url: string;
  from: string;
  /** Milliseconds for one attempt. */
  patience: number;
}

/** One plain address: no list, no name, no line break, by which more than one could be reached. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/;

export function openSmtp(pass: LivePass, { url, from, patience }: SmtpOptions): Transport {
  LivePass.require(pass);
  const mailer = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // What stands in a message is text, never the name of a file or of another server.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      if (!ADDRESS.test(message.to))
        return { ok: false, reason: 'address-invalid', final: true, channel: false };
      return attempt(async () => {
        const info = await mailer.sendMail({
          from,
          to: { name: '', address: message.to },
          subject: message.subject,
          text: message.text,
          priority: 'high',
          messageId: `<${idOf(message)}@belfry>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Belfry-Key': message.key },
        });
        if (info.rejected.length > 0) throw Object.assign(new Error(), { responseCode: 550 });
      }, patience);
    },
    check: () => attempt(() => mailer.verify(), patience),
    close: () => mailer.close(),
  };
}

/** From the key, so that a repeated message is the same message. */
const idOf = ({ space, key }: Message): string =>
  createHash('sha256').update(`${space}|${key}`).digest('hex').slice(0, 40);

interface SmtpError {
  code?: string;
  responseCode?: number;
}

async function attempt(work: () => Promise<unknown>, patience: number): Promise<Sent> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, fail) => {
    late = setTimeout(() => fail(Object.assign(new Error(), { code: 'ETIMEDOUT' })), patience);
  });
  try {
    await Promise.race([work(), tooLate]);
    return { ok: true };
  } catch (error) {
    return failed(error as SmtpError);
  } finally {
    clearTimeout(late);
  }
}

/** RFC 5321 §4.2.1: 4xx later perhaps, 5xx never. What the server wrote may hold an address: it is not kept. */
function failed({ code, responseCode }: SmtpError): Sent {
  if (code === 'EAUTH') return { ok: false, reason: 'smtp-auth', final: true, channel: true };
  if (responseCode !== undefined)
    return {
      ok: false,
      reason: `smtp-${responseCode}`,
      final: responseCode >= 500,
      channel: responseCode < 500,
    };
  const reason = code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
  return { ok: false, reason, final: false, channel: true };
}
