import type { z } from 'zod';
import { calendarEndpoints } from './calendar-endpoints.ts';
import { findingEndpoints } from './finding-endpoints.ts';
import { importEndpoints } from './import-endpoints.ts';
import { namesEndpoints } from './names-endpoints.ts';
import { queryEndpoints } from './query-endpoints.ts';
import { settingsEndpoints } from './settings-endpoints.ts';
import { sourceEndpoints } from './source-endpoints.ts';
import { viewEndpoints } from './view-endpoints.ts';
import { workspaceEndpoints } from './workspace-endpoints.ts';

/** Every call of the product. The server mounts them in a loop; page, command line and OpenAPI read the same list. */
export const endpoints = {
  ...queryEndpoints,
  ...workspaceEndpoints,
  ...calendarEndpoints,
  ...importEndpoints,
  ...namesEndpoints,
  ...sourceEndpoints,
  ...settingsEndpoints,
  ...viewEndpoints,
  ...findingEndpoints,
} as const;

export type EndpointName = keyof typeof endpoints;
export type Input<N extends EndpointName> = z.input<(typeof endpoints)[N]['input']>;
export type ParsedInput<N extends EndpointName> = z.output<(typeof endpoints)[N]['input']>;
export type Output<N extends EndpointName> = z.output<(typeof endpoints)[N]['output']>;
