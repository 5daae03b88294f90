import { describe, expect, it } from 'vitest';
import { type AnswerShape, chartMisfit, chosenCharts, fittingChart, panelChart } from './fitting-charts.ts';

const total: AnswerShape = { units: ['count'], dimensions: 0, overTime: false };

describe('the charts that fit', () => {
  it('are a number for one figure, a line over time, bars for amounts and dots for estimates by group, colours for two groups', () => {
    expect(fittingChart(undefined, total)).toBe('number');
    expect(fittingChart(undefined, { ...total, overTime: true })).toBe('line');
    expect(fittingChart(undefined, { ...total, dimensions: 1 })).toBe('bar');
    expect(fittingChart(undefined, { ...total, dimensions: 1, units: ['percent'] })).toBe('dot');
    expect(fittingChart(undefined, { ...total, dimensions: 2 })).toBe('heat-table');
    expect(fittingChart(undefined, { ...total, dimensions: 2, overTime: true })).toBe('line');
  });

  it('keep the one that is asked for where it fits', () => {
    expect(fittingChart('table', total)).toBe('table');
    expect(fittingChart('number', { ...total, overTime: true })).toBe('number');
    expect(fittingChart('bar', { ...total, dimensions: 1, units: ['percent'] })).toBe('dot');
  });

  it('are bars for amounts beside dots for estimates', () => {
    expect(fittingChart(undefined, { ...total, dimensions: 1, units: ['percent', 'count'] })).toBe('bar');
    expect(panelChart('bar', ['count'])).toBe('bar');
    expect(panelChart('bar', ['percent'])).toBe('dot');
    expect(panelChart('dot', ['count'])).toBe('dot');
  });

  it('say why they do not', () => {
    expect(chartMisfit('line', total)).toBe('needs time');
    expect(chartMisfit('bar', { ...total, dimensions: 1, overTime: true })).toBe('takes no time');
    const pair: AnswerShape = { units: ['count', 'score'], dimensions: 0, overTime: true };
    expect(chartMisfit('scatter', pair)).toBeNull();
    expect(chartMisfit('scatter', { ...pair, dimensions: 1, overTime: false })).toBeNull();
    expect(chartMisfit('scatter', { ...pair, dimensions: 1 })).toBe('takes no group');
    expect(chartMisfit('scatter', { ...pair, overTime: false })).toBe('needs a group');
    expect(chartMisfit('scatter', total)).toBe('needs two figures');
    expect(chartMisfit('heat-table', { ...total, dimensions: 1 })).toBe('needs two groups');
    expect(chosenCharts.filter((chart) => chartMisfit(chart, total) === null)).toEqual(['number', 'table']);
  });
});
