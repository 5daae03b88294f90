import { describe, expect, test } from 'vitest';
import { endpoints } from '../../core/model/endpoints/index.ts';
import { docsPage } from './docs-page.ts';
import { handlers } from './handlers.ts';
import { openApi } from './openapi.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: object }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly description: string; readonly content: Record<string, { readonly schema: object }> }>;
}

const document = openApi('1.2.3') as unknown as {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('openApi', () => {
  test('lists every endpoint once, and there is a handler for each', () => {
    expect(operations.map(({ operation }) => operation.operationId).toSorted()).toEqual(Object.keys(endpoints).toSorted());
    expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(endpoints).toSorted());
  });

  test('has what OpenAPI 3.1 demands', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Earshot', version: '1.2.3' });
    for (const { path, method, operation } of operations) {
      expect(path).toMatch(/^\//);
      expect(['get', 'post', 'put', 'delete']).toContain(method);
      expect(Object.keys(operation.responses)).toEqual(['200', 'default']);
      for (const response of Object.values(operation.responses)) expect(response.description).not.toBe('');
    }
  });

  test('declares every parameter of a path, and no other in it', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(named);
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  test('leads every reference to something', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThan(0);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name);
    expect(JSON.stringify(document)).not.toMatch(/"\$ref":"#\/\$defs/);
  });

  test('says what a GET takes as query parameters and what a POST takes as body', () => {
    const values = document.paths['/api/dimensions/{name}/values']?.get;
    expect(values?.parameters.map(({ name, in: place }) => [name, place])).toEqual([
      ['name', 'path'],
      ['search', 'query'],
      ['limit', 'query'],
      ['asReported', 'query'],
    ]);
    expect(Object.keys(document.paths['/api/query']?.post?.requestBody?.content ?? {})).toEqual(['application/json']);
    expect(Object.keys(document.paths['/api/uploads']?.post?.requestBody?.content ?? {})).toEqual(['application/octet-stream']);
  });
});

describe('docsPage', () => {
  test('shows every endpoint, and runs no script', () => {
    const page = docsPage('1.2.3');
    for (const endpoint of Object.values(endpoints)) expect(page).toContain(endpoint.path);
    expect(page).not.toContain('<script');
  });
});
