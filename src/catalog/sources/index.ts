import type { SourceDeclaration } from '../../core/import/source-declaration.ts';
import { customerSupportOnTwitter } from './customer-support-on-twitter.ts';
import { freshdesk } from './freshdesk.ts';
import { intercom } from './intercom.ts';
import { servicenow } from './servicenow.ts';

/** Systems whose files are known by their columns. */
export const sources: readonly SourceDeclaration[] = [servicenow, freshdesk, intercom, customerSupportOnTwitter];
