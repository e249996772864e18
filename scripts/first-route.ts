/**
 * For `build.rolldownOptions.output`: what the first route shares with chunks that load later stands in one file. That packs better, and asks
 * less often, than a file for each set of sharers. The modules that federation makes up stay where they are.
 */
export const firstRoute = {
  codeSplitting: {
    groups: [
      {
        name: 'shared',
        tags: ['$initial' as const],
        test: /(?:remotes.\w+|schema|shell).src|vite.preload-helper|node_modules.+(?:react|scheduler|vue|svelte|urql|wonka|graphql)/,
        minShareCount: 2,
      },
    ],
  },
};
