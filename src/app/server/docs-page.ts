import type { Endpoint } from '../../core/model/endpoint.ts';
import { endpoints } from '../../core/model/endpoints/index.ts';
import { openApi } from './openapi.ts';

type Operations = Record<string, Record<string, Readonly<Record<string, unknown>>>>;

/** The endpoints as a page of its own, without scripts. */
export function docsPage(version: string): string {
  const { paths } = openApi(version) as { paths: Operations };
  const sections = (Object.entries(endpoints) as [string, Endpoint][]).map(([name, endpoint]) => {
    const operation = paths[endpoint.path.replaceAll(/:(\w+)/g, '{$1}')]?.[endpoint.method.toLowerCase()] ?? {};
    return section(name, endpoint, operation);
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Earshot API ${escaped(version)}</title>
<style>${style}</style>
</head>
<body>
<h1>Earshot API</h1>
<p>Version ${escaped(version)}. The same as <a href="/openapi.json">/openapi.json</a>. Bodies are JSON unless said otherwise. A refusal is
<code>{ "error": { "code", "message" } }</code>.</p>
${sections.join('\n')}
</body>
</html>
`;
}

function section(name: string, endpoint: Endpoint, operation: Readonly<Record<string, unknown>>): string {
  return `<section id="${escaped(name)}">
<h2><span class="${endpoint.method.toLowerCase()}">${endpoint.method}</span> <code>${escaped(endpoint.path)}</code></h2>
<p>${escaped(endpoint.doc)}. <small>access: ${endpoint.access}</small></p>
${details('Parameters', operation.parameters)}
${details('Body', operation.requestBody)}
${details('Answers', operation.responses)}
</section>`;
}

function details(title: string, content: unknown): string {
  if (content === undefined || (Array.isArray(content) && content.length === 0)) return '';
  return `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(content, null, 2))}</pre></details>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: 0.5rem 0; }
h2 { font-size: 1rem; margin: 0.5rem 0; }
h2 span { display: inline-block; min-width: 4rem; font-size: 0.8rem; }
pre { overflow-x: auto; font-size: 0.8rem; }
summary { cursor: pointer; }
`;
