import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { FailedPage } from './pages/FailedPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { readExploreSearch } from './parts/explore-search.ts';
import { readSearch } from './parts/page-search.ts';
import { readTicketSearch } from './parts/ticket-search.ts';
import { loadWords } from './parts/translator.ts';

// What the address says of period, comparison and filters is the same on every page; a page with more to say has a validateSearch of its own.
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, validateSearch: readSearch });

/** A local day in the address. */
function readDay({ day }: Readonly<Record<string, unknown>>): { day?: string } {
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {};
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
}).lazy(async () => {
  await loadWords('home');
  return (await import('./pages/HomePage.tsx')).homePage;
});

const board = createRoute({ getParentRoute: () => root, path: '/boards/$board' }).lazy(async () => {
  await loadWords('boards');
  return (await import('./pages/BoardPage.tsx')).boardPage;
});

const agents = createRoute({ getParentRoute: () => root, path: '/agents' }).lazy(async () => {
  await loadWords('boards');
  return (await import('./pages/AgentsPage.tsx')).agentsPage;
});

const boards = createRoute({ getParentRoute: () => root, path: '/boards' }).lazy(
  async () => (await import('./pages/BoardsPage.tsx')).boardsPage,
);

const imports = createRoute({ getParentRoute: () => root, path: '/import' }).lazy(async () => {
  await loadWords('imports');
  return (await import('./pages/ImportPage.tsx')).importPage;
});

const metrics = createRoute({ getParentRoute: () => root, path: '/metrics' }).lazy(async () => {
  await loadWords('metrics');
  return (await import('./pages/MetricsPage.tsx')).metricsPage;
});

const metric = createRoute({ getParentRoute: () => root, path: '/metrics/$metric' }).lazy(async () => {
  await loadWords('metrics');
  return (await import('./pages/MetricPage.tsx')).metricPage;
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$setting', params: { setting: 'calendar' }, replace: true });
  },
});

const setting = createRoute({ getParentRoute: () => root, path: '/settings/$setting' }).lazy(async () => {
  await loadWords('settings');
  return (await import('./pages/SettingsPage.tsx')).settingsPage;
});

const explore = createRoute({ getParentRoute: () => root, path: '/explore', validateSearch: readExploreSearch }).lazy(async () => {
  await Promise.all([loadWords('explore'), loadWords('views')]);
  return (await import('./pages/ExplorePage.tsx')).explorePage;
});

const sources = createRoute({ getParentRoute: () => root, path: '/sources' }).lazy(async () => {
  await Promise.all([loadWords('data'), loadWords('imports')]);
  return (await import('./pages/SourcesPage.tsx')).sourcesPage;
});

const tickets = createRoute({ getParentRoute: () => root, path: '/tickets', validateSearch: readTicketSearch }).lazy(async () => {
  await Promise.all([loadWords('tickets'), loadWords('views')]);
  return (await import('./pages/TicketsPage.tsx')).ticketsPage;
});

const events = createRoute({ getParentRoute: () => root, path: '/events', validateSearch: readDay }).lazy(async () => {
  await loadWords('data');
  return (await import('./pages/EventsPage.tsx')).eventsRoute;
});

/** Every page and its address. A page with words of its own awaits `loadWords('<area>')` before its import. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    board,
    boards,
    agents,
    imports,
    metrics,
    settings,
    setting,
    explore,
    sources,
    tickets,
    events,
    metric,
  ]),
  defaultErrorComponent: FailedPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
