import { type Framework, isFramework } from '../place.ts';

/** How the panes are put together; kept in the address behind `#`, so that a comparison can be sent to somebody. */
export interface Options {
  /** Where one pane goes, the others go. */
  linked: boolean;
  /** What is typed in one is typed in the others. */
  mirrored: boolean;
  /** The source of the screen is shown. */
  source: boolean;
  /** Each in a document of its own. */
  isolated: boolean;
  /** The pane that leads; null follows whoever moved last. */
  lead: Framework | null;
}

const switches = ['linked', 'mirrored', 'source', 'isolated'] as const;
const usual: Options = { linked: true, mirrored: false, source: false, isolated: false, lead: null };

export function readOptions(hash: string): Options {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const on = (name: (typeof switches)[number]) => (said.has(name) ? said.get(name) === '1' : usual[name]);
  const lead = said.get('lead');
  return {
    linked: on('linked'),
    mirrored: on('mirrored'),
    source: on('source'),
    isolated: on('isolated'),
    lead: isFramework(lead) ? lead : null,
  };
}

/** Only what is not as usual. */
export function hashOf(options: Options): string {
  const said = new URLSearchParams();
  for (const name of switches) if (options[name] !== usual[name]) said.set(name, options[name] ? '1' : '0');
  if (options.lead) said.set('lead', options.lead);
  const text = said.toString();
  return text && `#${text}`;
}
