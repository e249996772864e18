import { formatDateTime, type MemberRole } from '@jetbridge/schema';
import type { Links } from '../links.ts';
import type { Note } from './compose.ts';

// No note says the name of a person: who registers a stranger's address could otherwise have us mail the stranger whatever they call themselves.
const notYou = 'If you did not ask for this, ignore this mail: nothing happens.';
const within = 'The link works once, for 60 minutes.';

export const verifyEmail = (links: Links, token: string): Note => ({
  subject: 'Confirm your e-mail address',
  paragraphs: ['Welcome to Jetbridge. Confirm that this address is yours, and you can join airlines and file flights.', within],
  action: { label: 'Confirm this address', url: links.to('/verify', { token }) },
  otherwise: notYou,
});

export const alreadyRegistered = (links: Links): Note => ({
  subject: 'You already have an account',
  paragraphs: [
    'Somebody, perhaps you, wanted to use this address for an account on Jetbridge. It has one already: sign in with it.',
    `If you do not remember the password, choose a new one at ${links.to('/forgot')}`,
  ],
  action: { label: 'Sign in', url: links.to('/sign-in') },
  otherwise: notYou,
});

export const resetPassword = (links: Links, token: string): Note => ({
  subject: 'Choose a new password',
  paragraphs: ['You can choose a new password for your account. You will be signed out everywhere.', within],
  action: { label: 'Choose a new password', url: links.to('/reset', { token }) },
  otherwise: notYou,
});

export const passwordChanged = (links: Links): Note => ({
  subject: 'Your password was changed',
  paragraphs: ['The password of your account was changed, and every other device was signed out.'],
  action: { label: 'It was not you? Choose a new password', url: links.to('/forgot') },
});

export const confirmEmailChange = (links: Links, token: string): Note => ({
  subject: 'Confirm your new e-mail address',
  paragraphs: ['Confirm that this address is yours, and it becomes the address of your account.', within],
  action: { label: 'Use this address', url: links.to('/confirm-email', { token }) },
  otherwise: notYou,
});

export const emailChangeRequested = (links: Links): Note => ({
  subject: 'Somebody wants to change your e-mail address',
  paragraphs: [
    'Somebody who is signed in to your account asked to give it another e-mail address. It stays as it is until that is confirmed there.',
  ],
  action: { label: 'It was not you? Choose a new password', url: links.to('/forgot') },
});

export const emailChanged = (links: Links): Note => ({
  subject: 'Your e-mail address was changed',
  paragraphs: ['Your account has another e-mail address now; this one is no longer used.'],
  action: { label: 'Sign in with the new address', url: links.to('/sign-in') },
  otherwise: 'If it was not you, answer the people who run this Jetbridge: they can see that you had this address.',
});

export const deletionRequested = (links: Links, dueAt: number): Note => ({
  subject: 'Your account will be erased',
  paragraphs: [
    `As you asked, your account and everything personal in it will be erased on ${formatDateTime(new Date(dueAt).toISOString())}. You are signed out everywhere, and your API keys have ended.`,
    'Until then you can sign in and cancel that.',
  ],
  action: { label: 'Sign in and cancel', url: links.to('/account/data') },
});

export const sessionReused = (links: Links): Note => ({
  subject: 'We signed a device out',
  paragraphs: [
    'A sign-in of yours was used from two places, which should not happen: somebody may have copied it. We have ended it; sign in again on that device.',
  ],
  action: { label: 'See where you are signed in', url: links.to('/account/sessions') },
  otherwise: 'If you do not know what this is about, choose a new password: that signs everybody out.',
});

type Airline = { code: string; name: string };

const asRole: Record<MemberRole, string> = { PILOT: 'a pilot', STAFF: 'a member of the staff', ADMIN: 'an admin' };

export const invited = (links: Links, { code, name }: Airline, role: MemberRole, token: string): Note => ({
  subject: `You are invited to ${name}`,
  paragraphs: [
    `The virtual airline ${name} (${code}) invites you to join as ${asRole[role]}.`,
    'Sign in, or make an account, with whatever address you like. The link works once, for 7 days; do not hand it on, for whoever has it can join.',
  ],
  action: { label: `Join ${name}`, url: links.to('/invitation', { token }) },
  otherwise: 'If you do not want to join, ignore this mail: nothing happens.',
});

export const applicationAccepted = (links: Links, { code, name }: Airline): Note => ({
  subject: `Welcome to ${name}`,
  paragraphs: [`${name} (${code}) accepted your application: you can file flights there now.`],
  action: { label: `Open ${name}`, url: links.to(`/airlines/${code}`) },
});

export const applicationDeclined = (links: Links, { code, name }: Airline, reason: string): Note => ({
  subject: `Your application to ${name} was declined`,
  paragraphs: [`${name} (${code}) declined your application, for this reason:`, reason],
  action: { label: 'See other airlines', url: links.to('/airlines') },
});
