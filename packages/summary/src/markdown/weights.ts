/** What goes in first when not everything fits: what is wrong, then what is right, then how it came about. */
export const weights = {
  note: 0,
  problem: 1,
  badRow: 2,
  open: 3,
  goodRow: 4,
  warning: 5,
  output: 6,
  plan: 7,
  badDetail: 8,
  goodDetail: 9,
  figure: 10,
  info: 11,
} as const;
