import { bind, identifier, integer, type Sql, sql } from '../sql/sql.ts';

/** A formula over named inputs: + − × ÷, parentheses, min, max, sqrt. Parsed once; rendered to SQL, to a number and to words. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'call'; readonly name: Call; readonly arguments: readonly Formula[] };

type Call = 'min' | 'max' | 'sqrt';

type Operator = '+' | '-' | '*' | '/';

interface Reader {
  readonly tokens: readonly string[];
  position: number;
}

/**
 * Parses a formula such as `100 * (promoters - detractors) / answers`.
 * @throws SyntaxError that names the place and what was expected.
 */
export function parseFormula(text: string): Formula {
  const tokens = text.match(/\d+(?:\.\d+)?|[A-Za-z_][A-Za-z0-9_]*|[-+*/(),]|\S/g) ?? [];
  const reader: Reader = { tokens, position: 0 };
  const formula = readSum(reader);
  const rest = tokens[reader.position];
  if (rest !== undefined) throw new SyntaxError(`the formula "${text}" ends before "${rest}"; an operator is missing there`);
  return formula;
}

/** The names of the inputs, each once, in order of appearance. */
export function formulaInputs(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'input':
      return [formula.name];
    case 'operation':
      return [...new Set([...formulaInputs(formula.left), ...formulaInputs(formula.right)])];
    case 'call':
      return [...new Set(formula.arguments.flatMap(formulaInputs))];
  }
}

/** The value, or null when an input is null or missing, or a divisor is 0. */
export function evaluateFormula(formula: Formula, inputs: Readonly<Record<string, number | null>>): number | null {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'input':
      return inputs[formula.name] ?? null;
    case 'operation':
      return operate(formula.operator, evaluateFormula(formula.left, inputs), evaluateFormula(formula.right, inputs));
    case 'call': {
      const values = formula.arguments.map((argument) => evaluateFormula(argument, inputs));
      if (values.some((value) => value === null)) return null;
      return call(formula.name, values as number[]);
    }
  }
}

/** The formula as SQL over columns of the inputs' names; division by 0 gives NULL. */
export function formulaSql(formula: Formula): Sql {
  switch (formula.kind) {
    case 'number':
      return numberSql(formula.value);
    case 'input':
      return identifier(formula.name);
    case 'operation':
      return operationSql(formula.operator, formulaSql(formula.left), formulaSql(formula.right));
    case 'call': {
      const [first, ...rest] = formula.arguments.map(formulaSql);
      if (formula.name === 'sqrt') return sql`sqrt(${first ?? sql`NULL`})`;
      const name = formula.name === 'min' ? sql`least` : sql`greatest`;
      return rest.reduce((left, right) => sql`${name}(${left}, ${right})`, first ?? sql`NULL`);
    }
  }
}

/** The formula in words, with the inputs named by `label`: `100 × (promoters − detractors) ÷ answers`. */
export function formulaWords(formula: Formula, label: (input: string) => string): string {
  return words(formula, label, 0);
}

const signs: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const strengths: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

function words(formula: Formula, label: (input: string) => string, strength: number): string {
  switch (formula.kind) {
    case 'number':
      return String(formula.value);
    case 'input':
      return label(formula.name);
    case 'call':
      return `${formula.name === 'sqrt' ? '√' : formula.name}(${formula.arguments.map((argument) => words(argument, label, 0)).join(', ')})`;
    case 'operation': {
      const own = strengths[formula.operator];
      const text = `${words(formula.left, label, own)} ${signs[formula.operator]} ${words(formula.right, label, own + 1)}`;
      return own < strength ? `(${text})` : text;
    }
  }
}

/** Null for the root of a negative number. */
function call(name: Call, values: readonly number[]): number | null {
  if (name !== 'sqrt') return Math[name](...values);
  const root = Math.sqrt(values[0] ?? Number.NaN);
  return Number.isNaN(root) ? null : root;
}

function operate(operator: Operator, left: number | null, right: number | null): number | null {
  if (left === null || right === null) return null;
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? null : left / right;
  }
}

function operationSql(operator: Operator, left: Sql, right: Sql): Sql {
  switch (operator) {
    case '+':
      return sql`(${left} + ${right})`;
    case '-':
      return sql`(${left} - ${right})`;
    case '*':
      return sql`(${left} * ${right})`;
    case '/':
      return sql`(${left} / nullIf(${right}, 0))`;
  }
}

function numberSql(value: number): Sql {
  return Number.isInteger(value) ? integer(value) : bind('Float64', value);
}

function readSum(reader: Reader): Formula {
  return readChain(reader, ['+', '-'], readProduct);
}

function readProduct(reader: Reader): Formula {
  return readChain(reader, ['*', '/'], readAtom);
}

function readChain(reader: Reader, operators: readonly string[], next: (reader: Reader) => Formula): Formula {
  let left = next(reader);
  for (;;) {
    const operator = reader.tokens[reader.position];
    if (operator === undefined || !operators.includes(operator)) return left;
    reader.position += 1;
    left = { kind: 'operation', operator: operator as Operator, left, right: next(reader) };
  }
}

function readAtom(reader: Reader): Formula {
  const token = reader.tokens[reader.position];
  reader.position += 1;
  if (token === undefined) throw new SyntaxError('the formula ends where a number, an input or "(" is expected');
  if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
  if (token === '-') return { kind: 'operation', operator: '-', left: { kind: 'number', value: 0 }, right: readAtom(reader) };
  if (token === '(') return closed(reader, readSum(reader));
  if (/^[A-Za-z_]/.test(token)) return readName(reader, token);
  throw new SyntaxError(`"${token}" stands where a number, an input or "(" is expected`);
}

function readName(reader: Reader, name: string): Formula {
  if (reader.tokens[reader.position] !== '(') return { kind: 'input', name };
  if (name !== 'min' && name !== 'max' && name !== 'sqrt') throw new SyntaxError(`"${name}" is no function; allowed are min, max and sqrt`);
  reader.position += 1;
  const items = [readSum(reader)];
  while (reader.tokens[reader.position] === ',') {
    reader.position += 1;
    items.push(readSum(reader));
  }
  if (name === 'sqrt' && items.length > 1) throw new SyntaxError('sqrt takes one number');
  return closed(reader, { kind: 'call', name, arguments: items });
}

function closed(reader: Reader, formula: Formula): Formula {
  const token = reader.tokens[reader.position];
  if (token !== ')') throw new SyntaxError(token === undefined ? 'a ")" is missing at the end' : `"${token}" stands where ")" is expected`);
  reader.position += 1;
  return formula;
}
