// What a first visit may weigh, gzipped, in KB (1,000 bytes). Source: the budgets of the front end's design.
// A remote's first route is its federation manifest, its entry and everything these import statically; lazy chunks are not in it.
export const budgetsKb = {
  html: 14,
  css: 20,
  shell: 60,
  react: 110,
  vue: 70,
  svelte: 60,
  map: 38, // what <flight-map> loads when there is one to show, coast line included
  compare: 300,
};
