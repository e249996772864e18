import { accountMessages, copyText, focusAfter } from '@jetbridge/schema';
import { type MouseEvent, useEffect, useId, useRef } from 'react';
import { useApp } from '../use-context.ts';
import { Icon } from './icon.tsx';

const text = accountMessages.apiKeys;

export interface NewApiKey {
  name: string;
  secret: string;
}

interface Props {
  created: NewApiKey;
  onDone(): void;
}

/** The only sight of a secret. */
export function ApiKeySecret({ created, onDone }: Props) {
  const { toast } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.select(), []);

  async function copy() {
    if (await copyText(field.current)) toast(text.copied, 'ok');
    else toast(text.copyByHand, 'info');
  }

  function finish(event: MouseEvent<HTMLElement>) {
    const next = focusAfter(event.currentTarget);
    onDone();
    next?.focus();
  }

  return (
    <div className="form card">
      <div className="banner" data-kind="warn" role="status">
        <Icon name="warning" />
        <p>{text.secretOnce}</p>
      </div>
      <div className="field">
        <div className="field-label">
          <label htmlFor={id}>{text.secretTitle(created.name)}</label>
        </div>
        <div className="affix">
          <input
            className="input secret"
            type="text"
            id={id}
            value={created.secret}
            readOnly
            autoComplete="off"
            spellCheck={false}
            ref={field}
            onFocus={(event) => event.target.select()}
          />
          <button className="btn" type="button" onClick={copy}>
            <Icon name="copy" />
            {text.copy}
          </button>
        </div>
      </div>
      <div className="form-foot">
        <button className="btn" data-kind="primary" type="button" onClick={finish}>
          {text.done}
        </button>
      </div>
    </div>
  );
}
