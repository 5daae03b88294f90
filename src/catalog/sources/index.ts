import type { SourceDeclaration } from '../../core/import/source-declaration.ts';
import { customerSupportOnTwitter } from './customer-support-on-twitter.ts';
import { servicenow } from './servicenow.ts';

/** Systems whose files are known by their columns. */
export const sources: readonly SourceDeclaration[] = [servicenow, customerSupportOnTwitter];
