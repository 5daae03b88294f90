import { Combobox, MultiSelect, NumberInput, Select } from '@mantine/core';
import { nameDimension } from '../../../catalog/locales/names.ts';
import { type LeftOut, leftOuts } from '../../../core/model/dataset.ts';
import { type Grain, grains } from '../../../core/time/grain.ts';
import { useReader } from './language.ts';
import { labelOf, type MetricFigure, withoutDimension } from './metric-figure.ts';
import { useExploreSearch } from './use-explore-search.ts';

/** What the figures are grouped by, and over time. What a figure does not know cannot be chosen, and says so. */
export function ExploreGrouping({ figures }: { readonly figures: readonly MetricFigure[] }) {
  const { say } = useReader();
  const [search, change] = useExploreSearch();
  const [first = null, second = null] = search.by ?? [];
  const group = (by: readonly (string | null)[]) => {
    const chosen = by.filter((each) => each !== null);
    change({ by: chosen.length > 0 ? chosen : undefined, chart: undefined });
  };
  return (
    <>
      <DimensionSelect
        label={say('explore.by')}
        value={first}
        figures={figures}
        except={null}
        onChange={(value) => group([value, second])}
      />
      {first !== null && (
        <DimensionSelect
          label={say('explore.thenBy')}
          value={second}
          figures={figures}
          except={first}
          onChange={(value) => group([first, value])}
        />
      )}
      <Select
        label={say('explore.grain')}
        data={[{ value: '', label: say('explore.total') }, ...grains.map((value) => ({ value, label: say(`grain.${value}`) }))]}
        value={search.grain ?? ''}
        allowDeselect={false}
        onChange={(value) => change({ grain: value ? (value as Grain) : undefined, chart: undefined })}
      />
      {first !== null && (
        <NumberInput
          label={say('explore.top')}
          placeholder={say('explore.allGroups')}
          min={1}
          max={1000}
          allowDecimal={false}
          clampBehavior="strict"
          value={search.top ?? ''}
          onChange={(value) => change({ top: value === '' ? undefined : Number(value) })}
        />
      )}
      <MultiSelect
        label={say('explore.include')}
        placeholder={search.include === undefined ? say('explore.includeNone') : ''}
        data={leftOuts.map((value) => ({ value, label: say(`leftOut.${value}`) }))}
        value={[...(search.include ?? [])]}
        onChange={(values) => change({ include: values.length > 0 ? (values as LeftOut[]) : undefined })}
      />
    </>
  );
}

interface DimensionSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly figures: readonly MetricFigure[];
  /** A dimension that is taken. */
  readonly except: string | null;
  readonly onChange: (dimension: string | null) => void;
}

function DimensionSelect({ label, value, figures, except, onChange }: DimensionSelectProps) {
  const reader = useReader();
  const { say, names } = reader;
  const reasons = new Map(
    Object.keys(names.dimensions).map((dimension) => [dimension, withoutDimension(figures, dimension, names)] as const),
  );
  const data = [...reasons]
    .filter(([dimension]) => dimension !== except)
    .map(([dimension, figure]) => ({ value: dimension, label: nameDimension(dimension, reader), disabled: figure !== undefined }))
    .toSorted((a, b) => Number(a.disabled) - Number(b.disabled));
  return (
    <Select
      label={label}
      placeholder={say('explore.nothing')}
      data={data}
      value={value}
      clearable
      clearButtonProps={{ 'aria-label': say('explore.nothing') }}
      searchable
      onChange={onChange}
      renderOption={({ option }) => {
        const figure = reasons.get(option.value);
        if (figure === undefined) return option.label;
        return (
          <Combobox.Option value={option.value} disabled p={0} bg="transparent">
            {option.label}
            <div className="quiet">{say('explore.notCarried', { figure: labelOf(figure, reader), group: option.label })}</div>
          </Combobox.Option>
        );
      }}
    />
  );
}
