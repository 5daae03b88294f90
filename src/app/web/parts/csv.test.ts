import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

describe('CSV', () => {
  it('quotes separators, quotes and line ends', () => {
    expect(csv(['a', 'b'], [['x,y', 'say "hi"\nthere']])).toBe('\ufeffa,b\r\n"x,y","say ""hi""\nthere"\r\n');
  });

  it('never hands a spreadsheet a formula, and leaves negative numbers alone', () => {
    expect(csv(['a'], [['=1+1'], ['+44'], ['@x'], ['-cmd'], ['-12.5']])).toBe("\ufeffa\r\n'=1+1\r\n'+44\r\n'@x\r\n'-cmd\r\n-12.5\r\n");
  });
});
