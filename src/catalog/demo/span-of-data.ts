/** First and last local day of the demo company's data, inclusive. */
export const firstDay = '2024-11-01';
export const lastDay = '2026-10-31';

/** Days in the span of the data. */
export const spanDays = 730;

/** Tickets of the size that the levels of the company are stated for. */
export const referenceTickets = 200_000;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
