const themeListeners = [];

function css(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function onTheme(listener) {
  themeListeners.push(listener);
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
  themeListeners.forEach((listener) => listener());
}

/* The address may ask for a theme (report.html#theme=dark); otherwise the system's is followed until the button is used. */
function startTheme() {
  const asked = /theme=(dark|light)/.exec(location.hash);
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  let isChosen = asked !== null;
  setTheme(asked ? asked[1] : system.matches ? 'dark' : 'light');
  system.addEventListener('change', () => { if (!isChosen) setTheme(system.matches ? 'dark' : 'light'); });
  byId('theme').addEventListener('click', () => {
    isChosen = true;
    setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  });
}

/* Calls when the box gets another width, until somebody has taken the chart into their own hands. */
function onWidth(box, listener) {
  let isTouched = false;
  let width = 0;
  for (const event of ['wheel', 'pointerdown', 'touchstart']) {
    box.addEventListener(event, () => { isTouched = true; }, { passive: true, capture: true });
  }
  new ResizeObserver(() => {
    if (isTouched || box.clientWidth === width) return;
    width = box.clientWidth;
    /* The chart takes the new width in a frame of its own, before or after this one; what was set before it would be cut off on the left. */
    requestAnimationFrame(() => requestAnimationFrame(listener));
  }).observe(box);
}

function chartOptions() {
  const crosshair = { color: css('--faint'), labelBackgroundColor: css('--soft'), style: 3 };
  return {
    autoSize: true,
    layout: {
      background: { color: css('--surface') }, textColor: css('--soft'), fontSize: 12,
      fontFamily: getComputedStyle(document.body).fontFamily,
      panes: { separatorColor: css('--line'), separatorHoverColor: css('--line-strong'), enableResize: true },
    },
    grid: { vertLines: { visible: false }, horzLines: { color: css('--line') } },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderColor: css('--line'), timeVisible: true, secondsVisible: false, minBarSpacing: 0.02 },
    crosshair: { mode: 0, vertLine: crosshair, horzLine: crosshair },
    localization: { timeFormatter: (seconds) => dateTime(seconds * SECOND) + ' UTC' },
    handleScroll: { vertTouchDrag: false },
  };
}
