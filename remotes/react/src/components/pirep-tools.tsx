import { countFilters, type PirepView, pirepMessages, pirepsCsvPath } from '@jetbridge/schema';
import { useId, useState } from 'react';
import { useApp } from '../use-context.ts';
import { PirepFilters } from './pirep-filters.tsx';

const text = pirepMessages;

export interface ToolsProps {
  code: string;
  view: PirepView;
  /** Of the viewer; null for who is no member. */
  memberId: string | null;
}

/** What can be done with the list as it is: narrow it, and take it along. */
export function PirepTools({ code, view, memberId }: ToolsProps) {
  const { download, toast } = useApp();
  const filters = countFilters(view);
  const [open, setOpen] = useState(filters > 0 || view.sort !== null);
  const [saving, setSaving] = useState(false);
  const id = useId();

  async function save() {
    if (saving) return;
    setSaving(true);
    const problem = await download(pirepsCsvPath(code, view, memberId), `${code}-pireps.csv`);
    setSaving(false);
    if (problem) toast(problem.message, 'bad');
  }

  return (
    <>
      <button
        className="btn"
        data-size="small"
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {text.filters(filters)}
      </button>
      <button className="btn" data-size="small" type="button" aria-disabled={saving} aria-busy={saving} onClick={save}>
        {text.csv}
      </button>
      {open && <PirepFilters id={id} code={code} view={view} memberId={memberId} />}
    </>
  );
}
