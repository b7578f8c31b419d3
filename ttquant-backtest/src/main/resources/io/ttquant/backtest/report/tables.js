function stacked(first, second) {
  return [document.createTextNode(first), el('span', { class: 'second' }, second)];
}

/* A date over its time of day; the reason is a tooltip here, and in full on the chart. */
function dated(ms, reason) {
  return el('span', { class: 'nowrap', title: reason }, date(ms), el('span', { class: 'second' }, clock(ms)));
}

function tradesTable(data, onPick) {
  // What rounds to zero is neither gain nor loss to the eye.
  const signedCell = (text, number) => el('span', { class: /[1-9]/.test(text) ? toneClass(number) : '' }, text);
  return new DataTable(byId('trades-table'), {
    caption: 'trades', file: 'trades.csv', rows: data.trades.rows, total: data.trades.total, onPick,
    empty: 'No trade was closed in this run.',
    selects: [{ label: 'Strategy', key: 'strategy' }, { label: 'Instrument', key: 'instrument' },
      { label: 'Side', key: 'long', text: (long) => (long ? 'Long' : 'Short') }],
    columns: [
      { label: '#', value: (t) => t.number, cell: (t) => String(t.number), rank: 'mid' },
      { label: 'Strategy', value: (t) => t.strategy, cell: (t) => [...stacked(t.strategy, t.instrument + (t.long ? ' · long' : ' · short')),
        el('span', { class: 'second phone' }, dateTime(t.entry))] },
      { label: 'Opened', value: (t) => t.entry, cell: (t) => dated(t.entry, t.entryReason), rank: 'mid' },
      { label: 'Closed', value: (t) => t.exit, cell: (t) => (t.exit == null ? el('span', { class: 'tag' }, 'open') : dated(t.exit, t.exitReason)), rank: 'mid' },
      { label: 'Held', value: (t) => (t.exit == null ? null : t.exit - t.entry), cell: (t) => (t.exit == null ? '' : duration(t.exit - t.entry)), num: true, rank: 'low' },
      { label: 'Quantity', value: (t) => Number(t.quantity), cell: (t) => exact(t.quantity), num: true, rank: 'low' },
      { label: 'Entry', value: (t) => Number(t.entryPrice), cell: (t) => exact(t.entryPrice), num: true, rank: 'low' },
      { label: 'Exit', value: (t) => (t.exitPrice == null ? null : Number(t.exitPrice)), cell: (t) => exact(t.exitPrice), num: true, rank: 'low' },
      { label: 'Fees', value: (t) => numberOf(t.fees), cell: (t) => fixed(numberOf(t.fees), 2), num: true, rank: 'low' },
      { label: 'Return', value: (t) => t.ratio, cell: (t) => signedCell(signedPercent(t.ratio, 2), t.ratio), num: true },
      { label: 'MAE, MFE', value: (t) => t.adverse, cell: (t) => (t.adverse == null ? '' : stacked(signedPercent(t.adverse, 2), signedPercent(t.favourable, 2))), num: true, rank: 'low' },
      { label: 'Net PnL', value: (t) => numberOf(t.pnl), cell: (t) => signedCell(money(t.pnl), numberOf(t.pnl)), num: true },
    ],
  });
}

function statusTag(order) {
  const isBad = order.status === 'DENIED' || order.status === 'REJECTED';
  return el('span', { class: isBad ? 'tag bad' : order.status === 'FILLED' ? 'tag good' : 'tag' }, words(order.status));
}

function ordersTable(data) {
  const price = (o) => [o.limit, o.trigger].filter((text) => text != null).map(exact).join(' / ') || (o.type.startsWith('TRAILING') ? 'trailing' : 'market');
  return new DataTable(byId('orders-table'), {
    caption: 'orders', file: 'orders.csv', rows: data.orders.rows, total: data.orders.total,
    empty: 'No order was made in this run.',
    selects: [{ label: 'Strategy', key: 'strategy' }, { label: 'Status', key: 'status', text: sentence },
      { label: 'Refusal', key: 'refusal', text: (code) => (code ? sentence(code) : 'None') }],
    columns: [
      { label: 'Made', value: (o) => o.created, cell: (o) => stacked(dateTime(o.created), o.id) },
      { label: 'Strategy', value: (o) => o.strategy, cell: (o) => stacked(o.strategy, o.instrument), rank: 'mid' },
      { label: 'Order', value: (o) => o.type, cell: (o) => stacked((o.buy ? 'Buy' : 'Sell') + ' ' + exact(o.quantity), words(o.type).replace(' gtc', ' GTC').replace(' ioc', ' IOC').replace(' fok', ' FOK').replace(' gtd', ' GTD').replace(' day', ' DAY')) },
      { label: 'Price', value: (o) => Number(o.limit || o.trigger || 0), cell: price, num: true, rank: 'mid' },
      { label: 'Filled', value: (o) => Number(o.filled), cell: (o) => exact(o.filled), num: true, rank: 'low' },
      { label: 'Average', value: (o) => (o.average == null ? null : Number(o.average)), cell: (o) => exact(o.average), num: true, rank: 'low' },
      { label: 'Status', value: (o) => o.status, cell: (o) => [statusTag(o), el('span', { class: 'second' }, o.message)] },
    ],
  });
}
