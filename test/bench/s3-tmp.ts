import { benchAnprLists } from './anpr-lists.bench.ts';
console.table(
  (await benchAnprLists()).map(({ what, figure, budget, ok }) => ({ what, figure, budget, ok })),
);
