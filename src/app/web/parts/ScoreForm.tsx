import { Select, Stack } from '@mantine/core';
import { valueTexts } from '../../../catalog/locales/values.ts';
import { closedSets } from '../../../core/import/closed-sets.ts';
import { type Mapping, type Scale, usualScale } from '../../../core/import/mapping.ts';
import { useReader } from './language.ts';
import { changeColumn, changeSurvey } from './map-column.ts';

export interface ScoreFormProps {
  readonly column: string;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

const usualScales = ['0–1', '1–2', '1–3', '1–4', '1–5', '0–5', '1–7', '0–10', '1–10', '0–100'];

/** On which scale a column of scores is, which end of it is the better one, and what its question is. */
export function ScoreForm({ column, mapping, onChange }: ScoreFormProps) {
  const { say } = useReader();
  const mapped = mapping.columns.find(({ from }) => from === column);
  if (mapped?.scales) return null;
  const { scale = usualScale } = mapped ?? {};
  const written = `${scale.min}–${scale.max}`;
  const change = (part: Partial<Scale>) => onChange(changeColumn(mapping, column, { scale: { ...scale, ...part } }));
  const chooseScale = (value: string | null) => {
    const [min, max] = (value ?? written).split('–').map(Number);
    if (min !== undefined && max !== undefined) change({ min, max });
  };
  return (
    <Stack gap={4}>
      <Select
        size="xs"
        allowDeselect={false}
        aria-label={`${say('import.scale')}: ${column}`}
        data={[...new Set([...usualScales, written])]}
        value={written}
        onChange={chooseScale}
      />
      <NamedSelect
        label={`${say('import.direction')}: ${column}`}
        list="direction"
        values={closedSets.direction}
        value={scale.direction}
        onChange={(direction) => change({ direction })}
      />
      <SurveySelect column={column} mapping={mapping} onChange={onChange} />
    </Stack>
  );
}

/** What the question is, where no column of the file tells it. */
function SurveySelect({ column, mapping, onChange }: ScoreFormProps) {
  const { say } = useReader();
  if (mapping.target !== 'survey_responses' || mapping.columns.some(({ to }) => to === 'kind')) return null;
  const own = mapping.columns.find(({ from }) => from === column)?.survey;
  const kinds = closedSets.survey_kind;
  return (
    <NamedSelect
      label={`${say('import.survey')}: ${column}`}
      list="surveyKind"
      values={kinds}
      value={own ?? kinds.find((kind) => kind === mapping.constants.kind) ?? 'csat'}
      onChange={(kind) => onChange(changeSurvey(mapping, column, kind))}
    />
  );
}

interface NamedSelectProps<Value extends string> {
  readonly label: string;
  /** The list of our words that the values are named by. */
  readonly list: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function NamedSelect<Value extends string>({ label, list, values, value, onChange }: NamedSelectProps<Value>) {
  const { locale } = useReader();
  return (
    <Select
      size="xs"
      allowDeselect={false}
      aria-label={label}
      data={values.map((each) => ({ value: each, label: valueTexts[list]?.[each]?.[locale] ?? each }))}
      value={value}
      onChange={(chosen) => {
        const found = values.find((each) => each === chosen);
        if (found !== undefined) onChange(found);
      }}
    />
  );
}
