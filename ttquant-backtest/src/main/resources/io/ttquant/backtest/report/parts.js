/* Each strategy and each instrument by itself: a tab, its figures, its profit over time and its trades in groups. */
function drawParts(data, prices) {
  const onStrategy = async (name) => (await prices)?.showStrategy(name);
  const onInstrument = async (name) => (await prices)?.showInstrument(name);
  const all = [
    new Parts(byId('strategy-parts'), data, { kind: 'STRATEGY', noun: 'strategy', button: 'Show its fills on the chart', onChart: onStrategy, line: strategyLine }),
    new Parts(byId('instrument-parts'), data, { kind: 'INSTRUMENT', noun: 'instrument', button: 'Show it on the chart', onChart: onInstrument, line: closedLine }),
  ];
  const open = () => all.forEach((parts) => parts.openAsked());
  window.addEventListener('hashchange', open);
  open();
}

/* Realised and unrealised, at the samples of the equity. */
function strategyLine(data, name) {
  const found = data.equity.strategies.find((strategy) => strategy.name === name);
  const points = found ? found.pnl.map((value, i) => ({ time: data.equity.time[i], value })) : [];
  return linePlot('profit' + (data.currency ? ' in ' + data.currency : '') + ', open positions included', points);
}

/* The sum of its closed trades, of those that this page holds. */
function closedLine(data, name) {
  let sum = 0;
  const closed = data.trades.rows.filter((trade) => trade.instrument === name && trade.exit != null && trade.pnl != null).sort((a, b) => a.exit - b.exit);
  const points = closed.map((trade) => ({ time: trade.exit, value: sum += Number(trade.pnl) }));
  if (points.length) points.unshift({ time: closed[0].entry, value: 0 });
  const cut = data.trades.total > data.trades.rows.length ? ', of the first ' + fixed(data.trades.rows.length, 0) + ' trades' : '';
  return linePlot('sum of the profits of closed trades' + cut, points);
}

class Parts {
  constructor(box, data, { kind, noun, button, onChart, line }) {
    Object.assign(this, { box, data, noun, button, onChart, line });
    this.parts = data.analysis.parts.filter((part) => part.kind === kind);
    if (this.parts.length === 0) { box.append(el('p', { class: 'empty' }, 'There is no ' + noun + ' to tell about.')); return; }
    this.panel = el('div', { role: 'tabpanel', id: noun + '-panel' });
    this.bar = el('div', { class: 'tabs', role: 'tablist', 'aria-label': sentence(noun) });
    box.append(el('div', { class: 'controls' }, this.bar), this.panel);
    tabs(this.bar, this.parts.map((part) => part.name), this.panel.id, (index) => this.show(this.parts[index]));
  }

  /* The address may name one: report.html#strategy=grid. */
  openAsked() {
    const asked = new RegExp(this.noun + '=([^&]+)').exec(location.hash);
    const index = asked ? this.parts.findIndex((part) => part.name === decodeURIComponent(asked[1])) : -1;
    if (index < 0) return;
    this.bar.children[index].click();
    this.box.parentElement.scrollIntoView({ block: 'start' });
  }

  show(part) {
    const figures = el('div', { class: 'card group part-figures' },
      el('dl', {}, ...part.figures.map((figure) => pair(figure.name, figureValue(figure, ''), figure.formula))));
    const line = el('div', { class: 'card plot' }, el('h3', {}, 'Profit over time'), this.line(this.data, part.name),
      el('button', { type: 'button', class: 'quiet', on: { click: () => this.onChart(part.name) } }, this.button));
    this.panel.replaceChildren(el('div', { class: 'part' }, figures, line), ...this.groups(part));
  }

  groups(part) {
    if (part.breakdowns.length === 0) return [el('p', { class: 'empty' }, part.name + ' closed no trade.')];
    const bar = el('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Grouping' });
    const table = el('div', { id: this.noun + '-groups' });
    breakdownTabs(bar, table, part.breakdowns);
    return [el('div', { class: 'controls part-groups' }, bar), table];
  }
}
