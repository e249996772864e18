import { messageOf } from './masking.ts';

const tellEveryMs = 10 * 60_000;

/** What every exporter of OpenTelemetry has. */
interface Exporter<Items> {
  export(items: Items, done: (result: { code: number; error?: Error }) => void): void;
}

/** Tells of a receiver that cannot be reached: when it begins, and again now and then while it lasts. */
export function onFailedExport<Items>(exporter: Exporter<Items>, tell: (reason: string) => void): void {
  const send = exporter.export.bind(exporter);
  let toldAt = Number.NEGATIVE_INFINITY;
  exporter.export = (items, done) =>
    send(items, (result) => {
      if (result.code === 0) toldAt = Number.NEGATIVE_INFINITY;
      else if (performance.now() - toldAt >= tellEveryMs) {
        toldAt = performance.now();
        tell(reasonOf(result.error));
      }
      done(result);
    });
}

function reasonOf(error: Error | undefined): string {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code === 'number') return `it answers ${code}.`;
  return typeof code === 'string' ? `it cannot be reached (${code}).` : error?.message ? `${messageOf(error)}.` : 'it does not answer.';
}
