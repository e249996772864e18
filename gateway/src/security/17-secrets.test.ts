import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStorageSettings } from '@jetbridge/schema/storage';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { connectTo } from '../testing/client.ts';
import { cookieIn } from '../testing/people.ts';
import { databases } from '../testing/product.ts';
import { endServerProcesses, startServerProcess } from '../testing/server-process.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const fresh = () => randomBytes(32).toString('base64');
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-secrets-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

const read = (env: Record<string, string>) => {
  const problems: string[] = [];
  const { secrets } = readStorageSettings({ JETBRIDGE_DATA_DIR: dataDir, ...env }, problems);
  return { secrets, problems };
};

// What is read, and what is refused, before any database is opened.
describe('17 secrets', () => {
  const weak: Record<string, string> = {
    'a short one': 'Zk3!f8Qw1',
    'one letter many times': 'x'.repeat(40),
    'few letters': 'abababababcdcdcdcdefefefefghghghgh',
    'a short one repeated': 'k3Jf9q-Zx2Wv'.repeat(4),
    'what an example says': 'change-me-change-me-please-I-beg-you',
    'what another example says': 'my-super-secret-jwt-signing-key-0x1f',
    'a placeholder': '<your-secret-of-at-least-32-characters>',
    'nothing but separators': ' , ,',
  };
  it.each(Object.keys(weak))('17 boot refuses weak or default secrets: %s', (name) => {
    const { problems } = read({ JETBRIDGE_SECRET: weak[name]! });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^JETBRIDGE_SECRET .*(is too weak|is one of an example|is empty)/);
    expect(problems[0]).not.toContain(weak[name]!.slice(0, 12));
  });

  it('17 boot refuses a weak one among several, the same twice, and says which', () => {
    const [one, two] = [fresh(), fresh()];
    expect(read({ JETBRIDGE_SECRET: `${one},short` }).problems[0]).toMatch(/secret 2 of 2 \(a comma separates them\) is too weak/);
    expect(read({ JETBRIDGE_SECRET: `${one},${two},${one}` }).problems).toEqual(['JETBRIDGE_SECRET has the same secret twice.']);
  });

  it('takes several, separated by commas or lines, from the variable or the file it names', () => {
    const [one, two] = [fresh(), fresh()];
    expect(read({ JETBRIDGE_SECRET: `${one}, ${two}` })).toEqual({ secrets: [one, two], problems: [] });
    const file = join(dataDir, 'given');
    writeFileSync(file, `${one}\n${two}\n`);
    expect(read({ JETBRIDGE_SECRET_FILE: file })).toEqual({ secrets: [one, two], problems: [] });
    writeFileSync(file, '\n');
    expect(read({ JETBRIDGE_SECRET_FILE: file }).problems).toEqual(['JETBRIDGE_SECRET is empty.']);
  });

  it('makes one for its owner only, once, and takes more from the same file', () => {
    const [made] = read({}).secrets;
    const file = join(dataDir, 'secret.key');
    expect(Buffer.from(made!, 'base64url')).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(read({}).secrets).toEqual([made]);
    const newer = fresh();
    writeFileSync(file, `${newer}\n${made}\n`);
    expect(read({}).secrets).toEqual([newer, made]);
    writeFileSync(file, 'cut off');
    expect(read({}).problems[0]).toContain('secret.key is too weak');
  });

  it('17 boot refuses: the process ends with 78 and does not say the secret', () => {
    const env = { ...process.env, JETBRIDGE_SECRET: 'hunter2-hunter2' };
    const { status, stderr, stdout } = spawnSync(process.execPath, [main, 'serve', '--data-dir', dataDir], { env, encoding: 'utf8' });
    expect(status).toBe(78);
    expect(stderr).toContain('JETBRIDGE_SECRET is too weak');
    expect(stderr + stdout).not.toContain('hunter2');
  });
});

describe.each(databases)('17 secrets on %s', (database) => {
  it('17 secrets never in logs, argv: all a process says at its most talkative, while people come and go', async () => {
    const secrets = [fresh(), fresh()];
    await using postgres = database === 'postgres' ? await createTestDatabase(inject('postgresUrl')!) : undefined;
    // The server of the tests asks nobody for a password; the product has one to keep all the same.
    const databaseUrl = postgres && Object.assign(new URL(postgres.url), { password: 'canary-of-a-database' }).href;
    const errors = join(dataDir, 'stderr');
    const server = await startServerProcess(dataDir, [], {
      JETBRIDGE_SECRET: secrets.join(','),
      ...(databaseUrl && { JETBRIDGE_DATABASE_URL: databaseUrl }),
      JETBRIDGE_LOG_LEVEL: 'trace',
      NODE_OPTIONS: `--import=${writeLogged(errors)}`,
    });
    const { ask } = connectTo(server.url);
    const password = 'canary password of nobody';
    const input = { token: server.setupToken, email: 'ada@example.org', displayName: 'Ada', password };
    const setUp = await ask('mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }', { input });
    const token = setUp.data.completeSetup.accessToken as string;
    const cookie = cookieIn(setUp, 'refresh')!;
    const { data } = await ask('mutation { createApiKey(input: { name: "k", scopes: ["airline:create"] }) { secret } }', {}, { token });
    const key = data.createApiKey.secret as string;
    await ask('{ viewer { user { id } } }', {}, { token: key });
    await ask('mutation { refreshSession { accessToken } }', {}, { cookie });
    await ask('mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }', {
      input: { email: 'ada@example.org', password: 'canary of a guess' },
    });
    await fetch(`${server.url}/graphql?token=${token}`, { headers: { authorization: `Bearer ${key}`, cookie } });
    await ask('{ viewer { nonsense } }', {}, { token, cookie });
    const argv = execFileSync('ps', ['-o', 'args=', '-p', String(server.process.pid)], { encoding: 'utf8' });
    await server.end('SIGTERM');
    const said = `${server.output.join('\n')}\n${readFileSync(errors, 'utf8')}`.replaceAll(server.setupToken!, ''); // the link is meant to be read
    expect(said).toContain('ready at');
    for (const [name, secret] of Object.entries({
      ...{ password, guess: 'canary of a guess', token, key: key.slice(-43), refresh: cookie.split('=')[1]! },
      ...{ first: secrets[0]!, second: secrets[1]!, database: 'canary-of-a-database' },
    })) {
      expect(said, name).not.toContain(secret);
      expect(argv, name).not.toContain(secret);
    }
  });
});

/** A preload that copies what the process says on standard error to a file. */
function writeLogged(file: string): string {
  const preload = join(dataDir, 'logged.mjs');
  writeFileSync(
    preload,
    `import { appendFileSync } from 'node:fs';
     appendFileSync(${JSON.stringify(file)}, '');
     const write = process.stderr.write.bind(process.stderr);
     process.stderr.write = (chunk, ...rest) => { appendFileSync(${JSON.stringify(file)}, chunk); return write(chunk, ...rest); };`,
  );
  return preload;
}
