import { init } from 'echarts';
import type { Chart } from './report.ts';

const WIDTH = 880;
/** Told apart by everybody, also in grey. */
const COLOURS = ['#1f6f8b', '#e07a1f', '#7a5195', '#3f8f4f', '#b23a48', '#5c5c5c'];

/** The chart as an SVG file's text. */
export function drawChart(chart: Chart): string {
  const bars = chart.kind === 'bars';
  const height = bars ? 110 + chart.categories.length * (14 + 18 * chart.series.length) : 400;
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  const names = { type: 'category' as const, data: [...chart.categories], axisLabel: { fontSize: 13 } };
  const values = {
    type: chart.logarithmic === true ? ('log' as const) : ('value' as const),
    name: chart.axis,
    nameLocation: 'middle' as const,
    nameGap: bars ? 28 : 56,
    axisLabel: { fontSize: 12 },
  };
  drawing.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    color: COLOURS,
    title: { text: chart.title, left: 8, top: 6, textStyle: { fontSize: 16 } },
    legend: { show: chart.series.length > 1, top: 34, left: 8, right: 8, itemGap: 28 },
    grid: {
      left: bars ? 300 : 80,
      right: 90,
      top: chart.series.length > 3 ? 92 : chart.series.length > 1 ? 68 : 44,
      bottom: 48,
    },
    ...(bars
      ? {
          xAxis: values,
          yAxis: { ...names, inverse: true, axisLabel: { fontSize: 13, width: 285, overflow: 'truncate' } },
        }
      : { xAxis: names, yAxis: values }),
    series: chart.series.map(({ name, values: data }) => ({
      name,
      type: bars ? 'bar' : 'line',
      data: [...data],
      barMaxWidth: 18,
      symbolSize: 8,
      label: { show: true, position: bars ? 'right' : 'top', fontSize: 12 },
    })),
  });
  const text = drawing.renderToSVGString();
  drawing.dispose();
  return text;
}
