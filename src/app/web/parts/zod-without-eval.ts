import { config } from 'zod/v4';

export * from 'zod/v4';

// What the page imports as `zod` is this: the server's content security policy forbids eval, which zod otherwise tries on its first object.
config({ jitless: true });
