import '@mantine/core/styles.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/charts.css';
import './styles/tables.css';
import './styles/panels.css';
import './styles/home.css';
import './styles/controls.css';
import './styles/media.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from './parts/language.ts';
import { Themed } from './parts/Themed.tsx';
import { queries } from './queries.ts';
import { router } from './router.tsx';

await startLanguage();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element #root.');

createRoot(root).render(
  <StrictMode>
    <Themed>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Themed>
  </StrictMode>,
);
