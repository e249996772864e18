import type { Keyring } from '@jetbridge/schema/storage';
import jwt from 'jsonwebtoken';

export interface AccessClaims {
  userId: string;
  sessionId: string;
  /** Epoch ms. */
  expiresAt: number;
}

const algorithm = 'HS256';
const issuer = 'jetbridge';
const audience = 'jetbridge-api';
const lifeSeconds = 10 * 60;
export const accessLifeMs = lifeSeconds * 1_000;
const mostVerified = 10_000;

/** Short-lived JWTs, one fixed algorithm, the key chosen by `kid` among our own: nothing in a token can choose how it is checked. */
export class AccessTokens {
  /** Tokens whose signature was checked: a client sends the same one for ten minutes, and only the clock has to be looked at again. */
  readonly #verified = new Map<string, AccessClaims>();

  constructor(private readonly keyring: Keyring) {}

  issue(userId: string, sessionId: string, now: number): { token: string; expiresAt: number } {
    const seconds = Math.floor(now / 1000);
    const [current] = this.keyring.signing('access-token');
    const token = jwt.sign({ sid: sessionId, typ: 'access', iat: seconds, nbf: seconds, exp: seconds + lifeSeconds }, current!.key, {
      algorithm,
      issuer,
      audience,
      subject: userId,
      keyid: current!.id,
    });
    return { token, expiresAt: (seconds + lifeSeconds) * 1000 };
  }

  /** Undefined for anything that is not a live access token of ours. */
  verify(token: string, now: number): AccessClaims | undefined {
    const known = this.#verified.get(token);
    if (known) return now < known.expiresAt ? known : undefined;
    const claims = this.#check(token, now);
    if (!claims) return undefined;
    if (this.#verified.size >= mostVerified) this.#verified.clear();
    this.#verified.set(token, claims);
    return claims;
  }

  #check(token: string, now: number): AccessClaims | undefined {
    try {
      const header = jwt.decode(token, { complete: true })?.header;
      const key = this.keyring.signing('access-token').find(({ id }) => id === header?.kid)?.key;
      if (!key) return undefined;
      const claims = jwt.verify(token, key, { algorithms: [algorithm], issuer, audience, clockTimestamp: now / 1000 }) as jwt.JwtPayload;
      if (claims.typ !== 'access' || !claims.sub || !claims.exp || typeof claims.sid !== 'string') return undefined;
      return { userId: claims.sub, sessionId: claims.sid, expiresAt: claims.exp * 1000 };
    } catch {
      return undefined;
    }
  }
}
