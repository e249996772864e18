// The arrows of docs/architecture.md. Type-only imports count everywhere except in cycles.
const web = '^(shell|remotes/[^/]+)/src/';
const nodeOnly = '^schema/src/(storage|telemetry|events|testing)/';
const test = '[.]test[.]ts$|/testing/';
const slices = 'accounts|airlines|members|pireps|airports|auth|api-keys|mail';

/** A rule that must never match. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    never(
      'no-cycles',
      'Two files that need each other are one file, or miss a third. (A Svelte component that nests imports itself.)',
      { path: '^(.+)$' },
      {
        circular: true,
        pathNot: '^$1$',
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    never('resolvable', 'An import must lead somewhere.', {}, { couldNotResolve: true }),

    never(
      'schema-is-the-ground',
      'schema imports no other package of ours.',
      { path: '^schema/' },
      { path: '^(gateway|projector|shell|remotes)/' },
    ),
    never(
      'schema-root-is-for-browsers',
      'What the root entry re-exports runs in a browser.',
      { path: '^schema/src/', pathNot: [nodeOnly, test] },
      { path: nodeOnly },
    ),
    never(
      'schema-root-without-node',
      'What the root entry re-exports runs in a browser.',
      { path: '^schema/src/', pathNot: [nodeOnly, test] },
      { dependencyTypes: ['core'] },
    ),

    never(
      'browser-code-uses-the-schema-root',
      'Browser code sees @jetbridge/schema, never its storage, events or testing.',
      { path: web },
      { path: '^schema/', pathNot: '^schema/src/index[.]ts$' },
    ),
    never('browser-code-without-node', 'There is no Node in a browser.', { path: web, pathNot: test }, { dependencyTypes: ['core'] }),
    never('browser-code-without-server-code', 'The API is the only way to the server.', { path: web }, { path: '^(gateway|projector)/' }),
    never(
      'remotes-know-only-their-context',
      'A remote gets everything through its mount context.',
      { path: '^remotes/([^/]+)/' },
      { path: '^(shell|remotes)/', pathNot: '^remotes/$1/' },
    ),
    never('shell-meets-remotes-at-run-time', 'The shell loads remotes by their manifests.', { path: '^shell/' }, { path: '^remotes/' }),

    never(
      'projector-uses-schema',
      'The projector knows the log, not the gateway.',
      { path: '^projector/' },
      { path: '^(gateway|shell|remotes)/' },
    ),
    never(
      'gateway-uses-schema',
      'The gateway serves built files, it imports none.',
      { path: '^gateway/src/' },
      { path: '^(shell|remotes)/' },
    ),
    never(
      'only-serve-starts-the-projector',
      'What answers requests reads what is projected; serve knows that both may run in one process, the verbs project beside it.',
      { path: '^gateway/', pathNot: ['^gateway/src/serve[.]ts$', '^gateway/src/verbs/', test] },
      { path: '^projector/' },
    ),

    never(
      'deciders-see-events',
      'A decider is a pure function over events: no services, no storage, no API types of other slices.',
      { path: '^gateway/src/([^/]+)/.+[.]decider[.]ts$' },
      {
        pathNot: ['^schema/src/index[.]ts$', '^schema/src/events/', '^gateway/src/$1/.+[.]types[.]ts$', '^gateway/src/refuse[.]ts$'],
      },
    ),
    never(
      'slices-stand-alone',
      'A slice answers for itself; airports is reference data for all.',
      { path: `^gateway/src/(${slices})/`, pathNot: test },
      {
        path: `^gateway/src/(${slices})/.+[.](resolver|decider)[.]ts$`,
        pathNot: ['^gateway/src/$1/', '^gateway/src/airports/'],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?!node_modules/).*/(dist|e2e)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.vue', '.svelte', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
};
