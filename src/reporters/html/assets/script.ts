/** Filters for the findings, and details that open for links and for paper. The page is whole without it. */
export const SCRIPT = `
const bar = document.querySelector('.filters');
if (bar) {
  const items = [...document.querySelectorAll('.finding')];
  const texts = items.map((item) => item.textContent.toLowerCase());
  const fields = [...bar.querySelectorAll('select')];
  const text = bar.querySelector('input');
  const output = bar.querySelector('output');
  const valuesOf = (item, name) => (name === 'criterion' ? item.dataset[name].split(' ') : [item.dataset[name]]);
  const apply = () => {
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    items.forEach((item, index) => {
      const fits =
        fields.every((field) => !field.value || valuesOf(item, field.name).includes(field.value)) &&
        words.every((word) => texts[index].includes(word));
      item.hidden = !fits;
      if (fits) shown += 1;
    });
    output.textContent =
      shown === items.length ? items.length + ' findings' : shown + ' of ' + items.length + ' findings';
  };
  let waiting;
  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  });
  for (const field of fields) field.addEventListener('change', apply);
  bar.querySelector('button').addEventListener('click', () => {
    text.value = '';
    for (const field of fields) field.value = '';
    apply();
    text.focus();
  });
  bar.hidden = false;
}
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target && target.closest('details');
  if (details) {
    details.open = true;
    target.scrollIntoView();
  }
};
addEventListener('hashchange', reveal);
reveal();
let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open])')];
  for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false;
});
`;
