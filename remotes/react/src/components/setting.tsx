import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  intro?: string;
  children: ReactNode;
}

/** One matter of a page of settings: what it is about, and beside it what can be done. */
export function Setting({ title, intro, children }: Props) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds forms with legends of their own; a fieldset would be read out with each control
    <div className="setting" role="group" aria-labelledby={id}>
      <div className="setting-head">
        <h2 id={id}>{title}</h2>
        {intro && <p>{intro}</p>}
      </div>
      <div className="setting-body">{children}</div>
    </div>
  );
}
