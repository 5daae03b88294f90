import { Autocomplete } from '@mantine/core';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import type { Setting } from '../../../core/model/settings/index.ts';
import { useReader } from './language.ts';
import { mergeCategory, shownAs } from './merge-category.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';
import { useValues, type ValueChoice } from './use-values.ts';

/** Every category with how often it occurs and what it is shown as. */
export function SettingsCategories({ value, onChange }: SettingFieldsProps<'category-merge'>) {
  const { say } = useReader();
  const categories = useSourceCategories(value);
  const names = [...new Set([...categories.map(({ value: name }) => name), ...value.merges.map(({ into }) => into)])];
  return (
    <div className="scroll">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{say('categories.name')}</th>
            <th scope="col" data-numeric="true">
              {say('categories.tickets')}
            </th>
            <th scope="col">{say('categories.shownAs')}</th>
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <CategoryRow
              key={category.value}
              category={category}
              names={names}
              into={shownAs(value.merges, category.value)}
              onShow={(into) => onChange({ merges: mergeCategory(value.merges, category.value, into) })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CategoryRowProps {
  readonly category: ValueChoice;
  readonly names: readonly string[];
  readonly into: string | null;
  readonly onShow: (into: string | null) => void;
}

function CategoryRow({ category, names, into, onShow }: CategoryRowProps) {
  const { say, locale } = useReader();
  return (
    <tr>
      <td>{category.label}</td>
      <td data-numeric="true">{formatCount(category.count, locale)}</td>
      <td>
        <Autocomplete
          size="xs"
          aria-label={`${say('categories.shownAs')}: ${category.label}`}
          placeholder={say('categories.itself')}
          maxLength={200}
          data={names.filter((name) => name !== category.value)}
          value={into ?? ''}
          onChange={(typed) => onShow(typed.trim() === '' ? null : typed)}
        />
      </td>
    </tr>
  );
}

/** Those that occur, and those that a merge hides from the list of what occurs. */
function useSourceCategories({ merges }: Setting<'category-merge'>): readonly ValueChoice[] {
  const { names } = useReader();
  const occurring = useValues('category', true);
  const hidden = merges
    .flatMap(({ from }) => from)
    .filter((name) => !occurring.some(({ value }) => value === name))
    .map((value) => ({ value, label: names.dimensions.category?.values[value] ?? value, count: 0 }));
  return [...occurring, ...hidden];
}
