import { Button, Modal } from '@mantine/core';
import { useReader } from './language.ts';

export interface ConfirmProps {
  readonly open: boolean;
  readonly question: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something is taken away. */
export function Confirm({ open, question, action, onConfirm, onCancel }: ConfirmProps) {
  const { say } = useReader();
  return (
    <Modal opened={open} onClose={onCancel} title={action} centered closeButtonProps={{ 'aria-label': say('action.close') }}>
      <p style={{ marginTop: 0 }}>{question}</p>
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <Button variant="default" onClick={onCancel}>
          {say('action.cancel')}
        </Button>
        <Button color="red" onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Modal>
  );
}
