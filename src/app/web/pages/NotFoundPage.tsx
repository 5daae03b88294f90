import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';

/** What an address without a page shows. */
export function NotFoundPage() {
  const { say } = useReader();
  return (
    <Frame title="Earshot">
      <div className="hint panel">
        {say('frame.notFound')}
        <div className="row">
          <Button component={Link} to="/">
            {say('frame.toHome')}
          </Button>
          <Button variant="default" component={Link} to="/boards">
            {say('board.all')}
          </Button>
        </div>
      </div>
    </Frame>
  );
}
