/* One figure over time; tabs choose which. */
class SeriesChart {
  constructor(box, all) {
    this.all = all;
    this.chart = LightweightCharts.createChart(box, chartOptions());
    this.line = this.chart.addSeries(LightweightCharts.LineSeries, { lineWidth: 2, priceLineVisible: false, lastValueVisible: false });
    this.times = [];
    this.chart.subscribeCrosshairMove((event) => this.hover(event));
    onTheme(() => this.paint());
    this.paint();
    onWidth(box, () => (this.asked ? this.goTo(...this.asked) : this.showAll()));
  }

  goTo(from, to) {
    this.asked = [from, to];
    goToTimes(this.chart, this.times, from, to);
  }

  paint() {
    this.chart.applyOptions(chartOptions());
    this.line.applyOptions({ color: css('--accent') });
  }

  show(index) {
    const before = this.times.length ? shownTimes(this.chart, this.times) : null;
    this.shown = this.all[index];
    const points = [];
    for (let i = 0; i < this.shown.time.length; i++) {
      const time = Math.floor(this.shown.time[i] / SECOND);
      const value = this.shown.values[i];
      const point = value == null ? { time } : { time, value };
      if (points.length && points[points.length - 1].time === time) points[points.length - 1] = point; else points.push(point);
    }
    this.times = points.map((point) => point.time * SECOND);
    const formatter = (value) => this.text(value, 1);
    this.line.applyOptions({ priceFormat: { type: 'custom', formatter, minMove: this.shown.isRatio ? 0.0001 : 0.01 } });
    this.line.setData(points);
    if (before) goToTimes(this.chart, this.times, before.from, before.to); else this.showAll();
  }

  text(value, digits) { return this.shown.isRatio ? percent(value, digits) : fixed(value, 2); }

  showAll() { this.chart.timeScale().setVisibleLogicalRange({ from: 0, to: Math.max(1, (this.times.length - 1) * 1.02) }); }

  hover(event) {
    const point = event.time == null ? null : event.seriesData.get(this.line);
    byId('analysis-hover').textContent = point && point.value != null ? dateTime(event.time * SECOND) + '   ' + this.text(point.value, 2) : '';
  }
}

/* Tabs of which one is on; the arrow keys go from one to the next. */
function tabs(box, names, panel, onShow) {
  const show = (index) => {
    Array.from(box.children).forEach((tab, i) => { tab.setAttribute('aria-selected', String(i === index)); tab.tabIndex = i === index ? 0 : -1; });
    onShow(index);
  };
  box.append(...names.map((name, i) => el('button', { type: 'button', role: 'tab', 'aria-controls': panel, on: {
    click: () => show(i),
    keydown: (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      const next = (i + by + names.length) % names.length;
      box.children[next].focus();
      show(next);
    },
  } }, name)));
  if (names.length) show(0);
}

function drawSeries(data) {
  const all = data.analysis.series.filter((series) => series.time.length > 1);
  if (all.length === 0) {
    const section = byId('analysis');
    section.querySelectorAll('.controls, .frame').forEach((node) => node.remove());
    byId('analysis-lead').textContent = 'The run is too short for figures over time.';
    return null;
  }
  const chart = new SeriesChart(byId('analysis-chart'), all);
  tabs(byId('analysis-series'), all.map((series) => series.name), 'analysis-chart', (index) => chart.show(index));
  printable(chart.chart, byId('analysis-chart'));
  return chart;
}

function drawPlots(data, onPick) {
  byId('distribution').append(histogram(data.analysis.dailyReturns.values));
  tabs(byId('excursion-axis'), EXCURSIONS.map(({ name }) => name), 'excursions',
    (index) => byId('excursions').replaceChildren(excursionPlot(data.trades.rows, EXCURSIONS[index], onPick)));
}

function drawDrawdowns(data) {
  const rows = data.analysis.drawdowns.map((row, i) => [String(i + 1), el('span', { class: 'loss' }, signedPercent(row.depth, 2)), dateTime(row.start), dateTime(row.trough),
    row.isRecovered ? dateTime(row.end) : el('span', { class: 'tag' }, 'not yet'), duration(row.trough - row.start), duration(row.end - row.trough)]);
  byId('drawdowns-table').append(rows.length
    ? plainTable([['#', 'mid'], ['Depth', 'num'], ['Peak', 'nowrap'], ['Trough', 'mid nowrap'], ['Recovered', 'nowrap'], ['Fall', 'num mid'], ['Recovery', 'num mid']], rows)
    : el('p', { class: 'empty' }, 'Equity never fell below an earlier peak.'));
}

function drawBreakdowns(data) {
  byId('breakdown-lead').textContent = 'Closed trades after fees' + (data.currency ? ', in ' + data.currency : '') + '.';
  if (data.analysis.breakdowns.length > 0) {
    breakdownTabs(byId('breakdown-tabs'), byId('breakdown-table'), data.analysis.breakdowns);
    return;
  }
  byId('breakdown').querySelector('.controls').remove();
  byId('breakdown-table').append(el('p', { class: 'empty' }, 'No trade was closed in this run.'));
}

/* A tab for each grouping and the table of the chosen one. */
function breakdownTabs(bar, box, rows) {
  const names = distinct(rows, 'by');
  tabs(bar, names.map((name) => 'By ' + name), box.id, (index) => box.replaceChildren(breakdownTable(names[index], rows.filter((row) => row.by === names[index]))));
}

function breakdownTable(name, groups) {
  const largest = Math.max(...groups.map((row) => Math.abs(row.profit || 0)));
  return plainTable(
    [[sentence(name), null], ['Trades', 'num'], ['Win rate', 'num'], ['Profit factor', 'num mid'], ['Mean return', 'num mid'], ['Net PnL', 'num'], ['', 'share mid']],
    groups.map((row) => [row.group, fixed(row.trades, 0), percent(row.winRate, 1), fixed(row.profitFactor, 2), signedPercent(row.meanReturn, 2),
      el('span', { class: toneClass(row.profit) }, signedFixed(row.profit, 2)), shareBar(row.profit, largest)]));
}

/* A bar from the middle: gains to the right, losses to the left. */
function shareBar(profit, largest) {
  const width = largest > 0 ? Math.abs(profit || 0) / largest * 50 : 0;
  const side = profit >= 0 ? 'left: 50%' : 'right: 50%';
  return el('span', { class: 'share-bar', 'aria-hidden': 'true' }, el('span', { class: profit >= 0 ? 'up' : 'down', style: side + '; width: ' + width.toFixed(1) + '%' }));
}

function paymentsTable(data) {
  if (data.cashFlows.total === 0) return;
  new DataTable(byId('payments-table'), {
    caption: 'payments', file: 'cash_flows.csv', rows: data.cashFlows.rows, total: data.cashFlows.total, empty: '',
    selects: [{ label: 'Kind', key: 'kind', text: sentence }, { label: 'Strategy', key: 'strategy' }, { label: 'Instrument', key: 'instrument' }],
    columns: [
      { label: 'Time', value: (row) => row.time, cell: (row) => dated(row.time, '') },
      { label: 'Kind', value: (row) => row.kind, cell: (row) => sentence(row.kind) },
      { label: 'Strategy', value: (row) => row.strategy, cell: (row) => stacked(row.strategy, row.instrument), rank: 'mid' },
      { label: 'Amount', value: (row) => numberOf(row.amount), cell: (row) => el('span', { class: toneClass(numberOf(row.amount)) }, exact(row.amount) + ' ' + row.currency), num: true },
      { label: 'Why', value: (row) => row.message, cell: (row) => row.message, rank: 'mid' },
    ],
  });
}
