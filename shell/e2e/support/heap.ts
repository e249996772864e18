import type { CDPSession } from '@playwright/test';

/** What a page still holds when all that nobody needs was collected. */
export interface Held {
  /** And arrays, of scripts. Not the code: what is used often is compiled again, and better. */
  objects: number;
  /** Some come and go with timers. */
  functions: number;
  /** What objects and functions take. */
  bytes: number;
  /** Of the document, and those that were taken out of it. */
  nodes: number;
  listeners: number;
}

/** The part of a heap snapshot that is read: nodes are rows of numbers, `node_fields` names the columns. */
interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

export async function held(devtools: CDPSession): Promise<Held> {
  await devtools.send('Performance.enable');
  for (let n = 0; n < 3; n++) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const figure = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { ...ownIn(await snapshotOf(devtools)), nodes: figure('Nodes'), listeners: figure('JSEventListeners') };
}

async function snapshotOf(devtools: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
  return JSON.parse(chunks.join(''));
}

function ownIn({ snapshot, nodes }: Snapshot): Pick<Held, 'objects' | 'functions' | 'bytes'> {
  const { node_fields, node_types } = snapshot.meta;
  const [object, array, closure] = ['object', 'array', 'closure'].map((type) => node_types[0].indexOf(type));
  const [typeAt, sizeAt] = [node_fields.indexOf('type'), node_fields.indexOf('self_size')];
  const held = { objects: 0, functions: 0, bytes: 0 };
  for (let row = 0; row < nodes.length; row += node_fields.length) {
    const type = nodes[row + typeAt];
    if (type === closure) held.functions++;
    else if (type === object || type === array) held.objects++;
    else continue;
    held.bytes += nodes[row + sizeAt]!;
  }
  return held;
}
