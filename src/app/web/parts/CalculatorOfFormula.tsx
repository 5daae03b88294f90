import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { nameChoice, nameOption } from '../../../catalog/locales/names.ts';
import { allGroups, type CalculatorInput, calculate, calculatorInputs } from '../../../core/model/calculator.ts';
import { formulaWords } from '../../../core/model/formula.ts';
import type { AggregateMetric, ComposedMetric } from '../../../core/model/metric.ts';
import { underVariant, variantsOf } from '../../../core/model/metric-variant.ts';
import { readAmount, readDuration } from '../../../core/text/read-values.ts';
import { CalculatorValue } from './CalculatorValue.tsx';
import { decimalSign } from './decimal-sign.ts';
import { useReader } from './language.ts';
import { inputLabel } from './MetricBasis.tsx';
import { unitOfCall } from './metric-example.ts';

type FormulaMetric = AggregateMetric | ComposedMetric;

/** The formula of a metric over numbers that are typed in. */
export function CalculatorOfFormula({ metric }: { readonly metric: FormulaMetric }) {
  const reader = useReader();
  const { say, locale } = reader;
  const variants = variantsOf(metric);
  const [variant, setVariant] = useState(variants[0] ?? '');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const asked = underVariant(metric, variant) as FormulaMetric;
  const inputs = calculatorInputs(asked, (part) => unitOfPart(asked, part));
  const decimal = decimalSign(locale);
  const values = Object.fromEntries(
    inputs.map(({ name, kind }) => [
      name,
      kind === 'duration' ? readDuration(typed[name] ?? '', decimal) : readAmount(typed[name] ?? '', decimal),
    ]),
  );
  const isComplete = inputs.every(({ name, optional }) => optional || values[name] !== null);
  const nameOf = (input: string) => (input === allGroups ? say('calculator.allGroups') : inputLabel(metric, input, locale));
  return (
    <>
      {variants.length > 1 && (
        <Select
          label={nameChoice('variant', reader)}
          data={variants.map((value) => ({ value, label: nameOption(value, reader) }))}
          value={variant}
          allowDeselect={false}
          onChange={(value) => setVariant(value ?? '')}
        />
      )}
      <p className="quiet">{formulaWords(asked.value, nameOf)}</p>
      <div className="calculator-inputs">
        {inputs.map((input) => (
          <NumberField
            key={input.name}
            input={input}
            label={nameOf(input.name)}
            text={typed[input.name] ?? ''}
            isBad={(typed[input.name] ?? '') !== '' && values[input.name] === null}
            onType={(text) => setTyped({ ...typed, [input.name]: text })}
          />
        ))}
      </div>
      <CalculatorValue
        results={[{ label: metric.text[locale].label, unit: asked.unit, estimate: calculate(asked, values) }]}
        state={isComplete ? 'ready' : 'waiting'}
      />
    </>
  );
}

function unitOfPart(metric: FormulaMetric, part: string) {
  const call = metric.kind === 'composed' ? metric.of[part] : undefined;
  return typeof call === 'string' ? unitOfCall(call) : undefined;
}

interface NumberFieldProps {
  readonly input: CalculatorInput;
  readonly label: string;
  readonly text: string;
  readonly isBad: boolean;
  readonly onType: (text: string) => void;
}

function NumberField({ input, label, text, isBad, onType }: NumberFieldProps) {
  const { say } = useReader();
  const kind = input.kind === 'duration' ? say('calculator.duration') : say('calculator.amount');
  return (
    <TextInput
      label={label}
      description={input.optional ? `${kind} · ${say('calculator.optional')}` : kind}
      inputMode={input.kind === 'duration' ? 'text' : 'decimal'}
      value={text}
      error={isBad ? say(input.kind === 'duration' ? 'calculator.badDuration' : 'calculator.badAmount', { word: text }) : undefined}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
