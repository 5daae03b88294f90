import { z } from 'zod';
import { type Endpoint, faultSchema } from '../../core/model/endpoint.ts';
import { type EndpointName, endpoints } from '../../core/model/endpoints/index.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of every endpoint. */
export function openApi(version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Earshot', version, description: 'Customer-service analytics. Every call of page and command line is one of these.' },
    paths,
    components: { schemas: { Fault: jsonSchema(faultSchema, 'output') } },
  };
}

function operation(name: EndpointName, endpoint: Endpoint): Schema {
  const fault = { description: 'a refusal', content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } } };
  return {
    operationId: name,
    summary: endpoint.doc,
    'x-access': endpoint.access,
    parameters: parametersOf(endpoint),
    ...requestBody(endpoint),
    responses: { 200: { description: 'the answer', content: answerContent(endpoint) }, default: fault },
  };
}

/** Path parameters, and query parameters where the input is not a JSON body. */
function parametersOf(endpoint: Endpoint): Schema[] {
  const schema = jsonSchema(endpoint.input, 'input');
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>)
    .map(([name, property]) => ({ name, in: endpoint.path.includes(`:${name}`) ? 'path' : 'query', property }))
    .filter((parameter) => parameter.in === 'path' || !takesJson(endpoint))
    .map(({ name, in: place, property }) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: property }));
}

function requestBody(endpoint: Endpoint): Schema {
  if (endpoint.streamsIn) {
    const content = Object.fromEntries(endpoint.streamsIn.map((type) => [type, { schema: {} }]));
    return { requestBody: { required: true, content } };
  }
  if (!takesJson(endpoint)) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(endpoint.input, 'input') } } } };
}

function answerContent(endpoint: Endpoint): Schema {
  if (endpoint.streamsOut === undefined) return { 'application/json': { schema: jsonSchema(endpoint.output, 'output') } };
  return { [endpoint.streamsOut]: { schema: { type: 'string' } } };
}

/** Whether the input of an endpoint comes as a JSON body. */
export function takesJson(endpoint: Endpoint): boolean {
  return (endpoint.method === 'POST' || endpoint.method === 'PUT') && !endpoint.streamsIn;
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
