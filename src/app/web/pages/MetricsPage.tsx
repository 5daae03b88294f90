import { TextInput } from '@mantine/core';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { metrics } from '../../../catalog/metrics/index.ts';
import { Definition } from '../parts/Definition.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';

/** Every metric with its definition. */
function MetricsPage() {
  const { say, locale } = useReader();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase(locale);
  const shown = metrics.filter(({ name, text }) =>
    `${name} ${text[locale].label} ${text[locale].definition}`.toLocaleLowerCase(locale).includes(wanted),
  );
  return (
    <Frame title={say('metrics.title')}>
      <div className="stack">
        <div className="row">
          <span className="quiet">{say('metrics.intro')}</span>
          <div className="spacer" />
          <TextInput
            aria-label={say('metrics.search')}
            placeholder={say('metrics.search')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        {shown.map(({ name, text }) => (
          <details key={name} className="panel">
            <summary>
              <strong>{text[locale].label}</strong> <span className="quiet">{name}</span>
            </summary>
            <Definition name={name} />
          </details>
        ))}
      </div>
    </Frame>
  );
}

export const metricsPage = createLazyRoute('/metrics')({ component: MetricsPage });
