import { LoadDemoDocument, type LoadDemoMutation, platformMessages, problemOf } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { ProblemBanner } from './problem-banner.tsx';

const text = platformMessages.setup;

export function DemoCard({ onLoaded }: { onLoaded(demo: LoadDemoMutation['loadDemo']): void }) {
  const [{ fetching, error }, load] = useMutation(LoadDemoDocument);

  async function loadOnce() {
    if (fetching) return;
    const { data } = await load({});
    if (data) onLoaded(data.loadDemo);
  }

  return (
    <div className="card stack">
      {error && !fetching && <ProblemBanner message={problemOf(error).message} />}
      <p>{text.demoIntro}</p>
      <div className="cluster">
        <button className="btn" type="button" aria-disabled={fetching} aria-busy={fetching} onClick={loadOnce}>
          {text.demo}
        </button>
      </div>
    </div>
  );
}
