import type { EndpointName, Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import type { HomeKeeper } from '../../engine/findings/home-keeper.ts';
import type { ImportJobs } from '../../engine/workspace/import-jobs.ts';
import type { OpenWorkspace } from '../../engine/workspace/open-workspace.ts';
import type { Uploads } from '../../engine/workspace/uploads.ts';

/** What handlers work on. */
export interface Services {
  readonly workspace: OpenWorkspace;
  readonly uploads: Uploads;
  readonly imports: ImportJobs;
  readonly findings: HomeKeeper;
  readonly version: string;
}

/** The body of a request whose endpoint takes one. */
export interface Body {
  readonly contentType: string;
  /** The bytes as they come, for bodies of any size. @throws UserError when more than `maxBytes` came */
  bytes(maxBytes: number): AsyncIterable<Uint8Array>;
  /** All bytes as text. @throws UserError when there are more than `maxBytes` or they are no UTF-8 */
  text(maxBytes: number): Promise<string>;
}

/** An answer that is a file. */
export interface FileAnswer {
  readonly fileName: string;
  readonly contentType: string;
  /** The whole of it, or blocks of UTF-8 as they come. */
  readonly text: string | ReadableStream<Uint8Array>;
}

type Answer<N extends EndpointName> = N extends 'export' | 'rejectsFile' ? FileAnswer : Output<N>;

/** What answers one call: input that has been checked, and the body where the endpoint takes a stream. */
export type Handler<N extends EndpointName> = (services: Services, input: ParsedInput<N>, body: Body) => Promise<Answer<N>>;

/** One for every endpoint; a missing one does not compile. */
export type Handlers = { readonly [N in EndpointName]: Handler<N> };
