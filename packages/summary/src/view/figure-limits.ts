/** Rows that anybody reads of one figure; the record holds them all. */
export const maxRows = 10;
/** What is pinned and what drifted is read to the end. */
export const maxPins = 20;
