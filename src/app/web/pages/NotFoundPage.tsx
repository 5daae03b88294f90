import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';

/** What an address without a page shows. */
export function NotFoundPage() {
  const { say } = useReader();
  return <Frame title="Earshot">{say('frame.notFound')}</Frame>;
}
