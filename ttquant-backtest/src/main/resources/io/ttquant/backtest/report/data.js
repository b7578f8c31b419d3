/* The embedded data with its rows turned into objects. */
function readData() {
  const data = JSON.parse(byId('data').textContent);
  const s = data.strings;
  data.fills.rows = data.fills.rows.map((r) => ({
    instrument: s[r[0]], strategy: s[r[1]], buy: s[r[2]] === 'BUY', time: r[3], price: r[4], quantity: r[5],
    fee: r[6], feeCurrency: s[r[7]], reason: s[r[8]], reasonText: s[r[9]],
  }));
  data.trades.rows = data.trades.rows.map((r) => ({
    number: r[0], strategy: s[r[1]], instrument: s[r[2]], long: s[r[3]] === 'BUY', quantity: r[4], entry: r[5],
    entryPrice: r[6], entryReason: s[r[7]], exit: r[8], exitPrice: r[9], exitReason: s[r[10]], pnl: r[11], fees: r[12],
    ratio: r[13], adverse: r[14], favourable: r[15],
  }));
  data.cashFlows.rows = data.cashFlows.rows.map((r) => ({
    time: r[0], kind: s[r[1]], strategy: s[r[2]], instrument: s[r[3]], amount: r[4], currency: s[r[5]], message: r[6],
  }));
  data.orders.rows = data.orders.rows.map((r) => ({
    id: r[0], strategy: s[r[1]], instrument: s[r[2]], buy: s[r[3]] === 'BUY', type: s[r[4]], quantity: r[5], limit: r[6],
    trigger: r[7], filled: r[8], average: r[9], status: s[r[10]], created: r[11], refusal: s[r[12]], message: r[13],
  }));
  return data;
}

const distinct = (rows, name) => Array.from(new Set(rows.map((row) => row[name])));
