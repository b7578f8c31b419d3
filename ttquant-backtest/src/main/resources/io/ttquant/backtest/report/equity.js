/* Equity, drawdown and the profit of each strategy, one above the other on one time axis. */
class EquityChart {
  constructor(box, data) {
    this.data = data.equity;
    this.currency = data.currency;
    this.lines = [];
    const paneCount = this.data.strategies.length > 1 ? 3 : 2;
    box.style.height = paneCount === 3 ? '600px' : '';
    this.chart = LightweightCharts.createChart(box, chartOptions());
    this.addLine('Equity', this.data.equity, 0, '--accent', {});
    if (this.data.benchmark.length) this.addLine('Buy and hold', this.data.benchmark, 0, '--faint', { lineStyle: 2 });
    this.addDrawdown();
    if (paneCount === 3) this.addStrategies();
    this.sizePanes(paneCount);
    this.chart.subscribeCrosshairMove((event) => this.hover(event));
    onTheme(() => this.paint());
    this.paint();
    onWidth(box, () => (this.asked ? this.goTo(...this.asked) : this.showAll()));
  }

  goTo(from, to) {
    this.asked = [from, to];
    goToTimes(this.chart, this.times(), from, to);
  }

  showAll() {
    const last = (this.points(this.data.equity).length - 1) * 1.02;
    this.chart.timeScale().setVisibleLogicalRange({ from: 0, to: last });
  }

  /* Times of the points, milliseconds. */
  times() {
    if (!this.shownTimes) this.shownTimes = this.points(this.data.equity).map((point) => point.time * SECOND);
    return this.shownTimes;
  }

  addLine(name, values, pane, color, options) {
    const series = this.chart.addSeries(LightweightCharts.LineSeries, {
      lineWidth: 2, priceLineVisible: false, lastValueVisible: false, priceFormat: { type: 'custom', formatter: amount },
      ...options,
    }, pane);
    series.setData(this.points(values));
    this.lines.push({ name, series, color, isDashed: options.lineStyle === 2, text: (v) => fixed(v, 2) });
  }

  addDrawdown() {
    const series = this.chart.addSeries(LightweightCharts.BaselineSeries, {
      lineWidth: 1, priceLineVisible: false, lastValueVisible: false, baseValue: { type: 'price', price: 0 },
      priceFormat: { type: 'custom', formatter: (value) => percent(value, 1), minMove: 0.0001 },
    }, 1);
    series.setData(this.points(this.data.drawdown));
    series.priceScale().applyOptions({ scaleMargins: { top: 0.24, bottom: 0.06 } });
    this.lines.push({ name: 'Drawdown', series, color: '--loss', isArea: true, text: (v) => percent(v, 2) });
  }

  addStrategies() {
    const scaleMargins = { top: 0.2, bottom: 0.08 };
    const colors = ['--series-2', '--series-3', '--series-4', '--series-5', '--series-6'];
    this.data.strategies.forEach((strategy, i) => {
      const lineStyle = i < colors.length ? 0 : 1;
      this.addLine(strategy.name, strategy.pnl, 2, colors[i % colors.length], { lineStyle });
      this.lines[this.lines.length - 1].series.priceScale().applyOptions({ scaleMargins });
    });
  }

  sizePanes(count) {
    const panes = this.chart.panes();
    [5, 2, 3].slice(0, count).forEach((share, i) => panes[i].setStretchFactor(share));
    const titles = ['Equity', 'Drawdown', 'Profit by strategy'];
    this.titles = titles.slice(0, count).map((text, i) => ({ text, mark: LightweightCharts.createTextWatermark(panes[i],
      { horzAlign: 'left', vertAlign: 'top', lines: [] }) }));
  }

  points(values) {
    const result = [];
    for (let i = 0; i < values.length; i++) {
      const time = Math.floor(this.data.time[i] / SECOND);
      const point = values[i] == null ? { time } : { time, value: values[i] };
      if (result.length && result[result.length - 1].time === time) result[result.length - 1] = point;
      else result.push(point);
    }
    return result;
  }

  paint() {
    this.chart.applyOptions(chartOptions());
    for (const line of this.lines) {
      const color = css(line.color);
      const fill = 'rgb(' + css('--loss-rgb') + ' / 22%)';
      line.series.applyOptions(line.isArea
        ? { topLineColor: color, topFillColor1: fill, topFillColor2: fill, bottomLineColor: color, bottomFillColor1: fill, bottomFillColor2: fill }
        : { color });
    }
    for (const { text, mark } of this.titles) {
      mark.applyOptions({ lines: [{ text, color: css('--soft'), fontSize: 12, fontFamily: getComputedStyle(document.body).fontFamily }] });
    }
  }

  keys() {
    return this.lines.map((line) => {
      const button = el('button', { type: 'button', class: 'key', 'aria-pressed': 'true', style: '--swatch: var(' + line.color + ')' },
        el('span', { class: line.isDashed ? 'swatch dashed' : 'swatch' }), line.name);
      button.addEventListener('click', () => {
        const visible = button.getAttribute('aria-pressed') !== 'true';
        button.setAttribute('aria-pressed', String(visible));
        line.series.applyOptions({ visible });
      });
      return button;
    });
  }

  hover(event) {
    const parts = [];
    for (const line of this.lines.slice(0, 3)) {
      const point = event.time == null ? null : event.seriesData.get(line.series);
      if (point && point.value != null) parts.push(line.name + ' ' + line.text(point.value));
    }
    byId('equity-hover').textContent = parts.length ? dateTime(event.time * SECOND) + '   ' + parts.join('   ') : '';
  }
}

const amount = (value) => (Math.abs(value) >= 1e6 ? compact(value) : fixed(value, Math.abs(value) >= 1000 ? 0 : 2));
