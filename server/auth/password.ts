import { randomBytes, scrypt, timingSafeEqual, createHash } from 'node:crypto';

/** Passwords as scrypt hashes, `scrypt$N$r$p$salt$hash` (base64url); parameters after the OWASP cheat sheet of 2024. */
const N = 2 ** 16;
const R = 8;
const P = 2;
const LENGTH = 32;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, N, R, P);
  return `scrypt$${N}$${R}$${P}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Takes as long for an account that does not exist (`undefined`) as for one that does. */
export async function checkPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, n, r, p, salt = '', hash = ''] = (kept ?? DUMMY).split('$');
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(
    password,
    Buffer.from(salt, 'base64url'),
    Number(n),
    Number(r),
    Number(p),
  );
  return (
    actual.length === expected.length && timingSafeEqual(actual, expected) && kept !== undefined
  );
}

const DUMMY = `scrypt$${N}$${R}$${P}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

function derive(password: string, salt: Buffer, n: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(
      password.normalize('NFKC'),
      salt,
      LENGTH,
      { N: n, r, p, maxmem: 256 * n * r },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  );
}

/** A secret to hand out once: 192 random bits. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** What is kept of a secret: enough to recognise it, useless to whoever reads it. */
export const keyOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
