import { config } from 'zod';

// The server's content security policy forbids eval, which zod otherwise tries on its first object.
config({ jitless: true });
