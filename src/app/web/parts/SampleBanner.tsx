import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';
import { useWorkspace } from './use-workspace.ts';

const Confirm = lazy(async () => ({ default: (await import('./Confirm.tsx')).Confirm }));

/** Says that the data are a sample, and leads away from it. Nothing once the sample is gone. */
export function SampleBanner() {
  const { say } = useReader();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const removal = useMutation({ mutationFn: () => call('removeSample', {}), onSuccess: () => client.invalidateQueries() });
  if (workspace?.sample !== true) return null;
  return (
    <aside className="banner">
      <div className="bar-inner">
        <span>{removal.error === null ? say('sample.banner') : sayFault(removal.error, say)}</span>
        <Button component={Link} to="/import" variant="subtle">
          {say('sample.import')}
        </Button>
        <Button variant="subtle" color="gray" loading={removal.isPending} onClick={() => setAsking(true)}>
          {say('sample.remove')}
        </Button>
      </div>
      {asking && (
        <Suspense>
          <Confirm
            open
            question={say('sample.ask')}
            action={say('sample.remove')}
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false);
              removal.mutate();
            }}
          />
        </Suspense>
      )}
    </aside>
  );
}
