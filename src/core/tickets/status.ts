/** Whether a ticket of this status waits for nobody any more. */
export function isDone(status: string): boolean {
  return status === 'solved' || status === 'closed';
}
