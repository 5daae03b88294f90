import { contacts as entity } from '../../core/entities/contacts.ts';
import type { Dataset, Derivation } from '../../core/model/dataset.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { knownContacts } from './contacts.ts';

/** A contact belongs to the matter of the one before it when it comes within this of that one or of its solve. */
const reach = sql`toIntervalDay(7)`;

/** Contacts with the beginning of the matter that they belong to, as `matter_at`. */
function contactsOfMatters(table: Sql): Sql {
  return sql`SELECT *, max(begun_at) OVER (PARTITION BY customer_key, category ORDER BY created_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS matter_at
FROM (
  SELECT *, if(created_at <= lagInFrame(toNullable(reached_at)) OVER before + ${reach}, toDateTime64(0, 3, 'UTC'), created_at) AS begun_at
  FROM (
    SELECT *, greatest(created_at, coalesce(last_solved_at, created_at)) AS reached_at
    FROM ${table}
    WHERE ${knownContacts}
  )
  WINDOW before AS (PARTITION BY customer_key, category ORDER BY created_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)`;
}

/** Contacts with the number of channels that the customer used on their matter. */
export const channelsOfMatters: Derivation = {
  family: 'customer_key',
  from: (
    table,
  ) => sql`SELECT id, length(groupUniqArrayIf(channel, channel != '') OVER (PARTITION BY customer_key, category, matter_at)) AS matter_channels
FROM (
${contactsOfMatters(table)}
)`,
};

/** The first contact decides what a matter is about. */
const first = sql`(created_at, id)`;

/** Contacts of one customer on one issue (same category) that follow each other within seven days, one row a matter. */
export const matters: Dataset = {
  name: 'matters',
  text: { en: 'Matters of customers', 'zh-Hans': '客户事项', 'zh-Hant': '客戶事項', ru: 'Вопросы клиентов' },
  entity,
  derived: {
    family: 'customer_key',
    from: (table) => sql`SELECT
  argMin(id, ${first}) AS first_id,
  customer_key,
  category,
  matter_at AS started_at,
  max(reached_at) AS reached_at,
  argMax(tuple(last_solved_at), ${first}).1 AS solved_at,
  count() AS contacts,
  groupUniqArrayIf(channel, channel != '') AS channels,
  argMin(source, ${first}) AS first_source,
  argMin(channel, ${first}) AS first_channel,
  argMin(priority, ${first}) AS first_priority,
  argMin(language, ${first}) AS first_language,
  argMin(region, ${first}) AS first_region,
  argMin(country, ${first}) AS first_country,
  argMin(product, ${first}) AS first_product,
  argMin(carrier, ${first}) AS first_carrier,
  argMin(team_id, ${first}) AS first_team_id
FROM (
${contactsOfMatters(table)}
)
GROUP BY customer_key, category, matter_at`,
  },
  population: sql`true`,
  times: {
    started: { kind: 'event', at: sql`started_at`, ofSource: sql`created_at` },
    solved: { kind: 'event', at: sql`solved_at`, ofSource: sql`last_solved_at` },
  },
  rowColumns: ['first_id', 'category', 'first_channel', 'channels', 'contacts', 'started_at', 'reached_at', 'solved_at', 'first_team_id'],
  searched: ['first_id'],
};
