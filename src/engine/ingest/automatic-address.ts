import { bind, type Sql, sql } from '../../core/sql/sql.ts';

/** Whether an address is one of automatic senders. @param patterns addresses in which * stands for any text; case does not matter */
export function isAutomaticAddress(address: Sql, patterns: readonly string[]): Sql {
  const whole = patterns.map((pattern) =>
    pattern
      .trim()
      .replaceAll(/[\\^$.+?()[\]{}|/]/g, '\\$&')
      .replaceAll('*', '.*'),
  );
  return sql`match(${address}, ${bind('String', `(?i)^(?:${whole.join('|')})$`)})`;
}
