/** What is known where nothing is. */
export const noEstimate = { value: null, low: null, high: null, n: 0 } as const;
