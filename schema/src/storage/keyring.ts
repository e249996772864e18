import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** What a key is for: each purpose gets a key of its own from the same secret, so that one leaking tells nothing of the others. */
export type KeyPurpose =
  | 'access-token'
  | 'blind-index'
  | 'cursor'
  | 'device'
  | 'input-hash'
  | 'invitation'
  | 'mail'
  | 'person-key'
  | 'rate-limit'
  | 'refresh-token';

export interface SigningKey {
  id: string;
  key: KeyObject;
}

/**
 * Keys derived (HKDF-SHA256) from the installation's secrets. The first secret signs and seals; the others still verify and open, so a new
 * one can be put in front without signing anybody out.
 */
export class Keyring {
  readonly #keys = new Map<string, Buffer>();
  readonly #signing = new Map<KeyPurpose, readonly SigningKey[]>();

  /** @param secrets at least 32 characters each; the first is current */
  constructor(readonly secrets: readonly string[]) {}

  /** Ids of the live keys for a purpose, current first: they go into token headers as `kid`. */
  ids(purpose: KeyPurpose): string[] {
    return this.secrets.map((_, index) => this.idOf(purpose, index));
  }

  key(purpose: KeyPurpose, id?: string): Buffer | undefined {
    const index = id === undefined ? 0 : this.ids(purpose).indexOf(id);
    return index < 0 ? undefined : this.#derive(purpose, index);
  }

  current(purpose: KeyPurpose): Buffer {
    return this.#derive(purpose, 0);
  }

  /** The same keys as objects of node:crypto, made once: signing with the bytes would make one each time. Current first. */
  signing(purpose: KeyPurpose): readonly SigningKey[] {
    let keys = this.#signing.get(purpose);
    if (!keys) {
      keys = this.ids(purpose).map((id, index) => ({ id, key: createSecretKey(this.#derive(purpose, index)) }));
      this.#signing.set(purpose, keys);
    }
    return keys;
  }

  private idOf(purpose: KeyPurpose, index: number): string {
    return createHmac('sha256', this.#derive(purpose, index)).update('key id').digest('base64url').slice(0, 8);
  }

  #derive(purpose: KeyPurpose, index: number): Buffer {
    const name = `${purpose} ${index}`;
    let key = this.#keys.get(name);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.secrets[index] ?? '', '', `jetbridge ${purpose}`, 32));
      this.#keys.set(name, key);
    }
    return key;
  }
}

/** AES-256-GCM: base64url of iv (12) + tag (16) + ciphertext. `about` is authenticated with it: moved elsewhere, it no longer opens. */
export function seal(key: Buffer, plain: string | Buffer, about: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Undefined when key, place or text do not belong together. */
export function open(key: Buffer, sealed: string, about: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return undefined;
  }
}

export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
