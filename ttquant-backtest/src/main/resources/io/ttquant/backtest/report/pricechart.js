const NARROWEST = 1.5;
const COMFORTABLE = 2.6;

/* Frames that the chart takes to adopt a range over new data; what it says of its range before is of the old data. */
const SETTLING = 2;

/*
 * Candles that get finer as one zooms in. The chart holds a window of one level around what is visible; when the view
 * leaves the window or another level fits better, the window is replaced and the view stays where it is.
 */
class PriceChart {
  constructor(box, report) {
    this.box = box;
    this.report = report;
    this.chart = LightweightCharts.createChart(box, chartOptions());
    this.candles = this.chart.addSeries(LightweightCharts.CandlestickSeries, {});
    this.volume = this.chart.addSeries(LightweightCharts.HistogramSeries,
      { priceScaleId: 'volume', priceFormat: { type: 'volume' }, lastValueVisible: false, priceLineVisible: false });
    this.volume.priceScale().applyOptions({ scaleMargins: { top: 0.82, bottom: 0.07 }, visible: false });
    this.candles.priceScale().applyOptions({ scaleMargins: { top: 0.1, bottom: 0.22 } });
    this.link = this.chart.addSeries(LightweightCharts.LineSeries,
      { lineStyle: 2, lineWidth: 2, lastValueVisible: false, priceLineVisible: false, crosshairMarkerVisible: false });
    this.strip = this.chart.addSeries(LightweightCharts.HistogramSeries,
      { priceScaleId: 'fills', lastValueVisible: false, priceLineVisible: false });
    this.strip.priceScale().applyOptions({ scaleMargins: { top: 0.94, bottom: 0 }, visible: false });
    this.marks = new FillMarks(this.candles, this.strip);
    this.trade = null;
    this.chart.timeScale().subscribeVisibleLogicalRangeChange(() => this.soon());
    this.chart.subscribeCrosshairMove((event) => this.hover(event));
    onWidth(box, () => { if (this.asked) this.view(...this.asked); });
    onTheme(() => this.paint());
    this.paint();
  }

  paint() {
    this.chart.applyOptions(chartOptions());
    const up = css('--candle-up');
    const down = css('--candle-down');
    this.candles.applyOptions({
      upColor: up, borderUpColor: up, wickUpColor: up, downColor: down, borderDownColor: down, wickDownColor: down,
      priceLineVisible: false, lastValueVisible: false,
    });
    this.volumeColor = css('--line-strong');
    this.volume.applyOptions({ color: this.volumeColor });
    this.strip.applyOptions({ color: css('--accent') });
    if (this.shown) this.reload(this.level, ...this.times());
  }

  /* Shows an instrument from its first candle to its last. */
  show(instrument, columns, fills) {
    const formatter = (price) => fixed(price, instrument.digits);
    this.candles.applyOptions({ priceFormat: { type: 'custom', formatter, minMove: 10 ** -instrument.digits } });
    this.instrument = instrument;
    this.levels = new CandleLevels(columns, instrument.step);
    this.fills = fills;
    this.trade = null;
    this.showAll();
  }

  /* The same instrument with finer candles, at the same stretch of time. */
  refine(instrument, columns) {
    const [from, to] = this.times();
    this.instrument = instrument;
    this.levels = new CandleLevels(columns, instrument.step);
    this.reload(this.levelFor(from, to), from, to);
  }

  get first() { return this.levels.finest.time[0]; }
  get last() { return this.levels.finest.time[this.levels.finest.size - 1] + Math.max(this.instrument.step, 1); }

  showAll() { this.view(this.first, this.last); }

  showLast(span) { this.view(Math.max(this.first, this.last - span), this.last); }

  view(from, to) {
    this.asked = [from, to];
    const margin = (to - from) * 0.02;
    this.reload(this.levelFor(from, to), from - margin, to + margin);
  }

  /* Goes where another chart went, as far as there are candles. */
  follows(from, to) {
    if (!this.shown || to <= this.first || from >= this.last) return;
    this.asked = [from, to];
    this.reload(this.levelFor(from, to), from, to);
  }

  setFills(fills) {
    this.fills = fills;
    if (this.shown) this.drawMarks(...this.times());
  }

  showTrade(trade) {
    this.trade = trade;
    const end = trade.exit == null ? this.last : trade.exit;
    const margin = Math.max((end - trade.entry) * 0.6, 30 * Math.max(this.instrument.step, SECOND));
    this.view(trade.entry - margin, end + margin);
  }

  clearTrade() {
    this.trade = null;
    this.link.setData([]);
  }

  levelFor(from, to) {
    for (let level = 0; level < this.levels.count; level++) {
      if (this.levels.countBetween(level, from, to) <= this.width / COMFORTABLE) return level;
    }
    return this.levels.count - 1;
  }

  /* Replaces the window: as much again on either side as is visible. */
  reload(level, from, to) {
    const columns = this.levels.at(level);
    const span = Math.max(to - from, 40 * this.levels.steps[this.levels.isTimed ? level : 0]);
    const start = Math.max(0, lowerBound(columns.time, columns.size, from - span) - 2);
    const end = Math.min(columns.size, lowerBound(columns.time, columns.size, to + span) + 2);
    this.level = level;
    this.shown = { columns, start, end };
    this.candles.setData(this.points((i) => ({
      open: columns.open[i], high: columns.high[i], low: columns.low[i], close: columns.close[i],
    })));
    this.volume.setData(this.points((i) => ({ value: columns.volume[i] })));
    this.drawMarks(from, to);
    this.drawTrade();
    this.chart.timeScale().setVisibleLogicalRange({ from: this.logical(from), to: this.logical(to) });
    this.target = [from, to];
    this.settling = SETTLING;
    this.soon();
    this.report.onLevel(this.levels.label(level));
  }

  points(values) {
    const { columns, start, end } = this.shown;
    const result = new Array(end - start);
    for (let i = start; i < end; i++) result[i - start] = { time: columns.time[i] / SECOND, ...values(i) };
    return result;
  }

  drawMarks(from, to) {
    const { start, end } = this.shown;
    const share = Math.min(1, this.levels.countBetween(this.level, from, to) / Math.max(1, end - start));
    this.marks.draw(this.shown, this.fills, share, this.width);
    this.report.onMarks(this.marks.style);
  }

  get width() { return Math.max(this.box.clientWidth - 60, 200); }

  drawTrade() {
    const { columns, start, end } = this.shown;
    if (!this.trade) { this.link.setData([]); return; }
    const { entry, exit, entryPrice, exitPrice, pnl } = this.trade;
    const last = end - 1;
    const at = (time) => Math.min(last, Math.max(start, lowerBound(columns.time, columns.size, time + 1) - 1));
    const from = at(entry);
    const to = exit == null ? last : at(exit);
    const target = exitPrice == null ? columns.close[last] : Number(exitPrice);
    this.link.applyOptions({ color: css(Number(pnl) >= 0 ? '--gain' : '--loss') });
    this.link.setData(from === to ? [] : [
      { time: columns.time[from] / SECOND, value: Number(entryPrice) },
      { time: columns.time[to] / SECOND, value: target },
    ]);
  }

  /* Position of a time on the chart's own scale, which counts candles; beyond the window it goes on at the same pace. */
  logical(ms) {
    const { columns, start, end } = this.shown;
    const pace = this.levels.isTimed ? this.levels.steps[this.level] : this.averagePace();
    const n = lowerBound(columns.time, columns.size, ms);
    if (n <= start) return (ms - columns.time[start]) / pace;
    if (n >= end) return end - 1 - start + (ms - columns.time[end - 1]) / pace;
    const before = columns.time[n - 1];
    return n - 1 - start + (ms - before) / (columns.time[n] - before);
  }

  time(logical) {
    const { columns, start, end } = this.shown;
    const pace = this.levels.isTimed ? this.levels.steps[this.level] : this.averagePace();
    const last = end - 1 - start;
    if (logical <= 0) return columns.time[start] + logical * pace;
    if (logical >= last) return columns.time[end - 1] + (logical - last) * pace;
    const whole = Math.floor(logical);
    const before = columns.time[start + whole];
    return before + (logical - whole) * (columns.time[start + whole + 1] - before);
  }

  averagePace() {
    const { columns, start, end } = this.shown;
    return Math.max(1, (columns.time[end - 1] - columns.time[start]) / Math.max(1, end - 1 - start));
  }

  times() {
    if (this.settling > 0) return this.target;
    const range = this.chart.timeScale().getVisibleLogicalRange();
    return range ? [this.time(range.from), this.time(range.to)] : [this.first, this.last];
  }

  soon() {
    if (this.waiting || !this.shown) return;
    this.waiting = requestAnimationFrame(() => { this.waiting = 0; this.follow(); });
  }

  follow() {
    if (this.settling > 0) {
      this.settling--;
      this.soon();
      return;
    }
    const range = this.chart.timeScale().getVisibleLogicalRange();
    if (!range) return;
    const { columns, start, end } = this.shown;
    const [from, to] = [this.time(range.from), this.time(range.to)];
    const ideal = this.levelFor(from, to);
    const isCrowded = this.levels.countBetween(this.level, from, to) > this.width / NARROWEST;
    const leaves = (range.from < 0 && start > 0) || (range.to > end - start && end < columns.size);
    if (ideal < this.level || (ideal > this.level && isCrowded)) this.reload(ideal, from, to);
    else if (leaves) this.reload(this.level, from, to);
    else if (this.marks.fits(this.levels.countBetween(this.level, from, to) / Math.max(1, end - start), this.width)) this.drawMarks(from, to);
  }

  hover(event) {
    const { columns, start, end } = this.shown || {};
    if (!columns || event.time == null || !event.point) { this.report.onHover(null); return; }
    const i = lowerBound(columns.time, end, event.time * SECOND);
    if (i < start || i >= end) { this.report.onHover(null); return; }
    const candle = {};
    for (const name of ['time', 'open', 'high', 'low', 'close', 'volume']) candle[name] = columns[name][i];
    this.report.onHover(candle, this.marks.at(i), event.point);
  }
}
