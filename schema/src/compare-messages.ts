import { localized } from './language.ts';

/** The texts of /compare. Each figure says what it is, where it comes from and what it is not. */
export const compareMessages = localized('compareMessages', {
  scoreboard: 'Figures',
  metric: 'Figure',
  samples: (count: number) => `n = ${count}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  none: 'none yet',
  unsupported: 'n/a in this browser',
  least: 'Least',
  leastHint: 'Its interval lies below those of the others. Where intervals overlap, nobody is named.',
  ms: (value: string) => `${value} ms`,
  kb: (value: string) => `${value} KB`,
  mb: (value: string) => `${value} MB`,
  figures: {
    eventToPaint: {
      name: 'Event to paint, median',
      says: 'From handing a change to this pane to the frame that shows it, measured by the shell; panes are told one after another, first in turn. Not the way through network and server.',
    },
    eventToPaint95: {
      name: 'Event to paint, 95th percentile',
      says: 'The same changes; one in twenty took longer. Not reliable before some twenty changes.',
    },
    interaction: {
      name: 'Interaction to next paint',
      says: 'From a click or key in this pane to the next frame, as the browser measures it (Event Timing); 98th percentile, in steps of 8 ms, nothing below 16. Not what the server takes afterwards.',
    },
    longFrame: {
      name: 'Script in long frames',
      says: 'Time that code of this front end ran in frames longer than 50 ms, as the browser attributes it (Long Animation Frames); median of such frames. Not layout and style.',
    },
    bootToMounted: {
      name: 'Opened to first content',
      says: 'From asking for the front end to its first element in the pane, by the shell, the same for all. Not a cold start: the three load at the same time, and files may be cached.',
    },
    mountedToData: {
      name: 'First content to data',
      says: 'From its first element to the page without placeholders, by the shell. Not the cost of asking: the three share one client, and whoever asks last finds the answer there.',
    },
    bytes: {
      name: 'Code received',
      says: 'Sizes as they travelled of all files below /remotes of this front end (Resource Timing). Not the shell, which all share; 0 where the cache had them.',
    },
    files: {
      name: 'Files',
      says: 'How many files of its own it asked for until now (Resource Timing). Not requests for data, which are the same for all.',
    },
    nodes: {
      name: 'Elements',
      says: 'Elements in this pane now, counted by the shell. Not a matter of taste: the markup is the same, and so should the counts be.',
    },
    lines: {
      name: 'Lines of code',
      says: 'Lines that are not empty in the source of the front end, counted when it was built. Not what the three share: rules, texts, formats and styles.',
    },
    dependencies: {
      name: 'Dependencies',
      says: 'Packages it names itself, with the versions that were built in. Not what those depend on.',
    },
  },
  clear: 'Start anew',
  saveJson: 'Save as JSON',
  saveCsv: 'Save as CSV',
  lead: 'Leads',
  leadHint: 'The pane whose page the others open, and whose typing they repeat.',
  linked: 'Linked navigation',
  linkedHint: 'The panes open the same page together.',
  openAlone: 'Open alone',
  mirrored: 'Mirrored typing',
  mirroredHint: 'What is typed or chosen in one pane is typed in the others. Buttons are not pressed: three reports would be filed.',
  source: 'Source of this screen',
  sourceOf: (name: string) => `Source of this screen in ${name}`,
  file: 'File',
  sum: (files: number, lines: string, kb: string) => `${files} files, ${lines} lines, ${kb} KB gzipped`,
  noSource: 'The source could not be loaded.',
  faults: (name: string) => `Break ${name}`,
  fault: {
    none: 'Whole',
    missing: 'Is not there',
    slow: 'Comes late',
    'throws-at-load': 'Throws while it starts',
    'throws-later': 'Throws while it runs',
    'wrong-contract': 'Was built for another shell',
    corrupt: 'Has a damaged file',
    busy: 'Works 200 ms at each change',
  },
  isolated: 'Isolated',
  isolatedHint: 'Each front end in a document of its own, so that the browser can tell whose memory it is.',
  memory: {
    name: 'Memory',
    says: 'What the browser holds for the document of this front end, with the shell in it (measureUserAgentSpecificMemory). Not to be read to the last byte: it is measured when the browser collects.',
  },
} as const);
