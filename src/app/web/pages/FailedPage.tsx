import { Button } from '@mantine/core';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';

/** Stands in place of a page that could not be shown. */
export function FailedPage() {
  const { say } = useReader();
  return (
    <Frame title={say('page.failedTitle')}>
      <div className="hint panel" role="alert">
        {say('page.failed')}
        <Button variant="default" onClick={() => location.reload()}>
          {say('action.retry')}
        </Button>
      </div>
    </Frame>
  );
}
