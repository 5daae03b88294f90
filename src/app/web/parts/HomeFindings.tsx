import type { WordKey } from '../../../catalog/locales/words.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import type { Finding } from '../../../core/model/finding.ts';
import { FindingCard, FindingLine } from './FindingCard.tsx';
import { useReader } from './language.ts';

/** What changed, what is better and what is still open; said plainly when there is nothing. */
export function HomeFindings({ home }: { readonly home: Output<'home'> }) {
  const { say } = useReader();
  return (
    <div className="stack" aria-busy={home.partial}>
      <section aria-label={say('home.changed')} className="stack">
        <h2>{say('home.changed')}</h2>
        {home.findings.length === 0 && <p className="panel quiet-day">{say(home.partial ? 'home.working' : 'home.quiet')}</p>}
        {home.findings.map((finding) => (
          <FindingCard key={finding.id} finding={finding} day={home.day} names={home.names} />
        ))}
      </section>
      <More title="home.open" findings={home.open} day={home.day} names={home.names} />
      <More title="home.better" findings={home.better} day={home.day} names={home.names} />
      {home.hidden.length > 0 && (
        <details>
          <summary className="quiet">{say('home.hidden', { count: home.hidden.length })}</summary>
          <div className="stack" style={{ marginTop: 8 }}>
            {home.hidden.map((finding) => (
              <FindingLine key={finding.id} finding={finding} day={home.day} names={home.names} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

interface MoreProps {
  readonly title: WordKey;
  readonly findings: readonly Finding[];
  readonly day: string;
  readonly names: Readonly<Record<string, string>>;
}

function More({ title, findings, day, names }: MoreProps) {
  const { say } = useReader();
  if (findings.length === 0) return null;
  return (
    <section aria-label={say(title)} className="stack">
      <h2>{say(title)}</h2>
      {findings.map((finding) => (
        <FindingLine key={finding.id} finding={finding} day={day} names={names} />
      ))}
    </section>
  );
}
