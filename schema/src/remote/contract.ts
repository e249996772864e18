import type { Client } from '@urql/core';
import type { Catalogue } from '../catalogue.ts';
import type { ErrorCode } from '../errors.ts';
import { heard, localized } from '../language.ts';
import type {
  ChangePasswordInput,
  CompleteSetupInput,
  FilePirepInput,
  SignInInput,
  ViewerFieldsFragment,
} from '../operations/generated.ts';
import type { Permission } from '../permissions.ts';
import type { PreferenceValues } from '../preferences.ts';
import type { FieldProblem } from '../rules/problem.ts';

/** Raised when a remote built for one shell could not run in another. The shell refuses a remote with another number. */
export const contract = 1;

/** What a remote exposes as `./mount`: nothing else crosses the federation boundary. */
export interface RemoteModule {
  contract: number;
  mount(element: HTMLElement, context: MountContext): MountedRemote;
}

export interface MountedRemote {
  unmount(): void;
  /** Called when the pane is hidden and shown again; a remote may stop timers meanwhile. */
  suspend?(): void;
  resume?(): void;
}

/** Everything a remote has of the world around it. */
export interface MountContext {
  /** One client, one normalized cache, one socket for all remotes. */
  client: Client;
  session: Session;
  nav: Nav;
  live: Live;
  drafts: Drafts;
  /** PIREPs this person filed and of which the server has not answered yet, the first that was filed first. */
  filing: Observable<readonly FilePirepInput[]>;
  theme: Theme;
  preferences: Preferences;
  commands: Commands;
  /** The texts of the language that is chosen; null for English, which every bundle has. A remote hands it to `speak` before it renders. */
  catalogue: Catalogue | null;
  toast(message: string, kind?: 'ok' | 'info' | 'warn' | 'bad', action?: ToastAction): void;
  /** Saves a file of the server's as this person. Null when it worked, else what to tell them. */
  download(path: string, filename: string): Promise<Problem | null>;
  /** From the viewer's permissions: platform-wide ones, or those in the airline with this code. */
  can(permission: Permission, airlineCode?: string): boolean;
  /** The name of a landmark, told apart from the same one in another pane of the page. */
  landmark(name: string): string;
  /** Marks a moment for the scoreboard of /compare. */
  ready(mark: 'mounted' | 'data'): void;
  /** An error no page could answer: the shell replaces the pane by a card with Retry. */
  report(error: unknown): void;
  /** Aborted at unmount. */
  signal: AbortSignal;
}

/** What a toast offers besides being read. It stays for ten seconds then. */
export interface ToastAction {
  text: string;
  run(): void;
}

/** A value with listeners. `subscribe` does not call at once; it returns the way out. */
export interface Observable<T> {
  readonly value: T;
  subscribe(listener: () => void): () => void;
}

export type SessionState = { status: 'loading' } | { status: 'anonymous' } | { status: 'signed-in'; viewer: ViewerFieldsFragment };

export interface Session extends Observable<SessionState> {
  /** Null when it worked, else what to tell the person. */
  signIn(input: SignInInput): Promise<Problem | null>;
  completeSetup(input: CompleteSetupInput): Promise<Problem | null>;
  /** Ends the person's other sessions; this one goes on with new tokens. */
  changePassword(input: ChangePasswordInput): Promise<Problem | null>;
  signOut(): Promise<void>;
  /** Reads the viewer again, after a change of memberships. */
  reload(): Promise<void>;
  /** Asks whether the session still stands, after something that may have ended it. */
  check(): Promise<void>;
}

/** Where the remote is. URL-backed when one remote fills the page, in memory on /compare. Paths are below the remote's base. */
export interface Nav {
  readonly path: string;
  readonly search: string;
  /** A real link, for `href`, that opens the same page elsewhere. */
  href(to: string): string;
  navigate(to: string, options?: { replace?: boolean }): void;
  subscribe(listener: () => void): () => void;
}

export interface Live extends Observable<'connecting' | 'live' | 'offline'> {
  /** Follows one airline's history into the cache, from the cursor its data was read at. Counted: the last release ends it. */
  watch(airlineId: string, cursor: string): () => void;
}

/** What is half typed, kept across reloads and frameworks. */
export interface Drafts {
  load<T>(key: string): T | null;
  save(key: string, value: unknown): void;
  clear(key: string): void;
}

export interface Theme extends Observable<'light' | 'dark' | 'system'> {
  set(value: 'light' | 'dark' | 'system'): void;
}

/** How this person wants things shown in this browser. */
export interface Preferences extends Observable<PreferenceValues> {
  set(change: Partial<PreferenceValues>): void;
}

/** Something to do here, found in the palette and, with `keys`, under the fingers. */
export interface Command {
  /** The same in the three front ends. */
  id: string;
  /** As it is read in the palette and in the help. */
  text: string;
  /** The heading it stands under; without it: this page. */
  group?: string;
  /** One key (`j`, `?`), several at once (`mod+k`, `mod+enter`; mod is ⌘ on a Mac, else Ctrl) or one after another (`g a`). */
  keys?: string;
  run(): void;
}

export interface Commands {
  /** Offers commands for as long as the page is shown: the answer takes them away. */
  add(commands: readonly Command[]): () => void;
}

/** An error ready to be shown. */
export interface Problem {
  /** `NETWORK`: the server was not reached. `QUEUED`: neither, but it is kept and will be sent. */
  code: ErrorCode | 'NETWORK' | 'QUEUED';
  message: string;
  /** Per field, in the order of the form; empty when the problem belongs to no field. */
  fields: FieldProblem[];
  /** The PIREP that stands in the way. */
  pirepId?: string | undefined;
}

export const problemMessages = localized('problemMessages', {
  unreachable: 'The server cannot be reached. Nothing you typed is lost; try again.',
} as const);

interface ErrorLike {
  networkError?: unknown;
  graphQLErrors: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Reads an urql CombinedError (or anything of its shape) into words for a person. */
export function problemOf(error: ErrorLike): Problem {
  const first = error.graphQLErrors[0];
  if (!first) return { code: 'NETWORK', message: problemMessages.unreachable, fields: [] };
  const extensions = first.extensions ?? {};
  const code = (extensions.code as ErrorCode | undefined) ?? 'INTERNAL';
  const details = extensions.details;
  const message = heard(first.message);
  const fields = Array.isArray(details)
    ? (details as FieldProblem[])
    : typeof extensions.field === 'string'
      ? [{ field: extensions.field, message }]
      : [];
  return { code, message, fields, pirepId: (details as { pirepId?: string } | undefined)?.pirepId };
}
