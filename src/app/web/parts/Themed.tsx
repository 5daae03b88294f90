import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { theme } from '../theme.ts';

/** The theme that the reader chose; on paper always the light one, charts too. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const isPrinting = useIsPrinting();
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" {...(isPrinting ? { forceColorScheme: 'light' as const } : {})}>
      {children}
    </MantineProvider>
  );
}

function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture as soon as the listeners are through.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
