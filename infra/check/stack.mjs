// compose.yaml as it is, on podman: started, watched, asked, ended.
import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { home, podman, run } from './machine.mjs';

const folder = 'infra/compose';
const lookEveryMs = 1_000;
const socket = join(home, 'podman.sock');
const somebody = 1_234; // who runs a backup, and is neither root nor whoever runs in the containers

export class Stack {
  #compose;
  #service;
  #open = true;

  /** With compose.yaml, unless another file is said. */
  constructor(compose, file = 'compose.yaml') {
    this.#compose = [...compose, '--file', join(folder, file)];
  }

  /** The engine's door for compose, and what systemd would do elsewhere: run the health checks. */
  async open() {
    rmSync(socket, { force: true });
    process.env.DOCKER_HOST = `unix://${socket}`;
    process.env.JETBRIDGE_SECRETS = join(home, 'secrets');
    run('sh', ['infra/compose/init.sh', process.env.JETBRIDGE_SECRETS]);
    this.#service = spawn('podman', ['system', 'service', '--time', '0', process.env.DOCKER_HOST], { stdio: 'ignore' });
    while (!existsSync(socket)) await after(50);
    this.#look();
    await this.down(); // what a run left that was cut short
  }

  #look() {
    const look = ['-c', 'podman ps --quiet | xargs --no-run-if-empty --max-args 1 podman healthcheck run'];
    execFile('sh', look, () => {
      if (this.#open) setTimeout(() => this.#look(), lookEveryMs);
    });
  }

  /** Resolves when they are healthy. Without names, all but Mailpit: it cannot be had without its registry, and nothing waits for it. */
  up(...services) {
    const which = services.length > 0 ? services : ['--scale', 'mailpit=0'];
    return this.run('up', '--detach', '--wait', '--no-build', '--pull', 'never', ...which);
  }

  stop() {
    return this.run('stop');
  }

  /** With the volumes: the next start is a first one. */
  down() {
    return this.run('down', '--volumes', '--timeout', '5');
  }

  close() {
    this.#open = false;
    this.#service.kill();
  }

  /** A command of the product beside the others, with a folder to write to that is not lost. */
  beside(...words) {
    const folder = join(home, 'backup');
    mkdirSync(folder, { recursive: true });
    chownSync(folder, somebody, somebody);
    return this.run('run', '--rm', '--no-deps', '--user', `${somebody}:${somebody}`, '--volume', `${folder}:/backup`, 'migrate', ...words);
  }

  /** What of the environment the tests need to find the product. */
  environment() {
    const link = /http:\/\/\S+\/setup\?token=[\w.~-]+/.exec(podman('logs', 'jetbridge-gateway-1'))?.[0];
    if (!link) throw new Error('no gateway has printed a set-up link');
    return { E2E_SETUP_LINK: link };
  }

  run(...args) {
    const [command, ...rest] = [...this.#compose, ...args];
    return new Promise((resolve, reject) => {
      execFile(command, rest, { encoding: 'utf8', timeout: 180_000 }, (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const last = `${stdout}${stderr}`.trim().split('\n').slice(-20).join('\n');
        reject(new Error(`compose ${args.join(' ')} failed:\n${last}\n${podman('ps', '--all', '--format', '{{.Names}} {{.Status}}')}`));
      });
    });
  }
}

/** How each process of the product ended when it was told to. */
export function exitCodes() {
  const names = podman('ps', '--all', '--format', '{{.Names}}').split('\n');
  const ours = names.filter((name) => /-(gateway|projector)-/.test(name));
  return ours.map((name) => `${name}: ${podman('inspect', '--format', '{{.State.ExitCode}}', name)}`);
}
