import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { Rejected } from '@jetbridge/schema';

const hashAsync = promisify(argon2);
const parameters = { memory: 19_456, passes: 2, parallelism: 1 }; // KiB; OWASP password storage, argon2id
const tagLength = 32;
const mostWaiting = 256;

/** Argon2id in PHC strings. Hashing runs off the main thread, a few at a time: a storm of sign-ins waits, then is told to come back. */
export class Passwords {
  #running = 0;
  readonly #most = Math.max(1, Math.min(4, availableParallelism() - 1));
  readonly #waiting: (() => void)[] = [];
  readonly #decoy = this.unusable();

  async hash(password: string): Promise<string> {
    const nonce = randomBytes(16);
    const tag = await this.#derive(password, nonce, parameters);
    return phc(parameters, nonce, tag);
  }

  /** Of no password at all: for who has to choose one first. */
  unusable(): string {
    return phc(parameters, randomBytes(16), randomBytes(tagLength));
  }

  /** Made with less than is asked of passwords today. */
  isOutdated(phc: string): boolean {
    return !phc.startsWith(`$argon2id$v=19$${costOf(parameters)}$`);
  }

  /** Takes as long when `phc` is undefined: whether an address is known cannot be told from the time of the answer. */
  async verify(password: string, phc: string | undefined): Promise<boolean> {
    const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc ?? this.#decoy);
    if (!match) throw new Error('a stored password hash is not in the expected form');
    const [, memory, passes, parallelism, nonce = '', tag = ''] = match;
    const derived = await this.#derive(password, Buffer.from(nonce, 'base64'), {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    });
    return timingSafeEqual(derived, Buffer.from(tag, 'base64')) && phc !== undefined;
  }

  async #derive(message: string, nonce: Buffer, cost: typeof parameters): Promise<Buffer> {
    await this.#enter();
    try {
      return (await hashAsync('argon2id', { message, nonce, ...cost, tagLength })) as Buffer;
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running >= this.#most) {
      if (this.#waiting.length >= mostWaiting) {
        throw new Rejected('UNAVAILABLE', 'Many people are signing in; try again in a moment.', undefined, { retryAfterSeconds: 5 });
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running++;
  }
}

function phc(cost: typeof parameters, nonce: Buffer, tag: Buffer): string {
  return `$argon2id$v=19$${costOf(cost)}$${base64(nonce)}$${base64(tag)}`;
}

function costOf({ memory, passes, parallelism }: typeof parameters): string {
  return `m=${memory},t=${passes},p=${parallelism}`;
}

/** PHC strings carry base64 without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
