import { useEffect, useRef, useState } from 'react';

/** Gives the focus back to what opened a dialog when the dialog is taken off the page; for dialogs that are there only while they are open. */
export function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  const leaving = useRef(0);
  useEffect(() => {
    window.clearTimeout(leaving.current);
    return () => {
      // The trap of the dialog lets go of the focus only after its own clean-up.
      leaving.current = window.setTimeout(() => {
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
    };
  }, [opener]);
}
