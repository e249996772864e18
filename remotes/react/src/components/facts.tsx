import type { ReactNode } from 'react';

/** A titled card of names and values. */
export function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card facts">
      <h2>{title}</h2>
      <dl>{children}</dl>
    </section>
  );
}
