import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** Where a program is, if anywhere: on the path, or where Debian puts what only root's path has. */
export function findProgram(name: string, path = process.env.PATH ?? ''): string | undefined {
  const places = [...path.split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return places.map((place) => join(place, name)).find(isExecutable);
}

/** A port of the loopback that nobody had a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
