import { startMailCatcher } from '@jetbridge/schema/testing';
import type { Config } from '../config.ts';
import { operations } from './account-operations.ts';
import { type Database, startProduct } from './product.ts';

export const password = 'a password for tests';

/** The product with a real mail server beside it, and the account mutations by name. */
export async function startProductWithMail(options: Partial<Config> & { database?: Database } = {}) {
  const mails = await startMailCatcher();
  const product = await startProduct({ smtpUrl: mails.url, ...options });

  const send = (operation: keyof typeof operations, input: object = {}, token?: string) =>
    product.ask(operations[operation], { input }, { token });

  /** The token in the next mail to this address. */
  const mailedToken = async (email: string): Promise<string> => mails.link(await mails.mail(email)).searchParams.get('token') ?? '';

  /** Registers, verifies and signs in through mail; the access token. */
  const newPerson = async (email: string, displayName = 'Maja Nowak'): Promise<string> => {
    await send('register', { email, displayName, password });
    await send('verifyEmail', { token: await mailedToken(email) });
    return (await send('signIn', { email, password })).data.signIn.accessToken;
  };

  return {
    ...product,
    mails,
    send,
    mailedToken,
    newPerson,
    [Symbol.asyncDispose]: async () => {
      await product[Symbol.asyncDispose]();
      await mails.close();
    },
  };
}
