/** What an event of the calendar can be. */
export const eventKinds = ['launch', 'campaign', 'holiday', 'policy', 'outage', 'external'] as const;
