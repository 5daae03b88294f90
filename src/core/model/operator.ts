/** How a filter compares. */
export const operators = ['any of', 'none of', 'all of', 'is empty', 'is not empty'] as const;

export type Operator = (typeof operators)[number];
