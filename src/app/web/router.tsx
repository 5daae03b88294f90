import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { BoardPage } from './pages/BoardPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { readSearch } from './parts/page-search.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/boards/$board', params: { board: 'support-overview' }, replace: true });
  },
});

const board = createRoute({ getParentRoute: () => root, path: '/boards/$board', validateSearch: readSearch, component: BoardPage });

const imports = createRoute({ getParentRoute: () => root, path: '/import' }).lazy(
  async () => (await import('./pages/ImportPage.tsx')).importPage,
);

const metrics = createRoute({
  getParentRoute: () => root,
  path: '/metrics',
  validateSearch: readSearch,
}).lazy(async () => (await import('./pages/MetricsPage.tsx')).metricsPage);

/** Every page and its address. */
export const router = createRouter({ routeTree: root.addChildren([home, board, imports, metrics]), scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
