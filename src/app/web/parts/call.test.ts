import { describe, expect, it } from 'vitest';
import { faultOf, placeInPath } from './call.ts';

describe('a call', () => {
  it('places parameters in the path and keeps the rest', () => {
    expect(placeInPath('/api/dimensions/:name/values', { name: 'a/b', limit: 5 })).toEqual({
      url: '/api/dimensions/a%2Fb/values',
      rest: { limit: 5 },
    });
  });

  it("tells a refusal in the server's own sentence, and any other failure by its status", () => {
    expect(faultOf(400, '{"error":{"code":"unknown_metric","message":"unknown metric \\"x\\""}}')).toMatchObject({
      code: 'unknown_metric',
      message: 'unknown metric "x"',
    });
    expect(faultOf(502, '<html>')).toMatchObject({ code: 'unreachable', message: 'HTTP 502' });
  });
});
