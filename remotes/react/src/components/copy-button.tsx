import { copyWords, platformMessages } from '@jetbridge/schema';
import { useApp } from '../use-context.ts';
import { Icon } from './icon.tsx';

const text = platformMessages.setup;

/** @param what is copied, told apart from the other buttons */
export function CopyButton({ words, what }: { words: string; what: string }) {
  const { toast } = useApp();

  async function copy() {
    if (await copyWords(words)) toast(text.copied(what), 'ok');
    else toast(text.notCopied, 'info');
  }

  return (
    <button className="btn" data-size="small" type="button" aria-label={text.copyOf(what)} onClick={copy}>
      <Icon name="copy" />
      <span className="btn-text">{text.copy}</span>
    </button>
  );
}
