import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';

export interface DropZoneProps {
  /** Why the last file was not taken. */
  readonly error: Error | null;
  readonly onFile: (file: File) => void;
}

/** Takes a file, dropped or chosen. */
export function DropZone({ error, onFile }: DropZoneProps) {
  const { say } = useReader();
  const [over, setOver] = useState(false);
  return (
    <section
      className="drop"
      data-over={over}
      aria-label={say('import.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <p style={{ fontSize: 16, margin: '0 0 8px' }}>{say('import.drop')}</p>
      <FileButton onChange={(file) => file !== null && onFile(file)}>
        {(props) => <Button {...props}>{say('import.choose')}</Button>}
      </FileButton>
      <p className="quiet">{say('import.intro')}</p>
      {error !== null && <p role="alert">{sayFault(error, say)}</p>}
    </section>
  );
}
