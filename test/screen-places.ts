import type { Page } from 'playwright-core';
import { dashboards } from '../src/catalog/dashboards/index.ts';
import { settingNames } from '../src/core/model/settings/index.ts';

/** A page in a state worth looking at. */
export interface Place {
  readonly name: string;
  readonly path: string;
  /** What the workspace holds: the sample company, twenty tickets, or nothing. */
  readonly data: 'sample' | 'small' | 'empty';
  /** Whether something lies over the page, so that the picture is of the window. */
  readonly lies?: boolean;
  /** What is opened, and stands on it when it is ready. */
  readonly shows?: string;
  /** Whether it goes on loading. */
  readonly loads?: boolean;
  /** When only one width shows it. */
  readonly widthPx?: number;
  /** What is done before the page is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** What is done on the page. */
  readonly act?: (page: Page) => Promise<void>;
}

const october = 'period=2026-10-04..2026-10-31';

function asJson(value: unknown): string {
  return encodeURIComponent(JSON.stringify(value));
}

function explore(search: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(search).map(([name, value]) => `${name}=${typeof value === 'string' ? value : asJson(value)}`);
  return `/explore?${[october, ...said].join('&')}`;
}

const pages: Readonly<Record<string, string>> = {
  home: '/',
  'home-quiet': '/?day=2025-12-06',
  agents: `/agents?${october}`,
  boards: '/boards',
  ...Object.fromEntries(dashboards.map(({ name }) => [`board-${name}`, `/boards/${name}?${october}`])),
  'board-today': '/boards/support-overview?period=today',
  'board-no-data': '/boards/support-overview?period=2020-01-01..2020-01-31',
  'board-tables': `/boards/tickets?${october}&tables=${asJson(['created-by-weekday-and-hour', 'created', 'by-channel'])}`,
  'board-unknown-filter': `/boards/support-overview?${october}&filters=${asJson([{ dimension: 'carrier', operator: 'any of', values: ['Northway'] }])}`,
  'explore-first': `/explore?${october}`,
  'explore-bars': explore({ metrics: ['created', 'csat'], by: ['channel'] }),
  'explore-lines': explore({ metrics: ['first_response_median'], by: ['team'], grain: 'week' }),
  'explore-heat': explore({ metrics: ['created'], by: ['weekday', 'hour'], chart: 'heat-table' }),
  'explore-empty': explore({ metrics: ['created'], filters: [{ dimension: 'channel', operator: 'any of', values: ['fax'] }] }),
  'explore-fault': explore({ metrics: ['no_such_metric'] }),
  tickets: `/tickets?${october}`,
  'tickets-none': `/tickets?${october}&find=zzzzzz`,
  metrics: '/metrics',
  'metric-csat': '/metrics/csat',
  'metric-first-response': '/metrics/first_response',
  ...Object.fromEntries(settingNames.map((name) => [`settings-${name}`, `/settings/${name}`])),
  sources: '/sources',
  import: '/import',
  events: '/events',
  'not-found': '/nowhere',
};

/** What lies over a page, or is shown after something was done. */
const dialog = '[role=dialog]';
const done: readonly Omit<Place, 'data'>[] = [
  { name: 'home-explain', path: `/boards/support-overview?${october}&why=created`, lies: true, shows: dialog },
  {
    name: 'drill',
    path: `/boards/support-overview?${october}&drill=${asJson({ tile: 'created', metric: 'created', group: {} })}`,
    lies: true,
    shows: dialog,
  },
  { name: 'definition', path: `/boards/support-overview?${october}&explain=first-response`, lies: true, shows: dialog },
  { name: 'menu', path: `/boards/sla?${october}`, lies: true, widthPx: 390, act: (page) => page.locator('.menu-button').click() },
  { name: 'finder', path: `/boards/sla?${october}`, lies: true, shows: dialog, act: (page) => page.keyboard.press('Control+k') },
  { name: 'tile-menu', path: `/boards/tickets?${october}`, lies: true, act: (page) => page.locator('.tools button').nth(1).click() },
  {
    name: 'period',
    path: `/boards/tickets?${october}`,
    lies: true,
    shows: '.period-choices table',
    act: (page) => page.locator('.bar .controls button').first().click(),
  },
  { name: 'filter', path: `/boards/tickets?${october}`, lies: true, shows: 'form, [role=combobox]', act: openFilter },
  { name: 'ticket', path: `/tickets?${october}`, act: openTicketWithOthers },
  {
    name: 'ticket-columns',
    path: `/tickets?${october}`,
    lies: true,
    act: (page) => page.locator('main .row').first().locator('button').last().click(),
  },
  { name: 'view-form', path: `/tickets?${october}`, lies: true, shows: dialog, act: openViewForm },
  { name: 'event-dialog', path: '/events?day=2026-10-05', lies: true, shows: dialog },
  { name: 'calculator', path: '/metrics/nps', act: fillCalculator },
  { name: 'import-preview', path: '/import', act: bringFile },
  { name: 'board-failed', path: `/boards/support-overview?${october}`, prepare: (page) => breakQueries(page, 'answer') },
  {
    name: 'board-loading',
    path: `/boards/support-overview?${october}`,
    prepare: (page) => breakQueries(page, 'silence'),
    shows: '[data-state=loading]',
    loads: true,
    lies: true,
  },
];

const fewOrNone = ['home', 'agents', 'board-support-overview', 'board-voice', 'explore-first', 'tickets', 'sources', 'import', 'events'];

/** Every picture that is taken of a look. */
export const places: readonly Place[] = [
  ...Object.entries(pages).map(([name, path]) => ({ name, path, data: 'sample' as const })),
  ...done.map((place) => ({ ...place, data: 'sample' as const })),
  ...(['small', 'empty'] as const).flatMap((data) =>
    fewOrNone.map((name) => ({ name: `${name}-${data}`, path: withoutPeriod(pages[name] ?? '/'), data })),
  ),
];

/** Few rows lie anywhere in the past. */
function withoutPeriod(path: string): string {
  return path.replace(october, 'period=all');
}

async function openFilter(page: Page): Promise<void> {
  await page.locator('.bar .controls').first().locator('button').last().click();
}

/** Opens tickets from the top until one has others of the same customer. */
async function openTicketWithOthers(page: Page): Promise<void> {
  for (let row = 0; row < 12; row++) {
    await page.locator('tr[data-ticket] .link').nth(row).click();
    await page.locator('article .message').first().waitFor();
    if ((await page.locator('article .others').count()) > 0) return;
    await page.locator('article button').first().click();
  }
}

async function openViewForm(page: Page): Promise<void> {
  await page.locator('.bar .controls button').first().click();
  await page.locator('[role=menuitem]').first().click();
}

async function fillCalculator(page: Page): Promise<void> {
  const inputs = page.locator('.calculator-inputs input');
  for (const [at, value] of ['80', '15', '100'].entries()) await inputs.nth(at).fill(value);
}

async function bringFile(page: Page): Promise<void> {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const day = String((at % 28) + 1).padStart(2, '0');
    return `T-${at};${day}/03/2026 09:15;${['Offen', 'Wartet auf Godot', 'Closed'][at % 3]};High;Lamp;a${at}@example.org`;
  });
  const text = ['Ticket ID;Created;Status;Priority;Subject;Email', ...rows, 'T-99;not a day;Closed;High;odd;b@example.org'].join('\n');
  await page.setInputFiles('input[type=file]', { name: 'desk export.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.locator('.file-form').waitFor();
}

async function breakQueries(page: Page, how: 'answer' | 'silence'): Promise<void> {
  const refusal = { status: 503, json: { error: { code: 'busy', message: 'The server is busy.' } } };
  await page.route('**/api/query', (route) => (how === 'answer' ? route.fulfill(refusal) : undefined));
}
