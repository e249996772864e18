import type { ReactNode } from 'react';

/** One sentence, and the next action where there is one. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
