// What may be otherwise where nothing was stated.

export const buildLevers = ({ levers }) =>
  levers.map(({ reason, reasonZh, ...lever }) => ({ ...lever, source: `engineering judgement: ${reason}`, sourceZh: `工程判断：${reasonZh}` }));
