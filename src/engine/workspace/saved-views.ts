import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import { type SavedView, viewPages } from '../../core/model/endpoints/view-endpoints.ts';
import { UserError } from '../../core/model/user-error.ts';
import type { Meta } from '../meta/open-meta.ts';
import type { DocumentVersion, VersionedDocuments } from '../meta/versioned-documents.ts';

const documentSchema = z.object({ page: z.enum(viewPages), name: z.string(), search: z.record(z.string(), z.unknown()) });

type ViewDocument = z.output<typeof documentSchema>;

/** An address longer than this opens in no browser. */
const mostCharacters = 16_000;

/** The views of a page, by name. */
export async function listViews({ views }: Meta, { page }: ParsedInput<'views'>): Promise<SavedView[]> {
  const all = (await views.list()).flatMap(viewOf).filter((view) => view.page === page);
  return all.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Keeps an address under a name. @throws UserError for a name that the page has already, or an address that is too long */
export async function saveView({ views }: Meta, document: ParsedInput<'saveView'>): Promise<SavedView> {
  await checkView(views, document, null);
  return kept(views, randomUUID(), document);
}

/** Renames a view or replaces what it shows. @throws UserError as `saveView`, and for a view that is not there */
export async function changeView({ views }: Meta, { id, name, search }: ParsedInput<'changeView'>): Promise<SavedView> {
  const current = (await views.get(id)) ?? refuse(id);
  const { page, ...before } = documentSchema.parse(current.value);
  const document = { page, name: name ?? before.name, search: search ?? before.search };
  await checkView(views, document, id);
  return kept(views, id, document);
}

/** Removes a view; its versions stay. @throws UserError for a view that is not there */
export async function removeView({ views }: Meta, { id }: ParsedInput<'removeView'>): Promise<Output<'removeView'>> {
  if (!(await views.remove(id))) refuse(id);
  return { removed: true };
}

/** Every version of a view, newest first; removed ones too. @throws UserError for a view that never was */
export async function viewHistory({ views }: Meta, { id }: ParsedInput<'viewHistory'>): Promise<Output<'viewHistory'>> {
  const versions = await views.history(id);
  if (versions.length === 0) refuse(id);
  return versions.map(({ version, changedAt, value }) => {
    const document = value === null ? null : documentSchema.parse(value);
    return { version, changedAt: new Date(changedAt).toISOString(), name: document?.name ?? null, search: document?.search ?? null };
  });
}

async function kept(views: VersionedDocuments, id: string, document: ViewDocument): Promise<SavedView> {
  const [view] = viewOf(await views.set(id, document));
  if (view === undefined) throw new TypeError('a view was kept that cannot be read');
  return view;
}

function viewOf({ name: id, version, value, changedAt }: DocumentVersion): SavedView[] {
  const document = documentSchema.safeParse(value);
  return document.success ? [{ id, ...document.data, version, changedAt: new Date(changedAt).toISOString() }] : [];
}

async function checkView(views: VersionedDocuments, { page, name, search }: ViewDocument, id: string | null): Promise<void> {
  if (JSON.stringify(search).length > mostCharacters)
    throw new UserError('view_too_long', `A view holds at most ${mostCharacters} characters; ask for fewer figures or filter values.`);
  const taken = (await views.list()).flatMap(viewOf).some((view) => view.id !== id && view.page === page && view.name === name);
  if (taken) throw new UserError('view_name_taken', `There is a view "${name}" already; choose another name or change that view.`, 409);
}

function refuse(id: string): never {
  throw new UserError('unknown_view', `There is no view ${JSON.stringify(id)}; GET /api/views lists them all.`, 404);
}
