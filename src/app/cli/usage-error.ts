/** A command line that cannot be read: one sentence with what is allowed. Exit code 2. */
export class UsageError extends Error {}
