const tile = (label, value, unit, note) => el('div', { class: 'tile' }, el('div', { class: 'label' }, label),
  el('div', { class: 'value' }, value, unit ? el('span', { class: 'unit' }, unit) : null), note ? el('span', { class: 'second' }, note) : null);

/* Two digits, or as many as show something of an amount below one. */
const cents = (cost) => fixed(cost, Math.abs(cost) >= 1 || cost === 0 ? 2 : 6);

/* What was paid, by kind and currency on top, and by strategy and instrument below. */
function drawCosts(data) {
  const box = byId('costs-table');
  if (data.costs.length === 0) { box.append(el('p', { class: 'empty' }, 'There were no fills: nothing was paid.')); return; }
  const sums = new Map();
  for (const line of data.costs) {
    const key = line.kind + ' ' + line.currency;
    const sum = sums.get(key) || { ...line, cost: 0, count: 0 };
    sums.set(key, { ...sum, cost: sum.cost + Number(line.cost), count: sum.count + line.count });
  }
  const plural = (line) => sentence(line.kind) + (line.kind.endsWith('_FEE') ? 's' : '');
  box.append(el('div', { class: 'tiles' }, ...Array.from(sums.values()).map((line) => tile(plural(line), cents(line.cost), line.currency, fixed(line.count, 0) + ' times'))),
    plainTable([['Strategy', null], ['Instrument', 'mid'], ['Kind', null], ['Times', 'num mid'], ['Cost', 'num']],
      data.costs.map((line) => [line.strategy || 'the account', line.instrument, sentence(line.kind), fixed(line.count, 0), exact(line.cost) + ' ' + line.currency])));
}
