const RANGES = [['1D', DAY], ['1W', 7 * DAY], ['1M', 30 * DAY], ['3M', 91 * DAY], ['1Y', 365 * DAY], ['All', Infinity]];

/* Ties the price chart to its tabs, filters, legend and the chosen trade. */
class PricePanel {
  constructor(data) {
    this.data = data;
    this.tip = new FillTip(byId('tip'), byId('price').parentElement);
    this.decoded = [];
    this.decoding = [];
    this.current = 0;
    this.strategy = '';
    this.chart = new PriceChart(byId('price'), {
      onLevel: (label) => { byId('candle-size').textContent = this.sizeText(label); },
      onMarks: (style) => { this.isStrip = style === 'strip'; this.hover(null); },
      onHover: (candle, fills, point) => this.hover(candle, fills, point),
    });
    this.fillTabs();
    this.fillStrategies();
    this.fillRanges();
  }

  fillTabs() {
    const box = byId('instruments');
    box.hidden = this.data.instruments.length < 1;
    box.append(...this.data.instruments.map((instrument, i) => el('button', {
      type: 'button', role: 'tab', 'aria-selected': String(i === 0), 'aria-controls': 'price', disabled: instrument.size === 0, tabindex: i === 0 ? 0 : -1,
      on: { click: () => this.show(i), keydown: (event) => this.tabKey(event, i) },
    }, instrument.name)));
  }

  tabKey(event, i) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const tabs = byId('instruments').children;
    let next = i;
    do next = (next + by + tabs.length) % tabs.length; while (tabs[next].disabled);
    tabs[next].focus();
    this.show(next);
  }

  fillStrategies() {
    const names = distinct(this.data.fills.rows, 'strategy');
    const select = byId('strategy-filter');
    this.names = names;
    select.parentElement.hidden = names.length < 2;
    select.append(el('option', { value: '' }, 'All'), ...names.map((name) => el('option', { value: name }, name)));
    select.addEventListener('change', () => this.filter(select.value));
  }

  filter(strategy) {
    this.strategy = strategy;
    byId('strategy-filter').value = strategy;
    this.chart.setFills(this.fills());
    this.hover(null);
  }

  /* Only the fills of one strategy, in an instrument that it traded. */
  async showStrategy(name) {
    const traded = distinct(this.data.fills.rows.filter((fill) => fill.strategy === name), 'instrument');
    if (!traded.includes(this.data.instruments[this.current].name)) {
      const index = this.data.instruments.findIndex((instrument) => traded.includes(instrument.name) && instrument.size > 0);
      if (index >= 0) await this.show(index);
    }
    this.filter(this.names.length > 1 && this.names.includes(name) ? name : '');
    byId('chart').scrollIntoView({ block: 'start' });
  }

  async showInstrument(name) {
    await this.show(this.data.instruments.findIndex((instrument) => instrument.name === name));
    this.filter('');
    byId('chart').scrollIntoView({ block: 'start' });
  }

  fillRanges() {
    byId('ranges').append(...RANGES.map(([label, span]) => el('button', {
      type: 'button', 'aria-pressed': String(label === 'All'), on: { click: () => this.range(label, span) },
    }, label)));
  }

  range(label, span) {
    for (const button of byId('ranges').children) button.setAttribute('aria-pressed', String(button.textContent === label));
    if (!this.chart.levels) return;
    if (span === Infinity) this.chart.showAll(); else this.chart.showLast(span);
    if (this.onRange) this.onRange(...this.chart.asked);
  }

  fills() {
    const name = this.data.instruments[this.current].name;
    return this.data.fills.rows.filter((fill) => fill.instrument === name && (!this.strategy || fill.strategy === this.strategy));
  }

  sizeText(label) {
    const { size, sourceSize, step } = this.data.instruments[this.current];
    return label + (size < sourceSize ? ' (the data had ' + fixed(sourceSize, 0) + '; the page holds ' + duration(step) + ')' : '');
  }

  async show(index) {
    this.current = index;
    Array.from(byId('instruments').children).forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === index));
      tab.tabIndex = i === index ? 0 : -1;
    });
    const instrument = this.data.instruments[index];
    const { coarse } = instrument;
    const first = coarse && !this.decoded[index] ? { ...instrument, ...coarse } : instrument;
    const columns = first === instrument ? await this.finest(index) : await decodeCandles('coarse-' + index, first);
    if (this.current !== index) return;
    this.chart.show(first, columns, this.fills());
    this.select(null);
    this.hover(null);
    if (this.isOpen) this.finest(index);
  }

  /* All candles of an instrument. Where a first look at it was shown, they take its place and the view stays. */
  finest(index) {
    const instrument = this.data.instruments[index];
    this.decoding[index] = this.decoding[index] || wholePage.then(() => decodeCandles('candles-' + index, instrument)).then((columns) => {
      this.decoded[index] = columns;
      if (instrument.coarse && this.current === index && this.chart.levels) this.chart.refine(instrument, columns);
      return columns;
    });
    return this.decoding[index];
  }

  async showTrade(trade) {
    const index = this.data.instruments.findIndex((instrument) => instrument.name === trade.instrument);
    if (index < 0) return;
    if (index !== this.current || !this.chart.levels) await this.show(index);
    await this.finest(index);
    this.chart.showTrade(trade);
    this.select(trade);
    for (const button of byId('ranges').children) button.setAttribute('aria-pressed', 'false');
    byId('chart').scrollIntoView({ block: 'start' });
  }

  select(trade) {
    const box = byId('selected');
    box.hidden = trade == null;
    if (trade == null) return;
    const end = trade.exit == null ? 'open' : dateTime(trade.exit);
    box.replaceChildren(el('strong', {}, 'Trade ' + trade.number),
      el('span', {}, trade.strategy + ' · ' + (trade.long ? 'long ' : 'short ') + exact(trade.quantity)),
      el('span', {}, dateTime(trade.entry) + ' → ' + end),
      el('span', {}, exact(trade.entryPrice) + ' → ' + (exact(trade.exitPrice) || MISSING)),
      el('strong', { class: toneClass(Number(trade.pnl)) }, money(trade.pnl) + ' (' + signedPercent(trade.ratio, 2) + ')'),
      el('span', { class: 'grow' }),
      el('button', { type: 'button', class: 'quiet', on: { click: () => { this.select(null); this.chart.clearTrade(); } } }, 'Clear'));
  }

  hover(candle, fills, point) {
    this.tip.show(candle ? fills : [], point);
    const box = byId('price-legend');
    const { digits } = this.data.instruments[this.current];
    if (!candle) {
      const shown = this.fills().length;
      box.replaceChildren(el('span', {}, fixed(shown, 0) + (shown === 1 ? ' fill' : ' fills')),
        ...(this.isStrip ? [el('span', {}, 'Too many to draw: the bars at the foot count them. Zoom in to see each.')]
          : [el('span', {}, '↑ buy'), el('span', {}, '↓ sell')]));
      return;
    }
    const value = (label, number) => el('span', {}, label + ' ', el('b', {}, fixed(number, digits)));
    box.replaceChildren(el('b', {}, dateTime(candle.time)), value('O', candle.open), value('H', candle.high), value('L', candle.low),
      value('C', candle.close), el('span', {}, 'Vol ', el('b', {}, compact(candle.volume))));
  }
}

function drawNavigation() {
  const links = new Map();
  for (const section of document.querySelectorAll('section[data-nav]')) {
    const link = el('a', { href: '#' + section.id }, section.dataset.nav);
    links.set(section, link);
    byId('links').append(link);
  }
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) for (const [section, link] of links) {
        if (section !== target) { link.removeAttribute('aria-current'); continue; }
        link.setAttribute('aria-current', 'true');
        const bar = byId('links');
        const at = link.offsetLeft - bar.offsetLeft;
        if (at < bar.scrollLeft || at + link.offsetWidth > bar.scrollLeft + bar.clientWidth) bar.scrollLeft = at - 40;
      }
    }
  }, { rootMargin: '-20% 0px -70% 0px' });
  links.forEach((_, section) => seen.observe(section));
}

function emptyChart(id, text) {
  const section = byId(id);
  section.querySelectorAll('.controls, .frame').forEach((node) => node.remove());
  section.append(el('p', { class: 'empty' }, text));
}

function drawEquity(data) {
  if (data.equity.time.length < 2) { emptyChart('equity', 'There are not two samples of equity to draw a line between.'); return null; }
  const chart = new EquityChart(byId('equity-chart'), data);
  byId('equity-keys').append(...chart.keys());
  byId('equity-lead').textContent = (data.currency ? 'In ' + data.currency + '. ' : '')
    + 'Drawdown is the distance from the highest equity so far. Click a name to hide or show its line.';
  printable(chart.chart, byId('equity-chart'));
  return chart;
}

async function drawPrices(data) {
  if (!data.instruments.some((instrument) => instrument.size > 0)) { emptyChart('chart', 'There are no candles to draw.'); return null; }
  const panel = new PricePanel(data);
  await panel.show(Math.max(0, data.instruments.findIndex((instrument) => instrument.size > 0)));
  printable(panel.chart.chart, byId('price'));
  return panel;
}

/* Zooming one of the charts moves the others to the same time. */
function linkCharts(prices, equity, series) {
  const linked = new LinkedCharts();
  if (prices && prices.chart.levels) {
    const view = (from, to) => prices.chart.follows(from, to);
    linked.add(byId('price'), prices.chart.chart, () => { const [from, to] = prices.chart.times(); return { from, to }; }, view);
    prices.onRange = (from, to) => linked.lead(from, to);
  }
  for (const [id, chart, times] of [['equity-chart', equity, () => equity.times()], ['analysis-chart', series, () => series.times]]) {
    if (chart) linked.add(byId(id), chart.chart, () => shownTimes(chart.chart, times()), (from, to) => chart.goTo(from, to));
  }
  if (prices && prices.chart.levels) linked.whole = [prices.chart.first, prices.chart.last];
  else if (equity) linked.whole = [equity.times()[0], equity.times()[equity.times().length - 1]];
  return linked;
}

/* The address may ask for a stretch of time, in days: report.html#from=2024-01-05&to=2024-01-12. */
function showAsked(linked) {
  const [from, to] = ['from', 'to'].map((name) => Date.parse((new RegExp(name + '=([\\d-]+)').exec(location.hash) || [])[1]));
  if (!(from < to)) return;
  linked.lead(from, to);
  requestAnimationFrame(() => {
    const ranges = linked.members.map(({ shows }) => shows()).map((range) => (range ? date(range.from + DAY / 2) + '/' + date(range.to + DAY / 2) : ''));
    document.documentElement.dataset.ranges = ranges.join(' ');
  });
}

/* Paper is narrower than the window. */
function printable(chart, box) {
  window.addEventListener('beforeprint', () => { chart.applyOptions({ autoSize: false }); chart.resize(690, Math.min(360, box.clientHeight)); });
  window.addEventListener('afterprint', () => chart.applyOptions({ autoSize: true }));
}

/* Lets the browser show what is drawn so far. */
const shown = () => new Promise((done) => setTimeout(done));

async function start() {
  startTheme();
  const data = readData();
  drawHeadline(data);
  drawNotices(data);
  drawStrategies(data);
  drawNavigation();
  if (data.cashFlows.total === 0) byId('payments').remove();
  await shown();
  const prices = drawPrices(data);
  const equity = drawEquity(data);
  drawComparison(data);
  drawMonths(data);
  const series = drawSeries(data);
  await shown();
  const pick = async (trade) => { const panel = await prices; if (panel) panel.showTrade(trade); };
  drawPlots(data, pick);
  drawDrawdowns(data);
  drawBreakdowns(data);
  drawParts(data, prices);
  await shown();
  tradesTable(data, pick);
  ordersTable(data);
  drawRefusals(data);
  drawRisks(data);
  drawCosts(data);
  paymentsTable(data);
  drawStatistics(data);
  drawAssumptions(data);
  drawParameters(data);
  drawQuality(data);
  const panel = await prices;
  const linked = linkCharts(panel, equity, series);
  const asked = /trade=(\d+)/.exec(location.hash);
  const trade = asked && data.trades.rows.find((row) => row.number === Number(asked[1]));
  if (panel && trade) await panel.showTrade(trade);
  showAsked(linked);
  document.addEventListener('ranges', () => linked.tell());
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) root.dataset.overflow = String(root.scrollWidth);
  root.dataset.ready = 'true';
  if (panel) {
    panel.isOpen = true;
    await panel.finest(panel.current);
  }
  root.dataset.complete = 'true';
}

start();
