function drawComparison(data) {
  const box = byId('comparison-table');
  if (data.analysis.comparison.length === 0) {
    box.append(el('p', { class: 'empty' }, 'No instrument had a price to buy and hold it at.'));
    return;
  }
  const text = (row, value) => (row.isRatio ? percent(value, 2) : fixed(value, 2));
  const difference = (row) => {
    if (row.own == null || row.benchmark == null) return MISSING;
    const by = row.own - row.benchmark;
    return row.isRatio ? signedFixed(by * 100, 2) + ' pp' : signedFixed(by, 2);
  };
  box.append(plainTable([['', null], ['This run', 'num'], ['Buy and hold', 'num'], ['Difference', 'num mid']],
    data.analysis.comparison.map((row) => [el('span', { class: 'term', title: row.formula }, row.name), text(row, row.own), text(row, row.benchmark), difference(row)])));
}
