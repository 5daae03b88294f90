import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useReader } from './language.ts';

/** The way from a place without data to the import. */
export function ImportOffer() {
  const { say } = useReader();
  return (
    <Button variant="default" component={Link} to="/import">
      {say('tile.importData')}
    </Button>
  );
}
