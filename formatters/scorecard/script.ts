/** What the page can do beyond HTML: search among the findings, open and close all, open what a link leads to, print everything. */
export const script = `
(() => {
  const tools = document.querySelector('.tools');
  if (!tools) return;
  const groups = [...document.querySelectorAll('#findings details')];
  const sections = [...document.querySelectorAll('.principle')];
  const findings = [...document.querySelectorAll('.finding')];
  const [input, button, status] = ['input', 'button', 'p'].map((name) => tools.querySelector(name));
  tools.hidden = false;
  const setAll = (open) => { for (const group of groups) group.open = open; };
  const label = () => { button.textContent = groups.every((group) => group.open) ? 'Close all' : 'Open all'; };
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      const text = (finding.dataset.about + ' ' + finding.firstElementChild.textContent + ' ' + finding.querySelector('p').textContent).toLowerCase();
      finding.hidden = !words.every((word) => text.includes(word));
      if (!finding.hidden) shown += 1;
    }
    for (const part of [...groups, ...sections]) part.hidden = !part.querySelector('.finding:not([hidden])');
    if (words.length > 0) setAll(true);
    status.textContent = words.length > 0 ? shown + ' of ' + findings.length + ' findings' : '';
    label();
  });
  button.addEventListener('click', () => { setAll(!groups.every((group) => group.open)); label(); });
  document.querySelector('#findings').addEventListener('toggle', label, true);
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.classList.contains('principle')) return;
    for (const group of target.querySelectorAll('details')) group.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', follow);
  follow();
  let closed = [];
  addEventListener('beforeprint', () => { closed.push(...groups.filter((group) => !group.open)); setAll(true); });
  addEventListener('afterprint', () => { for (const group of closed) group.open = false; closed = []; });
})();
`.trim();
