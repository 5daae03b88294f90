import { useQuery } from '@tanstack/react-query';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { call } from './call.ts';

/** What the workspace holds and how it counts; undefined until it is known. */
export function useWorkspace(): Output<'workspace'> | undefined {
  return useQuery({ queryKey: ['workspace'], queryFn: ({ signal }) => call('workspace', {}, signal) }).data;
}
